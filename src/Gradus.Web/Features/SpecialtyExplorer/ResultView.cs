using System.Globalization;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>Specialties of one band that stand together, in order; more than one is a tie.</summary>
public sealed record TieGroup(IReadOnlyList<SpecialtyMatch> Matches);

/// <summary>A result as the page shows it: the numbers of the matcher, with names, ties and the second axis beside them.</summary>
public sealed class ResultView
{
    private const int LeastInDetail = 5;

    /// <summary>Matches the answers of a walk.</summary>
    public ResultView(ExplorerDesk desk, Walk walk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(walk);
        Desk = desk;
        Walk = walk;
        Scores = Matcher.Score(desk.Model, walk.Answers);
        Result = MatchExplainer.Explain(desk.Model, walk.Answers, Scores);
        var shown = Math.Max(LeastInDetail, Result.Matches.Count(match => match.Band != Band.LessLikely));
        InDetail = [.. Result.Matches.Take(shown)];
        Rest = [.. Result.Matches.Skip(shown)];
        Place = desk.Map.Place(Scores.Positions);
    }

    /// <summary>What the pages share.</summary>
    public ExplorerDesk Desk { get; }

    /// <summary>The reader's way.</summary>
    public Walk Walk { get; }

    /// <summary>The numbers.</summary>
    public MatchScores Scores { get; }

    /// <summary>The result as the API gives it.</summary>
    public MatchResult Result { get; }

    /// <summary>The strong and the plausible, or the first five where there are fewer.</summary>
    public IReadOnlyList<SpecialtyMatch> InDetail { get; }

    /// <summary>The poorer fits.</summary>
    public IReadOnlyList<SpecialtyMatch> Rest { get; }

    /// <summary>The reader on the map.</summary>
    public ReaderOnMap Place { get; }

    /// <summary>How many are in the result.</summary>
    public int Ranked => Result.Matches.Count;

    /// <summary>Among how many the places are: those hidden by a limit keep theirs.</summary>
    public int Among => Scores.Compared.Count(isCompared => isCompared);

    /// <summary>The strong ones.</summary>
    public IReadOnlyList<SpecialtyMatch> Strong => [.. Result.Matches.Where(match => match.Band == Band.Strong)];

    /// <summary>Three to look at first, where something stands out; otherwise none.</summary>
    public IReadOnlyList<SpecialtyMatch> First => Result.Matches.Any(match => match.Band != Band.LessLikely) ? [.. Result.Matches.Take(3)] : [];

    /// <summary>The result in one line.</summary>
    public string Heading =>
        First.Count == 0
            ? Result.Leanings.Says.TrimEnd('.')
            : $"{NumberWord(First.Count)} to look at first: {Sentences.Listed([.. First.Select(match => Sentences.LowerFirst(Name(match.Specialty)))])}";

    /// <summary>Whether a slider has been moved.</summary>
    public bool IsWeighed => Walk.Answers.Importance.Count > 0;

    /// <summary>The bands in detail, each with its tie groups.</summary>
    public IEnumerable<(Band Band, IReadOnlyList<TieGroup> Groups)> Bands => InDetail.GroupBy(match => match.Band)
        .Select(band => (band.Key, (IReadOnlyList<TieGroup>)[.. band.GroupBy(match => match.TieGroup).Select(group => new TieGroup([.. group]))]));

    /// <summary>The dimensions by what they weigh for the reader, the heaviest first.</summary>
    public IReadOnlyList<Dimension> ByWeight =>
        [.. Enumerable.Range(0, Dimensions.Count).OrderByDescending(d => Scores.Weights[d]).ThenBy(d => d).Select(d => Desk.Questions.Dimensions[d])];

    /// <summary>
    /// Every specialty as a row of CSV: its place for the reader, and beside it length, competition and the way in, which do not enter the place. Those hidden
    /// by a limit come last, without a place.
    /// </summary>
    public byte[] Csv() => CsvFile.Write(
    [
        ["specialty", "band", "rank_median", "rank_low", "rank_high", "in_top_five", "in_top_ten", "coverage", "tie_group", "hidden_by",
            "years_after_foundation", "run_through", "unselected_take", "exams", "source", "status", "applications_per_post", "competition_level",
            "competition_year", "competition_nation", "competition_source", "competition_status", "competition_of"],
        .. Result.Matches.Select(match => (IEnumerable<string?>)
        [
            Name(match.Specialty), NameOf(match.Band), Plain(match.RankMedian), Plain(match.RankLow), Plain(match.RankHigh), Plain(match.InTopFive),
                Plain(match.InTopTen), Plain(match.Coverage), Plain(match.TieGroup), "",
            .. SecondAxis(match.Specialty),
        ]),
        .. Result.Hidden.Select(hidden => (IEnumerable<string?>)[Name(hidden.Specialty), "", "", "", "", "", "", "", "", string.Join("; ", hidden.Limits),
            .. SecondAxis(hidden.Specialty)]),
    ]);

    private IEnumerable<string?> SecondAxis(string id)
    {
        var specialty = Desk.Specialty(id);
        var competition = Desk.CompetitionOf(id);
        return
        [
            Years(specialty), RunThrough(specialty), specialty.UnselectedTake ? "yes" : "no", specialty.Exams.Text, specialty.SourceId, specialty.Status.Key(),
            Plain((double?)competition?.Ratio), competition?.Level, Plain(competition?.Year), competition?.Nation, competition?.SourceId,
                competition?.Status.Key(), competition is null ? "" : competition.WayIn == "stem" ? $"stem: {competition.Programme}" : competition.Programme,
        ];
    }

