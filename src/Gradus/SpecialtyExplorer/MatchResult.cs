using System.Globalization;
using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.SpecialtyExplorer;

/// <summary>How worthwhile a specialty looks to explore. It says nothing about whether a reader would do well there or be appointed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Band>))]
public enum Band
{
    /// <summary>In the top ten in at least 80 of 100 draws.</summary>
    Strong,
    /// <summary>In the top ten in 30 to 80 of 100 draws.</summary>
    Plausible,
    /// <summary>In the top ten in fewer than 30 of 100 draws.</summary>
    [JsonStringEnumMemberName("Less likely")]
    LessLikely,
}

/// <summary>What one dimension or interest area adds to a specialty's fit, compared with the average of all specialties.</summary>
/// <param name="Dimension">The id of the dimension or interest area.</param>
/// <param name="Contribution">How much it adds or takes away, on the scale of the fit from 0 to 1. All contributions of a specialty add up exactly to its fit
/// less the average fit.</param>
/// <param name="Says">Why, in words.</param>
/// <param name="Source">Where the specialty's value comes from: <c>official</c>, <c>onet</c>, <c>editorial</c> or <c>survey</c>.</param>
public sealed record FitReason(string Dimension, double Contribution, string Says, string Source);

/// <summary>What would happen if one dimension mattered half as much.</summary>
/// <param name="Dimension">The id of the dimension.</param>
/// <param name="Rank">Where the specialty would stand by average fit.</param>
/// <param name="Says">The same in words.</param>
public sealed record Counterfactual(string Dimension, int Rank, string Says);

/// <summary>One specialty in the result. Ranks and shares are among all that are compared, those hidden by a limit included.</summary>
public sealed record SpecialtyMatch
{
    /// <summary>The specialty's id.</summary>
    public required string Specialty { get; init; }

    /// <summary>The band, from <see cref="InTopTen"/>.</summary>
    public required Band Band { get; init; }

    /// <summary>The middle rank over the draws; 1 is first.</summary>
    public required int RankMedian { get; init; }

    /// <summary>The rank that 10 of 100 draws do not exceed.</summary>
    public required int RankLow { get; init; }

    /// <summary>The rank that 90 of 100 draws do not exceed.</summary>
    public required int RankHigh { get; init; }

    /// <summary>The share of draws in which it is among the first five, from 0 to 1.</summary>
    public required double InTopFive { get; init; }

    /// <summary>The share of draws in which it is among the first ten, from 0 to 1.</summary>
    public required double InTopTen { get; init; }

    /// <summary>The share of the reader's weight on dimensions where the specialty's value is known, from 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>Specialties with the same number cannot be told apart by these answers.</summary>
    public required int TieGroup { get; init; }

    /// <summary>What speaks for it, strongest first; three at most.</summary>
    public required IReadOnlyList<FitReason> For { get; init; }

    /// <summary>What speaks against it, strongest first; three at most.</summary>
    public required IReadOnlyList<FitReason> Against { get; init; }

    /// <summary>One thing that would change its place; <c>null</c> when halving no dimension would move it by three places or across the top five.</summary>
    public Counterfactual? Counterfactual { get; init; }
}

/// <summary>A specialty hidden by the reader's own limits.</summary>
/// <param name="Specialty">The specialty's id.</param>
/// <param name="Limits">The ids of the limits that hide it.</param>
public sealed record HiddenSpecialty(string Specialty, IReadOnlyList<string> Limits);

/// <summary>A limit that could not be checked.</summary>
/// <param name="Limit">The limit's id.</param>
/// <param name="Says">Why, and what to do.</param>
public sealed record UncheckedLimit(string Limit, string Says);

/// <summary>How much of the first ten places a family of specialties takes.</summary>
/// <param name="Family">The family's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Share">The share of the first ten places, averaged over the draws, from 0 to 1.</param>
public sealed record FamilyShare(string Family, string Name, double Share);

