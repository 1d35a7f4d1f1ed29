using System.Globalization;
using Gradus.Facts;
using Gradus.Matching.Chances;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>
/// Reads the hidden rank out of a school result, in each scenario weighed by how likely it makes that result, and carries it to groups and programmes: the same
/// rank is used again there.
/// For groups and programmes nothing is published of what others list, so the answer is the worst case, in which all list alike.
/// </summary>
public static class AfterSchoolSimulator
{
    private const int PointsInARange = 40;

    /// <summary>Refuses schools that are none of the year, or stand twice.</summary>
    public static void Check(SchoolResult facts, AfterSchoolFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(errors);
        var year = facts.Year ?? figures.Chances.NewestYear;
        if (!figures.Chances.Years.Contains(year) || year < ChancesSimulator.FirstYearOfAllocation)
        {
            errors.Add("year", $"Expected one of {string.Join(", ", figures.Chances.Years.Where(known => known >= ChancesSimulator.FirstYearOfAllocation))}.");
            return;
        }

        if (facts.Order.Count == 0)
        {
            errors.Add("order", "Expected at least the school you got.");
        }

        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, group) in facts.Groups.Index())
        {
            if (!groups.Add(group.Name.Folded()))
            {
                errors.Add($"groups[{index}].name", "Expected each group once.");
            }
        }

        var schools = figures.Chances.SchoolsOf(year);
        var found = facts.Order.Select(schools.Find).ToList();
        foreach (var (index, school) in found.Index())
        {
            if (school is null)
            {
                errors.Add($"order[{index}]", $"Expected a foundation school of {year}: {string.Join("; ", schools.Rows.Select(row => row.School))}.");
            }
            else if (found.Take(index).Contains(school))
            {
                errors.Add($"order[{index}]", "Expected each school once.");
            }
        }
    }

    /// <summary>Says where the doctor’s rank lies after a school result, and the chance of each group or programme of the list, from 0 to 1.</summary>
    public static AfterSchoolAnswer Simulate(SchoolResult facts, AfterSchoolFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var schools = figures.Chances.SchoolsOf(facts.Year ?? figures.Chances.NewestYear);
        int[] list = [.. facts.Order.Select(name => schools.Find(name)!.Value)];
        var row = schools.Rows[list[^1]];
        var scenarios = figures.Chances.Scenarios(schools, facts.Tier);
        var points = scenarios.Cutoffs.SelectMany(cutoffs => Points(cutoffs, list)).ToList();
        var rules = LocalRules(row.School, figures, facts.Linked is true);
        List<Reason> reasons =
        [
            new Reason("same-rank", "One random rank is drawn for the round and used again for groups and programmes.", Status.Sure,
                SourceId: "ukfpo-group-programme-preferencing"),
            figures.Chances.RowOf(row)
                .Because("figures", $"{row.School}, {schools.Year}: {Hundred.Plain(row.RatioAfterPreallocation)} first choices for each place, once pre-allocated applicants are taken out."),
            .. rules.Where(rule => rule.Ask is not null).Select(rule => new Reason($"local-{rule.About}", rule.Says, rule.Status, Ask: rule.Ask)),
        ];
        var assumptions = Assumptions(facts, schools);
        if (points.Count == 0)
        {
            var never = $"With the figures of {schools.Year} nobody gets {row.School} so: {WhyNever(list, row, schools, scenarios)}. Check the order, or the year.";
            return new AfterSchoolAnswer
            {
                Verdict = Verdict.Unknown,
                Says = never,
                Reasons = reasons,
                Status = Status.Computed,
                School = row.School,
                Year = schools.Year,
                Rank = null,
                WithinSchool = null,
                Groups = [],
                ProgrammePlace = null,
                Assumptions = assumptions,
                LocalRules = rules,
                Warnings = facts.Programmes is null ? [] : [new Warning("programmes", "Without a rank how many programmes you list has no effect.")]
            };
        }

        var rank = Range(points, point => point.Rank);
        var within = Range(points, point => point.Within);
        var groups = Groups(facts.Groups, points);
        int? place = facts.Programmes is { } programmes ? Math.Clamp((int)double.Ceiling((within.High * programmes) - 1e-6), 1, programmes) : null;
        return new AfterSchoolAnswer
        {
            Verdict = Verdict.Yes,
            Says = $"{(list.Length == 1 ? $"{row.School} first" : $"{row.School} as choice {list.Length}")}: of all applicants you stand {Between(rank)}; among those given it {Where(within)}.{(place is { } worst ? $" If everybody likes what you like, 95 of 100 simulated rounds give you number {worst} of your {FigureText.Count(facts.Programmes!.Value, "programmes")} or better." : "")}",
            Reasons = reasons,
            Status = Status.Computed,
            School = row.School,
            Year = schools.Year,
            Rank = rank,
            WithinSchool = within,
            Groups = groups,
            ProgrammePlace = place,
            Assumptions = assumptions,
            LocalRules = rules,
            Tables = [.. Tables(row.School, rank, within, groups)],
            Warnings = [.. Warnings(facts, row)],
        };
    }

    private static IEnumerable<AnswerTable> Tables(string school, ShareRange rank, ShareRange within, List<GroupOutlook> groups)
    {
        yield return new AnswerTable("rank", "Your hidden rank, best 0, worst 100",
            [new("among", "Among"), new("low", "Low"), new("mid", "Middle"), new("high", "High")],
            [["all applicants", Share.Of100(rank.Low), Share.Of100(rank.Mid), Share.Of100(rank.High)], [$"those given {school}", Share.Of100(within.Low), Share.Of100(within.Mid), Share.Of100(within.High)]]);
        if (groups.Count > 0)
        {
            yield return new AnswerTable("groups", "The groups, if everybody at the school listed them as you do: the worst that others can do to you",
                [new("group", "Group"), new("places", "Places"), new("this", "This one", "percent"), new("orBetter", "This or a better one", "percent")],
                [.. groups.Select(group => (IReadOnlyList<AnswerCell>)[group.Name, group.Places, Share.Of100(group.This), Share.Of100(group.OrBetter)])]);
        }
    }

    // Each scenario counts by how likely it makes the result, which is how wide the range of ranks is that gets it.
    private static IEnumerable<Point> Points(PiaCutoffs cutoffs, int[] list)
    {
        if (cutoffs.RankAfter(list, PublishedStage.Placed, list.Length - 1) is not { } range)
        {
            yield break;
        }

        double Within(double rank) => double.Clamp(cutoffs.ShareOfPostUpTo(list[^1], rank), 0, 1);
        var step = (range.UpTo - range.Above) / PointsInARange;
        for (var i = 0; i < PointsInARange; i++)
        {
            var rank = range.Above + ((i + 0.5) * step);
            yield return new Point(rank, Within(rank), Within(rank - (step / 2)), Within(rank + (step / 2)), step);
        }
    }

    private static ShareRange Range(List<Point> points, Func<Point, double> of)
    {
        var sorted = points.OrderBy(of).ToList();
        var all = points.Sum(point => point.Weight);
        // Each point stands for a stretch around it, so its own middle is passed at half its weight.
        double At(double share)
        {
            var (passed, before, value) = (0.0, 0.0, of(sorted[0]));
            foreach (var point in sorted)
            {
                var middle = passed + (point.Weight / 2);
                if (middle >= share * all)
                {
                    return middle - before <= 0 ? of(point) : value + ((of(point) - value) * ((share * all) - before) / (middle - before));
                }

                (passed, before, value) = (passed + point.Weight, middle, of(point));
            }

            return value;
        }

        return new ShareRange(At(ChancesSimulator.LowPart), At(0.5), At(ChancesSimulator.HighPart));
    }

    private static List<GroupOutlook> Groups(IReadOnlyList<WantedGroup> wanted, List<Point> points)
    {
        var all = points.Sum(point => point.Weight);
        var places = wanted.Sum(group => group.Places);
        var (passed, before) = (0, 0.0);
        var groups = new List<GroupOutlook>(wanted.Count);
        foreach (var group in wanted)
        {
            passed += group.Places;
            var share = places == 0 ? 0 : (double)passed / places;
            var orBetter = points.Sum(point => point.Weight * point.PartUpTo(share)) / all;
            groups.Add(new GroupOutlook(group.Name, group.Places, orBetter - before, orBetter));
            before = orBetter;
        }

        return groups;
    }

    private static string Where(ShareRange within) => (within.Low, within.High) switch
    {
        ( < 0.1, > 0.9) => "anywhere, as the result says next to nothing of your place there",
        _ => Between(within),
    };

    private static string Between(ShareRange range) => string.Create(CultureInfo.InvariantCulture, $"between {100 * range.Low:0} and {100 * range.High:0} of every 100, best 0");

    // The first choice may take everybody who names it, or the school may be full of those who put it first.
    private static string WhyNever(int[] list, FoundationSchoolYear row, FoundationSchools schools, OthersScenarios scenarios) =>
        scenarios.Cutoffs.All(cutoffs => cutoffs.ChancesOf(list)[0] > 1 - 1e-9) ? $"{schools.Rows[list[0]].School} takes everybody who puts it first"
        : row.RatioAfterPreallocation >= 1 ? "it fills with those who put it first"
        : $"in no simulated round does anybody reach it as choice {list.Length}";

    private static List<LocalRuleAnswer> LocalRules(string school, AfterSchoolFigures figures, bool isLinked)
    {
        var about = isLinked ? new[] { "groups", "links" } : ["groups"];
        return
        [
            .. about.Select(what => figures.LocalRules.FirstOrDefault(rule => rule.School == school && rule.About == what) is { } rule
                ? new LocalRuleAnswer(what, rule.Says ?? NotFound(what, school), rule.Says is null ? rule.Ask ?? $"the {school} foundation school" : rule.Ask, rule.Status)
                : new LocalRuleAnswer(what, NotFound(what, school), $"the {school} foundation school", Status.NotFound)),
        ];
    }

    private static string NotFound(string about, string school) => about == "links"
        ? $"Whether {school} keeps a link for groups was not found; for programmes it is never kept."
        : $"Whether {school} has preference groups, or ranks programmes directly, was not found.";

    private static List<string> Assumptions(SchoolResult facts, FoundationSchools schools)
    {
        var assumptions = new List<string>
        {
            $"Places and first choices are those of {schools.Year}, and what others listed after their first choice is modelled, as in the chances of each school.",
            "Every scenario counts by how likely it makes your result.",
            "Nothing is published of what others list among groups and programmes: the answer takes all to list as you do, which is the worst that they can do to you.",
        };
        if (facts.Tier is not null)
        {
            assumptions.Add("Ranks are those among your own tier. Whether groups and programmes are given to the priority group first was not found.");
        }

        return assumptions;
    }

    private static IEnumerable<Warning> Warnings(SchoolResult facts, FoundationSchoolYear row)
    {
        if (facts.Groups.Count > 0 && facts.Groups.Sum(group => group.Places) is var places && places < row.Places / 2)
        {
            yield return new Warning("groups", $"The groups have {places} places together and {row.School} had {row.Places}: list every group, or the chances come out too high.");
        }

        if (facts.Linked is true)
        {
            yield return new Warning("linked", "A linked pair holds the worse of its two ranks; this is worked out for one person.");
        }
    }

    // A stretch of ranks: its middle, where that stands within the school, and where the stretch begins and ends there.
    private sealed record Point(double Rank, double Within, double From, double To, double Weight)
    {
        public double PartUpTo(double share) => share >= To ? 1 : share <= From ? 0 : (share - From) / (To - From);
    }
}