    private static string Plain(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The name of a specialty.</summary>
    public string Name(string id) => Desk.Specialty(id).Name;

    /// <summary>A band's name.</summary>
    public static string NameOf(Band band) => band switch
    {
        Band.Strong => "Strong",
        Band.Plausible => "Plausible",
        _ => "Less likely",
    };

    /// <summary>What a band means.</summary>
    public static string Meaning(Band band) => band switch
    {
        Band.Strong => "in your first ten in at least 80 of 100 runs",
        Band.Plausible => "in 30 to 80 of 100",
        _ => "in fewer than 30 of 100",
    };

    /// <summary>The ranks of the middle 80 of 100 runs, in words: “1st to 6th”.</summary>
    public static string Interval(SpecialtyMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return match.RankLow == match.RankHigh ? FigureText.Ordinal(match.RankLow) : $"{FigureText.Ordinal(match.RankLow)} to {FigureText.Ordinal(match.RankHigh)}";
    }

    /// <summary>A chance as “96 of 100”; never 0 or 100, which no number of draws can show.</summary>
    public static string Of100(double share) => Runs(share) + " of 100";

    /// <summary>A chance as a number of 100 runs: “96”, “under 1”, “over 99”.</summary>
    public static string Runs(double share) => share switch
    {
        < 0.005 => "under 1",
        > 0.995 => "over 99",
        _ => $"{Whole(share * 100)}",
    };

    /// <summary>The nearest whole number, halves away from zero.</summary>
    public static double Whole(double number) => Math.Round(number, MidpointRounding.AwayFromZero);

    /// <summary>Years from the end of foundation, full time: “7”, “7 to 8”.</summary>
    public static string Years(Specialty specialty)
    {
        ArgumentNullException.ThrowIfNull(specialty);
        return specialty.YearsMin is not { } least ? "Unknown" : specialty.YearsMax is { } most && most != least ? $"{least:0.#} to {most:0.#} years" : $"{least:0.#} years";
    }

    /// <summary>Whether training runs through, in words.</summary>
    public static string RunThrough(Specialty specialty)
    {
        ArgumentNullException.ThrowIfNull(specialty);
        return specialty.RunThrough switch
        {
            "yes" => "Run-through",
            "mixed" => "Some posts run through",
            _ => "Second competition",
        };
    }

    /// <summary>The latest competition before 2026 in words: “4.0 a post, ST4, 2025”.</summary>
    public static string Competition(CompetitionFigure? figure) =>
        figure is null
            ? "No figure found"
            : FormattableString.Invariant($"{figure.Ratio:0.0} a post, {figure.Level}, {figure.Year}{(figure.WayIn == "stem" ? $", for the stem before it: {figure.Programme}" : "")}");

    /// <summary>A limit as the reader set it.</summary>
    public string LimitWords(string limit) => limit switch
    {
        "no-night-on-call" => "No overnight work",
        "max-years" => FormattableString.Invariant($"At most {Walk.Answers.Limits.MaxYears:0.#} years"),
        "no-children" => "No work with children",
        "run-through-only" => "Run-through only",
        _ => "One nation only",
    };

    /// <summary>The limits that the reader set, by id.</summary>
    public IReadOnlyList<string> SetLimits
    {
        get
        {
            var limits = Walk.Answers.Limits;
            (string Id, bool Holds)[] all = [("no-night-on-call", limits.NoNightOnCall), ("max-years", limits.MaxYears is not null),
                ("no-children", limits.NoChildren), ("run-through-only", limits.RunThroughOnly), ("nation", limits.Nation is not null)];
            return [.. all.Where(limit => limit.Holds).Select(limit => limit.Id)];
        }
    }

    /// <summary>Where a specialty's 13 values come from: “11 our judgement, 2 O*NET, US”.</summary>
    public string Grounds(string id)
    {
        var cells = Desk.Model.Profiles[Desk.Model.IndexOf(id)].Cells;
        return string.Join(", ", cells.Where(cell => cell.Mean is not null).GroupBy(cell => cell.Source).OrderByDescending(group => group.Count())
            .Select(group => $"{group.Count()} {(group.Key == Provenance.Editorial ? "our judgement" : group.Key.Words())}"));
    }

    /// <summary>What the reader's first ten places go to, by family, in words.</summary>
    public string FamiliesInWords
    {
        get
        {
            var families = Result.Leanings.Families.Take(3).Select(family => $"{Sentences.LowerFirst(family.Name)} ({Whole(family.Share * 100)} of 100)").ToList();
            return families.Count == 0 ? "" : $"Of the first ten places most go to {Sentences.Listed(families)}.";
        }
    }

    /// <summary>A small number as a word, to open a sentence.</summary>
    public static string NumberWord(int number) => number switch
    {
        1 => "One",
        2 => "Two",
        3 => "Three",
        4 => "Four",
        5 => "Five",
        6 => "Six",
        7 => "Seven",
        8 => "Eight",
        9 => "Nine",
        10 => "Ten",
        _ => $"{number}",
    };
}
