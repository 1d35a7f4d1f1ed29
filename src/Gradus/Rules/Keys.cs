using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Rules;

/// <summary>
/// Writes and reads a choice as its key, the name in small letters with hyphens: <c>NotYet</c> is <c>not-yet</c>. What
/// <see cref="JsonStringEnumMemberNameAttribute"/> says goes before.
/// </summary>
/// <typeparam name="T">The choices.</typeparam>
public sealed class Keys<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>The keys of choices, for rules that look something up by one.</summary>
public static class Keys
{
    /// <summary>The key of a choice, as <see cref="Keys{T}"/> writes it.</summary>
    public static string Of<T>(T choice)
        where T : struct, Enum => Table<T>.Keys[choice];

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Keys = Enum.GetValues<T>().ToFrozenDictionary(choice => choice, choice =>
            typeof(T).GetField(choice.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
                ?? JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString()));
    }
}
