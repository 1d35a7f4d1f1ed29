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
        Words = "From your first day: when the placement, the work schedule and the rota (roster) are due, who owes them, what is late and by how many days, what you owe, and the letter to chase your employer.",
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
        Words = "For medical staffing: doctors by reference and start, what is late, what is due this week, and the percentages at 12, 8 and 6 weeks beside the national compliance figures.",
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
