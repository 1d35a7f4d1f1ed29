using Gradus.Dates;
using Gradus.Tools;

namespace Gradus.Rules;

/// <summary>
/// Reads the Medical Training (Prioritisation) Act 2026 for a doctor. The limbs are alternatives: any one is enough. Section 1 is the foundation programme,
/// section 2 offers of specialty posts made in 2026,
/// section 3 interviews and offers from 2027. Where only regulations can say, that is the answer.
/// </summary>
public static class PriorityChecker
{
    private const string Foundation = "foundation";
    private const string Specialty = "specialty";
    private const string British = "united-kingdom";
    private const string Irish = "ireland";
    private const string LocumPractice = "locum-practice";
    private const string NoCarryOver = "no-carry-over";
    private const string ProgrammeDoesNotCount = "programme-does-not-count";
    private const string FirstStage = "first-stage";

    /// <summary>Says which statements of the priority group the content lacks.</summary>
    public static IEnumerable<ContentComplaint> CheckContent(RuleBook book) =>
        StatementExtensions.Lacking(book, "specialty-applications/priority-statements", [LocumPractice, NoCarryOver, ProgrammeDoesNotCount, FirstStage]);

    /// <summary>Whether an applicant to the foundation programme comes first (section 1). Citizenship, visa and experience change nothing there.</summary>
    public static PriorityAnswer CheckFoundation(PriorityApplicant facts, PriorityFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var answer = Check(Foundation, facts, figures, on, nation);
        return answer with { Warnings = [.. answer.Warnings, .. WithoutEffectInFoundation(facts)] };
    }

    /// <summary>Whether an applicant to specialty training comes first (sections 2 and 3).</summary>
    public static PriorityAnswer CheckSpecialty(PriorityApplicant facts, PriorityFigures figures, DateOnly on, Nation nation) => Check(Specialty, facts, figures, on, nation);

    private static PriorityAnswer Check(string system, PriorityApplicant facts, PriorityFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var rows = figures.PrioritisationLimbs.Where(row => row.System == system).ToList();
        var day = facts.OfferedOn ?? new DateOnly(facts.Cycle, 12, 31);
        if (rows.Count == 0)
        {
            return BeforeTheAct(day, on);
        }

        if (rows.Min(row => row.From) is { } began && on < began && day >= began)
        {
            return NotYetInForce(rows[0], began, on);
        }

        var holding = rows.At(day, nation, row => row.Limb).OrderBy(row => row.Limb).ToList();
        var answer = Outcome(system, facts, figures, holding, rows, day, on, nation);
        return answer with { Warnings = [.. Warnings(system, facts, rows)] };
    }

    private static PriorityAnswer Outcome(string system, PriorityApplicant facts, PriorityFigures figures, List<PriorityLimbRow> holding,
        List<PriorityLimbRow> rows, DateOnly day, DateOnly on, Nation nation)
    {
        if (facts.PublicHealth is true && system == Specialty)
        {
            return DoesNotApply(rows[0].Because("public-health", "Programmes wholly in public health are not among those the Act prioritises."),
                "The Act does not apply: programmes wholly in public health are left out, so nobody comes first by law.", rows[0].Section);
        }

        if (holding.Count == 0)
        {
            var began = rows.Min(row => row.From)!.Value;
            return DoesNotApply(rows[0].Because("before-the-act", $"The Act holds from {began.Words()}."),
                $"The Act does not apply: it holds for what is offered from {began.Words()}, so in your round nobody came first by law.", section: null);
        }

        if (facts.Step == PriorityStep.Interview && !holding.Any(row => row.Interviews))
        {
            return DoesNotApply(holding[0].Because("interviews-not-covered",
                $"{(holding[0].Until is { } until ? $"Until {until.Words()}" : "In this round")} the Act decides who is offered a post, not who is interviewed."),
                "The Act does not decide who is interviewed in this round; it decides who is offered a post.", holding[0].Section);
        }

        var limbs = holding.ConvertAll(row => (Row: row, Limb: new PriorityLimb(row.Limb, Met(row.Limb, facts, figures, day, nation), row.Section, Says(row.Limb, facts.Stage))));
        var all = limbs.ConvertAll(limb => limb.Limb);
        var what = What(system, facts, holding, day);
        if (limbs.Find(limb => limb.Limb.Met == LimbMet.Yes) is { Row: { } met })
        {
            return InTheGroup(system, facts, figures, met, all, what, day, on, nation);
        }

        return limbs.Find(limb => limb.Limb.Met == LimbMet.NeedsRegulation) is { Row: { } open } ? NeedsRegulation(facts, figures, open, all, what, day, on, nation)
            : facts is { UkGraduate: null, QualifiedIn: null } ? NotSaid(system, facts, holding, all, what, figures)
            : Outside(system, facts, holding, all, what, figures, on);
    }

