using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>What a doctor tells us to see which routes are open.</summary>
public sealed record RouteQuestion : AbroadDoctor
{
    /// <summary>One country; left out, all four.</summary>
    [Fact("Country", "a country, or nothing for all four", Example = "new-zealand")]
    public AbroadCountry? Country { get; init; }
}

/// <summary>How a route stands for a doctor.</summary>
[JsonConverter(typeof(Keys<RouteState>))]
public enum RouteState
{
    /// <summary>Everything that it asks is met by what was told.</summary>
    Open,
    /// <summary>Something that decides it was not told.</summary>
    Depends,
    /// <summary>Something that it asks is not met.</summary>
    NotOpen,
    /// <summary>Its rule is not known.</summary>
    Unknown,
}

/// <summary>A route for a doctor.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">The country.</param>
/// <param name="State">How it stands.</param>
/// <param name="Because">Why, as a sentence.</param>
/// <param name="Status">How sure we are.</param>
public sealed record RouteAnswer(string Key, string Name, AbroadCountry Country, RouteState State, string Because, Status Status)
{
    /// <summary>What it asks besides, which is not tested here; <c>null</c> for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Besides { get; init; }

    /// <summary>Whom to ask.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ask { get; init; }

    /// <summary>Whether it is looked at before the others that are open.</summary>
    [JsonIgnore]
    public bool IsFirst { get; init; }
}

