using System.Globalization;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyApplications;

/// <summary>
/// Adds evidence up by a framework's own rules: the best single item of a domain, or a sum with its limits; points for an only application; letters and
/// assessors' marks as what they are, without a total.
/// </summary>
public static class SelfAssessmentCalculator
{
    private const string OnlyApplication = "only-application";

    /// <summary>The domains and the items of the framework that was chosen, by the names under which <see cref="EvidenceFinder"/> finds each again.</summary>
    public static IReadOnlyList<Choice>? Offers(string fact, Func<string, string> typed, SelfAssessmentFigures figures)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(figures);
        var items = figures.Frameworks.Where(row => row.Framework == typed("framework") && row.Rule is not ("panel" or OnlyApplication)).ToList();
        return items.Count == 0 ? null : fact switch
        {
            "evidence.domain" => [.. items.DistinctBy(row => row.Domain).Select(row => new Choice(row.Domain, row.DomainName))],
            "evidence.item" => [.. items.Select(row => EvidenceFinder.NameOf(row, items)).Zip(items, (name, row) => new Choice(name, row.ItemName) { Group = row.DomainName })],
            _ => null,
        };
    }

    /// <summary>Says which evidence the framework does not know, with what was expected.</summary>
    public static void Check(SelfAssessmentEvidence facts, SelfAssessmentFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var (index, evidence) in facts.Evidence.Index())
        {
            var domains = figures.Frameworks.Where(row => row.Framework == facts.Framework).DistinctBy(row => row.Domain).ToList();
            if (evidence.Domain is { Length: > 0 } domain && !domains.Exists(row => EvidenceFinder.IsDomain(row, domain)))
            {
                errors.Add($"evidence[{index}].domain", $"Expected a domain of this framework: {string.Join(", ", domains.Select(row => row.Domain))}.");
                continue;
            }

            var found = EvidenceFinder.Find(evidence, facts.Framework, figures);
            if (found.Count == 0)
            {
                errors.Add($"evidence[{index}].item", Expected(evidence, domains, facts.Framework, figures));
            }
            else if (found.Count > 1)
            {
                errors.Add($"evidence[{index}].item",
                    $"Expected one item; these words fit several: {string.Join("; ", found.Take(6).Select(EvidenceFinder.FullName))}.");
            }
            else if (found[0].Rule == OnlyApplication)
            {
                errors.Add($"evidence[{index}].item", $"Expected this as {new FieldName("otherApplications")}: false when it is your only live application, true when it is not.");
            }
            else if (evidence.Count > found[0].Times)
            {
                errors.Add($"evidence[{index}].count", $"Expected 1: in this domain {(found[0].Rule == "sum" ? "this counts once" : "only the best single item counts")}.");
            }
        }
    }

    /// <summary>Scores the evidence.</summary>
    public static SelfAssessment Calculate(SelfAssessmentEvidence facts, SelfAssessmentFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var round = figures.FrameworkRounds.First(row => row.Framework == facts.Framework);
        var chosen = facts.Evidence.Select(evidence => new Chosen(EvidenceFinder.Find(evidence, facts.Framework, figures)[0], evidence.Count ?? 1)).ToList();
        var domains = Domains(facts.Framework, figures);
        var scores = domains.ConvertAll(domain => Score(domain, chosen, facts.OtherApplications));
        decimal? total = round.Counted == "points" ? scores.Sum(score => score.Points ?? 0) : null;
        var byTimes = ByTimes(domains, scores, chosen);
        var says = Says(round, total, scores, byTimes);
        return new SelfAssessment
        {
            Verdict = total is null ? Verdict.Unknown : Verdict.Yes,
            Says = says,
            Reasons = [.. Reasons(round, total, scores, domains), .. byTimes.Select(limit => Because(limit, round)), .. Standing(round, total, figures), ByWhen(round, on)],
            Status = total is null ? round.Counted == "weighted" ? Status.NotFound : Status.Unpublished : StatusExtensions.Worse(round.Status, Status.Computed),
            Working = [.. Working(round, total, scores)],
            Milestones = ClaimBy(round, on) is { } by
                ? [new Milestone($"{round.Framework}-closes", by, by, $"Last day to apply with this self-assessment: {round.Name}", "specialty-applications",
                    Nations.UnitedKingdom, round.Status) { SourceId = round.Source }]
                : [],
            Framework = facts.Framework,
            Cycle = round.Cycle,
            Domains = scores,
            Total = total,
            Most = round.Most,
            Percent = total is { } points && round.Most is { } most ? Percent(points, most) : null,
            ClaimBy = ClaimBy(round, on),
            Next = [.. domains.Zip(scores).SelectMany(domain => Next(domain.First, domain.Second, chosen, facts)).OrderByDescending(step => step.Gain ?? 0)],
            Years = Years(round, figures),
            Elsewhere = [.. facts.AlsoFor.Where(other => other != facts.Framework).Distinct().Select(other => Elsewhere(other, chosen, figures))],
            Warnings = [.. Warnings(facts, round, domains, on)],
        };
    }

    private static List<List<FrameworkRow>> Domains(string framework, SelfAssessmentFigures figures) =>
        [.. figures.Frameworks.Where(row => row.Framework == framework).GroupBy(row => row.Domain).Select(domain => domain.ToList())];

    private static DomainScore Score(List<FrameworkRow> domain, List<Chosen> chosen, bool? otherApplications)
    {
        var first = domain[0];
        var mine = Mine(first, chosen);
        return first.Rule switch
        {
            OnlyApplication => Bonus(domain, otherApplications),
            "sum" => Sum(first, mine),
            "letter" => Of(first, Best(domain, mine), points: null, "Letters are published, no points: this is the letter you may claim."),
            "assessors" when first.Points is not null
                && domain.Count == 1 => Of(first, item: null, points: null, $"Assessors give up to {FigureText.Digits(first.Points.Value)}; nobody can claim it."),
            "assessors" => Assessors(domain, mine),
            "panel" => Of(first, item: null, points: null, "Marked by a panel at interview; there is nothing to claim beforehand."),
            _ => BestOf(domain, mine, chosen),
        };
    }

    private static List<Chosen> Mine(FrameworkRow domain, List<Chosen> chosen) => [.. chosen.Where(one => one.Row.Domain == domain.Domain && IsCounted(one.Row, chosen))];

    // An item that counts only beside another is left out when the other is not there.
    private static bool IsCounted(FrameworkRow row, List<Chosen> chosen) =>
        row.Needs is not { Length: > 0 } needs || needs.Split(' ').Any(need => chosen.Any(one => $"{one.Row.Domain}:{one.Row.Item}" == need));

    private static DomainScore Bonus(List<FrameworkRow> domain, bool? otherApplications)
    {
        var row = otherApplications is false ? domain.MaxBy(row => row.Points)! : domain.MinBy(row => row.Points)!;
        return Of(row, otherApplications is null ? null : row, row.Points, otherApplications switch
        {
            false => "You have no other live application.",
            true => "You have another live application.",
            _ => "You did not say whether you have another application, so nothing is added.",
        });
    }

    private static DomainScore BestOf(List<FrameworkRow> domain, List<Chosen> mine, List<Chosen> chosen)
    {
        var best = Best(domain, mine);
        var lacking = chosen.Count(one => one.Row.Domain == domain[0].Domain) - mine.Count;
        return Of(domain[0], best, best?.Points ?? 0,
            best is null ? "Nothing that counts here."
                : best.Points == 0 ? "This gives no points here."
                : mine.Count > 1 ? $"The best single item counts, not all {mine.Count}."
                : lacking > 0 ? "Some of it counts only beside something else."
                : "The best single item counts.");
    }

    private static FrameworkRow? Best(List<FrameworkRow> domain, List<Chosen> mine) =>
        domain.Where(row => mine.Exists(one => one.Row == row)).OrderByDescending(row => row.Points ?? 0).ThenBy(row => domain.IndexOf(row)).FirstOrDefault();

    private static DomainScore Assessors(List<FrameworkRow> domain, List<Chosen> mine)
    {
        var best = Best([.. domain.Where(row => row.Rule == "assessors")], mine);
        var bonus = mine.Find(one => one.Row.Rule == "assessors-bonus")?.Row;
        return Of(domain[0], best ?? bonus, points: null, best is null
            ? "Each of two assessors gives the marks."
            : $"Each of two assessors may give up to {FigureText.Digits(best.Points!.Value)}{(bonus is null ? "" : $", and {FigureText.Digits(bonus.Points!.Value)} more for the research qualification")}; they decide.");
    }

    private static DomainScore Sum(FrameworkRow first, List<Chosen> mine)
    {
        var points = SumOf(first, mine);
        var raw = mine.Sum(one => (one.Row.Points ?? 0) * one.Count);
        var item = mine.OrderByDescending(one => one.Row.Points).FirstOrDefault()?.Row;
        return Of(first, item, points,
            mine.Count == 0 ? "Nothing that counts here." : raw > points ? $"{FigureText.Digits(raw)} points by the items, limited to {FigureText.Digits(points)}." : "Items add up.")
            with
        { ItemName = mine.Count == 0 ? null : string.Join("; ", mine.Select(one => one.Count > 1 ? $"{one.Count} × {one.Row.ItemName}" : one.Row.ItemName)) };
    }

    private static decimal SumOf(FrameworkRow first, IEnumerable<Chosen> mine, bool isByTimes = false)
    {
        var items = mine.GroupBy(one => one.Row).Select(same => new Chosen(same.Key, Math.Min(same.Sum(one => one.Count), same.Key.Times)));
        var pools = items.GroupBy(item => item.Row.Pool is { Length: > 0 } pool ? pool : item.Row.Item).Select(pool => Limited([.. pool], isByTimes));
        return Math.Min(pools.Sum(), first.Most ?? decimal.MaxValue);
    }

    private static decimal Limited(List<Chosen> pool, bool isByTimes) => isByTimes && pool[0].Row.PoolTimes is { } times
        ? pool.SelectMany(one => Enumerable.Repeat(one.Row.Points ?? 0, one.Count)).OrderDescending().Take(times).Sum()
        : Math.Min(pool.Sum(one => (one.Row.Points ?? 0) * one.Count), pool[0].Row.PoolMost ?? decimal.MaxValue);

    // Domains in which a limit gives other points when it is read as a number of times: their source says neither.
    private static List<(DomainScore Score, decimal Points)> ByTimes(List<List<FrameworkRow>> domains, List<DomainScore> scores, List<Chosen> chosen) =>
    [
        .. domains.Zip(scores).Where(domain => domain.First[0].Rule == "sum")
            .Select(domain => (Score: domain.Second, Points: SumOf(domain.First[0], Mine(domain.First[0], chosen), isByTimes: true)))
            .Where(domain => domain.Points != domain.Score.Points),
    ];

    private static Reason Because((DomainScore Score, decimal Points) limit, FrameworkRound round) =>
        round.Because($"limit-{limit.Score.Key}",
            $"{limit.Score.Name}: whether a limit there is one of points or of times was not found. It is read as points, which gives {FigureText.Digits(limit.Score.Points ?? 0)}; read as times it gives {FigureText.Digits(limit.Points)}.",
            round.Framework) with
        { Ask = "the lead recruiter named in the advert" };

    private static DomainScore Of(FrameworkRow domain, FrameworkRow? item, decimal? points, string says) =>
        new(domain.Domain, domain.DomainName, points, domain.Most, item?.Item, item?.ItemName, says, item?.Status ?? domain.Status);

    private static IEnumerable<NextStep> Next(List<FrameworkRow> domain, DomainScore score, List<Chosen> chosen, SelfAssessmentEvidence facts)
    {
        var mine = chosen.Where(one => one.Row.Domain == domain[0].Domain).ToList();
        foreach (var (index, row) in domain.Index().Where(item => !item.Item.StudentOnly || facts.Student is true))
        {
            decimal? gain = row.Rule switch
            {
                "best" => row.Points - (score.Points ?? 0),
                "sum" => SumOf(row, [.. mine, new Chosen(row, 1)]) - (score.Points ?? 0),
                _ => null,
            };
            if (gain > 0)
            {
                yield return new NextStep(row.Domain, row.Item, gain, row.DomainName, row.ItemName);
            }
            else if (row.Rule == "letter" && (score.Item is null ? index < domain.Count - 1 : index < domain.FindIndex(one => one.Item == score.Item)) && IsCounted(row, chosen))
            {
                yield return new NextStep(row.Domain, row.Item, Gain: null, row.DomainName, row.ItemName);
            }
        }
    }

    private static string Says(FrameworkRound round, decimal? total, List<DomainScore> scores, List<(DomainScore Score, decimal Points)> byTimes) => round.Counted switch
    {
        "points" => $"You may claim {FigureText.Digits(total!.Value)} of {(round.Most is { } most ? FigureText.Digits(most) : "an unpublished number of")} points in {round.Name}{(byTimes.Count == 0 ? "" : $", or {FigureText.Digits(total.Value + byTimes.Sum(limit => limit.Points - limit.Score.Points ?? 0))} if its limits count times and not points: ask before you claim")}.",
        "letters" => $"There is no total: {round.Name} publishes letters and no points. You have a letter in {scores.Count(score => score.Item is not null)} of {scores.Count} domains.",
        "assessors" => $"There is no total to claim: in {round.Name} assessors give the marks.",
        "weighted" => $"There is no total: {round.Name} weighs some answers in a way that we have not seen. The points of each question are below.",
        _ => $"There is nothing to claim: {round.Name}.",
    };

    private static IEnumerable<Reason> Reasons(FrameworkRound round, decimal? total, List<DomainScore> scores, List<List<FrameworkRow>> domains)
    {
        yield return round.Because("framework", $"The framework of {round.Cycle}. {round.Holds}", round.Framework);
        if (round.Note is { Length: > 0 } note)
        {
            yield return round.Because("framework-note", note);
        }

        if (total is null)
        {
            yield return new Reason("no-total",
                round.Counted == "weighted" ? "A published weighting is applied that we have not seen." : "No points are published that a doctor could add up.",
                round.Counted == "weighted" ? Status.NotFound : Status.Unpublished, SourceId: round.Source, Ask: "the lead recruiter named in the advert");
        }

        if (total is not null && scores.Exists(score => score.Points is null))
        {
            yield return round.Because("assessors",
                $"Left out of the total: {string.Join(", ", scores.Where(score => score.Points is null).Select(score => score.Name))}, which assessors mark.");
        }

        if (domains.Exists(domain => domain[0].Rule == "best"))
        {
            yield return round.Because("best-single-item", "Only the best single item of a domain counts, unless the domain adds up.");
        }
    }

    private static IEnumerable<WorkingLine> Working(FrameworkRound round, decimal? total, List<DomainScore> scores)
    {
        if (total is not { } points)
        {
            yield break;
        }

        yield return new WorkingLine($"{string.Join(" + ", scores.Where(score => score.Points is not null).Select(score => FigureText.Digits(score.Points!.Value)))} = {FigureText.Digits(points)}");
        if (round.Most is { } most)
        {
            yield return new WorkingLine($"{FigureText.Digits(points)} × 100 / {FigureText.Digits(most)} = {FigureText.Digits(Percent(points, most))}%");
        }
    }

    // A score is set beside the candidates of its own round only: the points of another year are worth something else.
    private static IEnumerable<Reason> Standing(FrameworkRound round, decimal? total, SelfAssessmentFigures figures)
    {
        if (total is not { } points || round.Most is not { } most || Distributions(round, figures).ToList() is not { Count: > 0 } years)
        {
            yield break;
        }

        if (years.Find(year => year.Framework == round.Framework) is { } own)
        {
            yield return own.Because("standing",
                string.Create(CultureInfo.InvariantCulture,
                    $"Yours is {Percent(points, most):0.#}% of the most. Of {own.Candidates:N0} candidates in {own.Cycle} the mean was {Percent(own.Mean, own.Most):0.#}% and the middle {Percent(own.Median, own.Most):0.#}%."));
        }
        else
        {
            yield return new Reason("standing-not-found",
                $"How the candidates of {round.Cycle} scored was not found. The points of earlier years were worth something else, so yours does not stand among theirs.",
                Status.NotFound, Ask: "the lead recruiter named in the advert");
        }
    }

    private static DateOnly? ClaimBy(FrameworkRound round, DateOnly on) => round.Closed >= on ? round.Closed : null;

    private static Reason ByWhen(FrameworkRound round, DateOnly on) =>
        ClaimBy(round, on) is { } by ? round.Because("by-when", $"What is to count has to be done, with its proof, before you apply: by {by.Words()} at the latest.")
        : round.Closed is { } closed ? new Reason("by-when",
            $"That round closed on {closed.Words()}, so what you add counts in a later one; the last day of the next was not found.", Status.NotFound,
            Ask: "the lead recruiter named in the advert")
        : new Reason("by-when", "By when it has to be done was not found: the last day to apply in that round was not seen.", Status.NotFound,
            Ask: "the lead recruiter named in the advert");

    private static IEnumerable<ScoreDistribution> Distributions(FrameworkRound round, SelfAssessmentFigures figures)
    {
        var stem = round.Framework[..(round.Framework.LastIndexOf('-') + 1)];
        return figures.ImtDistributions.Where(year => year.Framework[..(year.Framework.LastIndexOf('-') + 1)] == stem);
    }

    private static List<YearScore> Years(FrameworkRound round, SelfAssessmentFigures figures) =>
    [
        .. Distributions(round, figures).OrderByDescending(year => year.Cycle)
            .Select(year => new YearScore(year.Cycle, year.Candidates, year.Most, year.Mean, year.Median, Percent(year.Mean, year.Most),
                Percent(year.Median, year.Most), year.Framework == round.Framework)),
    ];

    private static decimal Percent(decimal of, decimal most) => decimal.Round(100 * of / most, 1, MidpointRounding.AwayFromZero);

    private static ElsewhereScore Elsewhere(string framework, List<Chosen> chosen, SelfAssessmentFigures figures)
    {
        var round = figures.FrameworkRounds.First(row => row.Framework == framework);
        var domains = Domains(framework, figures);
        var carried = new List<Chosen>();
        var left = 0;
        foreach (var one in chosen)
        {
            var kinds = one.Row.KindsOfEvidence;
            var alike = domains.SelectMany(domain => domain.Where(row => row.KindsOfEvidence.Intersect(kinds).Any())
                .OrderBy(row => row.KindsOfEvidence[0] == kinds[0] ? 0 : 1)
                .Take(1))
                .ToList();
            left += alike.Count == 0 && one.Row.Points != 0 ? 1 : 0;
            carried.AddRange(alike.Select(row => new Chosen(row, Math.Min(one.Count, row.Times))));
        }

        var scores = domains.ConvertAll(domain => Score(domain, carried, otherApplications: null));
        decimal? total = round.Counted == "points" ? scores.Sum(score => score.Points ?? 0) : null;
        var says = $"{FigureText.Count(carried.Select(one => (one.Row.Domain, one.Row.Item)).Distinct().Count(), "items")} carried over{(left > 0 ? $", {left} of yours {(left == 1 ? "fits" : "fit")} nowhere" : "")}{(total is null ? "; no total is published" : "")}. Check each.";
        return new ElsewhereScore(framework, round.Name, total, round.Most, says);
    }

    private static IEnumerable<Warning> Warnings(SelfAssessmentEvidence facts, FrameworkRound round, List<List<FrameworkRow>> domains, DateOnly on)
    {
        var hasBonus = domains.Exists(domain => domain[0].Rule == OnlyApplication);
        if (facts.OtherApplications is not null && !hasBonus)
        {
            yield return new Warning("otherApplications",
                round.Status == Status.Sure
                    ? "This framework gives nothing for an only application, so this changes nothing."
                    : "Nothing for an only application was seen in this framework, so it is not in the sum.");
        }

        if (facts.OtherApplications is null && hasBonus)
        {
            yield return new Warning("otherApplications", "This framework gives points when you apply for nothing else: say which.");
        }

        if (round.Closed is { } closed && closed < on)
        {
            yield return new Warning("framework", $"That round closed on {closed.Words()}. {round.Holds}");
        }

        foreach (var (index, evidence) in facts.Evidence.Index())
        {
            if (facts.Evidence.Take(index).Any(other => other == evidence) && domains.Find(domain => domain[0].Domain == evidence.Domain)?[0].Rule is "best" or "letter")
            {
                yield return new Warning($"evidence[{index}]", "This is there twice, and counts once.");
            }
        }
    }

    private static string Expected(EvidenceItem evidence, List<FrameworkRow> domains, string framework, SelfAssessmentFigures figures)
    {
        if (domains.Exists(row => row.Rule == "panel"))
        {
            return "Expected no evidence: a panel gives these marks at interview.";
        }

        var items = figures.Frameworks.Where(row => row.Framework == framework && evidence.Domain is { Length: > 0 } domain && EvidenceFinder.IsDomain(row, domain)).ToList();
        return items.Count == 0
            ? "Expected an item of this framework, or plain words that fit one, such as “first-author paper”. Name a domain to see its items."
            : $"Expected an item of {items[0].Domain}: {string.Join(", ", items.Select(row => row.Item))}; or plain words for one.";
    }

    private sealed record Chosen(FrameworkRow Row, int Count);
}
