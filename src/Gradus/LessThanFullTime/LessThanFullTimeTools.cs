using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>The tools about training less than full time.</summary>
public static class LessThanFullTimeTools
{
    /// <summary>When do I finish training?</summary>
    public static Tool CompletionDate { get; } = new Tool<TrainingPlan, LessThanFullTimeFigures, CompletionDate>(CompletionDateCalculator.Calculate, options => new CompletionDateJson(options))
    {
        Room = "less-than-full-time",
        Key = "completion-date",
        Question = "When do I finish training?",
        Name = "Completion date",
        Words = "Your completion date (CCT date) with less than full time training, parental leave, sickness or time out of programme, counted day by day, with every step of the sum. CCT calculator.",
        Kind = ToolKind.WorkOut,
        Minutes = 3,
        IsPersonal = true,
        Check = TrainingPlanChecker.Check,
        Sources = TrainingPlanSources.All,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [CompletionDate];
}

/// <summary>How plans and completion dates are read and written.</summary>
[JsonSerializable(typeof(TrainingPlan))]
[JsonSerializable(typeof(CompletionDate))]
public sealed partial class CompletionDateJson : JsonSerializerContext;