/// <summary>The pattern behind the list, which means more than its top line.</summary>
/// <param name="Says">The pattern in a sentence.</param>
/// <param name="Dimensions">The ids of the dimensions on which the reader stands furthest from the middle, strongest first.</param>
/// <param name="Families">Families of specialties by their share of the first ten places.</param>
public sealed record Leanings(string Says, IReadOnlyList<string> Dimensions, IReadOnlyList<FamilyShare> Families);

/// <summary>What the answers say about which specialties are worth exploring.</summary>
public sealed record MatchResult : ToolAnswer
{
    /// <summary>The version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Every specialty that is not hidden and has enough data, best first; poor fits too.</summary>
    public required IReadOnlyList<SpecialtyMatch> Matches { get; init; }

    /// <summary>Specialties hidden by the reader's limits.</summary>
    public required IReadOnlyList<HiddenSpecialty> Hidden { get; init; }

    /// <summary>How undecided the statements leave it, in bits: 6 when all 65 are alike, 0 when one remains. It falls as answers come in.</summary>
    public required double EntropyBits { get; init; }

    /// <summary>Specialties about which too little is known to rank them.</summary>
    public required IReadOnlyList<string> NotEnoughData { get; init; }

    /// <summary>Limits that could not be checked.</summary>
    public required IReadOnlyList<UncheckedLimit> Unchecked { get; init; }

    /// <summary>The pattern behind the list.</summary>
    public required Leanings Leanings { get; init; }

    /// <summary>The names of the specialties by their ids, for doors that show words.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        yield return new ListPart(Leanings.Says,
            [.. Leanings.Families.Take(3).Select(family => string.Create(CultureInfo.InvariantCulture, $"{family.Name}: {family.Share * 10:0.0} of the first ten places"))]);
        foreach (var match in Matches.TakeWhile(match => match.Band != Band.LessLikely))
        {
            yield return new ListPart(Line(match),
                [.. match.For.Select(reason => $"for: {reason.Says} [{reason.Source}]"),
                    .. match.Against.Select(reason => $"against: {reason.Says} [{reason.Source}]"),
                    .. match.Counterfactual is { } change ? [change.Says] : Array.Empty<string>()]);
        }

        yield return new ListPart("Less likely", [.. Matches.SkipWhile(match => match.Band != Band.LessLikely).Select(Line)]);
        yield return new ListPart($"Hidden by your limits: {Hidden.Count}",
            [.. Hidden.Select(hidden => $"{NameOf(hidden.Specialty)}: {string.Join(", ", hidden.Limits)}"), .. Unchecked.Select(limit => $"{limit.Limit}: {limit.Says}")]);
        yield return new TextPart("How open it still is",
            [string.Create(CultureInfo.InvariantCulture,
                $"{EntropyBits:0.0} bits are open; with no answer it is {SteadyMath.Log2(Matches.Count + Hidden.Count + NotEnoughData.Count):0.0}. Model {ModelVersion}.")]);
    }

    /// <inheritdoc/>
    public override IEnumerable<AnswerTable> Sheets() =>
    [
        new("matches", "Specialties, best first",
            [new("specialty", "Specialty"), new("name", "Name"), new("band", "Band"), new("median", "Usual rank"), new("low", "Lowest of nine in ten"),
                new("high", "Highest"), new("ten", "In the top ten, of 100"), new("tie", "Tie group")],
            [.. Matches.Select(match => (IReadOnlyList<AnswerCell>)[match.Specialty, NameOf(match.Specialty), match.Band.ToString(), match.RankMedian,
                match.RankLow, match.RankHigh, decimal.Round(100 * (decimal)match.InTopTen, 1), match.TieGroup])]),
    ];

    private string Line(SpecialtyMatch match) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{NameOf(match.Specialty)}: {(match.Band == Band.LessLikely ? "less likely" : match.Band.ToString().ToLowerInvariant())}, rank {match.RankLow}–{match.RankHigh}, usually {match.RankMedian}; in the top ten in about {match.InTopTen * 100:0} of 100 draws");

    private string NameOf(string specialty) => Names.GetValueOrDefault(specialty, specialty);
}
