using System.Text.Json.Serialization;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>The declared tools about applying to the foundation programme.</summary>
public static class FoundationApplicationsTools
{
    /// <summary>What are my chances of each foundation school?</summary>
    public static DeclaredTool Chances { get; } = new Tool<FoundationOrder, ChancesFigures, FoundationChances>(ChancesSimulator.Answer,
        options => new FoundationApplicationsJson(options))
    {
        Room = "foundation-applications",
        Key = "chances",
        Question = "What are my chances of each foundation school?",
        Name = "Foundation school chances",
        Words = "Put the foundation schools in your order and see your chance of each, with linked applicants, the priority group and other orders.",
        SearchedAs = "preference, odds, probability, Preference Informed Allocation, competition ratios by year, what a result says about your rank",
        Kind = ToolKind.WorkOut,
        Minutes = 4,
        IsPersonal = true,
        IsHeavy = true,
        HasOwnPage = true,
        Check = ChancesSimulator.Check,
    };

    /// <summary>Am I in the priority group for the foundation programme?</summary>
    public static Tool Priority { get; } = new Tool<PriorityApplicant, PriorityFigures, PriorityAnswer>(PriorityChecker.CheckFoundation,
        options => new FoundationApplicationsJson(options))
    {
        Room = "foundation-applications",
        Key = "priority",
        CheckContent = PriorityChecker.CheckContent,
        Question = "Am I in the priority group for the foundation programme?",
        Name = "Foundation priority group",
        Words = "Whether the Medical Training (Prioritisation) Act 2026 puts you first for a foundation place, by where you qualified.",
        SearchedAs = "UK graduate prioritisation, UKFP, trained, campuses in Cyprus, Malaysia, Malta, Ireland, Iceland, Norway, Switzerland",
        Kind = ToolKind.Check,
        Minutes = 1,
        IsPersonal = true,
        Next = "/foundation-applications/chances",
    };

    /// <summary>Do I need an eligibility application?</summary>
    public static Tool Route { get; } = new Tool<RouteFacts, RouteFigures, FoundationRoute>(FoundationRouteFinder.Find, options => new FoundationApplicationsJson(options))
    {
        Room = "foundation-applications",
        Key = "route",
        Question = "Am I nominated for the foundation programme, or do I need an eligibility application?",
        Name = "Your route into foundation",
        Words = "Nomination by your medical school or an eligibility application, with the documents, the steps and the dates of the round.",
        SearchedAs = "UKFP, graduation date, overseas campuses in Cyprus, Malaysia, Malta",
        Kind = ToolKind.Check,
        Minutes = 1,
        Next = "/foundation-applications/priority",
    };

    /// <summary>May I ask for a named foundation school?</summary>
    public static Tool PreAllocation { get; } = new Tool<PreAllocationFacts, PreAllocationFigures, PreAllocationAnswer>(PreAllocationChecker.Decide,
        options => new FoundationApplicationsJson(options))
    {
        Room = "foundation-applications",
        Key = "pre-allocation",
        Question = "May I ask for a named foundation school?",
        Name = "Pre-allocation check",
        Words = "Which special circumstances count, which school they allow, what evidence they need, and how to appeal.",
        SearchedAs = "UKFP, parent, carer, health or disability, extraordinary circumstances, widening participation, proof of address, refusal, linked applications",
        Kind = ToolKind.Check,
        Minutes = 2,
        IsPersonal = true,
        Next = "/foundation-applications/chances",
    };

    /// <summary>Which of two orders of the schools suits me better?</summary>
    public static Tool TwoOrders { get; } = new Tool<TwoOrdersFacts, ChancesFigures, TwoOrdersAnswer>(TwoOrdersSimulator.Simulate,
        options => new FoundationApplicationsJson(options))
    {
        Room = "foundation-applications",
        Key = "two-orders",
        Question = "What would another order of the foundation schools change?",
        Name = "Two orders of schools compared",
        Words = "Two orders of the foundation schools, drawn in the same simulated rounds: how the chances differ, and where.",
        SearchedAs = "compare, orders of preference, the chance of each school with either",
        Kind = ToolKind.Compare,
        Minutes = 4,
        IsPersonal = true,
        IsHeavy = true,
        Check = TwoOrdersSimulator.Check,
        Next = "/foundation-applications/chances",
    };

    /// <summary>What does my foundation school say about my rank, and what about groups and programmes?</summary>
    public static Tool AfterSchool { get; } = new Tool<SchoolResult, AfterSchoolFigures, AfterSchoolAnswer>(AfterSchoolSimulator.Simulate,
        options => new FoundationApplicationsJson(options))
    {
        Room = "foundation-applications",
        Key = "after-school",
        Question = "I know my foundation school: what does it say about my rank, groups and programmes?",
        Name = "After the school result",
        Words = "What the school you were given says about your hidden rank, your preference group and how many programmes to rank.",
        SearchedAs = "PIA, foundation school allocation, posterior, linked applicants, the school’s own rules",
        Kind = ToolKind.WorkOut,
        Minutes = 3,
        IsPersonal = true,
        IsHeavy = true,
        Check = AfterSchoolSimulator.Check,
        Next = "/foundation-applications/programmes",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Chances, TwoOrders, AfterSchool, Route, Priority, PreAllocation];
}

/// <summary>How facts and answers about foundation applications are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(FoundationOrder))]
[JsonSerializable(typeof(FoundationChances))]
[JsonSerializable(typeof(TwoOrdersFacts))]
[JsonSerializable(typeof(TwoOrdersAnswer))]
[JsonSerializable(typeof(SchoolResult))]
[JsonSerializable(typeof(AfterSchoolAnswer))]
[JsonSerializable(typeof(RouteFacts))]
[JsonSerializable(typeof(FoundationRoute))]
[JsonSerializable(typeof(PreAllocationFacts))]
[JsonSerializable(typeof(PreAllocationAnswer))]
[JsonSerializable(typeof(PriorityApplicant))]
[JsonSerializable(typeof(PriorityAnswer))]
public sealed partial class FoundationApplicationsJson : JsonSerializerContext;
