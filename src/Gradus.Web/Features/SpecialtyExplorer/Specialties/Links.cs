namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>Addresses of the specialties.</summary>
public static class Links
{
    /// <summary>All specialties.</summary>
    public static string All() => "/specialty-explorer/specialties";

    /// <summary>All specialties as a file.</summary>
    public static string AllFile() => All() + ".csv";

    /// <summary>Competition for every programme.</summary>
    public static string Competition() => "/specialty-explorer/competition";

    /// <summary>Competition for every programme as a file.</summary>
    public static string CompetitionFile() => Competition() + ".csv";

    /// <summary>The page of a specialty.</summary>
    public static string Of(string specialty) => "/specialty-explorer/" + specialty;

    /// <summary>The competition of a specialty as a file.</summary>
    public static string CompetitionFile(string specialty) => Of(specialty) + "/competition.csv";
}
