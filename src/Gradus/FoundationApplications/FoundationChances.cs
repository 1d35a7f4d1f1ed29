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
public sealed record LinkedChances(double Together, double TogetherAtFirst, double UnlinkedTogether, double UnlinkedBothAtFirst, double UnlinkedOneAtFirst, double UnlinkedNoneAtFirst);

/// <summary>A doctor's chances with one order of the schools.</summary>
/// <param name="Year">The year whose figures were used.</param>
/// <param name="Schools">The schools, in the doctor's order.</param>
/// <param name="Unplaced">The chance of no school, the mean over the scenarios. Up to 2025 everybody was given a place in the end.</param>
/// <param name="Linked">The odds of the pair; <c>null</c> when alone, or when the link does not hold.</param>
/// <param name="Assumptions">What the answer rests on, in sentences.</param>
/// <param name="Others">What it would change to put each other school first; <c>null</c> unless asked for.</param>
/// <param name="Rank">What being placed at a choice says about the hidden rank; <c>null</c> unless asked for.</param>
public sealed record FoundationChances(
    int Year, IReadOnlyList<SchoolChance> Schools, double Unplaced, LinkedChances? Linked, IReadOnlyList<string> Assumptions, IReadOnlyList<AlternativeOrder>? Others = null, RankAfterOutcome? Rank = null);

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

/// <summary>What is asked about an order of all schools. Schools are given as their places in the year's schools, best first.</summary>
/// <param name="Order">The doctor's order.</param>
/// <param name="PartnersOrder">The order of somebody linked with the doctor; <c>null</c> when alone.</param>
/// <param name="WithOthers">Whether to say what other orders would change.</param>
/// <param name="Outcome">The choice that was got, from 1, when the result is known; <c>null</c> before.</param>
public sealed record ChancesQuestion(IReadOnlyList<int> Order, IReadOnlyList<int>? PartnersOrder = null, bool WithOthers = false, int? Outcome = null);
