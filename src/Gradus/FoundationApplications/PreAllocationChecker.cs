using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.FoundationApplications;

/// <summary>Checks a wish for pre-allocation against the round's rules.</summary>
public static class PreAllocationChecker
{
    private static readonly string[] WhatFollows =
    [
        "If it is approved you get that school outside the ranking; group, programme and employer come later and are not fixed by it.",
        "If it is refused you go into the main allocation by itself. You may appeal only against the process, with no new evidence.",
    ];

    /// <summary>Says whether a ground for pre-allocation is met, what proves it and what it costs, such as a broken link.</summary>
    public static PreAllocationAnswer Decide(PreAllocationFacts facts, PreAllocationFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var ofRound = figures.PreAllocation.Where(row => row.Cycle == facts.Cycle).ToList();
        if (ofRound.Count == 0)
        {
            var says = $"The rules of pre-allocation for {facts.Cycle} were not found; another year’s are not shown in their place.";
            return Answer(Verdict.Unknown, says, permitted: null, [new Reason("round-not-found", says, Status.NotFound, Ask: "UKFPO")], [], facts);
        }

        if (ofRound.Find(row => row.Criterion == facts.Criterion && row.Route == (facts.EligibilityRoute is true ? "other" : "nominated")) is not { } row)
        {
            var says = $"That reason is not among the five of {facts.Cycle}.";
            return Answer(Verdict.No, says, permitted: null, [ofRound[0].Because("no-such-criterion", says) with { Status = Status.Verify, Ask = "UKFPO" }], [], facts);
        }

        var age = figures.LetterAge.At(on, nation);
        var checks = Checks(facts, figures, age);
        var failed = checks.Where(check => check.Met is false).ToList();
        List<Reason> reasons = [row.Because("criterion",
            $"Reason {row.Number}, {Sentences.LowerFirst(row.Says)}: {row.Permitted ?? "which school is allowed was not found"}.") with { Ask = row.Ask },
            age.Because("letter-age", $"Letters may be at most {age.Text} old when the window closes.")];
        return failed.Count > 0 ? Answer(Verdict.No,
            $"As it stands it would be refused: {string.Join("; ", failed.Select(check => Sentences.LowerFirst(check.Says.TrimEnd('.'))))}.", row.Permitted,
            reasons, checks, facts)
            : row.Permitted is null ? Answer(Verdict.Unknown, "Which school you may ask for was not found for this reason.", permitted: null, reasons, checks, facts)
            : Answer(Verdict.Yes, $"You may ask for {Sentences.LowerFirst(row.Permitted)}.", row.Permitted, reasons, checks, facts);
    }

    private static List<PreAllocationCheck> Checks(PreAllocationFacts facts, PreAllocationFigures figures, FigureValue age)
    {
        List<PreAllocationCheck> checks =
        [
            new("ranked-first", "That school is first on Oriel", facts.RankedFirst, "The school must be ranked first, or the request is refused."),
            new("form", "This year’s form is uploaded with the application", facts.FormUploaded, "Only this year’s form counts, uploaded in the application window."),
        ];
        bool? isFresh = (facts.LetterDated, facts.WindowCloses, age.Whole) is ({ } dated, { } closes, { } months) ? dated <= closes && closes.MonthsOn(-months) <= dated : null;
        checks.Add(new("letter", $"The letter is at most {age.Text} old when the window closes", isFresh, $"Letters must be dated within {age.Text} before the window closes."));
        if (facts.AddressProofs.Count > 0)
        {
            var refused = figures.AddressProofs.Where(row => row.Cycle == facts.Cycle && facts.AddressProofs.Contains(row.Proof)).ToList();
            var hasOther = facts.AddressProofs.Contains(AddressProof.Other);
            checks.Add(new("address", "The address is proved by something that counts", hasOther,
                refused.Count == 0
                    ? "Nothing that you name is on the list of what does not count."
                    : $"{Sentences.Listed([.. refused.Select((row, place) => place == 0 ? row.Says : Sentences.LowerFirst(row.Says))])} no longer {(refused.Count == 1 ? "proves" : "prove")} an address{(hasOther ? "; the other document may" : "")}."));
        }

        return checks;
    }

    private static PreAllocationAnswer Answer(Verdict verdict, string says, string? permitted, IReadOnlyList<Reason> reasons,
        IReadOnlyList<PreAllocationCheck> checks, PreAllocationFacts facts) =>
        new()
        {
            Verdict = verdict,
            Says = says,
            Reasons = reasons,
            Permitted = permitted,
            Checks = checks,
            Follows = facts.Linked is true
            ? [.. WhatFollows,
                "If it is approved the link to the other applicant is broken; which rank each of you then has was not found. Ask UKFPO before you decide.",
                "A refusal is not among the things that break a link: both of you then go into the main allocation as a pair."]
            : WhatFollows,
        };
}