    private static LimbMet Met(PriorityLimbKey limb, PriorityApplicant facts, PriorityFigures figures, DateOnly day, Nation nation) => limb switch
    {
        PriorityLimbKey.UkGraduate => UkGraduate(facts, figures),
        PriorityLimbKey.PriorityGroup => QualifiedNearby(facts, figures),
        PriorityLimbKey.UkProgramme => Programme(facts),
        PriorityLimbKey.Immigration => Immigration(facts),
        _ => Regulations(facts, figures.NhsExperience.At(day, nation)),
    };

    /// <summary>Section 4(1): a UK degree, without all or most of the training outside the British Islands. A UK school's campus abroad is outside them.</summary>
    private static LimbMet UkGraduate(PriorityApplicant facts, PriorityFigures figures)
    {
        var act = ActOf(facts, figures);
        return facts.UkGraduate switch
        {
            null when act is null => LimbMet.NotSaid,
            false => LimbMet.No,
            null when act != British => LimbMet.No,
            _ when facts.MostlyOutside is true => LimbMet.No,
            _ when facts.MostlyOutside is null && act is not (null or British) => LimbMet.No,
            _ => LimbMet.Yes,
        };
    }

    /// <summary>Section 4(2) to (5): a degree from Ireland, mostly trained there, or from Iceland, Liechtenstein, Norway or Switzerland, wherever trained.</summary>
    private static LimbMet QualifiedNearby(PriorityApplicant facts, PriorityFigures figures) => ActOf(facts, figures) switch
    {
        null => facts.UkGraduate is true ? LimbMet.No : LimbMet.NotSaid,
        _ when facts.UkGraduate is true => LimbMet.No,
        Irish => facts.MostlyOutside is true ? LimbMet.No : LimbMet.Yes,
        "efta" => LimbMet.Yes,
        _ => LimbMet.No,
    };

    /// <summary>
    /// Section 5(5): for the first or only stage the UK Foundation Programme; for a later stage that, or the stage before. A locum appointment for training
    /// counts for later stages by NHS England's practice.
    /// </summary>
    private static LimbMet Programme(PriorityApplicant facts) => facts.Programme switch
    {
        null => LimbMet.NotSaid,
        PriorityProgramme.UkFoundation => LimbMet.Yes,
        PriorityProgramme.EarlierStage or PriorityProgramme.LocumForTraining when IsLater(facts.Stage) => LimbMet.Yes,
        _ => LimbMet.No,
    };

    private static bool IsLater(PriorityStage? stage) => stage is not (PriorityStage.FoundationYear1 or PriorityStage.CoreTraining1 or PriorityStage.SpecialtyTraining1);

    private static LimbMet Immigration(PriorityApplicant facts) =>
        HasStatus(facts) ? LimbMet.Yes
        : facts is { Citizenships.Count: 0, Settled: null } ? LimbMet.NotSaid
        : LimbMet.No;

    private static bool HasStatus(PriorityApplicant facts) =>
        facts.Settled is true || facts.RightOfAbode is true || facts.Citizenships.Contains(British) || facts.Citizenships.Contains(Irish);

