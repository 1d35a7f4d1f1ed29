using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>Checks the conditions of applying at CT1 and ST1, one by one.</summary>
public static class EligibilityChecker
{
    /// <summary>Refuses a start before the application.</summary>
    public static void Check(EligibilityFacts facts, EligibilityFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Starts <= facts.Applies)
        {
            errors.Add("starts", "Expected a day after the day you apply.");
        }

        if (facts.Starts < new DateOnly(2000, 1, 1))
        {
            errors.Add("starts", "Expected a day from 2000 on.");
        }
    }

    /// <summary>Checks the conditions.</summary>
    public static Eligibility Decide(EligibilityFacts facts, EligibilityFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var applies = facts.Applies ?? on;
        var row = figures.Selection.First(row => row.Programme == facts.Specialty);
        var window = figures.FoundationWindow.At(applies, nation);
        // The advert names a month, February 2024 or later for August 2027, so the whole month counts.
        DateOnly? from = window.Whole is { } months && facts.Starts.MonthsOn(-months) is { } back ? new DateOnly(back.Year, back.Month, 1) : null;
        List<(EligibilityCondition Condition, Reason Reason)> checks =
        [
            Registration(facts, row),
            Foundation(facts, figures, from, window, applies, nation),
            Experience(facts, figures.Experience.At(applies, nation), row),
            NotTooMuch(facts, row),
            Cap(facts, figures.ApplicationsCap.At(applies, nation)),
            English(facts, figures.EnglishIelts.At(applies, nation), figures.EnglishIeltsPart.At(applies, nation)),
            Resigned(facts, row),
        ];
        var conditions = checks.ConvertAll(check => check.Condition);
        var failed = conditions.Where(condition => condition.Met == ConditionMet.No).ToList();
        var open = conditions.Where(condition => condition.Met is ConditionMet.NotSaid or ConditionMet.Unknown).ToList();
        return new Eligibility
        {
            Verdict = failed.Count > 0 ? Verdict.No : open.Count > 0 ? Verdict.Unknown : Verdict.Yes,
            Says = failed.Count > 0 ? $"On what you told us you cannot apply. Not met: {Named(failed)}."
                : open.Count > 0 ? $"Nothing you told us stands against it. Still open: {Named(open)}."
                : $"On what you told us you may apply for {row.Specialty}.",
            Reasons = checks.ConvertAll(check => check.Reason),
            Conditions = conditions,
            WindowFrom = from,
            Warnings = [.. Warnings(facts, figures, applies)],
        };
    }

    private static string Named(IEnumerable<EligibilityCondition> conditions) =>
        Sentences.Listed([.. conditions.Select(condition => $"“{Sentences.LowerFirst(condition.What)}”")]);

    private static IEnumerable<Warning> Warnings(EligibilityFacts facts, EligibilityFigures figures, DateOnly applies)
    {
        if (facts.Proof is FoundationProof.OnProgramme)
        {
            yield return new Warning("proof", "Name your foundation school; the offer depends on the certificate.");
        }
        else if (facts.Proof is FoundationProof.Completed or FoundationProof.Crest)
        {
            yield return new Warning("proof", "Upload the certificate with the application: without it the application ends, and there is no second upload.");
        }

        // Posts that start from January to March are those of Round 3 of the year before.
        var (cycle, round) = IsRound3(facts) ? (facts.Starts.Year - 1, 3) : (facts.Starts.Year, 1);
        RecruitmentStage? Stage(string key) =>
            figures.Rounds.FirstOrDefault(stage => stage.Stage == key && stage.Cycle == cycle && stage.Round == round && stage.First is not null);
        if (Stage("closes") is { Last: { } closed } && applies > closed)
        {
            yield return new Warning("applies", $"Round {round} of {cycle} closed on {closed.Words()}: this says whether the conditions are met, not that you can still apply.");
        }
        else if (Stage("opens") is { First: { } opens } && applies < opens)
        {
            yield return new Warning("applies", $"Round {round} of {cycle} opens on {opens.Words()}.");
        }
    }

    private static bool IsRound3(EligibilityFacts facts) => facts.Starts.Month <= 3;

    private static (EligibilityCondition, Reason) Registration(EligibilityFacts facts, SelectionRow row)
    {
        var publicHealth = row.Programme == "public-health-medicine";
        var met = publicHealth && facts.FullRegistration is not true ? ConditionMet.Unknown : Of(facts.FullRegistration);
        var says = publicHealth && facts.FullRegistration is not true
            ? "Public health takes people who are not doctors; what registration it asks of a doctor was not found."
            : "Since 2026 full registration is needed on the day you apply; the licence to practise can wait until you start.";
        return Pair("registration", "Full GMC registration on the day you apply", met, says,
            publicHealth && facts.FullRegistration is not true ? Status.NotFound : Status.Verify, "nhs-england-changes-2026");
    }

    private static (EligibilityCondition, Reason) Foundation(EligibilityFacts facts, EligibilityFigures figures, DateOnly? from, FigureValue window,
        DateOnly applies, Nation nation)
    {
        const string What = "Foundation competence";
        var crest = figures.CrestMonths.At(applies, nation);
        var (met, says) = facts.Proof switch
        {
            null => (ConditionMet.NotSaid, "Say how you show it."),
            FoundationProof.OnProgramme => (ConditionMet.Yes, "You are on the UK foundation programme."),
            FoundationProof.InTraining => (ConditionMet.Yes, "A current UK training post with a training number is enough."),
            FoundationProof.Refugee => (ConditionMet.Unknown, "There is a separate arrangement for refugee doctors; its rules were not found."),
            FoundationProof.None => (ConditionMet.No, "One of the routes is needed."),
            FoundationProof.Crest when facts.FoundationUnfinished is true => (ConditionMet.No,
                "A CREST is not open to somebody who began a UK foundation programme or F2 post and did not complete it."),
            _ when from is null => (ConditionMet.Unknown, "How far back it may have been gained had not been published."),
            _ when facts.ProofDated is null => (ConditionMet.NotSaid, $"Say the date of the certificate; it counts from {Month(from!.Value)} on."),
            _ when facts.ProofDated > applies => (ConditionMet.No, $"It has to be there, and uploaded, when you apply; {facts.ProofDated!.Value.Words()} is later."),
            _ when facts.ProofDated < from => (ConditionMet.No, $"It must have been gained within {window.Text} of the start, so in {Month(from!.Value)} or later."),
            FoundationProof.Crest when crest.Number is { } least && facts.CrestMonths is { } worked && worked < least => (ConditionMet.No,
                $"The person who signs must have worked with you for {crest.Text} without a break, whole-time equivalent."),
            FoundationProof.Crest when facts.CrestMonths is null => (ConditionMet.NotSaid, $"Say how long the person who signs worked with you; {crest.Text} are needed."),
            FoundationProof.Crest when facts.FoundationUnfinished is null => (ConditionMet.NotSaid,
                "Say whether you began a UK foundation programme or F2 post and did not complete it: then a CREST is not open to you."),
            _ => (ConditionMet.Yes, $"Gained within {window.Text} of the start."),
        };
        var condition = new EligibilityCondition("foundation", What, met, says, met == ConditionMet.Unknown ? Status.NotFound : window.Status);
        return (condition, met == ConditionMet.Unknown
            ? new Reason("foundation", says, Status.NotFound, Ask: "the lead recruiter named in the advert")
            : window.Because("foundation", says));
    }

    private static (EligibilityCondition, Reason) Experience(EligibilityFacts facts, FigureValue experience, SelectionRow row)
    {
        const string What = "Enough experience as a doctor";
        if (row.Programme != "internal-medicine")
        {
            var notFound = $"How many months {row.Specialty} asks for was not found; internal medicine asks for {experience.Text}.";
            return (new EligibilityCondition("experience", What, ConditionMet.Unknown, notFound, Status.NotFound),
                new Reason("experience", notFound, Status.NotFound, Ask: "the lead recruiter named in the advert"));
        }

        var half = experience.Number / 2;
        var (met, says) = (facts.MonthsBefore, facts.MonthsAfter) switch
        {
            _ when half is null => (ConditionMet.Unknown, "How much had not been published."),
            (null, _) or (_, null) => (ConditionMet.NotSaid, $"{experience.Text} by the start, half of them before full registration and half after, in any country."),
            var (before, after) when before < half => (ConditionMet.No, $"{half:0} months before full registration are needed, F1 or an internship; you have {before:0.##}."),
            var (_, after) when after < half => (ConditionMet.No, $"{half:0} months after full registration are needed by the start; you will have {after:0.##}."),
            _ => (ConditionMet.Yes, $"{experience.Text}, half before full registration and half after."),
        };
        return (new EligibilityCondition("experience", What, met, says, experience.Status), experience.Because("experience", says));
    }

    private static (EligibilityCondition, Reason) NotTooMuch(EligibilityFacts facts, SelectionRow row)
    {
        const string What = "Not too much experience in the specialty";
        var (met, says, status) = row.ExperienceMonths is not { } most ? row.Experience.StartsWith("None", StringComparison.Ordinal)
            ? (ConditionMet.Yes, "No limit is stated.", row.Status)
            : (ConditionMet.Unknown, "Whether there is a limit was not found.", Status.NotFound)
            : facts.MonthsInSpecialty is not { } worked ? (ConditionMet.NotSaid, $"At most {most} months {row.ExperienceIn}.", row.Status)
            : worked > most ? (ConditionMet.No, $"At most {most} months {row.ExperienceIn}; you have {worked:0.##}.", row.Status)
            : (ConditionMet.Yes, $"At most {most} months {row.ExperienceIn}; you have {worked:0.##}.", row.Status);
        return Pair("experience-cap", What, met, says, status, row.Source);
    }

    private static (EligibilityCondition, Reason) Cap(EligibilityFacts facts, FigureValue cap)
    {
        const string What = "Not too many applications in the round";
        if (IsRound3(facts))
        {
            const string Says = "The limit is Round 1’s. Posts that start from January to March are Round 3’s; whether that has a limit was not found.";
            return (new EligibilityCondition("applications", What, ConditionMet.Unknown, Says, Status.NotFound),
                new Reason("applications", Says, Status.NotFound, Ask: "the lead recruiter named in the advert"));
        }

        var (met, says) = cap.Number is not { } most ? (ConditionMet.Unknown, "Whether there is a limit had not been published.")
            : facts.Applications is not { } sent ? (ConditionMet.NotSaid, $"At most {cap.Text} in Round 1; Round 2 has no limit.")
            : sent > most ? (ConditionMet.No, $"At most {cap.Text} in Round 1; you have {sent}.")
            : (ConditionMet.Yes, $"At most {cap.Text} in Round 1; you have {sent}.");
        return (new EligibilityCondition("applications", What, met, says, cap.Status), cap.Because("applications", says));
    }

    private static (EligibilityCondition, Reason) English(EligibilityFacts facts, FigureValue ielts, FigureValue part)
    {
        var (met, says) = facts.FullRegistration is true
            ? (ConditionMet.Yes, "Your GMC registration covers it, as internal medicine says; other specialties are read alike.")
            : (ConditionMet.NotSaid, $"GMC registration covers it. Without, person specifications list IELTS {ielts.Text} with {part.Text} in each part, or OET.");
        return (new EligibilityCondition("english", "English", met, says, ielts.Status), ielts.Because("english", says));
    }

    private static (EligibilityCondition, Reason) Resigned(EligibilityFacts facts, SelectionRow row) => facts.ResignedBefore switch
    {
        false => Pair("earlier-resignation", "No earlier resignation or removal", ConditionMet.Yes, "Nothing to explain.", Status.Verify, "imt-recruitment-eligibility"),
        true => Pair("earlier-resignation", "A form about the earlier resignation or removal", ConditionMet.Unknown,
            $"A supporting form is needed; what it must hold was not found. Ask the lead recruiter for {row.Specialty}.", Status.NotFound,
            "imt-recruitment-eligibility"),
        _ => Pair("earlier-resignation", "Earlier resignation or removal", ConditionMet.NotSaid,
            "If you resigned or were removed from this specialty before, a supporting form is needed.", Status.Verify, "imt-recruitment-eligibility"),
    };

    private static (EligibilityCondition, Reason) Pair(string key, string what, ConditionMet met, string says, Status status, string source) =>
        (new EligibilityCondition(key, what, met, says, status),
            new Reason(key, says, status, SourceId: source, Ask: status.IsWithoutValue() ? "the lead recruiter named in the advert" : null));

    private static ConditionMet Of(bool? isSo) => isSo switch { true => ConditionMet.Yes, false => ConditionMet.No, _ => ConditionMet.NotSaid };

    private static string Month(DateOnly day) => day.Words()[(day.Words().IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
