using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.CodeOfPractice;

/// <summary>The tools about what is owed before a post.</summary>
public static class CodeOfPracticeTools
{
    /// <summary>What am I owed before my post, and is it late?</summary>
    public static Tool Plan { get; } = new Tool<PlacementStart, PlacementFigures, PlacementPlan>(PlacementPlanner.Plan, options => new CodeOfPracticeJson(options))
    {
        Room = "code-of-practice",
        Key = "plan",
        Question = "What am I owed before my post, and is it late?",
        Name = "Code of Practice tracker",
        Words = "When your placement, work schedule and rota are due, who owes them, what is late, and the letter to chase your employer.",
        SearchedAs = "from your first day, roster, how many days late, what you owe",
        Kind = ToolKind.Plan,
        Minutes = 2,
        IsPersonal = true,
        Next = "/less-than-full-time/pay",
        Check = PlacementPlanner.Check,
    };

    /// <summary>Which of our doctors are still owed a placement, a work schedule or a rota?</summary>
    public static Tool Board { get; } = new Tool<BoardQuestion, BoardFigures, EmployersBoard>(EmployersBoardPlanner.Plan, options => new CodeOfPracticeJson(options))
    {
        Room = "code-of-practice",
        Key = "board",
        Question = "Which of our doctors are still owed a placement, a work schedule or a rota?",
        Name = "Employer’s board",
        Words = "For medical staffing: doctor by doctor, what is late and what is due this week, beside the national figures.",
        SearchedAs = "by reference and start, percentages at 12, 8 and 6 weeks, national compliance figures",
        Kind = ToolKind.Plan,
        Minutes = 4,
        IsPersonal = true,
        Next = "/code-of-practice/plan",
        Check = EmployersBoardPlanner.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Plan, Board];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PlacementStart))]
[JsonSerializable(typeof(PlacementPlan))]
[JsonSerializable(typeof(BoardQuestion))]
[JsonSerializable(typeof(EmployersBoard))]
public sealed partial class CodeOfPracticeJson : JsonSerializerContext;
