using Gradus.Matching.Chances;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>One school on a doctor's list. Chances are parts of simulated rounds, from 0 to 1.</summary>
/// <param name="School">The school.</param>
/// <param name="FirstChoice">The chance of getting it when it is put first: from the published ratio, not modelled, unless a tier was asked for.</param>
/// <param name="Low">The chance of being placed there with this list, at the low end of the scenarios.</param>
/// <param name="Mid">The mean over the scenarios; with those of the other schools and <c>Unplaced</c> it adds up to 1.</param>
/// <param name="High">The same at the high end.</param>
/// <param name="ReachableInPassTwo">Whether places are left after first choices, so that it can be got without putting it first.</param>
public sealed record SchoolChance(string School, double FirstChoice, double Low, double Mid, double High, bool ReachableInPassTwo);

/// <summary>The odds of a linked pair with one list, in the middle of the scenarios, against the same two people unlinked.</summary>
/// <param name="Together">Linked: placed together anywhere.</param>
/// <param name="TogetherAtFirst">Linked: both at their first choice.</param>
/// <param name="UnlinkedTogether">Unlinked: both happen to be placed at the same school.</param>
/// <param name="UnlinkedBothAtFirst">Unlinked: both at their first choice.</param>
/// <param name="UnlinkedOneAtFirst">Unlinked: exactly one of them.</param>
/// <param name="UnlinkedNoneAtFirst">Unlinked: neither.</param>
public sealed record LinkedChances(double Together, double TogetherAtFirst, double UnlinkedTogether, double UnlinkedBothAtFirst, double UnlinkedOneAtFirst,
    double UnlinkedNoneAtFirst);

/// <summary>A doctor's chances with one order of the schools.</summary>
public sealed record FoundationChances : ToolAnswer
{
    /// <summary>The year whose figures were used.</summary>
    public required int Year { get; init; }

    /// <summary>The schools, in the doctor's order.</summary>
    public required IReadOnlyList<SchoolChance> Schools { get; init; }

    /// <summary>The chance of no school, the mean over the scenarios. Up to 2025 everybody was given a place in the end.</summary>
    public required double Unplaced { get; init; }

    /// <summary>The odds of the pair; <c>null</c> when alone, or when the link does not hold.</summary>
    public LinkedChances? Linked { get; init; }

    /// <summary>Whether a link was asked about that would be broken, because the orders differ.</summary>
    public bool LinkBreaks { get; init; }

    /// <summary>The same order under the other reading of the Act, where a priority group was asked about and it differs; <c>null</c> otherwise.</summary>
    public ReadingOfTheAct? OtherReading { get; init; }

    /// <summary>What the answer rests on, in sentences.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>What it would change to put each other school first; <c>null</c> unless asked for.</summary>
    public IReadOnlyList<AlternativeOrder>? Others { get; init; }

    /// <summary>What being placed at a choice says about the hidden rank; <c>null</c> unless asked for.</summary>
    public RankAfterOutcome? Rank { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Rank is { } rank)
        {
            yield return new TextPart("What your result says about your rank", [rank.Says]);
        }

        if (Linked is { } pair)
        {
            yield return new ValuesPart("Linked, and the same two people unlinked",
            [
                ("Linked, together", Hundred.About(pair.Together), null),
                ("Linked, both at the first choice", Hundred.About(pair.TogetherAtFirst), null),
                ("Unlinked, together", Hundred.About(pair.UnlinkedTogether), null),
                ("Unlinked, both at the first choice", Hundred.About(pair.UnlinkedBothAtFirst), null),
                ("Unlinked, one of you at the first choice", Hundred.About(pair.UnlinkedOneAtFirst), null),
                ("Unlinked, neither at the first choice", Hundred.About(pair.UnlinkedNoneAtFirst), null),
            ]);
        }

        if (LinkBreaks)
        {
            yield return new TextPart("This link would be broken", [ChancesSimulator.BrokenLink]);
        }

        if (OtherReading is { } reading)
        {
            yield return new TextPart("The other reading of the Act", [reading.Says]);
        }

        yield return new ListPart("What this rests on", Assumptions);
    }
}

/// <summary>The chances where each pass takes the priority group first and then everybody else, instead of both passes for the group and then both for everybody else.</summary>
/// <param name="Says">What differs, in a sentence.</param>
/// <param name="Schools">The schools in the doctor's order, with their chances under this reading.</param>
/// <param name="Unplaced">The chance of no school under this reading.</param>
public sealed record ReadingOfTheAct(string Says, IReadOnlyList<SchoolChance> Schools, double Unplaced);

/// <summary>What a stretch of ranks gets: a bracket.</summary>
/// <param name="Ranks">The stretch, as parts of all applicants, best 0.</param>
/// <param name="Chances">The chance of each choice, the mean over the scenarios; what is missing to 1 is no school.</param>
public sealed record RankBracket(RankRange Ranks, IReadOnlyList<double> Chances);

/// <summary>What another order would change.</summary>
/// <param name="PutFirst">The school moved to the top; the rest stays as it is.</param>
/// <param name="Schools">The schools in that order, with their chances.</param>
/// <param name="Unplaced">The chance of no school with that order.</param>
public sealed record AlternativeOrder(string PutFirst, IReadOnlyList<SchoolChance> Schools, double Unplaced);

/// <summary>Where a hidden rank lies, of 100 applicants, best 0: from the lowest to the highest over the scenarios.</summary>
/// <param name="Choice">Which choice was got, from 1.</param>
/// <param name="BestFrom">The best rank it can be; <c>null</c> when no scenario lets that choice be got.</param>
/// <param name="WorstTo">The worst.</param>
/// <param name="Says">The same as a sentence.</param>
public sealed record RankAfterOutcome(int Choice, double? BestFrom, double? WorstTo, string Says);
