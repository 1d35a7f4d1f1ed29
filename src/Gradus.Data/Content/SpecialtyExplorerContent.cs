using System.Globalization;
using System.Text;
using Gradus.Data.Exports;
using Gradus.Data.Imports;
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
public sealed record WorkforceFigure(string Specialty, string Scope, string Nation, string Year, string Measure, string? Qualifier, decimal Value, string Unit,
    string? Note, string SourceId, Status Status);

/// <summary>A short form.</summary>
/// <param name="Short">It.</param>
/// <param name="Long">What it stands for.</param>
public sealed record Abbreviation(string Short, string Long);

/// <summary>One of the five written examples of a level on a dimension.</summary>
public sealed record DimensionAnchor(string Dimension, double Level, string Text, string Example);

/// <summary>Everything in <c>content/specialty-explorer</c> that the explorer needs, typed.</summary>
public sealed class SpecialtyExplorerContent
{
    /// <summary>The system's name.</summary>
    public const string System = "specialty-explorer";

    private SpecialtyExplorerContent()
    {
    }

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

    /// <summary>Short forms that stand in the facts of specialties.</summary>
    public required IReadOnlyList<Abbreviation> Abbreviations { get; init; }

    /// <summary>Whom to ask in each nation for figures that were not found; every nation has one.</summary>
    public required IReadOnlyDictionary<Nation, string> FigureBodies { get; init; }

    /// <summary>The model of this edition of the content.</summary>
    public ExplorerModel CreateModel(ModelSettings? settings = null) => new(Questionnaire, Profiles, Families, settings);

    /// <summary>Specialty ids by consultants counted or else by posts in the latest direct round before 2026, most first: the popularity baseline.</summary>
    public IReadOnlyList<string> Popularity()
    {
        var size = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var figure in Competition.Where(figure => figure.Series == "before-2026" && figure.Posts is not null)
            .OrderBy(figure => figure.Year)
            .ThenBy(figure => figure.WayIn == "direct" ? 1 : 0))
        {
            foreach (var specialty in figure.Specialties)
            {
                size[specialty] = figure.Posts!.Value / (decimal)figure.Specialties.Count;
            }
        }

        return [.. size.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
    }

    /// <summary>Reads the tables and texts of <c>specialty-explorer</c> under a content directory, and nothing else of it.</summary>
    /// <exception cref="ContentFaultsException">A table does not hold what it must, or a specialty has no text; the message names file and line.</exception>
    public static SpecialtyExplorerContent Load(string contentDirectory) => Of(ContentLoader.LoadTables(contentDirectory, System), contentDirectory);

    /// <summary>Makes it from the tables that the loader has read.</summary>
    /// <param name="tables">The tables of the room.</param>
    /// <param name="contentDirectory">The content folder, where the texts lie.</param>
    /// <exception cref="ContentFaultsException">A table does not hold what it must, or a specialty has no text.</exception>
    public static SpecialtyExplorerContent Of(IReadOnlyList<ContentTable> tables, string contentDirectory)
    {
        var (content, faults) = Read(tables, contentDirectory);
        return faults.Count == 0 ? content : throw new ContentFaultsException(faults);
    }

    /// <summary>What the tables and the texts do not hold and should, all of it.</summary>
    /// <param name="tables">The tables of the room, as the loader has read them.</param>
    /// <param name="contentDirectory">The content folder, where the texts lie.</param>
    public static IReadOnlyList<ContentFault> Check(IReadOnlyList<ContentTable> tables, string contentDirectory) => Read(tables, contentDirectory).Faults;

