namespace Gradus.Data.Content;

/// <summary>A worked example of a system's tool: it runs as a test, appears on the page, and prints from the command line.</summary>
/// <param name="Id">Its name within the system.</param>
/// <param name="Says">The question, in one sentence.</param>
/// <param name="On">The date asked about.</param>
/// <param name="Facts">What the doctor tells us, as JSON in the tool's own shape.</param>
/// <param name="Expect">The members of the answer that must come out, as text: a date, a number or a verdict.</param>
/// <param name="Why">Why that is the answer, in one sentence.</param>
public sealed record WorkedExample(string Id, string Says, DateOnly On, string Facts, IReadOnlyDictionary<string, string> Expect, string Why);
