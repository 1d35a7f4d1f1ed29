using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.ReturnToPractice;

/// <summary>The tools about returning to practice.</summary>
public static class ReturnToPracticeTools
{
    /// <summary>How many KIT or SPLIT days have I left?</summary>
    public static Tool KeepingInTouch { get; } = new Tool<ContactDays, KeepingInTouchFigures, KeepingInTouch>(KeepingInTouchCounter.Count,
        options => new ReturnToPracticeJson(options))
    {
        Room = "return-to-practice",
        Key = "keeping-in-touch",
        Question = "How many KIT or SPLIT days have I left?",
        Name = "Keeping in touch days",
        Words = "KIT (keeping in touch) and SPLIT days in parental leave: how many are left, and which of yours do not count.",
        SearchedAs = "maternity, adoption, shared parental leave",
        Kind = ToolKind.Check,
        Minutes = 1,
        IsPersonal = true,
        Check = KeepingInTouchCounter.Check,
    };

    /// <summary>What is the bursary of a returning GP?</summary>
    public static Tool Bursary { get; } = new Tool<ReturnPlacement, BursaryFigures, ReturnBursary>(ReturnBursaryCalculator.Calculate, options => new ReturnToPracticeJson(options))
    {
        Room = "return-to-practice",
        Key = "gp-bursary",
        Question = "What does the GP return programme pay me?",
        Name = "GP return bursary",
        Words = "GP Return to Practice bursary for your hours a week on placement, for a month and in all, and the last day for invoices.",
        Kind = ToolKind.WorkOut,
        Minutes = 1,
        IsPersonal = true,
    };

    /// <summary>When can I apply to have my licence back?</summary>
    public static Tool Licence { get; } = new Tool<LicenceWish, LicenceFigures, LicenceDates>(LicenceDatesFinder.Find, options => new ReturnToPracticeJson(options))
    {
        Room = "return-to-practice",
        Key = "licence",
        Question = "When can I apply to have my GMC licence back?",
        Name = "Licence dates",
        Words = "Restoring a licence to practise with the GMC: the first day to apply, by when, and how far back certificates of good standing go.",
        SearchedAs = "given up",
        Kind = ToolKind.WorkOut,
        Minutes = 1,
        IsPersonal = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [KeepingInTouch, Bursary, Licence];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ContactDays))]
[JsonSerializable(typeof(KeepingInTouch))]
[JsonSerializable(typeof(ReturnPlacement))]
[JsonSerializable(typeof(ReturnBursary))]
[JsonSerializable(typeof(LicenceWish))]
[JsonSerializable(typeof(LicenceDates))]
public sealed partial class ReturnToPracticeJson : JsonSerializerContext;
