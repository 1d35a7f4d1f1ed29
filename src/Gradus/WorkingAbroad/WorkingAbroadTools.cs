using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>The tools about working abroad.</summary>
public static class WorkingAbroadTools
{
    /// <summary>Which ways to work abroad are open to me?</summary>
    public static Tool Routes { get; } = new Tool<RouteQuestion, AbroadFigures, RoutesAnswer>(RouteChecker.Check, options => new WorkingAbroadJson(options))
    {
        Room = "working-abroad",
        Key = "routes",
        Question = "Which ways to work abroad are open to me?",
        Name = "Routes abroad",
        Words = "Routes to registration in New Zealand, Australia, Canada and the USA by where you qualified, your internship, GMC status, CCT or portfolio, examinations and citizenship: open, not open because, or not published.",
        Kind = ToolKind.Check,
        Minutes = 3,
        IsPersonal = true,
        Next = "/working-abroad/plan",
        CheckContent = AbroadContent.Check,
    };

    /// <summary>When could I start work abroad, and what do I do first?</summary>
    public static Tool Plan { get; } = new Tool<AbroadPlanQuestion, AbroadFigures, AbroadPlan>(AbroadPlanner.Plan, options => new WorkingAbroadJson(options))
    {
        Room = "working-abroad",
        Key = "plan",
        Question = "When could I start work abroad, and what do I do first?",
        Name = "Plan for working abroad",
        Words = "A dated plan of every step to a first working day in New Zealand, Australia, Canada or the USA: verification, job, registration, visa, good standing, critical path, papers and when they expire, costs, and what it does to licence, training number and pension at home.",
        Kind = ToolKind.Plan,
        Minutes = 4,
        IsPersonal = true,
        Next = "/working-abroad/cost",
        Check = AbroadPlanQuestion.Check,
        CheckContent = AbroadContent.Check,
    };

    /// <summary>What does it cost to work abroad?</summary>
    public static Tool Cost { get; } = new Tool<AbroadCostQuestion, AbroadFigures, AbroadCost>(AbroadCostCalculator.Calculate, options => new WorkingAbroadJson(options))
    {
        Room = "working-abroad",
        Key = "cost",
        Question = "What do the papers for working abroad cost?",
        Name = "Cost of working abroad",
        Words = "Fees with their sum: ERAS by programmes and specialty, USMLE, ECFMG, MCC account and documents, CCFP, New Zealand registration and practising certificate with and without GST, AMC, Ahpra and visas by class and state.",
        Kind = ToolKind.WorkOut,
        Minutes = 2,
        Check = AbroadCostQuestion.Check,
        CheckContent = AbroadContent.Check,
    };

    /// <summary>How do the four countries compare for me?</summary>
    public static Tool Compare { get; } = new Tool<AbroadComparisonQuestion, AbroadFigures, AbroadComparison>(AbroadComparer.Compare, options => new WorkingAbroadJson(options))
    {
        Room = "working-abroad",
        Key = "compare",
        Question = "How do New Zealand, Australia, Canada and the USA compare for me?",
        Name = "Countries side by side",
        Words = "New Zealand, Australia, Canada and the USA side by side for your facts: route, first working day, weeks known and unknown, fees, examinations, English, supervision, visa, family. No ranking.",
        Kind = ToolKind.Compare,
        Minutes = 3,
        IsPersonal = true,
        Next = "/working-abroad/plan",
        Check = AbroadComparisonQuestion.Check,
        CheckContent = AbroadContent.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Routes, Plan, Compare, Cost];
}

/// <summary>How facts and answers about working abroad are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RouteQuestion))]
[JsonSerializable(typeof(RoutesAnswer))]
[JsonSerializable(typeof(AbroadPlanQuestion))]
[JsonSerializable(typeof(AbroadPlan))]
[JsonSerializable(typeof(AbroadCostQuestion))]
[JsonSerializable(typeof(AbroadCost))]
[JsonSerializable(typeof(AbroadComparisonQuestion))]
[JsonSerializable(typeof(AbroadComparison))]
public sealed partial class WorkingAbroadJson : JsonSerializerContext;
