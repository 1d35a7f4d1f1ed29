using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gradus.Facts;

namespace Gradus.Tools;

/// <summary>
/// Finds what was told and changes nothing. Each fact that need not be told is left out in turn and the answer worked out again: where it is the same, and
/// would be with another value too, the reader is told so.
/// A plain no needs no word. Facts found so stay left out while the next are tried, so that of two that say the same one is taken to count; each must change
/// nothing by itself as well. Of rows a fact is left out in all at once.
/// </summary>
/// <param name="shape">The shape of the facts.</param>
/// <param name="answers">How the answer is written: two that are written the same and hold the same parts are the same.</param>
/// <param name="choicesOf">The choices of a fact that takes keys of a table.</param>
internal sealed class UnusedFacts(FactsShape shape, JsonTypeInfo answers, Func<FactsShape, IReadOnlyList<Choice>> choicesOf)
{
    private const int MostOthers = 2; // Other values that are tried before a fact is said to change nothing.
    private const int Days = 400;
    private const decimal Unbounded = 1_000_000_000;

    // Facts about the question and not about the doctor.
    private static readonly string[] aboutTheQuestion = [nameof(ToolFacts.On), nameof(ToolFacts.Nation), nameof(ToolFacts.CalendarId)];

    /// <summary>The warnings, in the order of the facts.</summary>
    /// <param name="facts">What was told.</param>
    /// <param name="answer">The answer to it. What its own warnings are about is not said again.</param>
    /// <param name="again">Answers other facts; <c>null</c> where they would be refused.</param>
    public IReadOnlyList<Warning> Of(ToolFacts facts, ToolAnswer answer, Func<ToolFacts, ToolAnswer?> again)
    {
        List<Warning>? unused = null;
        var rest = facts;
        foreach (var fact in Told(shape, facts, []))
        {
            Try(fact);
        }

        return unused ?? [];

        // Whether it counts. A group or a list of which one fact counts does so too; what changes nothing as a whole is named as a whole.
        bool Try(ToldFact fact)
        {
            if (answer.Warnings.Any(warning => IsAbout(warning.Field, fact.Path)))
            {
                return true;
            }

            var (before, found) = (rest, unused?.Count ?? 0);
            var counts = false;
            foreach (var within in fact.Within)
            {
                counts |= Try(within);
            }

            if (counts || !fact.MayBeLeftOut)
            {
                return counts;
            }

            var blank = fact.Shape.ValueIn(fact.Blank);
            var without = fact.Put(before, blank);
            bool Differs(ToolFacts other) => again(other) is { } another && !IsSame(another, answer);
            bool OtherwiseDiffers() => Others(fact).Any(other => Differs(fact.Put(before, other)));
            if ((fact.IsNothing && OtherwiseDiffers()) // No hours answer mostly as hours not told do, and other hours differ.
                || !IsSame(again(without), answer)
                || !(ReferenceEquals(before, facts) || IsSame(again(fact.Put(facts, blank)), answer))
                || (!fact.IsNothing && OtherwiseDiffers()))
            {
                return true;
            }

            unused?.RemoveRange(found, unused.Count - found);
            (unused ??= []).Add(Warning.Unused(fact.Path, fact.Asks));
            rest = without;
            return false;
        }
    }

    private bool IsSame(ToolAnswer? one, ToolAnswer other) =>
        one is not null && IsSame(answers, one, other) && one.Parts().SelectMany(part => part.Holds).SequenceEqual(other.Parts().SelectMany(part => part.Holds));