    private static (SpecialtyExplorerContent Content, List<ContentFault> Faults) Read(IReadOnlyList<ContentTable> read, string contentDirectory)
    {
        var tables = new TypedTables($"{System}/tables", read);
        var specialties = ReadSpecialties(tables);
        var texts = SpecialtyText.LoadAll(contentDirectory);
        var content = new SpecialtyExplorerContent
        {
            Texts = texts,
            Questionnaire = ReadQuestionnaire(tables),
            Specialties = specialties,
            Families = tables.Read("families", row => (Id: row["id"], Name: row["name"]))
                .DistinctBy(family => family.Id, StringComparer.Ordinal)
                .ToDictionary(family => family.Id, family => family.Name, StringComparer.Ordinal),
            Profiles = ReadProfiles(tables, specialties),
            Anchors = tables.Read("anchors", row => new DimensionAnchor(row["dimension"], row.Number("level"), row["text"], row["example"])),
            IndecisionCauses = tables.Read("indecision-causes", row => new IndecisionCause(row["id"], row["name"], row["says"], row["conversation"])),
            IndecisionStatements = tables.Read("indecision-statements", row => new IndecisionStatement(row["id"], row["cause"], row["text"])),
            Competition = tables.Read("competition", row => new CompetitionFigure
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
            Workforce = tables.Read("workforce", row => new WorkforceFigure(
                row["specialty"], row["scope"], row["nation"], row["year"], row["measure"], row.Text("qualifier"), row.Needed("value"), row["unit"],
                    row.Text("note"), row["source"], row.Status())),
            Abbreviations = tables.Read("abbreviations", row => new Abbreviation(row["short"], row["long"])),
            FigureBodies = ReadFigureBodies(tables),
        };
        return (content, [.. tables.Faults,
            .. specialties.Where(specialty => !texts.ContainsKey(specialty.Id))
                .Select(specialty => new ContentFault($"{System}/specialties/{specialty.Id}.md", 0, 0, "the text is missing: every specialty has one"))]);
    }

    /// <summary>Makes the profiles from the editorial tables and the raw data beside them.</summary>
    /// <exception cref="ContentFaultsException">A table or the raw data does not hold what it must.</exception>
    public static DerivedProfiles DeriveProfiles(string contentDirectory)
    {
        var tables = new TypedTables($"{System}/tables", ContentLoader.LoadTables(contentDirectory, System));
        var raw = new TypedTables($"{System}/raw", [.. Directory.EnumerateFiles(Path.Combine(contentDirectory, System, "raw"), "*.csv").Select(Raw)]);
        var specialties = ReadSpecialties(tables);
        var byName = specialties.ToDictionary(specialty => specialty.Name, specialty => specialty.Id, StringComparer.Ordinal);
        var map = raw.Read("onet_uk_specialty_map",
            row => (Code: row["onet_soc_code"], Specialty: byName.GetValueOrDefault(row.OneOf("uk_specialty", byName.Keys), ""), Quality: row["match_quality"]));
        var codes = map.ToDictionary(entry => entry.Code, entry => entry.Specialty, StringComparer.Ordinal);
        var onet = new List<OutsideValue>();
        foreach (var (file, scale) in new[] { ("interests", "OI"), ("work_values", "EX"), ("work_styles", "IM"), ("skills", "IM"), ("knowledge", "IM") })
        {
            onet.AddRange(raw.Read("onet_physicians_" + file, row => row)
                .Where(row => row["scale_id"] == scale && codes.ContainsKey(row["onet_soc_code"]))
                .Select(row => new OutsideValue(file + ":" + row["element_name"], codes[row["onet_soc_code"]], row.Number("data_value"))));
        }

        var income = tables.Read("private-practice-1999", row => (Specialty: row.Text("specialty"), Rank: (int)row.Number("rank")));
        var groups = tables.Read("profile-groups", row => new EditorialValue(row["family"], row["dimension"], row.Number("mean"), row.Number("spread"), row["reason"]));
        var overrides = tables.Read("profile-overrides",
            row => new EditorialValue(row["specialty"], row["dimension"], row.Number("mean"), (double?)row.Optional("spread"), row["reason"]));
        if (tables.Faults.Count + raw.Faults.Count > 0)
        {
            throw new ContentFaultsException([.. tables.Faults, .. raw.Faults]);
        }

        return ProfileDerivation.Derive(
            specialties,
            groups,
            overrides,
            onet,
            map.Where(entry => entry.Quality.StartsWith("partial", StringComparison.Ordinal)).Select(entry => entry.Specialty).ToHashSet(StringComparer.Ordinal),
            income.Where(entry => entry.Specialty is not null).ToDictionary(entry => entry.Specialty!, entry => (entry.Rank, income.Count), StringComparer.Ordinal));
    }

    // Data as its publisher gives it: no columns.yaml says what its columns are.
    private static ContentTable Raw(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var (sheet, fault) = SheetReader.Read(File.ReadAllBytes(file));
        return sheet is null ? throw new ContentFaultsException([new ContentFault($"{System}/raw/{name}.csv", 0, 0, fault!)])
            : new ContentTable(name, name, [.. sheet.Header.Select(column => new ContentColumn(column, ColumnType.Text, column, IsOptional: true))],
                [.. sheet.Rows.Select(row => row.Cells)])
            { Lines = [.. sheet.Rows.Select(row => row.Line)] };
    }

    /// <summary>Writes profiles as the table <c>profiles.csv</c>.</summary>
    public static void WriteProfiles(TextWriter writer, IReadOnlyList<SpecialtyProfile> profiles)
    {
        var rows = profiles.SelectMany(profile => profile.Cells.Select((cell,
            d) => (IEnumerable<string?>)[profile.Specialty.Id, Dimensions.Ids[d], Number(cell.Mean), Number(cell.Spread), Number(cell.Answers),
                cell.Source.Key(), cell.Reason, cell.SourceId, cell.Status.Key()]));
        writer.Write(Encoding.UTF8.GetString(CsvFile.WriteAsIs(rows.Prepend(["specialty", "dimension", "mean", "spread", "answers", "provenance", "reason", "source", "status"])))
            .ReplaceLineEndings("\n"));
    }

    private static string? Number(double? number) => number?.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Replaces the table <c>profiles.csv</c> of a content folder, whole or not at all.</summary>
    public static void SaveProfiles(string contentDirectory, IReadOnlyList<SpecialtyProfile> profiles) =>
        WrittenAside.Replace(Path.Combine(contentDirectory, System, "tables"), "profiles.csv", stream =>
        {
            WriteProfiles(stream, profiles);
            return true;
        });

    /// <summary>
    /// Replaces the profiles by those of a survey, and names the survey among the sources if it is not there yet. A disk that is full or read-only leaves both
    /// as they were.
    /// </summary>
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
        WrittenAside.ReplaceAll((contentDirectory, "sources.yaml",
            stream => stream.Write(Encoding.UTF8.GetBytes(sources + (sources.EndsWith('\n') ? "" : "\n") + source))), profilesFile);
    }

