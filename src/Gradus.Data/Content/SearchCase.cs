namespace Gradus.Data.Content;

/// <summary>What a doctor types, and the page that must be among the first three found.</summary>
/// <param name="Query">The words as typed, slips and all.</param>
/// <param name="Address">The page, without a place in it.</param>
public sealed record SearchCase(string Query, string Address);
