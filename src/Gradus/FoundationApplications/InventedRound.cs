using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.FoundationApplications;

/// <summary>One turn of an invented round.</summary>
/// <param name="Pass">The pass, 1 or 2.</param>
/// <param name="Person">Whose turn it is, by number.</param>
/// <param name="Got">The school given, by number; <c>null</c> when the person is passed over.</param>
/// <param name="Placed">The school of each person once the turn is over; <c>null</c> for those not placed yet.</param>
public sealed record InventedTurn(int Pass, int Person, int? Got, IReadOnlyList<int?> Placed);

/// <summary>
/// An invented round, small enough to follow by hand: people, schools and lists made up to show how the two passes of the Preference Informed Allocation work.
/// Who gets what is worked out by <see cref="PreferenceInformed"/>, the engine that allocates real files.
/// </summary>
/// <param name="People">The people's names.</param>
/// <param name="Schools">The schools' names.</param>
/// <param name="Places">The places of each school.</param>
/// <param name="Lists">Each person's schools by number, best first; everybody lists them all.</param>
public sealed record InventedRound(IReadOnlyList<string> People, IReadOnlyList<string> Schools, IReadOnlyList<int> Places, IReadOnlyList<IReadOnlyList<int>> Lists)
{
    /// <summary>Four people and four schools of one place each. Three want the same school; the fourth wants another.</summary>
    public static InventedRound FourPeople { get; } = new(["Amir", "Beth", "Cara", "Dev"], ["Coast", "Hill", "Lake", "Moor"], [1, 1, 1, 1],
        [[0, 1, 2, 3], [0, 1, 2, 3], [0, 1, 2, 3], [2, 0, 1, 3]]);

    /// <summary>Ten people and three schools of four places each: one with too many first choices, two with too few.</summary>
    public static InventedRound TenPeople { get; } = new([.. Enumerable.Range(1, 10).Select(number => $"Person {number}")], ["Coast", "Hill", "Moor"], [4, 4, 4],
        [[0, 1, 2], [1, 0, 2], [0, 1, 2], [0, 2, 1], [1, 2, 0], [0, 1, 2], [0, 1, 2], [2, 1, 0], [0, 2, 1], [1, 0, 2]]);

    /// <summary>The same round with one person's school moved to the top of the list.</summary>
    public InventedRound With(int person, int schoolFirst) =>
        this with { Lists = [.. Lists.Select((list, i) => i == person ? (IReadOnlyList<int>)[schoolFirst, .. list.Where(school => school != schoolFirst)] : list)] };

    /// <summary>Every turn of the round under a draw, in order: the first pass over everybody, then the second over those passed over.</summary>
    /// <param name="draw">The people by number, best rank first.</param>
    public IReadOnlyList<InventedTurn> Play(IReadOnlyList<int> draw)
    {
        var allocation = Allocate(draw);
        var placed = new int?[People.Count];
        var turns = new List<InventedTurn>();
        void Turn(int pass, int person, bool isPlaced)
        {
            placed[person] = isPlaced ? allocation.PostOf(person) : null;
            turns.Add(new InventedTurn(pass, person, placed[person], [.. placed]));
        }

        // Whoever has a first choice got it in the first pass: a school that turned somebody down there is full.
        foreach (var person in draw)
        {
            Turn(1, person, allocation.ChoiceOf[person] == 0);
        }

        foreach (var person in draw)
        {
            if (allocation.ChoiceOf[person] != 0)
            {
                Turn(2, person, allocation.ChoiceOf[person] > 0);
            }
        }

        return turns;
    }

    /// <summary>In how many of all possible draws a person gets each school.</summary>
    public IReadOnlyList<int> OverAllDraws(int person)
    {
        var counts = new int[Schools.Count];
        foreach (var draw in Orders([.. Enumerable.Range(0, People.Count)]))
        {
            if (Allocate(draw).PostOf(person) is var school and >= 0)
            {
                counts[school]++;
            }
        }

        return counts;
    }

    private Allocation Allocate(IReadOnlyList<int> draw)
    {
        var instance = AllocationInstance.Create(
            [.. People.Select((name, person) => new Applicant(name, [.. Lists[person].Select(school => Schools[school])]))],
            [.. Schools.Select((name, school) => new Post(name, Places[school]))]);
        return new PreferenceInformed().Run(instance, new ApplicantOrder([.. draw]));
    }

    private static IEnumerable<int[]> Orders(int[] people) =>
        people.Length == 0 ? [[]] : people.SelectMany(first => Orders([.. people.Where(person => person != first)]).Select(rest => (int[])[first, .. rest]));
}
