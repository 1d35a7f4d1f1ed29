using System.Reflection;
using Gradus.Rules;

namespace Gradus.Facts;

/// <summary>How one fact is asked for, in the same words at every door: the label on the page, the option's help, and what an error says was expected.</summary>
/// <param name="asks">The label, such as “Your first day as F1”.</param>
/// <param name="expected">What may be given, as it goes on after “Expected”: “the first day as F1”.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FactAttribute(string asks, string expected) : Attribute
{
    /// <summary>The label.</summary>
    public string Asks { get; } = asks;

    /// <summary>What may be given, without an example.</summary>
    public string Expected { get; } = expected;

    /// <summary>A line under the label; <c>null</c> for none.</summary>
    public string? Hint { get; init; }

    /// <summary>A value as data has it, shown in messages after “such as”; every door accepts it. <c>null</c> for none.</summary>
    public string? Example { get; init; }

    /// <summary>The unit, part of the box on the page: <c>£</c>, <c>%</c>, <c>hours a week</c>; <c>null</c> for none.</summary>
    public string? Unit { get; init; }

    /// <summary>The most decimal places of a number.</summary>
    public int Places { get; init; } = 2;

    /// <summary>Whether it is a share: from 0 to 1 in data, a percentage on the page.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether it is about health, family, visa or the like; its page is posted whatever the tool says, and a lock stands beside it.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>A text that may only be a key of a table in content, as <c>room/table.column</c>; <c>null</c> for any text.</summary>
    public string? KeysOf { get; init; }

    /// <summary>The column of that table which names each key to a reader; <c>null</c> to show the keys.</summary>
    public string? NamedBy { get; init; }

    /// <summary>Whether another text than those keys is taken too: then they are only offered.</summary>
    public bool IsOpenSet { get; init; }

    /// <summary>
    /// Whether a list of rows is taken as a table too: pasted, or from a spreadsheet, each fact a column. The page then shows one box for it instead of a form
    /// for each row.
    /// </summary>
    public bool IsTable { get; init; }

    /// <summary>
    /// Whether a list of rows asks of every key of a table: the first fact of a row takes those keys, the second is a choice, one of which stands for not knowing.
    /// The page then has a row for each key, in the order of the table, and a row of which only the key was sent is not told.
    /// </summary>
    public bool AsksEach { get; init; }

    /// <summary>Whether a list of choices is a sequence: their order counts, and one may come twice. A page then asks one after another instead of ticking.</summary>
    public bool IsSequence { get; init; }

    /// <summary>
    /// Another fact beside it and its keys, as <c>kind=oopr,oopt</c>: only then a page with script shows it. The rule itself says what a value means elsewhere.
    /// <c>null</c> for always.
    /// </summary>
    public string? ShownWhen { get; init; }

    /// <summary>
    /// Another fact and its keys, as <c>kind=kit</c> or <c>nation=england,wales</c>: only then this one is asked. Where it does not apply a value is refused,
    /// never ignored. <c>null</c> for always.
    /// </summary>
    public string? OnlyWhen { get; init; }
}

/// <summary>What a reader sees for one choice; without it the key is shown with its hyphens as blanks.</summary>
/// <param name="label">The words.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ChoiceAttribute(string label) : Attribute
{
    /// <summary>The words.</summary>
    public string Label { get; } = label;
}

/// <summary>A choice: its key in data and its words to a reader.</summary>
/// <param name="Key">The key.</param>
/// <param name="Label">The words.</param>
public sealed record Choice(string Key, string Label)
{
    /// <summary>Under which heading it stands among many; <c>null</c> for none.</summary>
    public string? Group { get; init; }

    /// <summary>Every choice of an enumeration, by its key as data has it.</summary>
    public static Dictionary<T, Choice> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => value, value =>
        {
            var key = Keys.Of(value);
            return new Choice(key, typeof(T).GetField(value.ToString())!.GetCustomAttribute<ChoiceAttribute>()?.Label ?? FactsShape.Sentence(key));
        });
}
