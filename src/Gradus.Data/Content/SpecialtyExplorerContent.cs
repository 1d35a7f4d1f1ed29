using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Data.Content;

/// <summary>A published competition figure for a programme in a year. The series breaks in 2026, when the law changed whom the figures count.</summary>
public sealed record CompetitionFigure
{
    public required int Year { get; init; }

    public required string Programme { get; init; }

    public required string PublishedAs { get; init; }

    public required string Level { get; init; }

    /// <summary><c>direct</c>, <c>stem</c> or <c>all</c>.</summary>
    public required string WayIn { get; init; }

    public required IReadOnlyList<string> Specialties { get; init; }

    /// <summary><c>before-2026</c> or <c>from-2026</c>: never joined by a line.</summary>
    public required string Series { get; init; }

    public required string Tier { get; init; }

    public int? Applications { get; init; }

    public int? Posts { get; init; }

    public decimal? Ratio { get; init; }

    /// <summary>Where the posts are: <c>england</c> or <c>uk</c>.</summary>
    public required string Nation { get; init; }

    public string? Note { get; init; }

    public required string SourceId { get; init; }

    public required Status Status { get; init; }
}

/// <summary>A published number about the workforce of a specialty.</summary>
public sealed record WorkforceFigure(string Specialty, string Scope, string Nation, string Year, string Measure, string? Qualifier, decimal Value, string Unit, string? Note, string SourceId, Status Status);

/// <summary>One of the five written examples of a level on a dimension.</summary>
public sealed record DimensionAnchor(string Dimension, double Level, string Text, string Example);

