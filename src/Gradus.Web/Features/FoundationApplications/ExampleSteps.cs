using Gradus.FoundationApplications;
using Gradus.Rules;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>One moment of the worked example.</summary>
/// <param name="Title">What happens, as a heading.</param>
/// <param name="Says">What happens, in a sentence or two.</param>
/// <param name="Turn">Whose turn it is; <c>null</c> when it is nobody's.</param>
/// <param name="Placed">The school of each person placed so far; <c>null</c> for the rest.</param>
/// <param name="Lists">Each person's list at this moment, as school numbers.</param>
public sealed record ExampleStep(string Title, string Says, int? Turn, IReadOnlyList<int?> Placed, IReadOnlyList<IReadOnlyList<int>> Lists);

/// <summary>Four invented people taken through both passes, a step at a time, and what a different first choice would have done for one of them.</summary>
public static class ExampleSteps
{
    /// <summary>The round as the four truly want it.</summary>
    public static InventedRound Truthful { get; } = InventedRound.FourPeople;

    /// <summary>The draw shown: who stands first, second and so on.</summary>
    public static IReadOnlyList<int> Draw { get; } = [1, 2, 3, 0];

    /// <summary>The person who might list otherwise.</summary>
    public const int Swapper = 0;

    /// <summary>The round with that person's second choice put first.</summary>
    public static InventedRound Swapped { get; } = Truthful.With(Swapper, Truthful.Lists[Swapper][1]);

    /// <summary>Every step, in order.</summary>
    public static IReadOnlyList<ExampleStep> All { get; } = [.. Make()];

    /// <summary>A school's name.</summary>
    public static string School(int number) => Truthful.Schools[number];

    /// <summary>A person's name.</summary>
    public static string Person(int number) => Truthful.People[number];

    private static IEnumerable<ExampleStep> Make()
    {
        var nobody = new int?[Truthful.People.Count];
        var turns = Truthful.Play(Draw);
        var wishes = Enumerable.Range(0, Truthful.People.Count)
            .GroupBy(person => Truthful.Lists[person][0])
            .Select(group => $"{Sentences.Listed([.. group.Select(Person)])} put {School(group.Key)} first");
        yield return new("Four lists", $"Four people, and four schools with one place each. {string.Join("; ", wishes)}.", null, nobody, Truthful.Lists);
        yield return new("The draw",
            $"A computer draws a rank for everybody. This time: {string.Join(", ", Draw.Select((person, i) => $"{Person(person)} {i + 1}"))}.", null, nobody,
            Truthful.Lists);
        foreach (var turn in turns)
        {
            yield return Step(turn);
        }

        yield return AfterSwap(turns[^1].Placed, Swapped.Play(Draw)[^1].Placed);
    }

    private static ExampleStep Step(InventedTurn turn)
    {
        var list = Truthful.Lists[turn.Person];
        var name = Person(turn.Person);
        var says = (turn.Pass, turn.Got) switch
        {
            (1, null) => $"{School(list[0])} is full. In the first pass only the first choice counts, so {name} is passed over for now.",
            (1, { } got) => $"{School(got)}, the first choice, has its place. {name} gets it.",
            (_, { } got) => $"{name} gets the highest school on the list that still has a place: {School(got)}, choice {list.ToList().IndexOf(got) + 1} of {list.Count}.",
            _ => $"No school on the list has a place left for {name}.",
        };
        return new ExampleStep($"{(turn.Pass == 1 ? "First" : "Second")} pass: {name}", says, turn.Person, turn.Placed, Truthful.Lists);
    }

    private static ExampleStep AfterSwap(IReadOnlyList<int?> before, IReadOnlyList<int?> after)
    {
        var (name, put) = (Person(Swapper), School(Swapped.Lists[Swapper][0]));
        var pay = Enumerable.Range(0, before.Count).Where(person => person != Swapper && before[person] != after[person])
            .Select(person => $"{Person(person)} gets {School(after[person]!.Value)} instead of {School(before[person]!.Value)}");
        return new ExampleStep($"The same draw, had {name} put {put} first",
            $"{name} gets {School(after[Swapper]!.Value)} instead of {School(before[Swapper]!.Value)}, and has given up {School(Truthful.Lists[Swapper][0])} for it. Somebody else pays: {string.Join("; ", pay)}.",
            Swapper, after, Swapped.Lists);
    }
}
