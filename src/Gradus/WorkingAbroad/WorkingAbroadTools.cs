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
        Words = "Which routes to registration in New Zealand, Australia, Canada and the USA are open to you, which are not, and why.",
        SearchedAs = "where you qualified, internship, GMC status, CCT or portfolio, examinations, citizenship, not published",
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
        Words = "Every step to a first working day abroad, dated, with papers that expire, costs, and what it does to things at home.",
        SearchedAs = "New Zealand, Australia, Canada, the USA, verification, job, registration, visa, good standing, critical path, licence, training number, pension",
        Kind = ToolKind.Plan,
        Minutes = 4,
        IsPersonal = true,
        Next = "/working-abroad/cost",
        Check = AbroadPlanQuestion.Check,
        CheckContent = AbroadContent.Check,
        Offers = AbroadPlanQuestion.Offers,
        OffersBy = "country",
        OffersAs = "List its routes and papers",
    };

    /// <summary>What does it cost to work abroad?</summary>
    public static Tool Cost { get; } = new Tool<AbroadCostQuestion, AbroadFigures, AbroadCost>(AbroadCostCalculator.Calculate, options => new WorkingAbroadJson(options))
    {
        Room = "working-abroad",
        Key = "cost",
        Question = "What do the papers for working abroad cost?",
        Name = "Cost of working abroad",
        Words = "Fees for examinations, papers, registration and visas, one by one, with their sum.",
        SearchedAs = "ERAS by programmes and specialty, USMLE, ECFMG, MCC account, documents, CCFP, New Zealand, practising certificate, GST, AMC, Ahpra, class, state",
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
        Words = "New Zealand, Australia, Canada and the USA for your facts: route, first working day, fees, visa and family. No ranking.",
        SearchedAs = "weeks known and unknown, examinations, English, supervision",
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