/// <summary>Everything in <c>content/specialty-explorer</c> that the explorer needs, typed.</summary>
public sealed class SpecialtyExplorerContent
{
    /// <summary>The system's name.</summary>
    public const string System = "specialty-explorer";

    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.None };

    private SpecialtyExplorerContent(string directory) => Directory = directory;

    public string Directory { get; }

    public required Questionnaire Questionnaire { get; init; }

    public required IReadOnlyList<Specialty> Specialties { get; init; }

    public required IReadOnlyDictionary<string, string> Families { get; init; }

    /// <summary>What the work of each specialty is, by its id.</summary>
    public required IReadOnlyDictionary<string, SpecialtyText> Texts { get; init; }

    public required IReadOnlyList<SpecialtyProfile> Profiles { get; init; }

    public required IReadOnlyList<DimensionAnchor> Anchors { get; init; }

    public required IReadOnlyList<IndecisionCause> IndecisionCauses { get; init; }

    public required IReadOnlyList<IndecisionStatement> IndecisionStatements { get; init; }

    public required IReadOnlyList<CompetitionFigure> Competition { get; init; }

    public required IReadOnlyList<WorkforceFigure> Workforce { get; init; }

    /// <summary>The model of this edition of the content.</summary>
    public ExplorerModel CreateModel(ModelSettings? settings = null) => new(Questionnaire, Profiles, Families, settings);

    /// <summary>Specialty ids by consultants counted or else by posts in the latest direct round before 2026, most first: the popularity baseline.</summary>
    public IReadOnlyList<string> Popularity()
    {
        var size = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var figure in Competition.Where(figure => figure.Series == "before-2026" && figure.Posts is not null).OrderBy(figure => figure.Year).ThenBy(figure => figure.WayIn == "direct" ? 1 : 0))
        {
            foreach (var specialty in figure.Specialties)
            {
                size[specialty] = figure.Posts!.Value / (decimal)figure.Specialties.Count;
            }
        }

        return [.. size.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
    }

    /// <summary>Reads <c>specialty-explorer</c> under a content directory.</summary>
    /// <exception cref="ContentFaultsException">A table does not hold what it must, or a specialty has no text; the message names file and line.</exception>
    public static SpecialtyExplorerContent Load(string contentDirectory)
    {
        var directory = Path.Combine(contentDirectory, System);
        var tables = Path.Combine(directory, "tables");
        var specialties = ReadSpecialties(tables);
        var texts = SpecialtyText.LoadAll(contentDirectory);
        if (specialties.FirstOrDefault(specialty => !texts.ContainsKey(specialty.Id)) is { } lacking)
        {
            throw Missing($"specialties/{lacking.Id}.md", "the text is missing: every specialty has one");
        }

        return new SpecialtyExplorerContent(directory)
        {
            Texts = texts,
            Questionnaire = ReadQuestionnaire(tables),
            Specialties = specialties,
            Families = Read(tables, "families", row => (Id: row["id"], Name: row["name"])).ToDictionary(family => family.Id, family => family.Name, StringComparer.Ordinal),
            Profiles = ReadProfiles(Path.Combine(tables, "profiles.csv"), specialties),
            Anchors = Read(tables, "anchors", row => new DimensionAnchor(row["dimension"], row.Number("level"), row["text"], row["example"])),
            IndecisionCauses = Read(tables, "indecision-causes", row => new IndecisionCause(row["id"], row["name"], row["says"], row["conversation"])),
            IndecisionStatements = Read(tables, "indecision-statements", row => new IndecisionStatement(row["id"], row["cause"], row["text"])),
            Competition = Read(tables, "competition", row => new CompetitionFigure
            {
                Year = (int)row.Number("year"),
                Programme = row["programme"],
                PublishedAs = row["published-as"],
                Level = row["level"],
                WayIn = row["way-in"],
                Specialties = row.List("specialties"),
                Series = row["series"],
                Tier = row["tier"],
                Applications = (int?)row.Optional("applications"),
                Posts = (int?)row.Optional("posts"),
                Ratio = row.Optional("ratio"),
                Nation = row["nation"],
                Note = row.Text("note"),
                SourceId = row["source"],
                Status = row.Status(),
            }),
            Workforce = Read(tables, "workforce", row => new WorkforceFigure(
                row["specialty"], row["scope"], row["nation"], row["year"], row["measure"], row.Text("qualifier"), row.Optional("value") ?? throw row.Fault("value"), row["unit"], row.Text("note"), row["source"], row.Status())),
        };
    }

    /// <summary>Makes the profiles from the editorial tables and the raw data beside them.</summary>
    public static DerivedProfiles DeriveProfiles(string contentDirectory)
    {
        var directory = Path.Combine(contentDirectory, System);
        var tables = Path.Combine(directory, "tables");
        var raw = Path.Combine(directory, "raw");
        var specialties = ReadSpecialties(tables);
        var byName = specialties.ToDictionary(specialty => specialty.Name, specialty => specialty.Id, StringComparer.Ordinal);
        var map = Read(raw, "onet_uk_specialty_map", row => (Code: row["onet_soc_code"], Specialty: byName[row["uk_specialty"]], Quality: row["match_quality"]));
        var codes = map.ToDictionary(entry => entry.Code, entry => entry.Specialty, StringComparer.Ordinal);
        var onet = new List<OutsideValue>();
        foreach (var (file, scale) in new[] { ("interests", "OI"), ("work_values", "EX"), ("work_styles", "IM"), ("skills", "IM"), ("knowledge", "IM") })
        {
            onet.AddRange(Read(raw, "onet_physicians_" + file, row => row)
                .Where(row => row["scale_id"] == scale && codes.ContainsKey(row["onet_soc_code"]))
                .Select(row => new OutsideValue(file + ":" + row["element_name"], codes[row["onet_soc_code"]], row.Number("data_value"))));
        }

        var income = Read(tables, "private-practice-1999", row => (Specialty: row.Text("specialty"), Rank: (int)row.Number("rank")));
        return ProfileDerivation.Derive(
            specialties,
            Read(tables, "profile-groups", row => new EditorialValue(row["family"], row["dimension"], row.Number("mean"), row.Number("spread"), row["reason"])),
            Read(tables, "profile-overrides", row => new EditorialValue(row["specialty"], row["dimension"], row.Number("mean"), (double?)row.Optional("spread"), row["reason"])),
            onet,
            map.Where(entry => entry.Quality.StartsWith("partial", StringComparison.Ordinal)).Select(entry => entry.Specialty).ToHashSet(StringComparer.Ordinal),
            income.Where(entry => entry.Specialty is not null).ToDictionary(entry => entry.Specialty!, entry => (entry.Rank, income.Count), StringComparer.Ordinal));
    }

    /// <summary>Writes profiles as the table <c>profiles.csv</c>.</summary>
    public static void WriteProfiles(TextWriter writer, IReadOnlyList<SpecialtyProfile> profiles)
    {
        writer.Write("specialty,dimension,mean,spread,answers,provenance,reason,source,status\n");
        foreach (var profile in profiles)
        {
            for (var d = 0; d < profile.Cells.Count; d++)
            {
                var cell = profile.Cells[d];
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{profile.Specialty.Id},{Dimensions.Ids[d]},{cell.Mean:0.###},{cell.Spread:0.###},{cell.Answers},{cell.Source.Key()},{Quoted(cell.Reason)},{cell.SourceId},{cell.Status.Key()}\n"));
            }
        }
    }

    /// <summary>Replaces the table <c>profiles.csv</c> of a content folder, whole or not at all.</summary>
    public static void SaveProfiles(string contentDirectory, IReadOnlyList<SpecialtyProfile> profiles) =>
        WrittenAside.Replace(Path.Combine(contentDirectory, System, "tables"), "profiles.csv", stream =>
        {
            WriteProfiles(stream, profiles);
            return true;
        });

    /// <summary>Replaces the profiles by those of a survey, and names the survey among the sources if it is not there yet. A disk that is full or read-only leaves both as they were.</summary>
    /// <param name="contentDirectory">The content folder.</param>
    /// <param name="profiles">The profiles with what the survey changed.</param>
    /// <param name="on">The day on which it is imported.</param>
    public static void SaveSurvey(string contentDirectory, IReadOnlyList<SpecialtyProfile> profiles, DateOnly on)
    {
        var sources = File.ReadAllText(Path.Combine(contentDirectory, "sources.yaml"));
        var profilesFile = (Path.Combine(contentDirectory, System, "tables"), "profiles.csv", (Action<Stream>)(stream => WriteProfiles(stream, profiles)));
        if (sources.Contains($"\n{SurveyAggregator.SourceId}:", StringComparison.Ordinal))
        {
            WrittenAside.ReplaceAll(profilesFile);
            return;
        }

        // A source that nothing cites yet is sound content; profiles that cite a source not there are not: so the sources come first.
        var source = string.Create(CultureInfo.InvariantCulture,
            $"{SurveyAggregator.SourceId}:\n  publisher: Gradus\n  title: Answers of doctors about their own jobs, version {SurveyAggregator.FormVersion} of the form\n  dated: {on:yyyy-MM-dd}\n  read: {on:yyyy-MM-dd}\n  kind: research\n");
        WrittenAside.ReplaceAll((contentDirectory, "sources.yaml", stream => stream.Write(Encoding.UTF8.GetBytes(sources + (sources.EndsWith('\n') ? "" : "\n") + source))), profilesFile);
    }

    private static void WriteProfiles(Stream stream, IReadOnlyList<SpecialtyProfile> profiles)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        WriteProfiles(writer, profiles);
    }

    /// <summary>Reads profiles from a table like <c>profiles.csv</c>.</summary>
    public static IReadOnlyList<SpecialtyProfile> ReadProfiles(string file, IReadOnlyList<Specialty> specialties)
    {
        var rows = Read(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file), row => row);
        var known = specialties.Select(specialty => specialty.Id).ToHashSet(StringComparer.Ordinal);
        var cells = new Dictionary<(string, string), ProfileCell>();
        foreach (var row in rows)
        {
            var mean = (double?)row.Optional("mean");
            if (mean is < 0 or > 1)
            {
                throw row.Fault("mean");
            }

            cells[(row.OneOf("specialty", known), row.OneOf("dimension", Dimensions.Ids))] = new ProfileCell(
                mean, row.Number("spread"), ProvenanceExtensions.Parse(row["provenance"]) ?? throw row.Fault("provenance"), row["source"], row.Status(), row["reason"], (int)row.Number("answers"));
        }

        return [.. specialties.Select(specialty => new SpecialtyProfile(specialty, [.. Dimensions.Ids.Select(dimension =>
            cells.GetValueOrDefault((specialty.Id, dimension)) ?? throw Missing("tables/profiles.csv", $"{specialty.Id} has no row for {dimension}"))]))];
    }

    private static Questionnaire ReadQuestionnaire(string tables)
    {
        var dimensions = Read(tables, "dimensions", row => new Dimension(
            row["id"], row["name"], row["kind"] == "more" ? DimensionKind.More : DimensionKind.Ideal, row["high"], row["low"], row["says"]));
        var interests = Read(tables, "interests", row => (Area: row["area"], Question: row["question"], Choice: new InterestChoice(row["value"], row["text"])));
        return new Questionnaire(
            dimensions,
            Read(tables, "statements", row => new Statement(row["id"], row.OneOf("dimension", Dimensions.Ids), row.YesNo("reversed"), row["text"])),
            Read(tables, "tasks", row => new BestWorstTask((int)row.Number("task"), [row.OneOf("first", Dimensions.Ids), row.OneOf("second", Dimensions.Ids), row.OneOf("third", Dimensions.Ids), row.OneOf("fourth", Dimensions.Ids)])),
            [.. interests.GroupBy(entry => entry.Area, StringComparer.Ordinal).Select(area => new InterestArea(area.Key, area.First().Question, [.. area.Select(entry => entry.Choice)]))]);
    }

    private static List<Specialty> ReadSpecialties(string tables) => Read(tables, "specialties", row => new Specialty
    {
        Id = row["id"],
        Name = row["name"],
        Group = row["group"],
        Family = row["family"],
        College = row["college"],
        EntryRoute = row["entry-route"],
        EntryLevel = row["entry-level"],
        Stem = row["stem"],
        StemYears = row["stem-years"],
        HigherYears = row["higher-years"],
        YearsMin = row.Optional("years-min"),
        YearsMax = row.Optional("years-max"),
        RunThrough = row["run-through"],
        Exams = row["exams"],
        SubSpecialties = row["sub-specialties"],
        DualPairings = row["dual-pairings"],
        UnselectedTake = row.YesNo("unselected-take"),
        Setting = row.List("setting"),
        PatientAge = row.List("patient-age"),
        BodySystem = row.List("body-system"),
        MindBody = row.List("mind-body"),
        Children = row["children"],
        Nights = row["nights"],
        Note = row.Text("note"),
        SourceId = row["source"],
        Status = row.Status(),
    });

    private static List<T> Read<T>(string directory, string name, Func<Row, T> read)
    {
        var file = Path.Combine(directory, name + ".csv");
        using var reader = new CsvReader(new StreamReader(file), Csv);
        var rows = new List<T>();
        reader.Read();
        reader.ReadHeader();
        var header = reader.HeaderRecord!;
        while (reader.Read())
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var column in header)
            {
                values[column] = reader.GetField(column) ?? "";
            }

            rows.Add(read(new Row(name, reader.Parser.RawRow, values)));
        }

        return rows;
    }

    private static ContentFaultsException Missing(string file, string what) => new([new ContentFault(System + "/" + file, 0, 0, what)]);

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(',', '"', '\n') >= 0 ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;

    private sealed class Row(string table, int line, Dictionary<string, string> values)
    {
        public string this[string column] => values.TryGetValue(column, out var value) ? value : throw Missing($"tables/{table}.csv", $"there is no column “{column}”");

        public string? Text(string column) => this[column] is { Length: > 0 } text ? text : null;

        public decimal? Optional(string column) => this[column].Length == 0 ? null
            : decimal.TryParse(this[column], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw Fault(column);

        public double Number(string column) => double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Fault(column);

        public bool YesNo(string column) => this[column] switch
        {
            "yes" => true,
            "no" => false,
            _ => throw Fault(column),
        };

        public string[] List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        public Status Status() => StatusExtensions.Parse(this["status"]) ?? throw Fault("status");

        /// <summary>One of the values expected, which are the ids of something else.</summary>
        public string OneOf(string column, IReadOnlyCollection<string> expected) => expected.Contains(this[column]) ? this[column] : throw Fault(column);

        public ContentFaultsException Fault(string column) => new([new ContentFault($"{System}/tables/{table}.csv", line, 1, $"“{this[column]}” does not belong in the column {column}")]);
    }
}
