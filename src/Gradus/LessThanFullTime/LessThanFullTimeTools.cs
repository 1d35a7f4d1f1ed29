using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>The tools about training less than full time.</summary>
public static class LessThanFullTimeTools
{
    /// <summary>When do I finish training?</summary>
    public static Tool CompletionDate { get; } = new Tool<TrainingPlan, LessThanFullTimeFigures, CompletionDate>(CompletionDateCalculator.Calculate,
        options => new CompletionDateJson(options))
    {
        Room = "less-than-full-time",
        Key = "completion-date",
        Question = "When do I finish training?",
        Name = "Completion date",
        Words = "Your completion date (CCT date) with fewer hours, parental leave, sickness or time out, and every step of the sum.",
        SearchedAs = "less than full time training, LTFT, time out of programme, counted day by day, CCT calculator",
        Kind = ToolKind.WorkOut,
        SaysWhatIsUnused = true,
        Minutes = 3,
        IsPersonal = true,
        Check = TrainingPlanChecker.Check,
        Sources = TrainingPlanSources.All,
    };

    /// <summary>How much training have I done?</summary>
    public static Tool TimeDone { get; } = new Tool<PostsDone, TimeDoneFigures, TimeDone>(TimeDoneCalculator.Count, options => new CompletionDateJson(options))
    {
        Room = "less-than-full-time",
        Key = "time-done",
        Question = "How much training have I done, and when does the rest end?",
        Name = "Training done so far",
        Words = "Months of training from the posts you have already done, as colleges count them, and the completion date that follows.",
        SearchedAs = "training credit, share of full time, college spreadsheet, CCT date",
        Kind = ToolKind.WorkOut,
        Minutes = 4,
        IsPersonal = true,
        Check = TimeDoneCalculator.Check,
        Sources = [TrainingPlanSources.GoldGuide],
        Next = "/less-than-full-time/completion-date",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [CompletionDate, TimeDone];
}

/// <summary>How plans and completion dates are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TrainingPlan))]
[JsonSerializable(typeof(CompletionDate))]
[JsonSerializable(typeof(PostsDone))]
[JsonSerializable(typeof(TimeDone))]
public sealed partial class CompletionDateJson : JsonSerializerContext;
