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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Priority];
}

/// <summary>How facts and answers about specialty applications are read and written.</summary>
[JsonSerializable(typeof(PriorityApplicant))]
[JsonSerializable(typeof(PriorityAnswer))]
public sealed partial class SpecialtyApplicationsJson : JsonSerializerContext;
