using System.Collections;
using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>What the attributes of facts say beyond single values: keys that must stand in a table, and facts that apply only beside another.</summary>
internal static class FactsRules
{
    /// <summary>Says what is wrong, and gives each key of a table the spelling that the table has.</summary>
    /// <param name="shape">The shape of the facts.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="choicesOf">The keys of a table; <c>null</c> where keys have been read before.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static void Check(FactsShape shape, object facts, string path, Func<FactsShape, IReadOnlyList<Choice>>? choicesOf, FieldErrors errors)
    {
        foreach (var member in shape.Members)
        {
            if (!member.HasRules || member.ValueIn(facts) is not { } value)
            {
                continue;
            }

            var at = FactsShape.Under(path, member.Name);
            if (member.Fact?.OnlyWhen is { } only && !Applies(shape, facts, only) && value is not (ICollection { Count: 0 } or false))
            {
                var (other, keys) = Condition(only);
                errors.Add(at, $"Expected this only when {new FieldIs(FactsShape.Under(path, other), keys)}: here it would have no effect. Leave it out.");
            }
            else if (member.Fact is { KeysOf: not null, IsOpenSet: false })
            {
                if (choicesOf is not null)
                {
                    Keys(member, facts, value, at, choicesOf(member), errors);
                }
            }
            else if (member.Kind == FactKind.Group)
            {
                Check(member, value, at, choicesOf, errors);
            }
            else if (member is { Kind: FactKind.List, Item.Kind: FactKind.Group })
            {
                foreach (var (index, item) in ((IList)value).Cast<object?>().Index())
                {
                    if (item is not null)
                    {
                        Check(member.Item, item, $"{at}[{index}]", choicesOf, errors);
                    }
                }
            }
        }
    }

    /// <summary>Whether a fact that stands only beside another applies.</summary>
    public static bool Applies(FactsShape shape, object facts, string only)
    {
        var (name, keys) = Condition(only);
        var other = shape.Members.First(member => member.Name == name);
        var value = other.ValueIn(facts);
        var key = value switch { null => "", bool isTrue => isTrue ? "true" : "false", Enum choice => Key(other, choice), var text => text.ToString()! };
        return keys.Contains(key, StringComparer.OrdinalIgnoreCase);
    }

    private static (string Other, string[] Keys) Condition(string only)
    {
        var equals = only.IndexOf('=', StringComparison.Ordinal);
        return (only[..equals], only[(equals + 1)..].Split(','));
    }

    private static string Key(FactsShape fact, Enum choice) => fact.Choices[Array.IndexOf(Enum.GetValues(choice.GetType()), choice)].Key;

    // Keys are read without regard to case, and handed on as the table has them.
    private static void Keys(FactsShape member, object facts, object value, string at, IReadOnlyList<Choice> choices, FieldErrors errors)
    {
        if (value is string text)
        {
            if (Canonical(choices, text) is { } key)
            {
                member.Put(facts, key);
            }
            else
            {
                errors.Add(Refused(at, choices, text, errors));
            }
        }
        else if (value is IEnumerable<string> list)
        {
            var keys = list.ToList();
            foreach (var (index, one) in keys.Index())
            {
                if (Canonical(choices, one) is null)
                {
                    errors.Add(Refused($"{at}[{index}]", choices, one, errors));
                }
            }

            if (errors.None)
            {
                member.Put(facts, keys.ConvertAll(one => Canonical(choices, one)!));
            }
        }
    }

    private static string? Canonical(IReadOnlyList<Choice> choices, string text) =>
        choices.FirstOrDefault(choice => string.Equals(choice.Key, text, StringComparison.OrdinalIgnoreCase)
            || string.Equals(choice.Label, text, StringComparison.OrdinalIgnoreCase))?.Key;

    // Beyond what is kept nothing is compared.
    private static FieldError Refused(string at, IReadOnlyList<Choice> choices, string text, FieldErrors errors)
    {
        var none = $"“{FactsWords.Short(text)}” is none.";
        var says = choices.Count <= ChoiceWords.Few ? $"Expected one of {choices.Count} keys: {string.Join(", ", choices.Select(choice => choice.Key))}; {none}"
            : errors.Kept.Count == FieldErrors.Most ? $"Expected one of {choices.Count} keys; {none}"
            : $"Expected one of {choices.Count} keys, of which the nearest are {string.Join(", ", ChoiceWords.Nearest(text, choices).Select(choice => choice.Key))}; {none} GET /api/tools has them all.";
        return new FieldError(at, says) { IsExpectation = true };
    }
}
