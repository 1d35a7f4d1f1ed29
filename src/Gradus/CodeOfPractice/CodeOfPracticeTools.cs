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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Plan];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSerializable(typeof(PlacementStart))]
[JsonSerializable(typeof(PlacementPlan))]
public sealed partial class CodeOfPracticeJson : JsonSerializerContext;
