using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.Handover;

/// <summary>The tools about handover that are on the workbench; sheet and rehearsal are pages of their own.</summary>
public static class HandoverTools
{
    /// <summary>Are our handovers getting better?</summary>
    public static Tool Audit { get; } = new Tool<HandoverCounts, HandoverAuditFigures, HandoverAudit>(HandoverAuditChecker.Find, options => new HandoverJson(options))
    {
        Room = "handover",
        Key = "audit",
        Question = "Are our handovers getting better?",
        Name = "Team audit of handover",
        Words = "Counts of complete handovers as a run chart, with shifts and trends by the usual rules. No patients, no names.",
        SearchedAs = "quality improvement for a team, median, table, CSV",
        Kind = ToolKind.Check,
        Minutes = 4,
        Next = "/handover/rehearsal",
        Check = HandoverAuditChecker.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Audit];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(HandoverCounts))]
[JsonSerializable(typeof(HandoverAudit))]
public sealed partial class HandoverJson : JsonSerializerContext;
