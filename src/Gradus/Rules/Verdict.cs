using System.Text.Json.Serialization;

namespace Gradus.Rules;

/// <summary>What the rules say. “Nobody knows” is an honest answer and says whom to ask.</summary>
[JsonConverter(typeof(Keys<Verdict>))]
public enum Verdict
{
    /// <summary>The rules allow it, or the answer could be worked out.</summary>
    Yes,
    /// <summary>The rules do not allow it, or it never happens.</summary>
    No,
    /// <summary>The rules will allow it later.</summary>
    NotYet,
    /// <summary>No published rule decides it.</summary>
    Unknown,
}
