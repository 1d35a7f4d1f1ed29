using System.Text.Json.Serialization;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>The tools about applying for a specialty training post.</summary>
public static class SpecialtyApplicationsTools
{
    /// <summary>Am I in the priority group for specialty training?</summary>
    public static Tool Priority { get; } = new Tool<PriorityApplicant, PriorityFigures, PriorityAnswer>(PriorityChecker.CheckSpecialty,
        options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "priority",
        CheckContent = PriorityChecker.CheckContent,
        Question = "Am I in the priority group for specialty training?",
        Name = "Priority group",
        Words = "Whether the Medical Training (Prioritisation) Act 2026 puts you first for interviews and offers, and what to do meanwhile.",
        SearchedAs = "UK graduate prioritisation, degree, programme, citizenship, settled status, NHS experience, regulations, international medical graduates, IMG",
        Kind = ToolKind.Check,
        Minutes = 2,
        IsPersonal = true,
    };

    /// <summary>How many points is my evidence worth?</summary>
    public static Tool SelfAssessment { get; } = new Tool<SelfAssessmentEvidence, SelfAssessmentFigures, SelfAssessment>(SelfAssessmentCalculator.Calculate,
        options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "self-assessment",
        Question = "How many points does my specialty application score?",
        Name = "Self-assessment score",
        Words = "Your portfolio points by your specialty’s published scoring, and what would still add some.",
        SearchedAs = "scoring, IMT, core surgery, radiology, paediatrics, histopathology, cardiothoracic surgery, ophthalmology, physician ST3 and ST4, orthopaedics ST3, publications, presentations, teaching, audit, degrees",
        Kind = ToolKind.WorkOut,
        Minutes = 5,
        Check = SelfAssessmentCalculator.Check,
        Offers = SelfAssessmentCalculator.Offers,
        OffersBy = "framework",
        OffersAs = "List what this round counts",
    };

    /// <summary>By when must I answer an offer?</summary>
    public static Tool OfferDeadline { get; } = new Tool<OfferArrived, OfferFigures, OfferDeadline>(OfferDeadlineCalculator.Calculate,
        options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "offer-deadline",
        Question = "By when must I answer my training offer?",
        Name = "Offer deadline",
        Words = "The hour by which you must answer a training offer, what each answer does, and what can still be done afterwards.",
        SearchedAs = "specialty training offer, deadline, Oriel, 48 hours, expires, lapses, weekends left out, Saturday, Sunday, bank holidays counted, accept, hold, upgrade, decline, other applications",
        Kind = ToolKind.WorkOut,
        Minutes = 1,
        Check = OfferDeadlineCalculator.Check,
    };

    /// <summary>What happens when in specialty recruitment?</summary>
    public static Tool Calendar { get; } = new Tool<CalendarFacts, CalendarFigures, RoundCalendar>(RoundCalendarPlanner.Plan, options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "calendar",
        Question = "When do specialty applications open and close, and what comes next?",
        Name = "Recruitment calendar",
        Words = "When the rounds of your specialties open, close, interview and offer: what is next, what clashes, and what was not found.",
        SearchedAs = "specialty recruitment, deadlines, dates by round, Oriel, opening, closing, MSRA, interviews, hold and upgrade deadlines, days left, exams",
        Kind = ToolKind.Plan,
        Minutes = 2,
        Check = RoundCalendarPlanner.Check,
    };

    /// <summary>Am I eligible?</summary>
    public static Tool Eligibility { get; } = new Tool<EligibilityFacts, EligibilityFigures, Eligibility>(EligibilityChecker.Decide,
        options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "eligibility",
        Question = "Am I eligible to apply for specialty training?",
        Name = "Eligibility check",
        Words = "GMC registration, foundation competence, experience and the limits on applications, condition by condition.",
        SearchedAs = "FPCC, CREST, date window, too much experience, the cap on applications, an earlier resignation",
        Kind = ToolKind.Check,
        Minutes = 3,
        IsPersonal = true,
        Check = EligibilityChecker.Check,
        Next = "/specialty-applications/priority",
    };

