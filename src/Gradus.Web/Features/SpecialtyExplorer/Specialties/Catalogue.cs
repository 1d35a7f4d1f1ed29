using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Web.Features.SpecialtyExplorer.Specialties;

/// <summary>A run of competition figures that may stand side by side: one programme, at its first year or above it.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="IsHigher">Whether the posts are above the first year of specialty or core training.</param>
/// <param name="IsStem">Whether it is a stem before the specialty, not the specialty itself.</param>
/// <param name="Specialties">The specialties that it leads to.</param>
/// <param name="Figures">The figures, oldest first; those of 2026 among them.</param>
public sealed record CompetitionSeries(string Programme, bool IsHigher, bool IsStem, IReadOnlyList<string> Specialties, IReadOnlyList<CompetitionFigure> Figures)
{
    /// <summary>The years before the Medical Training (Prioritisation) Act changed whom the figures count.</summary>
    public const string BeforeTheLaw = "before-2026";

    /// <summary>The latest figure with a ratio; <c>null</c> when there is none.</summary>
    public CompetitionFigure? Latest => Figures.LastOrDefault(figure => figure.Ratio is not null);

    /// <summary>The programme with its level, for a heading.</summary>
    public string Name => Programme + (IsHigher ? ", " + (Latest ?? Figures[^1]).Level : "");
}

/// <summary>A specialty near another by profile.</summary>
/// <param name="Specialty">The neighbour.</param>
/// <param name="Distance">The root of the mean squared difference over the dimensions both have.</param>
/// <param name="Shares">What marks both out from the middle of all, in words.</param>
/// <param name="Differs">Where they are furthest apart, in words; <c>null</c> when nowhere by much.</param>
public sealed record Neighbour(Specialty Specialty, double Distance, IReadOnlyList<string> Shares, string? Differs);

/// <summary>Something else that is written about a route.</summary>
public sealed record TrainingNote(string Kind, string Text, string SourceId, Status Status);

