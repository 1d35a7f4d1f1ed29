using System.Text.Json.Serialization;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>The declared tools about applying to the foundation programme.</summary>
public static class FoundationApplicationsTools
{
    /// <summary>What are my chances of each foundation school?</summary>
    public static DeclaredTool Chances { get; } = new Tool<FoundationOrder, ChancesFigures, FoundationChances>(ChancesSimulator.Answer, options => new FoundationApplicationsJson(options))
    {
        Room = "foundation-applications",
        Key = "chances",
        Question = "What are my chances of each foundation school?",
        Name = "Foundation school chances",
        Words = "Put the foundation schools in your order of preference and see the chance (odds, probability) of each under the Preference Informed Allocation: competition ratios by year, linked applicants, the priority group, another order, and what a result says about your rank.",
        Kind = ToolKind.WorkOut,
        Minutes = 4,
        IsPersonal = true,
        IsHeavy = true,
        HasOwnPage = true,
        Check = ChancesSimulator.Check,
    };

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
    public static IReadOnlyList<Tool> All { get; } = [Chances, Priority];
}

/// <summary>How facts and answers about foundation applications are read and written.</summary>
[JsonSerializable(typeof(FoundationOrder))]
[JsonSerializable(typeof(FoundationChances))]
[JsonSerializable(typeof(PriorityApplicant))]
[JsonSerializable(typeof(PriorityAnswer))]
public sealed partial class FoundationApplicationsJson : JsonSerializerContext;
