namespace Gradus.Data.Content;

/// <summary>A worked example of a system's tool: it runs as a test, appears on the page, and prints from the command line.</summary>
/// <param name="Id">Its name within the system.</param>
/// <param name="Tool">The key of the tool that it is of; <c>null</c> in a room that has one tool.</param>
/// <param name="Says">The question, in one sentence.</param>
/// <param name="On">The date asked about.</param>
/// <param name="Facts">What the doctor tells us, as JSON in the tool's own shape.</param>
/// <param name="Expect">What must come out: a member of the answer by its path, such as <c>days[0]</c> or <c>lines[2].amount</c>, and its value as text.</param>
/// <param name="Why">Why that is the answer, in one sentence.</param>
public sealed record WorkedExample(string Id, string? Tool, string Says, DateOnly On, string Facts, IReadOnlyDictionary<string, string> Expect, string Why);
