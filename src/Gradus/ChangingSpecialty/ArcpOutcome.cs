using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.ChangingSpecialty;

/// <summary>An outcome of an annual review of progress (ARCP).</summary>
[JsonConverter(typeof(Keys<ArcpOutcome>))]
public enum ArcpOutcome
{
    /// <summary>Progress at the expected rate.</summary>
    [JsonStringEnumMemberName("1"), Choice("Outcome 1")]
    One,
    /// <summary>Development needed, no more time.</summary>
    [JsonStringEnumMemberName("2"), Choice("Outcome 2")]
    Two,
    /// <summary>More time needed.</summary>
    [JsonStringEnumMemberName("3"), Choice("Outcome 3")]
    Three,
    /// <summary>Released from the programme.</summary>
    [JsonStringEnumMemberName("4"), Choice("Outcome 4")]
    Four,
    /// <summary>Evidence incomplete.</summary>
    [JsonStringEnumMemberName("5"), Choice("Outcome 5")]
    Five,
    /// <summary>Training complete.</summary>
    [JsonStringEnumMemberName("6"), Choice("Outcome 6")]
    Six,
    /// <summary>Out of programme.</summary>
    [JsonStringEnumMemberName("8"), Choice("Outcome 8")]
    Eight,
    /// <summary>Progress held up by what was outside one’s control, and no more time needed.</summary>
    [JsonStringEnumMemberName("10.1"), Choice("Outcome 10.1")]
    TenOne,
    /// <summary>The same, and more time needed.</summary>
    [JsonStringEnumMemberName("10.2"), Choice("Outcome 10.2")]
    TenTwo,
}
