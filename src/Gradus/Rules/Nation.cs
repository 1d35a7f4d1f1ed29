using System.Text.Json.Serialization;
using Gradus.Facts;

namespace Gradus.Rules;

/// <summary>One of the four nations of the UK. Health and training are devolved, so a rule of one is not a rule of another.</summary>
[JsonConverter(typeof(Keys<Nation>))]
public enum Nation
{
    /// <summary>England.</summary>
    England,
    /// <summary>Scotland.</summary>
    Scotland,
    /// <summary>Wales.</summary>
    Wales,
    /// <summary>Northern Ireland.</summary>
    [Choice("Northern Ireland")] NorthernIreland,
}

/// <summary>The nations in which something holds; several may be named together.</summary>
[Flags, JsonConverter(typeof(NationsConverter))]
public enum Nations
{
    /// <summary>Nowhere in the UK; never used for a figure.</summary>
    None = 0,
    /// <summary>England.</summary>
    England = 1,
    /// <summary>Scotland.</summary>
    Scotland = 2,
    /// <summary>Wales.</summary>
    Wales = 4,
    /// <summary>Northern Ireland.</summary>
    NorthernIreland = 8,
    /// <summary>All four nations.</summary>
    UnitedKingdom = England | Scotland | Wales | NorthernIreland,
}

/// <summary>How nations are written in content, addresses and sentences.</summary>
public static class NationExtensions
{
    /// <summary>All four nations, in the order in which the site lists them.</summary>
    public static IReadOnlyList<Nation> All { get; } = [Nation.England, Nation.Scotland, Nation.Wales, Nation.NorthernIreland];

    private static readonly IReadOnlyList<string>[] keysOfSets = [.. Enumerable.Range(0, (int)Nations.UnitedKingdom)
        .Select(set => (IReadOnlyList<string>)[.. All.Where(nation => ((Nations)set).Includes(nation)).Select(Key)]), ["uk"]];

    /// <summary>The set that holds this one nation.</summary>
    public static Nations ToNations(this Nation nation) => (Nations)(1 << (int)nation);

    /// <summary>Whether the set holds the nation.</summary>
    public static bool Includes(this Nations nations, Nation nation) => (nations & nation.ToNations()) != Nations.None;

    /// <summary>The key used in content and addresses: <c>england</c>, <c>scotland</c>, <c>wales</c> or <c>northern-ireland</c>.</summary>
    public static string Key(this Nation nation) => nation switch
    {
        Nation.England => "england",
        Nation.Scotland => "scotland",
        Nation.Wales => "wales",
        Nation.NorthernIreland => "northern-ireland",
        _ => throw new ArgumentOutOfRangeException(nameof(nation), nation, message: null),
    };

    /// <summary>The name as a reader knows it, such as “Northern Ireland”.</summary>
    public static string Name(this Nation nation) => nation == Nation.NorthernIreland ? "Northern Ireland" : nation.ToString();

    /// <summary>The names of the set as a reader knows them: “the UK”, “England” or “England, Scotland and Wales”.</summary>
    public static string Names(this Nations nations)
    {
        if (nations == Nations.UnitedKingdom)
        {
            return "the UK";
        }

        var names = All.Where(nation => nations.Includes(nation)).Select(Name).ToList();
        return names.Count == 0 ? "nowhere" : Sentences.Listed(names);
    }

    /// <summary>The keys of the set in content's spelling; all four together are <c>uk</c>.</summary>
    public static IReadOnlyList<string> Keys(this Nations nations) => keysOfSets[(int)nations];

    /// <summary>Reads a nation's key; <c>null</c> when it is none of the four.</summary>
    public static Nation? ParseNation(string? key) => key switch
    {
        "england" => Nation.England,
        "scotland" => Nation.Scotland,
        "wales" => Nation.Wales,
        "northern-ireland" => Nation.NorthernIreland,
        _ => null,
    };

    /// <summary>Reads a nation's key, or <c>uk</c> for all four; <c>null</c> when it is neither.</summary>
    public static Nations? ParseNations(string? key) => key == "uk" ? Nations.UnitedKingdom : ParseNation(key)?.ToNations();
}
