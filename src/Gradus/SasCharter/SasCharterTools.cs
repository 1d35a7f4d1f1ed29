using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>The tools about SAS doctors.</summary>
public static class SasCharterTools
{
    /// <summary>When is my next SAS pay point, and what does it pay?</summary>
    public static Tool PayPoint { get; } = new Tool<PayPointTime, PayPointFigures, PayPointStep>(PayPointFinder.Find, options => new SasCharterJson(options))
    {
        Room = "sas-charter",
        Key = "pay-point",
        Question = "When is my next SAS pay point, and what does it pay?",
        Name = "Next SAS pay point",
        Words = "Specialty doctor and specialist pay progression: the date of the next pay point, the rise, the gateway and its criteria, and what a delay costs, in your nation.",
        Kind = ToolKind.WorkOut,
        IsPersonal = true,
        Check = PayPointFinder.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [PayPoint];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSerializable(typeof(PayPointTime))]
[JsonSerializable(typeof(PayPointStep))]
public sealed partial class SasCharterJson : JsonSerializerContext;