/// <summary>The 65 specialties with what the pages need, worked out once.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, SpecialtyProfile> _profiles;
    private readonly Dictionary<string, (string TalkTo, string Taster)> _families;
    private readonly ILookup<string, TrainingNote> _notes;
    private readonly Dictionary<string, CompetitionFigure?> _latest;

    /// <summary>Reads the texts and joins the tables.</summary>
    public Catalogue(SpecialtyExplorerContent content, ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(library);
        Content = content;
        _profiles = content.Profiles.ToDictionary(profile => profile.Specialty.Id, StringComparer.OrdinalIgnoreCase);
        var tables = library.System("specialty-explorer").Tables;
        var families = tables.First(table => table.Name == "families");
        _families = families.Rows.ToDictionary(row => row[families.Column("id")], row => (row[families.Column("talk-to")], row[families.Column("taster")]), StringComparer.Ordinal);
        var notes = tables.First(table => table.Name == "training-notes");
        _notes = notes.Rows.ToLookup(
            row => row[notes.Column("specialty")],
            row => new TrainingNote(row[notes.Column("kind")], row[notes.Column("note")], row[notes.Column("source")], StatusExtensions.Parse(row[notes.Column("status")])!.Value),
            StringComparer.Ordinal);
        Series = [.. content.Competition.Where(figure => figure.WayIn != "all")
            .GroupBy(figure => (figure.Programme, IsHigher: IsHigher(figure.Level), IsStem: figure.WayIn == "stem"))
            .Select(group => new CompetitionSeries(group.Key.Programme, group.Key.IsHigher, group.Key.IsStem,
                [.. group.SelectMany(figure => figure.Specialties).Distinct(StringComparer.Ordinal)], [.. group.OrderBy(figure => figure.Year)]))
            .Where(series => series.Latest is not null)];
        _latest = content.Specialties.ToDictionary(specialty => specialty.Id, specialty => SeriesOf(specialty).Where(series => !series.IsStem)
            .OrderByDescending(series => series.Latest!.Year).ThenBy(series => series.Specialties.Count).ThenBy(series => series.IsHigher).FirstOrDefault()?.Latest,
                StringComparer.Ordinal);
        Middles = [.. Enumerable.Range(0, Dimensions.Count).Select(d => Average(content.Profiles.Select(profile => profile.Cells[d].Mean)))];
    }

    /// <summary>The content.</summary>
    public SpecialtyExplorerContent Content { get; }

    /// <summary>Every run of competition figures that has at least one ratio.</summary>
    public IReadOnlyList<CompetitionSeries> Series { get; }

    /// <summary>The average of all specialties on each dimension.</summary>
    public IReadOnlyList<double> Middles { get; }

    /// <summary>The specialty with an id, in small or large letters as the cache of pages does not tell them apart; <c>null</c> when there is none.</summary>
    public Specialty? Find(string id) => _profiles.TryGetValue(id, out var profile) ? profile.Specialty : null;

    /// <summary>Its profile.</summary>
    public SpecialtyProfile ProfileOf(Specialty specialty) => _profiles[specialty.Id];

    /// <summary>What the work is.</summary>
    public SpecialtyText TextOf(Specialty specialty) => Content.Texts[specialty.Id];

    /// <summary>Whom to talk to and what to do on a taster.</summary>
    public (string TalkTo, string Taster) AdviceOf(Specialty specialty) => _families[specialty.Family];

    /// <summary>What else is written about its route.</summary>
    public IEnumerable<TrainingNote> NotesOf(Specialty specialty) => _notes[specialty.Id];

    /// <summary>Its own competition first, the most specific programme before shared ones, then the stems before it.</summary>
    public IReadOnlyList<CompetitionSeries> SeriesOf(Specialty specialty) =>
        [.. Series.Where(series => series.Specialties.Contains(specialty.Id))
            .OrderBy(series => series.IsStem)
            .ThenBy(series => series.Specialties.Count)
            .ThenBy(series => series.IsHigher)
            .ThenByDescending(series => series.Latest!.Year)];

    /// <summary>The latest published ratio for the specialty itself, not for a stem before it; at entry where several levels were published for the same year.</summary>
    public CompetitionFigure? LatestDirect(Specialty specialty) => _latest[specialty.Id];

    /// <summary>The latest published ratio of a stem before the specialty; <c>null</c> when there is none. It stands for all who enter the stem, whatever they go on to.</summary>
    public CompetitionFigure? LatestOfStem(Specialty specialty) =>
        SeriesOf(specialty).Where(series => series.IsStem).OrderByDescending(series => series.Latest!.Year).ThenBy(series => series.Specialties.Count).FirstOrDefault()?.Latest;

    /// <summary>The published numbers about its workforce.</summary>
    public IReadOnlyList<WorkforceFigure> WorkforceOf(Specialty specialty) => [.. Content.Workforce.Where(figure => figure.Specialty == specialty.Id)];

    /// <summary>The nearest specialties by profile. Linear in the number of specialties.</summary>
    public IReadOnlyList<Neighbour> NeighboursOf(Specialty specialty, int most = 5)
    {
        var mine = ProfileOf(specialty).Cells;
        return [.. Content.Profiles.Where(profile => profile.Specialty.Id != specialty.Id)
            .Select(profile => (profile, Distance: Distance(mine, profile.Cells)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.profile.Specialty.Id, StringComparer.Ordinal).Take(most)
            .Select(pair => Describe(mine, pair.profile, pair.Distance))];
    }

    /// <summary>The distance between two profiles over the dimensions that both have.</summary>
    public static double Distance(IReadOnlyList<ProfileCell> one, IReadOnlyList<ProfileCell> other) =>
        Math.Sqrt(Average(Enumerable.Range(0, Dimensions.Count).Select(d => (one[d].Mean - other[d].Mean) * (one[d].Mean - other[d].Mean))));

    private static bool IsHigher(string level) => !level.Contains("T1", StringComparison.Ordinal);

    private static double Average(IEnumerable<double?> values) => values.Average() ?? 0.5;

    private Neighbour Describe(IReadOnlyList<ProfileCell> mine, SpecialtyProfile other, double distance)
    {
        var dimensions = Content.Questionnaire.Dimensions;
        var shares = Enumerable.Range(0, Dimensions.Count)
            .Select(d => (d, Mine: (mine[d].Mean ?? Middles[d]) - Middles[d], Theirs: (other.Cells[d].Mean ?? Middles[d]) - Middles[d]))
            .Where(part => part.Mine * part.Theirs > 0)
            .OrderByDescending(part => Math.Min(Math.Abs(part.Mine), Math.Abs(part.Theirs))).Take(3)
            .Where(part => Math.Min(Math.Abs(part.Mine), Math.Abs(part.Theirs)) >= 0.05)
            .Select(part => part.Mine > 0 ? dimensions[part.d].High : dimensions[part.d].Low);
        var apart = Enumerable.Range(0, Dimensions.Count).Select(d => (d, By: (other.Cells[d].Mean ?? 0) - (mine[d].Mean ?? 0)))
            .Where(part => mine[part.d].Mean is not null && other.Cells[part.d].Mean is not null).MaxBy(part => Math.Abs(part.By));
        return new Neighbour(other.Specialty, distance, [.. shares],
            Math.Abs(apart.By) < 0.08 ? null : $"{(apart.By > 0 ? "more" : "less")} {Sentences.LowerFirst(dimensions[apart.d].Name)}");
    }
}
