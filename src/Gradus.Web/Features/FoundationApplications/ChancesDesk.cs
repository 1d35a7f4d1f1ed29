using System.Collections.Concurrent;
using Gradus.Data.Content;
using Gradus.FoundationApplications;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>The foundation schools' figures, and where every school closes in each scenario, worked out once for a year and tier and then kept.</summary>
public sealed class ChancesDesk(ContentLibrary library)
{
    /// <summary>How many scenarios an answer looks at unless asked otherwise.</summary>
    public const int UsualScenarios = 100;

    /// <summary>The most scenarios that somebody may ask for over the network.</summary>
    public const int MostScenarios = 2000;

    /// <summary>The seed of the scenarios unless asked otherwise.</summary>
    public const ulong UsualSeed = 1;

    private const int OldestYearOffered = 2023;
    private readonly ConcurrentDictionary<int, FoundationSchools> _schools = new();
    private readonly ConcurrentDictionary<(int Year, PriorityTier? Tier), OthersScenarios> _kept = new();

    /// <summary>Every school in every year.</summary>
    public IReadOnlyList<FoundationSchoolYear> Rows { get; } = FoundationApplicationsContent.Schools(library);

    /// <summary>The years with figures, newest first.</summary>
    public IReadOnlyList<int> Years => field ??= [.. Rows.Select(row => row.Year).Distinct().OrderDescending()];

    /// <summary>The years that a page offers, newest first.</summary>
    public IReadOnlyList<int> YearsOffered => field ??= [.. Years.Where(year => year >= OldestYearOffered)];

    /// <summary>Competition for first choices in the years offered.</summary>
    public Competition Competition => field ??= Competition.Of(Rows, YearsOffered);

    /// <summary>The newest year with figures.</summary>
    public int NewestYear => Years[0];

    /// <summary>The schools of a year that has figures.</summary>
    public FoundationSchools SchoolsOf(int year) => _schools.GetOrAdd(year, asked => new FoundationSchools(Rows, asked));

    /// <summary>The scenarios for a year and tier; those of the usual number and seed are kept.</summary>
    public OthersScenarios Scenarios(FoundationSchools schools, PriorityTier? tier, int count = UsualScenarios, ulong seed = UsualSeed) =>
        count == UsualScenarios && seed == UsualSeed
            ? _kept.GetOrAdd((schools.Year, tier), _ => OthersScenarios.Build(schools, tier, count, seed))
            : OthersScenarios.Build(schools, tier, count, seed);
}
