using System.Collections.Concurrent;
using System.Globalization;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>A row of the table of schools.</summary>
public sealed record FoundationSchoolRow : TableRow
{
    /// <summary>The school's name.</summary>
    public required string School { get; init; }

    /// <summary>Its places.</summary>
    public required int Places { get; init; }

    /// <summary>How many put it first; <c>null</c> when not published.</summary>
    public required int? FirstPreferences { get; init; }

    /// <summary>First choices for each place once the pre-allocated are taken out.</summary>
    public required decimal RatioAfter { get; init; }

    internal FoundationSchoolYear Of() => new(int.Parse(Year!, CultureInfo.InvariantCulture), School, Places, FirstPreferences, (double)RatioAfter, Status, Source);
}

/// <summary>The figures of the chances: every school in every year. Where every school closes in each scenario follows from them, and is worked out once and then kept.</summary>
public sealed record ChancesFigures
{
    /// <summary>How many scenarios an answer looks at unless asked otherwise.</summary>
    public const int UsualScenarios = 100;

    /// <summary>The seed of the scenarios unless asked otherwise.</summary>
    public const ulong UsualSeed = 1;

    private ConcurrentDictionary<(int Year, PriorityTier? Tier, PriorityReading Reading), OthersScenarios>? kept;

    /// <summary>The table of schools.</summary>
    public required IReadOnlyList<FoundationSchoolRow> Schools { get; init; }

    /// <summary>Every school in every year, in the order of the table.</summary>
    public IReadOnlyList<FoundationSchoolYear> Rows => field ??= [.. Schools.Select(row => row.Of())];

    /// <summary>The years with figures, newest first.</summary>
    public IReadOnlyList<int> Years => field ??= [.. Rows.Select(row => row.Year).Distinct().OrderDescending()];

    /// <summary>The newest year with figures.</summary>
    public int NewestYear => Years[0];

    /// <summary>The schools of a year that has figures.</summary>
    public FoundationSchools SchoolsOf(int year) => new(Rows, year);

    /// <summary>The schools of the year asked about, the newest when none is; <c>null</c>, and an error at <c>year</c>, where it has no figures.</summary>
    public FoundationSchools? SchoolsAsked(int? year, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (Years.Contains(year ?? NewestYear))
        {
            return SchoolsOf(year ?? NewestYear);
        }

        errors.Add("year", $"Expected one of {string.Join(", ", Years)}.");
        return null;
    }

    /// <summary>The row of the table that a school's year was read from.</summary>
    public FoundationSchoolRow RowOf(FoundationSchoolYear school) => Schools[Rows.Index().First(row => row.Item == school).Index];

    /// <summary>The scenarios for a year and tier; those of the usual number and seed are kept.</summary>
    public OthersScenarios Scenarios(FoundationSchools schools, PriorityTier? tier, int? count = null, ulong? seed = null, OthersAssumptions? assumed = null,
        PriorityReading reading = PriorityReading.PassesApart)
    {
        ArgumentNullException.ThrowIfNull(schools);
        if ((count ?? UsualScenarios, seed ?? UsualSeed) is not (UsualScenarios, UsualSeed) || (assumed ?? OthersAssumptions.Usual) != OthersAssumptions.Usual)
        {
            return OthersScenarios.Build(schools, tier, count ?? UsualScenarios, seed ?? UsualSeed, assumed, reading);
        }

        LazyInitializer.EnsureInitialized(ref kept);
        return kept.GetOrAdd((schools.Year, tier, reading), _ => OthersScenarios.Build(schools, tier, UsualScenarios, UsualSeed, assumed: null, reading));
    }
}
