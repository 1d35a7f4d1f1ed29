using System.Globalization;
using Gradus.FoundationApplications;
using Gradus.Rules;

namespace Gradus.Data.Content;

/// <summary>The tables of applying to the foundation programme, as the simulator takes them.</summary>
public static class FoundationApplicationsContent
{
    /// <summary>The system's name.</summary>
    public const string System = "foundation-applications";

    /// <summary>Every school in every year.</summary>
    /// <exception cref="ContentFaultsException">The table is missing.</exception>
    public static IReadOnlyList<FoundationSchoolYear> Schools(ContentLibrary library)
    {
        var table = library.System(System).Tables.FirstOrDefault(table => table.Name == "schools")
            ?? throw new ContentFaultsException([new ContentFault($"{System}/tables/schools.csv", 0, 0, "the table is missing: the chances need it")]);
        var (year, school, places, first) = (table.Column("year"), table.Column("school"), table.Column("places"), table.Column("first_preferences"));
        var (ratio, status, source) = (table.Column("ratio_after"), table.Column("status"), table.Column("source"));
        return [.. table.Rows.Select(row => new FoundationSchoolYear(
            int.Parse(row[year], CultureInfo.InvariantCulture),
            row[school],
            int.Parse(row[places], CultureInfo.InvariantCulture),
            row[first].Length == 0 ? null : int.Parse(row[first], CultureInfo.InvariantCulture),
            double.Parse(row[ratio], CultureInfo.InvariantCulture),
            StatusExtensions.Parse(row[status]) ?? Status.Unpublished,
            row[source]))];
    }
}
