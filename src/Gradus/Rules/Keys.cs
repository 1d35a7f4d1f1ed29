using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Rules;

/// <summary>Writes and reads a choice as its key, the name in small letters with hyphens: <c>NotYet</c> is <c>not-yet</c>.</summary>
/// <typeparam name="T">The choices.</typeparam>
public sealed class Keys<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
