using System.Text.Json.Serialization;

namespace Gradus.Rules;

/// <summary>Why an answer is what it is, and where that is written.</summary>
/// <param name="Key">A stable name for the reason, for programs and tests.</param>
/// <param name="Says">One sentence to the doctor.</param>
/// <param name="Status">How sure we are of it.</param>
/// <param name="Figure">The figure that decides it, as <c>system/key</c>; <c>null</c> when none does.</param>
/// <param name="SourceId">The source that says so; <c>null</c> when it follows from what the doctor told us.</param>
/// <param name="At">Where in the source.</param>
/// <param name="Ask">Whom to ask, where nobody has published it.</param>
public sealed record Reason(
    string Key,
    string Says,
    Status Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Figure = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("source")] string? SourceId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? At = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Ask = null);