    private static LimbMet Regulations(PriorityApplicant facts, FigureValue years)
    {
        if (years.Number is { } needed)
        {
            return facts.YearsInNhs is not { } worked ? LimbMet.NotSaid : worked >= needed ? LimbMet.Yes : LimbMet.No;
        }

        return facts.YearsInNhs > 0 || HasStatus(facts) ? LimbMet.NeedsRegulation
            : facts is { YearsInNhs: null } or { Citizenships.Count: 0, Settled: null } ? LimbMet.NotSaid
            : LimbMet.No;
    }

    private static PriorityAnswer InTheGroup(string system, PriorityApplicant facts, PriorityFigures figures, PriorityLimbRow met, List<PriorityLimb> limbs,
        string what, DateOnly day, DateOnly on, Nation nation)
    {
        var because = Because(met.Limb, facts);
        var says = $"You are in the priority group for {what}, because {because}.";
        List<Reason> reasons = [met.Because(Keys.Of(met.Limb), $"Section {met.Section} of the Act: {limbs.First(limb => limb.Key == met.Limb).Says}")];
        if (met.Limb == PriorityLimbKey.Regulations)
        {
            reasons.Add(figures.NhsExperience.At(day, nation)
                .Because("nhs-experience", $"Regulations ask for {figures.NhsExperience.At(day, nation).Text} as a doctor in the NHS."));
        }

        if (met.Limb is PriorityLimbKey.PriorityGroup or PriorityLimbKey.UkGraduate)
        {
            reasons.Add(met.Because("recognised", "The degree must be one that the GMC accepts as a primary medical qualification."));
        }

        if (met.Limb == PriorityLimbKey.UkProgramme && facts.Programme == PriorityProgramme.LocumForTraining)
        {
            reasons.Add(Said(LocumPractice, figures));
        }

        return new PriorityAnswer
        {
            Verdict = Verdict.Yes,
            Says = says,
            Reasons = reasons,
            Group = PriorityGroup.Priority,
            Limb = met.Limb,
            Section = met.Section,
            NeedsRegulation = false,
            Limbs = limbs,
            Plainly =
            [
                says,
                system == Foundation
                    ? "Every eligible applicant in the group is offered a place before anybody outside it. Inside the group the rank decides as it did, and the reason you are in it changes nothing."
                    : "Being in the group is no promise of a post: those of it who are appointable are offered posts in the order of the rank before anybody outside it. The reason you are in it changes nothing.",
                AskForReview(system, facts, figures, on),
            ],
            UntilThen = [],
            Milestones = system == Specialty ? Review(facts, figures) : [],
        };
    }

    private static PriorityAnswer NeedsRegulation(PriorityApplicant facts, PriorityFigures figures, PriorityLimbRow open, List<PriorityLimb> limbs,
        string what, DateOnly day, DateOnly on, Nation nation)
    {
        var says = $"Nobody can say yet whether you are in the priority group for {what}: it needs regulations, and none have been found.";
        var proposed = figures.NhsExperienceProposed.At(day, nation);
        var years = figures.NhsExperience.At(day, nation);
        var reviews = Review(facts, figures);
        var closed = facts.OfferedOn is null
            ? figures.Rounds.FirstOrDefault(stage => stage.Stage == "closes" && stage.Cycle == facts.Cycle && stage.Round == RoundOf(facts.Stage) && stage.Last < on)
            : null;
        List<Reason> reasons =
        [
            years.Because("needs-regulation",
                $"Section {open.Section} of the Act lets regulations describe doctors by significant experience in the NHS or by immigration status; until they are made, neither counts."),
            Said(NoCarryOver, figures),
        ];
        if (facts.YearsInNhs is { } worked && worked > 0 && proposed.IsKnown)
        {
            reasons.Add(proposed.Because("proposed", Proposal(worked, proposed)));
        }

        return new PriorityAnswer
        {
            Verdict = Verdict.Unknown,
            Says = says,
            Reasons = reasons,
            Group = PriorityGroup.NeedsRegulation,
            Limb = open.Limb,
            Section = open.Section,
            NeedsRegulation = true,
            Limbs = limbs,
            Plainly =
            [
                says,
                "If regulations name your case you are inside the group; if they are made without it, or not in time, you are outside it.",
                closed is null
                    ? "Apply as usual and keep your proof ready; nothing you can do now is lost by waiting for the regulations."
                    : "Keep your proof ready; nothing you can do now is lost by waiting for the regulations.",
            ],
            UntilThen =
            [
                closed is { Last: { } last }
                    ? $"If you have not applied, look at a later round: the window of Round {closed.Round} of {closed.Cycle} closed on {last.Words()}, without waiting for regulations."
                    : "Apply in the round’s window. The window does not wait for regulations.",
                "Keep contracts and dates of every NHS post, and proof of your citizenship or immigration status.",
                reviews.Count > 0
                    ? ReviewIsOver(reviews[0], on) ?? $"Look at the status you are shown, and ask for a review by {reviews[0].Ends()}."
                    : "Look at the status you are shown before offers, and ask for a review before offers begin in your round; the last day was not found.",
                $"Ask {years.Ask ?? "the recruitment office named in the advert"} whether regulations have been made for {facts.Cycle}.",
            ],
            Milestones = reviews,
        };
    }

