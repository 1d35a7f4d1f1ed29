using Gradus.Rules;

namespace Gradus.Data.Content.Guidance;

/// <summary>A line of <c>::: rules</c>: <c>key</c>, <c>key@nation</c> or <c>system/key</c>.</summary>
public static class RulesLine
{
    /// <summary>Reads the line; <c>IsBad</c> when a nation is written that is none of the four.</summary>
    public static (string? System, string Key, Nation? Nation, bool IsBad) Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var at = line.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? line : line[..at];
        var nation = at < 0 ? null : NationExtensions.ParseNation(line[(at + 1)..]);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return (slash < 0 ? null : name[..slash], name[(slash + 1)..], nation, at >= 0 && nation is null);
    }
}
