using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gradus.Rules;

namespace Gradus.Facts;

/// <summary>What sort of thing a fact is.</summary>
public enum FactKind
{
    /// <summary>Words.</summary>
    Text,
    /// <summary>A number that may have decimal places.</summary>
    Number,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary>A day.</summary>
    Day,
    /// <summary>A day and a time in London, <c>2027-04-08T11:05</c>.</summary>
    Moment,
    /// <summary>True or false.</summary>
    YesNo,
    /// <summary>One of some keys.</summary>
    Choice,
    /// <summary>Several of the same.</summary>
    List,
    /// <summary>Several facts together.</summary>
    Group,
    /// <summary>Numbers by a key of the reader's own, such as weeks by step.</summary>
    Map,
}

/// <summary>
/// The shape of a tool's facts, read once from the record: names, kinds, what is needed, ranges and words. Forms, options, errors and saved files follow from
/// it.
/// </summary>
public sealed class FactsShape
{
    private static readonly Func<object, object> copy = typeof(object).GetMethod(nameof(MemberwiseClone),
        BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    private readonly JsonPropertyInfo? property;

    /// <summary>The first day that any fact may name: no doctor's question is about an earlier one.</summary>
    public static DateOnly Earliest { get; } = new(1900, 1, 1);

    /// <summary>The last day that any fact may name.</summary>
    public static DateOnly Latest { get; } = new(2199, 12, 31);

    /// <summary>The lists of rows beneath it, with their paths, once they were asked for.</summary>
    internal IReadOnlyList<(string Path, FactsShape List)>? Tables { get; set; }

    private FactsShape(JsonTypeInfo type, JsonPropertyInfo? property)
    {
        this.property = property;
        var bare = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        Name = property?.Name ?? "";
        Kind = KindOf(bare, type.Kind);
        IsNeeded = property?.IsRequired ?? true;
        MayBeNull = Nullable.GetUnderlyingType(type.Type) is not null || (property is not null && !bare.IsValueType && property.IsSetNullable);
        Choices = Kind == FactKind.Choice ? [.. Enum.GetValues(bare).Cast<object>().Select(value => ChoiceOf(bare, value, type.Options))] : [];
        Members = Kind == FactKind.Group
            ? [.. type.Properties.Where(member => member.Set is not null).Select(member => new FactsShape(type.Options.GetTypeInfo(member.PropertyType), member))]
            : [];
        Item = Kind is FactKind.List or FactKind.Map ? new FactsShape(type.Options.GetTypeInfo(type.ElementType!), property: null) : null;
        var attributes = property?.AttributeProvider as MemberInfo;
        Fact = attributes?.GetCustomAttribute<FactAttribute>();
        if (attributes?.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            (Low, High) = (Convert.ToDecimal(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDecimal(range.Maximum, CultureInfo.InvariantCulture));
        }

        Most = attributes?.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? (Kind is FactKind.List or FactKind.Map ? 400 : 2_000);
        HasRules = Fact is { OnlyWhen: not null } or { KeysOf: not null, IsOpenSet: false } || Item is { HasRules: true } || Members.Any(member => member.HasRules);
        IsChecked = Kind is FactKind.Number or FactKind.Whole or FactKind.Text or FactKind.Day or FactKind.Moment
            || Item is { IsChecked: true }
            || Kind is FactKind.List or FactKind.Map
            || Members.Any(member => member.IsChecked);
    }

    /// <summary>The name in data.</summary>
    public string Name { get; }

    /// <summary>What sort of thing it is.</summary>
    public FactKind Kind { get; }

    /// <summary>Whether it must be given.</summary>
    public bool IsNeeded { get; }

    /// <summary>Whether it may be given as <c>null</c>.</summary>
    public bool MayBeNull { get; }

    /// <summary>Its words; <c>null</c> when it has none, and then it is not asked for on the page.</summary>
    public FactAttribute? Fact { get; }

    /// <summary>The choices of a choice.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    /// <summary>The facts of a group.</summary>
    public IReadOnlyList<FactsShape> Members { get; }

    /// <summary>One of a list, or a value of a map; <c>null</c> when it is neither.</summary>
    public FactsShape? Item { get; }

    /// <summary>The least a number may be, inside.</summary>
    public decimal Low { get; } = decimal.MinValue;

    /// <summary>The most a number may be, inside.</summary>
    public decimal High { get; } = decimal.MaxValue;

    /// <summary>The most entries of a list or letters of a text, inside.</summary>
    public int Most { get; }

    /// <summary>Whether it or anything in it has a range, places or a greatest length.</summary>
    private bool IsChecked { get; }

    /// <summary>Whether it or anything in it takes keys of a table, or stands only beside another fact.</summary>
    internal bool HasRules { get; }

    /// <summary>What may be given, after “Expected”, with an example as data has it.</summary>
    public string Expected => Fact is { } choice && Kind == FactKind.Choice ? $"{choice.Expected}: one of {string.Join(", ", Choices.Select(one => one.Key))}"
        : Fact is { } fact
        ? fact.Example is null || fact.Expected.Contains("such as", StringComparison.Ordinal) ? fact.Expected : $"{fact.Expected}, such as {fact.Example}"
        : Kind switch
        {
            FactKind.Choice => "one of " + string.Join(", ", Choices.Select(choice => choice.Key)),
            FactKind.Day => "a day as year, month and day, such as 2027-08-04",
            FactKind.Moment => "a day and a time in London, such as 2027-04-08T11:05",
            FactKind.YesNo => "true or false",
            FactKind.Whole => "a whole number",
            FactKind.Number => "a number",
            FactKind.Text => $"a text of at most {Most} letters",
            FactKind.List => $"a list of at most {Most}",
            FactKind.Map => "an object of numbers",
            _ when Members.Any(member => member.IsNeeded) => $"an object with {string.Join(", ", Members.Where(member => member.IsNeeded).Select(member => member.Name))}",
            _ => "an object",
        };

    /// <summary>The shape of a type.</summary>
    public static FactsShape Of(JsonTypeInfo type) => new(type, property: null);

    /// <summary>
    /// The tables whose keys the facts of a type are chosen from, as <c>room/table.column</c>, each once: read from the type alone, without making its shape,
    /// so that a start need not make any.
    /// </summary>
    public static IReadOnlyList<string> KeysIn(Type facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (keys, seen, waiting) = (new List<string>(), new HashSet<Type>(), new Queue<Type>([facts]));
        while (waiting.TryDequeue(out var type))
        {
            foreach (var one in seen.Add(type) ? type.GetProperties() : [])
            {
                // The words of the attribute are looked at, not the attribute made: that would compile a setter for each of its words at the start.
                var words = one.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType == typeof(FactAttribute))?.NamedArguments ?? [];
                if (words.FirstOrDefault(word => word.MemberName == nameof(FactAttribute.KeysOf)).TypedValue.Value is string named && !keys.Contains(named, StringComparer.Ordinal))
                {
                    keys.Add(named);
                }

                var value = one.PropertyType is { IsGenericType: true } several ? several.GenericTypeArguments[^1] : one.PropertyType;
                if (value.Assembly == typeof(FactsShape).Assembly && !value.IsEnum)
                {
                    waiting.Enqueue(value);
                }
            }
        }

        return keys;
    }

    /// <summary>This shape and every shape in it.</summary>
    public IEnumerable<FactsShape> All() => Members.SelectMany(member => member.All()).Concat(Item?.All() ?? []).Prepend(this);

    internal object? ValueIn(object owner) => property!.Get!(owner);

    /// <summary>A record of facts like another, to be changed.</summary>
    internal static object Copy(object facts) => copy(facts);

    // The serializer's own setter refuses what is init-only; the record has just been read and nobody else has it yet.
    internal void Put(object owner, object? value) => ((PropertyInfo)property!.AttributeProvider!).SetValue(owner, value);

    /// <summary>Says which values lie outside what they may be.</summary>
    internal void Check(object? value, FactsPath path, FieldErrors errors)
    {
        switch (value)
        {
            case null:
                break;
            case decimal number when number < Low || number > High:
            case int whole when whole < Low || whole > High:
                errors.Add(new FieldError(path.ToString(), $"Expected {Expected}.") { IsExpectation = true });
                break;
            case DateOnly day when day < Earliest || day > Latest:
            case Moment moment when moment.Day < Earliest || moment.Day > Latest:
                errors.AreHollow = true;
                errors.Add(path.ToString(), $"Expected a day from {Earliest.Year} to {Latest.Year}.");
                break;
            case DateOnly or Moment:
                break;
            case decimal number when decimal.Round(number, Fact?.Places ?? 28, MidpointRounding.AwayFromZero) != number:
                errors.Add(path.ToString(), $"Expected at most {Count(Fact!.Places)} decimal place{(Fact.Places == 1 ? "" : "s")}.");
                break;
            case decimal or int:
                break;
            case string text when text.Length > Most:
                errors.Add(path.ToString(), $"Expected at most {Most} letters.");
                break;
            case string text when IsNeeded && string.IsNullOrWhiteSpace(text):
                errors.Add(new FieldError(path.ToString(), $"Expected {Expected}; it is empty.") { IsExpectation = true });
                break;
            case string:
                break;
            case IDictionary map when Item is { } item:
                CheckMap(map, item, path.ToString(), errors);
                break;
            case IList list when Item is { } item:
                CheckList(list, item, path.ToString(), errors);
                break;
            default:
                var group = path.ToString();
                foreach (var member in Members)
                {
                    if (member.IsChecked)
                    {
                        member.Check(member.ValueIn(value), FactsPath.Of(group, member.Name), errors);
                    }
                }

                break;
        }
    }

    internal static string Under(string path, string name) => path.Length == 0 ? name : path + "." + name;

    // The serializer lets null into lists and maps of what is never null.
    private void CheckEntry(object? value, FactsPath path, FieldErrors errors)
    {
        if (value is null && !MayBeNull)
        {
            errors.AreHollow = true;
            errors.Add(new FieldError(path.ToString(), $"Expected {Expected}.") { IsExpectation = true });
        }

        Check(value, path, errors);
    }

    private void CheckList(IList list, FactsShape item, string path, FieldErrors errors)
    {
        if (list.Count > Most)
        {
            errors.Add(path, $"Expected at most {Most}.");
        }

        for (var index = 0; index < list.Count && index < Most; index++)
        {
            item.CheckEntry(list[index], FactsPath.Of(path, index), errors);
        }
    }

    private void CheckMap(IDictionary map, FactsShape item, string path, FieldErrors errors)
    {
        if (map.Count > Most)
        {
            errors.Add(path, $"Expected at most {Most}.");
        }

        foreach (DictionaryEntry entry in map)
        {
            if (entry.Value is decimal or int && Convert.ToDecimal(entry.Value, CultureInfo.InvariantCulture) is var number && (number < Low || number > High))
            {
                errors.Add(new FieldError(Under(path, (string)entry.Key), $"Expected {Expected}.") { IsExpectation = true });
            }
            else
            {
                item.CheckEntry(entry.Value, FactsPath.Of(path, (string)entry.Key), errors);
            }
        }
    }

    private static string Count(int places) => places switch { 0 => "no", 1 => "one", 2 => "two", 3 => "three", 4 => "four", _ => places.ToString(CultureInfo.InvariantCulture) };

    private static FactKind KindOf(Type bare, JsonTypeInfoKind kind) =>
        bare == typeof(string) ? FactKind.Text
        : bare == typeof(decimal) ? FactKind.Number
        : bare == typeof(int) ? FactKind.Whole
        : bare == typeof(DateOnly) ? FactKind.Day
        : bare == typeof(Moment) ? FactKind.Moment
        : bare == typeof(bool) ? FactKind.YesNo
        : bare.IsEnum ? FactKind.Choice
        : kind == JsonTypeInfoKind.Dictionary ? FactKind.Map
        : kind == JsonTypeInfoKind.Enumerable ? FactKind.List
        : kind == JsonTypeInfoKind.Object ? FactKind.Group
        : throw new NotSupportedException($"A fact cannot be a {bare.Name}.");

    private static Choice ChoiceOf(Type type, object value, JsonSerializerOptions options)
    {
        var key = JsonSerializer.SerializeToElement(value, options.GetTypeInfo(type)).GetString()!;
        return new Choice(key, type.GetField(value.ToString()!)!.GetCustomAttribute<ChoiceAttribute>()?.Label ?? Sentence(key));
    }

    internal static string Sentence(string key) => Sentences.UpperFirst(key.Replace('-', ' '));
}

/// <summary>Where a fact stands, such as <c>changes[1].from</c>: put together only where somebody must be told.</summary>
/// <param name="Group">The path of what it stands in; empty for the facts themselves.</param>
/// <param name="Name">Its name there; <c>null</c> for an entry of a list, and for the facts themselves.</param>
/// <param name="Index">Its place in a list, from 0; −1 when it is in none.</param>
internal readonly record struct FactsPath(string Group, string? Name, int Index)
{
    /// <summary>The facts themselves.</summary>
    public static FactsPath Facts => new("", Name: null, Index: -1);

    /// <summary>A member of a group or an entry of a map.</summary>
    public static FactsPath Of(string group, string name) => new(group, name, Index: -1);

    /// <summary>An entry of a list.</summary>
    public static FactsPath Of(string list, int index) => new(list, Name: null, index);

    /// <inheritdoc/>
    public override string ToString() => Name is not null ? FactsShape.Under(Group, Name) : Index >= 0 ? $"{Group}[{Index}]" : Group;
}