    /// <summary>How does a specialty select?</summary>
    public static Tool Selection { get; } = new Tool<SelectionFacts, SelectionFigures, SelectionAnswer>(SelectionFinder.Find, options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "selection",
        Question = "How does my specialty choose, and what does my MSRA score mean?",
        Name = "How a specialty selects",
        Words = "Shortlisting, interview and the weights of the final rank in your specialty, and what an MSRA score means there.",
        SearchedAs = "portfolio by specialty, lowest mark to be appointable, least score, bands of general practice",
        Kind = ToolKind.Check,
        Minutes = 1,
    };

    /// <summary>How do two specialties compare?</summary>
    public static Tool Compare { get; } = new Tool<ComparisonFacts, ComparisonFigures, SpecialtyComparison>(SpecialtyComparisonFinder.Find,
        options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "compare",
        Question = "How do two specialties compare in length, way in and competition?",
        Name = "Two specialties side by side",
        Words = "Two specialties side by side: years of training at your share of full time, way in, exams and competition.",
        SearchedAs = "less than full time, LTFT, percentage, run-through, core, dual certificates, competition ratio",
        Kind = ToolKind.Compare,
        Minutes = 1,
        Check = SpecialtyComparisonFinder.Check,
    };

    /// <summary>How do I answer offers? A practice round.</summary>
    public static Tool Offers { get; } = new Tool<PracticeFacts, PracticeFigures, PracticeRound>(OfferPracticeSimulator.Simulate, options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "offers",
        Question = "What happens if I accept, hold, upgrade or decline an offer?",
        Name = "Offer day practice",
        Words = "Practise offer day on an invented round: answer your offers and see where another answer would have ended.",
        SearchedAs = "accept with upgrades, hold with upgrades, decline, let it expire, 48 hours, upgrade deadlines, what cannot be taken back",
        Kind = ToolKind.Compare,
        SaysWhatIsUnused = true,
        Minutes = 3,
        Check = OfferPracticeSimulator.Check,
        Next = "/specialty-applications/offer-deadline",
    };

    /// <summary>What are my chances of each post on my list?</summary>
    public static Tool Chances { get; } = new Tool<PostListFacts, PostListFigures, PostChances>(PostChancesCalculator.Calculate, options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "chances",
        Question = "What are my chances of each post on my preference list?",
        Name = "Chances for a list of posts",
        Words = "The chance of each post on your list, by its places and last ranks, and which entries can be struck without loss.",
        SearchedAs = "specialty preferences by rank, its range, three scenarios",
        Kind = ToolKind.WorkOut,
        Minutes = 3,
        IsPersonal = true,
        Check = PostChancesCalculator.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Calendar, Eligibility, Priority, SelfAssessment, Selection, Compare, OfferDeadline, Offers, Chances];
}

/// <summary>How facts and answers about specialty applications are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PriorityApplicant))]
[JsonSerializable(typeof(PriorityAnswer))]
[JsonSerializable(typeof(SelfAssessmentEvidence))]
[JsonSerializable(typeof(SelfAssessment))]
[JsonSerializable(typeof(CalendarFacts))]
[JsonSerializable(typeof(RoundCalendar))]
[JsonSerializable(typeof(EligibilityFacts))]
[JsonSerializable(typeof(Eligibility))]
[JsonSerializable(typeof(SelectionFacts))]
[JsonSerializable(typeof(SelectionAnswer))]
[JsonSerializable(typeof(ComparisonFacts))]
[JsonSerializable(typeof(SpecialtyComparison))]
[JsonSerializable(typeof(PracticeFacts))]
[JsonSerializable(typeof(PracticeRound))]
[JsonSerializable(typeof(PostListFacts))]
[JsonSerializable(typeof(PostChances))]
[JsonSerializable(typeof(OfferArrived))]
[JsonSerializable(typeof(OfferDeadline))]
public sealed partial class SpecialtyApplicationsJson : JsonSerializerContext;
