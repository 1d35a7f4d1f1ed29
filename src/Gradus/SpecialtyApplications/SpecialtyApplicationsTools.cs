using System.Text.Json.Serialization;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>The tools about applying for a specialty training post.</summary>
public static class SpecialtyApplicationsTools
{
    /// <summary>Am I in the priority group for specialty training?</summary>
    public static Tool Priority { get; } = new Tool<PriorityApplicant, PriorityFigures, PriorityAnswer>(PriorityChecker.CheckSpecialty, options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "priority",
        Question = "Am I in the priority group for specialty training?",
        Name = "Priority group",
        Words = "UK graduate prioritisation: whether the Medical Training (Prioritisation) Act 2026 puts you first for interviews and offers, by degree, programme, citizenship, settled status and NHS experience, and what to do while regulations are missing. International medical graduates, IMG.",
        Kind = ToolKind.Check,
        Minutes = 2,
        IsPersonal = true,
    };

    /// <summary>How many points is my evidence worth?</summary>
    public static Tool SelfAssessment { get; } = new Tool<SelfAssessmentEvidence, SelfAssessmentFigures, SelfAssessment>(SelfAssessmentCalculator.Calculate, options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "self-assessment",
        Question = "How many points does my specialty application score?",
        Name = "Self-assessment score",
        Words = "Portfolio points and self-assessment scoring for IMT, core surgery, radiology, paediatrics, histopathology, cardiothoracic surgery, ophthalmology, physician ST3 and ST4 and orthopaedics ST3: publications, presentations, teaching, audit, degrees, and what would add points.",
        Kind = ToolKind.WorkOut,
        Minutes = 5,
        Check = SelfAssessmentCalculator.Check,
    };

    /// <summary>By when must I answer an offer?</summary>
    public static Tool OfferDeadline { get; } = new Tool<OfferArrived, OfferFigures, OfferDeadline>(OfferDeadlineCalculator.Calculate, options => new SpecialtyApplicationsJson(options))
    {
        Room = "specialty-applications",
        Key = "offer-deadline",
        Question = "By when must I answer my training offer?",
        Name = "Offer deadline",
        Words = "The 48 hours to answer a specialty training offer on Oriel: weekends left out, bank holidays counted; accept, hold, upgrade or decline, what can still be done, and what it does to other applications.",
        Kind = ToolKind.WorkOut,
        Minutes = 1,
        Check = OfferDeadlineCalculator.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Priority, SelfAssessment, OfferDeadline];
}

/// <summary>How facts and answers about specialty applications are read and written.</summary>
[JsonSerializable(typeof(PriorityApplicant))]
[JsonSerializable(typeof(PriorityAnswer))]
[JsonSerializable(typeof(SelfAssessmentEvidence))]
[JsonSerializable(typeof(SelfAssessment))]
[JsonSerializable(typeof(OfferArrived))]
[JsonSerializable(typeof(OfferDeadline))]
public sealed partial class SpecialtyApplicationsJson : JsonSerializerContext;