    private static bool IsSame(JsonTypeInfo type, object? one, object? other)
    {
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        if (one is null || other is null)
        {
            return false;
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                foreach (var property in type.Properties)
                {
                    if (property.Get is { } get && !IsSame(type.Options.GetTypeInfo(property.PropertyType), get(one), get(other)))
                    {
                        return false;
                    }
                }

                return true;
            case JsonTypeInfoKind.Enumerable:
                var (item, ones, others) = (type.Options.GetTypeInfo(type.ElementType!), ((IEnumerable)one).GetEnumerator(), ((IEnumerable)other).GetEnumerator());
                while (ones.MoveNext())
                {
                    if (!others.MoveNext() || !IsSame(item, ones.Current, others.Current))
                    {
                        return false;
                    }
                }

                return !others.MoveNext();
            case JsonTypeInfoKind.Dictionary:
                return JsonSerializer.SerializeToUtf8Bytes(one, type).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, type));
            default:
                return one.Equals(other);
        }
    }

    private static bool IsAbout(string field, string path) =>
        path == field || (field.Length > 0 && path.StartsWith(field, StringComparison.Ordinal) && path[field.Length] is '.' or '[');

    private static IEnumerable<ToldFact> Told(FactsShape group, object facts, IReadOnlyList<FactsShape> way, int row = 0)
    {
        var blank = Activator.CreateInstance(facts.GetType())!;
        foreach (var member in group.Members)
        {
            if (member.ValueIn(facts) is not { } value || (way.Count == 0 && aboutTheQuestion.Contains(member.Name, StringComparer.OrdinalIgnoreCase)))
            {
                continue;
            }

            IReadOnlyList<FactsShape> here = [.. way, member];
            yield return new ToldFact(here, value, blank)
            {
                MayBeLeftOut = !member.IsNeeded && value is not (ICollection { Count: 0 } or false) && !Equals(value, member.ValueIn(blank)),
                Row = row,
                Within = member.Kind == FactKind.Group ? Told(member, value, here, row)
                    : member is { Kind: FactKind.List, Item.Kind: FactKind.Group } ? Columns(member, (IList)value, here)
                    : [],
            };
        }
    }

    private static IEnumerable<ToldFact> Columns(FactsShape list, IList rows, IReadOnlyList<FactsShape> way) =>
        rows.Cast<object>().SelectMany((row, index) => Told(list.Item!, row, way, index)).DistinctBy(fact => fact.Shape);

    private IEnumerable<object?> Others(ToldFact fact) => (fact.Shape.Kind switch
    {
        FactKind.YesNo => [false],
        FactKind.Choice => Enum.GetValues(fact.Value.GetType()).Cast<object?>(),
        FactKind.Number => new[] { fact.Shape.Low, fact.Shape.High }.Where(number => Math.Abs(number) < Unbounded).Cast<object?>(),
        FactKind.Whole => new[] { fact.Shape.Low, fact.Shape.High }.Where(number => Math.Abs(number) < Unbounded).Select(number => (object?)(int)number),
        FactKind.Day => new[] { -Days, Days }.Select(((DateOnly)fact.Value).AddDays).Where(day => day >= FactsShape.Earliest && day <= FactsShape.Latest).Cast<object?>(),
        FactKind.Text => choicesOf(fact.Shape).Select(choice => (object?)choice.Key),
        _ => (IEnumerable<object?>)[],
    }).Where(other => !Equals(other, fact.Value)).Take(MostOthers);

    /// <summary>A fact that was told.</summary>
    /// <param name="Way">The shapes from the facts down to it.</param>
    /// <param name="Value">What was told, in the first row that has it.</param>
    /// <param name="Blank">What it stands in, as if nothing had been told there.</param>
    private sealed record ToldFact(IReadOnlyList<FactsShape> Way, object Value, object Blank)
    {
        public FactsShape Shape => Way[^1];

        /// <summary>Whether a question without it could be asked, and would be another.</summary>
        public bool MayBeLeftOut { get; init; }

        /// <summary>Whether it is a number of none.</summary>
        public bool IsNothing => Value is 0 or 0m;

        /// <summary>The facts told within it: those of a group, or the columns of a list.</summary>
        public IEnumerable<ToldFact> Within { get; init; } = [];

        /// <summary>The first row that has it; 0 where it stands in none.</summary>
        public int Row { get; init; }

        public string Path => Way.Aggregate("", (path, step) => FactsShape.Under(path, step.Name) + (step != Shape && step.Kind == FactKind.List ? $"[{Row}]" : ""));

        public string Asks => Shape.Fact?.Asks ?? Shape.Name;

        /// <summary>The facts with another value for it, in every row that has it; those given stay as they are.</summary>
        public ToolFacts Put(ToolFacts facts, object? value) => (ToolFacts)Put(facts, 0, value);

        private object Put(object owner, int depth, object? value)
        {
            var step = Way[depth];
            if (step.ValueIn(owner) is not { } old || (depth == Way.Count - 1 && Equals(old, step.ValueIn(Blank))))
            {
                return owner;
            }

            var copy = FactsShape.Copy(owner);
            step.Put(copy, depth == Way.Count - 1 ? value : old is IList rows ? Rows(rows, row => Put(row, depth + 1, value)) : Put(old, depth + 1, value));
            return copy;
        }

        private static IList Rows(IList rows, Func<object, object> change)
        {
            var changed = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(rows[0]!.GetType()))!;
            foreach (var row in rows)
            {
                changed.Add(change(row!));
            }

            return changed;
        }
    }
}
