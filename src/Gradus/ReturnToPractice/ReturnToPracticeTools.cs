using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.ReturnToPractice;

/// <summary>The tools about returning to practice.</summary>
public static class ReturnToPracticeTools
{
    /// <summary>How many KIT or SPLIT days have I left?</summary>
    public static Tool KeepingInTouch { get; } = new Tool<ContactDays, KeepingInTouchFigures, KeepingInTouch>(KeepingInTouchCounter.Count, options => new ReturnToPracticeJson(options))
    {
        Room = "return-to-practice",
        Key = "keeping-in-touch",
        Question = "How many KIT or SPLIT days have I left?",
        Name = "Keeping in touch days",
        Words = "KIT (keeping in touch) days in maternity or adoption leave and SPLIT days in shared parental leave: how many are left, and which of yours do not count.",
        Kind = ToolKind.Check,
        Minutes = 1,
        IsPersonal = true,
        Check = KeepingInTouchCounter.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [KeepingInTouch];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSerializable(typeof(ContactDays))]
[JsonSerializable(typeof(KeepingInTouch))]
public sealed partial class ReturnToPracticeJson : JsonSerializerContext;
