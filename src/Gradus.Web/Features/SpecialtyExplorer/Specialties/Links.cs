namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>Addresses of the specialties.</summary>
public static class Links
{
    /// <summary>All specialties.</summary>
    public static string All() => "/specialty-explorer/specialties";

    /// <summary>Competition for every programme.</summary>
    public static string Competition() => "/specialty-explorer/competition";

    /// <summary>The page of a specialty.</summary>
    public static string Of(string specialty) => "/specialty-explorer/" + specialty;
}
