using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.FoundationApplications;

/// <summary>One foundation school in one year: a row of the published tables.</summary>
/// <param name="Year">The year in which the programme starts.</param>
/// <param name="School">The school's name.</param>
/// <param name="Places">Its places.</param>
/// <param name="FirstPreferences">How many put it first, before pre-allocated applicants are taken out; <c>null</c> when not published.</param>
/// <param name="RatioAfterPreallocation">First choices for each place once pre-allocated applicants and their places are taken out.</param>
/// <param name="Status">How sure we are of the row.</param>
/// <param name="SourceId">Where it is written.</param>
public sealed record FoundationSchoolYear(int Year, string School, int Places, int? FirstPreferences, double RatioAfterPreallocation, Status Status, string SourceId)
{
    // Nearer to 1 than this, rounding of the ratio to two places hides how many were pre-allocated.
    private const double TooNearToOne = 0.05;

    /// <summary>
    /// The part of places given before the allocation, worked out from the two published ratios: with k pre-allocated,
    /// (first preferences − k) / (places − k) is the ratio after.
    /// <c>null</c> when first preferences are not published, or the ratio is too near to 1 to tell.
    /// </summary>
    public double? PreallocatedShare => FirstPreferences is { } first && double.Abs(1 - RatioAfterPreallocation) >= TooNearToOne
        ? double.Clamp((first - (RatioAfterPreallocation * Places)) / (1 - RatioAfterPreallocation) / Places, 0, 1)
        : null;
}

/// <summary>The schools of a year, found by name or by what people call them.</summary>
public sealed class FoundationSchools
{
    private const int MostNamed = 20; // Of what is no school, in a message; the rest is counted.

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["kss"] = "kent surrey and sussex",
        ["lnr"] = "leicestershire northamptonshire and rutland",
        ["ebh"] = "essex bedfordshire and hertfordshire",
        ["eoe"] = "east of england",
        ["nwe"] = "north west of england",
        ["north west"] = "north west of england",
        ["tvo"] = "thames valley oxford",
        ["thames valley"] = "thames valley oxford",
        ["oxford"] = "thames valley oxford",
        ["ni"] = "northern ireland",
        ["northern ireland medical and dental training agency"] = "northern ireland",
        ["nhs education for scotland"] = "scotland",
        ["health education improvement wales"] = "wales",
        ["yorkshire"] = "yorkshire and humber",
        ["yorkshire and the humber"] = "yorkshire and humber",
        ["yh"] = "yorkshire and humber",
        ["wmc"] = "west midlands central",
        ["wmn"] = "west midlands north",
        ["wms"] = "west midlands south",
    };

    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

    /// <summary>Takes the rows of all years and keeps those of one.</summary>
    /// <exception cref="ArgumentException">There are no figures for the year.</exception>
    public FoundationSchools(IEnumerable<FoundationSchoolYear> rows, int year)
    {
        var allRows = rows.ToList();
        Year = year;
        Rows = [.. allRows.Where(row => row.Year == year).OrderBy(row => row.School, StringComparer.Ordinal)];
        if (Rows.Count == 0)
        {
            throw new ArgumentException($"There are no figures for {year}.", nameof(year));
        }

        PlacesToCompeteFor = [.. Rows.Select(row => row.Places * (1 - PreallocatedShare(row, allRows)))];
        for (var i = 0; i < Rows.Count; i++)
        {
            _byName[Plain(Rows[i].School)] = i;
        }
    }

    /// <summary>The year in which the programme starts.</summary>
    public int Year { get; }

    /// <summary>The schools in alphabetical order.</summary>
    public IReadOnlyList<FoundationSchoolYear> Rows { get; }

    /// <summary>For each school the places left for the allocation once the pre-allocated are taken out.</summary>
    public IReadOnlyList<double> PlacesToCompeteFor { get; }

    /// <summary>The newest year with figures.</summary>
    public static int NewestYear(IEnumerable<FoundationSchoolYear> rows) => rows.Max(row => row.Year);

    /// <summary>The place of a school in <see cref="Rows"/>; <c>null</c> when the name is not one of this year's schools.</summary>
    public int? Find(string name)
    {
        var plain = Plain(name);
        if (_byName.TryGetValue(plain, out var found) || (Aliases.TryGetValue(plain, out var full) && _byName.TryGetValue(full, out found)))
        {
            return found;
        }

        return null;
    }

    /// <summary>Reads an order of all schools, best first. Returns what is wrong with it instead, when something is: unknown names, names given twice, schools left out.</summary>
    public (int[] Order, string? Fault) ReadOrder(IReadOnlyList<string> names)
    {
        var unknown = names.Where(name => Find(name) is null).ToList();
        if (unknown.Count > 0)
        {
            return ([], $"Not a foundation school in {Year}: {string.Join("; ", unknown.Take(MostNamed).Select(name => FactsWords.Short(name)))}{(unknown.Count > MostNamed ? $" and {unknown.Count - MostNamed} more" : "")}. The schools are: {string.Join("; ", Rows.Select(row => row.School))}.");
        }

        int[] order = [.. names.Select(name => Find(name)!.Value)];
        var twice = order.GroupBy(school => school).Where(group => group.Count() > 1).Select(group => Rows[group.Key].School).ToList();
        if (twice.Count > 0)
        {
            return ([], $"Given twice: {string.Join("; ", twice)}.");
        }

        var missing = Enumerable.Range(0, Rows.Count).Except(order).Select(school => Rows[school].School).ToList();
        return missing.Count > 0 ? ([], $"All {Rows.Count} schools are ordered; missing: {string.Join("; ", missing)}.") : (order, null);
    }

    /// <summary>
    /// The school's own share where it can be worked out, that year or else the newest before; otherwise the mean of that year's schools, or of the newest year
    /// that has one.
    /// </summary>
    private static double PreallocatedShare(FoundationSchoolYear row, IReadOnlyList<FoundationSchoolYear> all)
    {
        var own = all.Where(other => other.School == row.School && other.Year <= row.Year).OrderByDescending(other => other.Year).Take(2)
            .Select(other => other.PreallocatedShare).FirstOrDefault(share => share is not null);
        return own ?? all.Where(other => other.Year <= row.Year && other.PreallocatedShare is not null)
            .GroupBy(other => other.Year).OrderByDescending(year => year.Key).Select(year => year.Average(other => other.PreallocatedShare!.Value)).FirstOrDefault();
    }

    private static string Plain(string name)
    {
        var letters = name.Trim().ToLowerInvariant().Replace("&", " and ", StringComparison.Ordinal).Replace("foundation school", "", StringComparison.Ordinal)
            .Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