/// <summary>Which routes are open to a doctor.</summary>
public sealed record RoutesAnswer : ToolAnswer
{
    /// <summary>The routes, by country in the order of their table.</summary>
    public required IReadOnlyList<RouteAnswer> Routes { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts() => Routes.GroupBy(route => route.Country).Select(country => new ListPart(country.Key.Name(), [.. country.Select(Line)]));

    private static string Line(RouteAnswer route)
    {
        var name = route.Name[(route.Name.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        var state = route.State switch
        {
            RouteState.Open => "open",
            RouteState.NotOpen => "not open",
            RouteState.Depends => "depends on what you have not told",
            _ => "rule not found"
        };
        return $"{Sentences.UpperFirst(name)}: {state}. {route.Because}{(route.Besides is null ? "" : " " + route.Besides)}{(route.Ask is null || route.Because.Contains(route.Ask, StringComparison.Ordinal) ? "" : $" Ask {route.Ask}.")}";
    }
}

/// <summary>Checks routes one test at a time. Indicative: the regulator decides, and its own self-assessment goes further than ours.</summary>
public static class RouteChecker
{
    /// <summary>More routes than this are counted, and only their countries named.</summary>
    private const int MostNamed = 2;

    /// <summary>Checks the routes of one country or of all.</summary>
    public static RoutesAnswer Check(RouteQuestion facts, AbroadFigures figures, DateOnly on, Nation nation)
    {
        var countries = facts.Country is { } one ? [one] : Enum.GetValues<AbroadCountry>();
        var reasons = new List<Reason>();
        var routes = countries.SelectMany(country => Of(country, facts, figures, on, nation, reasons)).ToList();
        var open = routes.Where(route => route.State == RouteState.Open).ToList();
        var depends = routes.Count(route => route.State == RouteState.Depends);
        return new RoutesAnswer
        {
            Verdict = open.Count > 0 ? Verdict.Yes : depends > 0 ? Verdict.Unknown : Verdict.No,
            Says = open.Count == 0
                ? depends == 0
                    ? "By what you told us no route is open."
                    : $"No route is surely open yet: {depends} {(depends == 1 ? "depends" : "depend")} on what you have not told."
                : open.Count <= MostNamed ? $"{open.Count} route{(open.Count == 1 ? " is" : "s are")} open by what you told us: {string.Join("; ", open.Select(route => route.Name))}."
                : $"{open.Count} routes are open by what you told us, in {Sentences.Listed([.. open.Select(route => route.Country.InSentence()).Distinct(StringComparer.Ordinal)])}.",
            Routes = routes,
            Reasons =
            [
                .. reasons,
                .. countries.Contains(AbroadCountry.Australia) && facts.Bills is { } bills ? new[] { Places.Medicare(bills, figures, on, nation) } : [],
                .. countries.SelectMany(country => Visas.Of(country, facts, figures, on, nation)),
            ],
        };
    }

    /// <summary>The routes of a country, each with how it stands.</summary>
    /// <param name="country">The country.</param>
    /// <param name="facts">What was told.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation.</param>
    /// <param name="reasons">Takes the reason of each route.</param>
    public static IReadOnlyList<RouteAnswer> Of(AbroadCountry country, AbroadDoctor facts, AbroadFigures figures, DateOnly on, Nation nation, IList<Reason> reasons)
    {
        var told = facts.Told(country);
        var answers = new List<RouteAnswer>();
        foreach (var route in figures.Routes.Where(route => route.Country == country.Key()))
        {
            if (route.RuleIs != "known")
            {
                var status = route.RuleIs == "not-found" ? Status.NotFound : Status.Unpublished;
                var missing = $"Its rule is {(status == Status.NotFound ? "not found" : "not published")}: ask {route.Ask}.";
                reasons.Add(route.Because(route.Key, $"{route.Name}: {Sentences.LowerFirst(missing)}") with { Ask = route.Ask });
                answers.Add(new RouteAnswer(route.Key, route.Name, country, RouteState.Unknown, missing, status) { Besides = route.Note, Ask = route.Ask });
                continue;
            }

            var tests = figures.RouteTests.Where(test => test.Route == route.Key && test.HoldsOn(on) && test.When?.Holds(told) != false)
                .Select(test => Answer(test, facts, told, figures, on, nation))
                .ToList();
            var decides = tests.Find(test => test.State == RouteState.NotOpen) ?? tests.Find(test => test.State != RouteState.Open);
            var because = decides is null ? $"It asks for {string.Join(", and for ", tests.Select(test => test.Asks))}: met."
                : decides.State == RouteState.NotOpen ? $"It asks for {decides.Asks}; you told us {decides.Told}."
                : decides.Told is null ? $"It asks for {decides.Asks}: you have not told us."
                : $"It asks for {decides.Asks}: ask {route.Ask}.";
            var rests = decides ?? tests.Find(test => test.Reason.Status != Status.Sure) ?? tests[0];
            reasons.Add(rests.Reason with { Key = route.Key, Says = $"{route.Name}: {Sentences.LowerFirst(because)}" });
            answers.Add(new RouteAnswer(route.Key, route.Name, country, decides?.State ?? RouteState.Open, because,
                StatusExtensions.Worse(route.Status, decides is null ? tests.Select(test => test.Reason.Status).Weakest() : decides.Reason.Status))
            {
                Besides = route.Note,
                Ask = route.Ask,
                IsFirst = route.FirstWhen?.Holds(told) == true,
            });
        }

        return answers;
    }

    private sealed record Tested(RouteState State, string Asks, string? Told, Reason Reason);

    private static Tested Answer(RouteTest test, AbroadDoctor facts, Dictionary<string, IReadOnlyList<string>> told, AbroadFigures figures, DateOnly on, Nation nation)
    {
        var value = test.Figure is null ? null : figures.NamedInTables[test.Figure].At(on, nation);
        var asks = test.Says.Replace("{figure}", value?.Text ?? "", StringComparison.Ordinal);
        var reason = value is { IsKnown: true } ? value.Because(test.Route, asks) with { SourceId = value.SourceId ?? test.Source } : test.Because(test.Route, asks);
        if (test.Test == "ask")
        {
            return new Tested(RouteState.Depends, asks, "nothing that decides it", reason with { Status = test.Status });
        }

        if (test.Test is "at-least" or "at-most")
        {
            var number = test.Fact == "cct-year" ? CurriculumYear(facts.Cct?.On, figures.UkCurriculumMonth.At(on, nation).Whole) : Number(test.Fact, facts);
            var state = number is null || value?.Number is not { } bound ? RouteState.Depends
                : (test.Test == "at-least" ? number >= bound : number <= bound) ? RouteState.Open
                : RouteState.NotOpen;
            return new Tested(state, asks, test.Fact == "cct-year" ? facts.Cct?.On?.Words() : (number is { } given ? FigureText.Digits(given, places: 2) : null), reason);
        }

        var values = StepRow.Keys(test.Values);
        var said = told.GetValueOrDefault(test.Fact) ?? [];
        var isAmong = said.Any(one => values.Contains(one, StringComparer.OrdinalIgnoreCase));
        var isTold = said.Count > 0 || test.Fact == "exams";
        var meets = test.Test switch { "not-in" => !isAmong, "told" => isTold, _ => isAmong };
        var otherwise = test.Test == "in-or-ask" ? RouteState.Depends : RouteState.NotOpen;
        return new Tested(meets && isTold ? RouteState.Open : isTold || NoCct(test, facts) ? otherwise : RouteState.Depends, asks,
            isTold ? said.Count == 0 ? "none" : string.Join(", ", said.Select(one => FactsShape.Sentence(one))) : NoCct(test, facts) ? "of no CCT" : null,
            reason);
    }

    // Who says where they stand in training and names no CCT has none.
    private static bool NoCct(RouteTest test, AbroadDoctor facts) => test.Fact is "cct-by" && facts is { Cct: null, InTraining: not null };

    private static decimal? CurriculumYear(DateOnly? cct, int? begins) => cct is { } day && begins is { } month ? day.Month < month ? day.Year - 1 : day.Year : null;

    private static decimal? Number(string fact, AbroadDoctor facts) => fact switch
    {
        "months-of-48" => facts.MonthsOf48,
        "hours-a-week" => facts.HoursAWeek,
        "mrcgp" => facts.Mrcgp,
        "age" => facts.Age,
        _ => null,
    };
}
