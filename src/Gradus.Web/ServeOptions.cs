namespace Gradus.Web;

/// <summary>What may follow <c>gradus serve</c>.</summary>
public static class ServeOptions
{
    /// <summary>How to start the site.</summary>
    public const string Usage = """
        ./gradus serve [--urls http://localhost:5200] [--content DIR]

        Starts the site; Ctrl-C stops it. Other settings are those of appsettings.json, as --Site:PublicAddress=https://… or in the environment as Site__PublicAddress.
        """;

    /// <summary>The short names that stand for settings.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["--content"] = "Site:ContentDirectory",
    };

    /// <summary>The first argument that is none of ours; <c>null</c> when all are.</summary>
    public static string? Unknown(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i].Split('=')[0];
            if (name is "--urls" or "--content" or "--environment" or "--contentRoot" or "--applicationName")
            {
                i += args[i].Contains('=', StringComparison.Ordinal) ? 0 : 1;
                if (i >= args.Count)
                {
                    return name;
                }
            }
            else if (args[i] == "--Site=")
            {
                continue; // A test host names the section beside its settings.
            }
            else if (!name.StartsWith("--", StringComparison.Ordinal) || !name.Contains(':', StringComparison.Ordinal))
            {
                return args[i];
            }
        }

        return null;
    }
}