    private static string Proposal(decimal worked, FigureValue proposed)
    {
        var text = FigureText.Digits(worked, places: 2);
        return worked >= proposed.High ? $"Only proposals: they ask for {proposed.Text}, and your {text} would be enough for each of them."
            : worked < proposed.Low ? $"Only proposals: they ask for {proposed.Text}, and your {text} would be enough for none of them."
            : $"Only proposals: they ask for {proposed.Text}, and your {text} would be enough for some of them.";
    }

    private static PriorityAnswer NotSaid(string system, PriorityApplicant facts, List<PriorityLimbRow> holding, List<PriorityLimb> limbs, string what, PriorityFigures figures)
    {
        var says = $"Say where you qualified: that decides first whether you are in the priority group for {what}, and nothing else you told us puts you in it.";
        return new PriorityAnswer
        {
            Verdict = Verdict.Unknown,
            Says = says,
            Reasons = [holding[0].Because("not-said", $"There are {limbs.Count} ways into the group, one is enough, and you have not answered the first two.")],
            Status = holding[0].Status,
            Group = PriorityGroup.NotSaid,
            Limb = null,
            Section = null,
            NeedsRegulation = false,
            Limbs = limbs,
            Plainly = [says,
                "A degree from the UK or Ireland, with most of the training there, or from Iceland, Liechtenstein, Norway or Switzerland, is enough alone.",
                "The list shows each way into the group, and which of them you have not answered."],
            UntilThen = [],
            Milestones = system == Specialty ? Review(facts, figures) : [],
        };
    }

    private static PriorityAnswer Outside(string system, PriorityApplicant facts, List<PriorityLimbRow> holding, List<PriorityLimb> limbs, string what,
        PriorityFigures figures, DateOnly on)
    {
        var unanswered = limbs.Count(limb => limb.Met == LimbMet.NotSaid);
        var says = $"On what you told us you are outside the priority group for {what}{unanswered switch { 0 => "", 1 => "; one way into it you did not answer", _ => $"; {unanswered} ways into it you did not answer" }}.";
        return new PriorityAnswer
        {
            Verdict = Verdict.No,
            Says = says,
            Reasons = [holding[0].Because("no-limb", $"None of the {limbs.Count} ways into the group is met; one would be enough."), .. Excluded(facts, figures)],
            Group = PriorityGroup.NotPriority,
            Limb = null,
            Section = null,
            NeedsRegulation = false,
            Limbs = limbs,
            Plainly =
            [
                says,
                system == Foundation
                    ? "Places go to every eligible applicant in the group first; you may be offered one of those that are left, and nothing in the law promises that there are any."
                    : "Every appointable doctor in the group is offered a post before you; you may still apply, and your rank counts among those outside it.",
                unanswered > 0 ? "Some of the ways in you did not answer: look at the list, and answer those that may be yours." : AskForReview(system, facts, figures, on),
            ],
            UntilThen = [],
            Milestones = system == Specialty ? Review(facts, figures) : [],
        };
    }

