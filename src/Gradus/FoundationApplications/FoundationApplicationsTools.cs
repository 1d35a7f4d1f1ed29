using System.Text.Json.Serialization;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>The declared tools about applying to the foundation programme.</summary>
public static class FoundationApplicationsTools
{
    /// <summary>Am I in the priority group for the foundation programme?</summary>
    public static Tool Priority { get; } = new Tool<PriorityApplicant, PriorityFigures, PriorityAnswer>(PriorityChecker.CheckFoundation, options => new FoundationApplicationsJson(options))
    {
        Room = "foundation-applications",
        Key = "priority",
        Question = "Am I in the priority group for the foundation programme?",
        Name = "Foundation priority group",
        Words = "UK graduate prioritisation for UKFP: whether the Medical Training (Prioritisation) Act 2026 puts you first for a foundation place, by where you qualified and trained. Campuses in Cyprus, Malaysia and Malta; Ireland, Iceland, Norway, Switzerland.",
        Kind = ToolKind.Check,
        Minutes = 1,
        IsPersonal = true,
        Next = "/foundation-applications/chances",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Priority];
}

/// <summary>How facts and answers about foundation applications are read and written.</summary>
[JsonSerializable(typeof(PriorityApplicant))]
[JsonSerializable(typeof(PriorityAnswer))]
public sealed partial class FoundationApplicationsJson : JsonSerializerContext;
