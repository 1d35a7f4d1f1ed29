namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>Addresses of this room.</summary>
public static class Links
{
    /// <summary>The questionnaire and its result.</summary>
    public static string Match() => "/specialty-explorer/match";

    /// <summary>The check for those who cannot decide.</summary>
    public static string WhyUndecided() => "/specialty-explorer/why-undecided";

    /// <summary>The list of all specialties.</summary>
    public static string Specialties() => "/specialty-explorer/specialties";

    /// <summary>All specialties as a file.</summary>
    public static string SpecialtiesFile() => Specialties() + ".csv";

    /// <summary>Competition for every programme, by year.</summary>
    public static string Competition() => "/specialty-explorer/competition";

    /// <summary>Competition for every programme as a file.</summary>
    public static string CompetitionFile() => Competition() + ".csv";

    /// <summary>The page of a specialty.</summary>
    public static string Specialty(string id) => "/specialty-explorer/" + id;

    /// <summary>The competition of a specialty as a file.</summary>
    public static string CompetitionFile(string specialty) => Specialty(specialty) + "/competition.csv";
}