    private static Reason Said(string key, PriorityFigures figures)
    {
        var statement = figures.PriorityStatements.First(row => row.Key == key);
        return statement.Because(key, statement.Says);
    }

    private static IEnumerable<Reason> Excluded(PriorityApplicant facts, PriorityFigures figures)
    {
        if (facts.Programme is PriorityProgramme.MaltaFoundation or PriorityProgramme.Other or PriorityProgramme.OtherSpecialty)
        {
            yield return Said(ProgrammeDoesNotCount, figures);
        }

        if (facts.Programme is PriorityProgramme.EarlierStage or PriorityProgramme.LocumForTraining && !IsLater(facts.Stage))
        {
            yield return Said(FirstStage, figures);
        }
    }

    private static PriorityAnswer DoesNotApply(Reason reason, string says, string? section) => new()
    {
        Verdict = Verdict.No,
        Says = says,
        Reasons = [reason],
        Group = PriorityGroup.ActDoesNotApply,
        Limb = null,
        Section = section,
        NeedsRegulation = false,
        Limbs = [],
        Plainly = [says, "Everybody is taken in the order of the rank.", "The advert of your round says how the rank is made."],
        UntilThen = [],
    };

    // Of a year that has not begun nobody could say what the law would be; of one that has, what the law was.
    private static PriorityAnswer BeforeTheAct(DateOnly day, DateOnly on)
    {
        if (day.Year > on.Year)
        {
            var nobody = $"On {on.Words()} nobody could say: no such law had been made, and one might be before {day.Year}.";
            return NotYet(nobody, new Reason("not-yet-law", nobody, Status.Unpublished, Ask: "the recruitment office named in the advert"));
        }

        var says = day <= on
            ? $"On {day.Words()} no law put anybody first."
            : $"On {on.Words()} no law put anybody first, so nobody comes first by law unless one is made before the offers.";
        return DoesNotApply(new Reason("before-the-act", says, Status.Computed), says, section: null);
    }

    private static PriorityAnswer NotYetInForce(PriorityLimbRow row, DateOnly began, DateOnly on)
    {
        var says = $"On {on.Words()} the Act was made and not yet in force: nobody came first by law. It holds from {began.Words()}.";
        return NotYet(says, row.Because("not-yet-in-force",
            $"{says} It was made on {row.Known?.Words()} by the statute file; some commentators give the day after.") with
        {
            Status = Status.Verify,
            Ask = "the recruitment office named in the advert"
        });
    }

    private static PriorityAnswer NotYet(string says, Reason reason) => new()
    {
        Verdict = Verdict.Unknown,
        Says = says,
        Reasons = [reason],
        Group = PriorityGroup.NotYetLaw,
        Limb = null,
        Section = null,
        NeedsRegulation = false,
        Limbs = [],
        Plainly = [says],
        UntilThen = [],
    };

    // Round 1 is CT1 and ST1, and what is asked without a stage; most later stages are in Round 2.
    private static int RoundOf(PriorityStage? stage) => stage is null || !IsLater(stage) ? 1 : 2;

    private static string AskForReview(string system, PriorityApplicant facts, PriorityFigures figures, DateOnly on) =>
        (system == Specialty && Review(facts, figures) is [{ } review, ..] ? ReviewIsOver(review, on) : null)
        ?? "Check the status that you are shown before offers, and ask for a review if it is not this one: once offers have begun nobody can.";

    private static string? ReviewIsOver(Milestone review, DateOnly on) => review.Last >= on ? null
        : $"The time to ask for a review of the status you were shown ended on {review.Ends()}: if it is wrong, ask the recruitment office named in the advert what can still be done.";

    private static List<Milestone> Review(PriorityApplicant facts, PriorityFigures figures) =>
        [.. figures.Rounds.Where(stage => stage.Stage == "priority-review" && stage.Cycle == facts.Cycle && stage.Round == RoundOf(facts.Stage) && facts.OfferedOn is null)
            .Select(stage => stage.AsMilestone())
            .OfType<Milestone>()];