    private static void WriteProfiles(Stream stream, IReadOnlyList<SpecialtyProfile> profiles)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        WriteProfiles(writer, profiles);
    }

    private static IReadOnlyList<SpecialtyProfile> ReadProfiles(TypedTables tables, IReadOnlyList<Specialty> specialties)
    {
        var known = specialties.Select(specialty => specialty.Id).ToHashSet(StringComparer.Ordinal);
        var cells = new Dictionary<(string, string), ProfileCell>();
        foreach (var (specialty, dimension, cell) in tables.Read("profiles", row => (row.OneOf("specialty", known), row.OneOf("dimension", Dimensions.Ids), new ProfileCell(
            (double?)row.Optional("mean") is not (< 0 or > 1) and var mean ? mean : row.Wrong("mean", (double?)null), row.Number("spread"),
                ProvenanceExtensions.Parse(row["provenance"]) ?? row.Wrong("provenance", Provenance.Editorial),
            row["source"], row.Status(), row["reason"], (int)row.Number("answers")))))
        {
            cells[(specialty, dimension)] = cell;
        }

        foreach (var specialty in specialties)
        {
            if (Dimensions.Ids.Where(dimension => !cells.ContainsKey((specialty.Id, dimension))).ToList() is { Count: > 0 } lacking)
            {
                tables.Fault("profiles", 0, $"{specialty.Id} has no row for {Sentences.Listed(lacking)}");
            }
        }

        return tables.Faults.Count > 0
            ? []
            : [.. specialties.Select(specialty => new SpecialtyProfile(specialty, [.. Dimensions.Ids.Select(dimension => cells[(specialty.Id, dimension)])]))];
    }

    private static Dictionary<Nation, string> ReadFigureBodies(TypedTables tables)
    {
        const string Table = "figure-bodies";
        var bodies = tables.Read(Table, row => (Nations: NationExtensions.ParseNations(row["nation"]) ?? Nations.None, Body: row["body"]));
        foreach (var nation in NationExtensions.All.Where(nation => bodies.Count(body => body.Nations.Includes(nation)) != 1))
        {
            tables.Fault(Table, 0, $"{nation.Key()} has {(bodies.Exists(body => body.Nations.Includes(nation)) ? "more than one row" : "no row")}: expected one for each nation");
        }

        return NationExtensions.All.ToDictionary(nation => nation, nation => bodies.FirstOrDefault(body => body.Nations.Includes(nation)).Body ?? "");
    }

    private static Questionnaire ReadQuestionnaire(TypedTables tables)
    {
        var dimensions = tables.Read("dimensions", row => new Dimension(
            row["id"], row["name"], row["kind"] == "more" ? DimensionKind.More : DimensionKind.Ideal, row["high"], row["low"], row["says"]));
        var interests = tables.Read("interests", row => (Area: row["area"], Question: row["question"], Choice: new InterestChoice(row["value"], row["text"])));
        return new Questionnaire(
            dimensions,
            tables.Read("statements", row => new Statement(row["id"], row.OneOf("dimension", Dimensions.Ids), row.YesNo("reversed"), row["text"])),
            tables.Read("tasks", row => new BestWorstTask((int)row.Number("task"),
                [row.OneOf("first", Dimensions.Ids), row.OneOf("second", Dimensions.Ids), row.OneOf("third", Dimensions.Ids), row.OneOf("fourth", Dimensions.Ids)])),
            [.. interests.GroupBy(entry => entry.Area, StringComparer.Ordinal)
                .Select(area => new InterestArea(area.Key, area.First().Question, [.. area.Select(entry => entry.Choice)]))]);
    }

    private static List<Specialty> ReadSpecialties(TypedTables tables) => tables.Read("specialties", row => new Specialty
    {
        Id = row["id"],
        Name = row["name"],
        Group = row["group"],
        Family = row["family"],
        College = row["college"],
        EntryRoute = Listed(row, "entry-route"),
        EntryLevel = row["entry-level"],
        Stem = Listed(row, "stem"),
        StemYears = row["stem-years"],
        HigherYears = row["higher-years"],
        YearsMin = row.Optional("years-min"),
        YearsMax = row.Optional("years-max"),
        RunThrough = row["run-through"],
        Exams = Listed(row, "exams"),
        SubSpecialties = Listed(row, "sub-specialties"),
        DualPairings = Listed(row, "dual-pairings"),
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

    private static ListedFact Listed(TypedRow row, string column)
    {
        var statuses = $"{column}-status";
        List<Status?> known = [.. row.List(statuses).Select(StatusExtensions.Parse)];
        return (known.Contains(null) ? null : ListedFact.Of(row[column], [.. known.OfType<Status>()], row.Status()))
            ?? row.Wrong(statuses, new ListedFact(row[column], []));
    }
}
