using System.Text.Json.Serialization;

namespace Gradus.SpecialtyExplorer;

/// <summary>How a dimension of work enters the fit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DimensionKind>))]
public enum DimensionKind
{
    /// <summary>A reader has a point they like best, and work on either side of it fits less well.</summary>
    [JsonStringEnumMemberName("ideal")]
    Ideal,
    /// <summary>More is better for everybody; readers differ in how much it matters to them.</summary>
    [JsonStringEnumMemberName("more")]
    More,
}

/// <summary>One of the 13 dimensions on which a reader and a specialty are compared. Every dimension runs from 0 (none) to 1 (all).</summary>
/// <param name="Id">The id used in content, addresses and JSON, such as <c>hands-on</c>.</param>
/// <param name="Name">The name a reader sees.</param>
/// <param name="Kind">Whether a reader has an ideal point or more is better.</param>
/// <param name="High">What a high value means, to follow “you lean towards”.</param>
/// <param name="Low">What a low value means, to follow “you lean towards”.</param>
/// <param name="Says">What it measures, in one sentence.</param>
public sealed record Dimension(string Id, string Name, DimensionKind Kind, string High, string Low, string Says);

/// <summary>The 13 dimensions in their fixed order. Thirteen, because a balanced design of 13 tasks of four then shows every pair exactly once.</summary>
public static class Dimensions
{
    /// <summary>How many there are.</summary>
    public const int Count = 13;

    /// <summary>The ids in their fixed order; content, answers and results use the same.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        "hands-on", "pace", "patient-contact", "continuity", "diagnostic-puzzle", "breadth", "emotional-intensity",
        "teamwork", "predictable-hours", "flexibility", "research-teaching", "leadership", "recognition",
    ];

    /// <summary>The place of a dimension in the fixed order; −1 when it is none of the 13.</summary>
    public static int IndexOf(string? id)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Ids[i] == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether more is better for everybody on the dimension at this place.</summary>
    public static DimensionKind KindOf(int dimension) => dimension is 8 or 9 or 12 ? DimensionKind.More : DimensionKind.Ideal;
}