    private static IEnumerable<Warning> Warnings(string system, PriorityApplicant facts, List<PriorityLimbRow> rows)
    {
        var began = rows.Min(row => row.From)!.Value;
        if (facts.OfferedOn is { } offered && system == Specialty && offered.Year != facts.Cycle)
        {
            yield return new Warning("offeredOn",
                $"The Act goes by the day of the offer or interview: what happens in {offered.Year} falls under the rule of that year, though the round is called {facts.Cycle}.");
        }

        if (facts.OfferedOn is null && facts.Cycle == began.Year)
        {
            yield return new Warning("offeredOn", $"Offers made before {began.Words()} were made without the Act. Say the day of the offer if yours was earlier.");
        }

        if (facts is { UkGraduate: null, QualifiedIn: null })
        {
            yield return new Warning("qualifiedIn", "You did not say where you qualified, which is the first thing the Act asks.");
        }

        if (facts is { UkGraduate: true, MostlyOutside: null, QualifiedIn: not (null or British) })
        {
            yield return new Warning("mostlyOutside", "A UK degree gained at a campus abroad is read as trained mostly outside the British Islands. Say so if it was otherwise.");
        }
    }

    private static IEnumerable<Warning> WithoutEffectInFoundation(PriorityApplicant facts)
    {
        (string Field, bool IsGiven)[] unread =
        [
            ("stage", facts.Stage is not (null or PriorityStage.FoundationYear1)), ("step", facts.Step is not null),
                ("citizenships", facts.Citizenships.Count > 0), ("settled", facts.Settled is not null),
            ("rightOfAbode", facts.RightOfAbode is not null), ("programme", facts.Programme is not null), ("yearsInNhs", facts.YearsInNhs is not null),
                ("publicHealth", facts.PublicHealth is not null),
        ];
        return unread.Where(fact => fact.IsGiven)
            .Select(fact => new Warning(fact.Field, "For the foundation programme this changes nothing: only where you qualified and trained counts."));
    }

    private static string? ActOf(PriorityApplicant facts, PriorityFigures figures) => figures.Countries.FirstOrDefault(country => country.Country == facts.QualifiedIn)?.Act;

    private static string What(string system, PriorityApplicant facts, List<PriorityLimbRow> holding, DateOnly day) =>
        system == Foundation ? $"the foundation programme of {facts.Cycle}"
        : facts.Step == PriorityStep.Interview ? $"interviews in {day.Year}"
        : facts.Step == PriorityStep.Offer || !holding.Any(row => row.Interviews) ? $"offers made in {day.Year}"
        : $"interviews and offers in {day.Year}";

    private static string Because(PriorityLimbKey limb, PriorityApplicant facts) => limb switch
    {
        PriorityLimbKey.UkGraduate => "you hold a UK medical degree and trained mostly in the British Islands",
        PriorityLimbKey.PriorityGroup => "of where you qualified",
        PriorityLimbKey.UkProgramme => facts.Programme == PriorityProgramme.UkFoundation
            ? "you are on, or completed, the UK Foundation Programme"
            : "you are on, or completed, the stage before",
        PriorityLimbKey.Immigration => "of your citizenship or immigration status",
        _ => "of your years in the NHS",
    };

    private static string Says(PriorityLimbKey limb, PriorityStage? stage) => limb switch
    {
        PriorityLimbKey.UkGraduate => "A UK medical degree, with most of the training in the British Islands.",
        PriorityLimbKey.PriorityGroup => "A degree from Ireland with most of the training there, or from Iceland, Liechtenstein, Norway or Switzerland.",
        PriorityLimbKey.UkProgramme => stage is not null && !IsLater(stage)
            ? "On the UK Foundation Programme, or completed it."
            : "On the UK Foundation Programme or, for a later stage, the earlier stage of the same specialty; or completed one of them.",
        PriorityLimbKey.Immigration => "British citizen, Irish citizen, Commonwealth citizen with right of abode, indefinite leave, or settled or pre-settled status.",
        _ => "What regulations describe: significant experience as a doctor in the NHS, or immigration status.",
    };
}
