namespace Gradus.Data.Content;

/// <summary>What a doctor types, and the pages of which one must be among the first three found.</summary>
/// <param name="Query">The words as typed, slips and all.</param>
/// <param name="Addresses">The pages that answer it, without a place in them.</param>
public sealed record SearchCase(string Query, IReadOnlyList<string> Addresses);
