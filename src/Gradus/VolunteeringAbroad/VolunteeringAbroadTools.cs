using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Tools;

namespace Gradus.VolunteeringAbroad;

/// <summary>The tools about volunteering abroad.</summary>
public static class VolunteeringAbroadTools
{
    /// <summary>Who could send me abroad as a volunteer?</summary>
    public static Tool Find { get; } = new Tool<SenderQuestion, SenderFigures, SendersAnswer>(SenderFinder.Find, options => new VolunteeringAbroadJson(options))
    {
        Room = "volunteering-abroad",
        Key = "find",
        Question = "Who could send me abroad as a volunteer?",
        Name = "Who could send you",
        Words = "Organisations that would send you, by stage, time and experience: what each asks, pays or costs, and what speaks against it.",
        SearchedAs = "send doctors abroad, months free, years since registration, MSF, Mercy Ships, UK-Med, fellowships, partnerships, how long",
        Kind = ToolKind.Check,
        Minutes = 2,
        Next = "/volunteering-abroad/plan",
    };

    /// <summary>When could I volunteer abroad, and what do I do first?</summary>
    public static Tool Plan { get; } = new Tool<VolunteeringQuestion, VolunteeringFigures, VolunteeringPlan>(VolunteeringPlanner.Plan,
        options => new VolunteeringAbroadJson(options))
    {
        Room = "volunteering-abroad",
        Key = "plan",
        Question = "When could I volunteer abroad, and what do I do first?",
        Name = "Plan for volunteering",
        Words = "A dated checklist: time out, notice, registration there, indemnity, vaccines, pension, your completion date and the return.",
        SearchedAs = "time out of programme, OOPE, a longer stay",
        Kind = ToolKind.Plan,
        Minutes = 3,
        IsPersonal = true,
        CheckContent = book => StepTables.Check(book, ["volunteering-abroad/before-you-go"], windows: null, ["all"], ["in-training"]),
        Check = VolunteeringQuestion.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Find, Plan];
}

/// <summary>How facts and answers about volunteering abroad are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SenderQuestion))]
[JsonSerializable(typeof(SendersAnswer))]
[JsonSerializable(typeof(VolunteeringQuestion))]
[JsonSerializable(typeof(VolunteeringPlan))]
public sealed partial class VolunteeringAbroadJson : JsonSerializerContext;
