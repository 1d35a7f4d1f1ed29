using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>
/// Checks how near the specialist grade is: the years, the capabilities and a post to apply for. Whether a part-time year counts whole or in proportion was not
/// found, so both are worked out.
/// </summary>
public static class SpecialistReadinessChecker
{
    /// <summary>Checks the specialist grade.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static SpecialistReadiness Check(SpecialistWish facts, SpecialistFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var (years, inSpecialty) = (figures.SpecialistYears.At(on, nation), figures.SpecialistIn.At(on, nation));
        var capabilities = ShownCapabilities.Of(figures.Capabilities.Where(row => row.Grade), facts.Capabilities, on, nation);
        if (years.Number is not { } needed || inSpecialty.Number is not { } neededIn)
        {
            var unknown = $"How many years the specialist grade asks for is {years.Text} for {nation.Name()} on that day.";
            return new SpecialistReadiness
            {
                Verdict = Verdict.Unknown,
                Says = unknown,
                Capabilities = capabilities,
                Reasons = [years.Because("years", unknown) with { Ask = years.Ask ?? "your medical workforce team" }],
                Tables = [ShownCapabilities.Table(capabilities)]
            };
        }

        var (all, inside) = (facts.Years ?? YearsOf(facts.Posts, on), facts.YearsInSpecialty ?? YearsOf([.. facts.Posts.Where(post => post.InSpecialty == true)], on));
        var (whole, wholeInside) = (WholeYearsOf(facts.Posts, on), WholeYearsOf([.. facts.Posts.Where(post => post.InSpecialty == true)], on));
        var isPartTime = facts.Posts.Count > 0 && (whole > all || wholeInside > inside);
        decimal Missing(decimal one, decimal inIt) => Math.Max(Math.Max(0, needed - one), neededIn - inIt);
        var (missing, missingWhole) = (Missing(all, inside), isPartTime ? Missing(whole, wholeInside) : Missing(all, inside));
        DateOnly? Complete(decimal lacking) => lacking > 0 ? on.MonthsOn((int)Math.Ceiling(lacking * 12)) : null;
        var (complete, completeWhole) = (Complete(missing), Complete(missingWhole));
        var partTime = figures.PartTimeYears.At(on, nation);
        var isOpen = missing > 0 && missingWhole <= 0;
        var weak = capabilities.Where(capability => capability.State is KeptState.None or KeptState.Partly).ToList();
        return new SpecialistReadiness
        {
            Verdict = isOpen ? Verdict.Unknown : missing > 0 ? Verdict.NotYet : weak.Count > 0 || facts.Advertised == false ? Verdict.No : Verdict.Unknown,
            Says = isOpen ? $"It turns on how your part-time work counts, which was not found{partTime.OrAsk}. Counted whole the years are there, {whole:0.##} in all and {wholeInside:0.##} in the specialty; by its percent {Years(missing)} missing{Until(complete)}.{(weak.Count > 0 ? $" {Weak(weak.Count)} not fully shown." : "")}"
                : missing > missingWhole ? $"Not yet: {Years(missing)} missing{Until(complete)} where part-time work counts by its percent, and {Years(missingWhole)} missing{Until(completeWhole)} where it counts whole; which holds was not found{partTime.OrAsk}."
                : missing > 0 ? $"Not yet: {Years(missing)} missing{Until(complete)}."
                : weak.Count > 0 ? $"The years are there; {Weak(weak.Count)} not fully shown."
                : "The years are there. A post must be advertised and competed for; nobody is regraded automatically.",
            YearsCompleteOn = complete,
            Years = all,
            YearsInSpecialty = inside,
            YearsCountedWhole = isPartTime ? whole : null,
            YearsInSpecialtyCountedWhole = isPartTime ? wholeInside : null,
            YearsCompleteOnCountedWhole = isPartTime ? completeWhole : null,
            Capabilities = capabilities,
            Reasons =
            [
                years.Because("years", $"The grade asks for {years.Text} of postgraduate work; you have {all:0.##}{(isPartTime && whole > all ? $", or {whole:0.##} where part-time work counts whole" : "")}."),
                inSpecialty.Because("years-in-specialty",
                    $"It asks for {inSpecialty.Text} in a relevant specialty; you have {inside:0.##}{(isPartTime && wholeInside > inside ? $", or {wholeInside:0.##} where part-time work counts whole" : "")}."),
                .. isPartTime && missing > 0
                    ? new[] { partTime.Because("part-time",
                        "Nobody was found to say whether a year of part-time work counts whole or by its percent of full time, so both are worked out.") }
                    : [],
                years.Because("post", "The employer makes a post where its workforce needs one, advertises it, and doctors compete for it."),
                .. figures.Capabilities.Where(row => row.Grade)
                    .Take(1)
                    .Select(row => row.Because("capabilities", "The capabilities are those of the framework as generally known; compare them with the framework itself.")),
            ],
            Milestones = complete is { } first
                ? [years.Date("years-complete", completeWhole ?? first, first, missing == missingWhole ? "The years for the specialist grade are complete, at full time"
                : completeWhole is null ? "The years for the specialist grade are complete, at full time, if part-time work counts by its percent"
                : "The years for the specialist grade are complete, at full time: the first day if part-time work counts whole, the last if by its percent") with { Precision = Precision.About }] : [],
            Tables = [ShownCapabilities.Table(capabilities)],
            Working = [.. facts.Posts.Select(post => new WorkingLine($"{post.From.Words()} to {(post.To is { } to && to < on ? to : on).Words()}: {MonthsOf(post, on):0.#} months × {post.Percent ?? 100}%{(post.InSpecialty == true ? ", in the specialty" : "")}")),
                .. facts.Posts.Count > 0
                    ? new[] { new WorkingLine($"In all {all:0.##} years, in the specialty {inside:0.##}{(isPartTime ? $"; counted whole {whole:0.##}, in the specialty {wholeInside:0.##}" : "")}") }
                    : []],
            Warnings =
            [
                .. facts.YearsInSpecialty > facts.Years ? new[] { new Warning("yearsInSpecialty", "More years in the specialty than in all.") } : [],
                .. facts.Posts.Index()
                    .Where(post => post.Item.To > on)
                    .Select(post => new Warning($"posts[{post.Index}].to", $"Counted to {on.Words()} only, the date asked about.")),
                .. facts.Posts.Index()
                    .Where(post => post.Item.From > on)
                    .Select(post => new Warning($"posts[{post.Index}].from", "It begins after the date asked about, so it is not counted.")),
                .. ShownCapabilities.Unused(facts.Capabilities, capabilities, "capabilities"),
            ],
        };
    }

    /// <summary>Says what is wrong between the facts of a wish for the specialist grade.</summary>
    public static void Check(SpecialistWish facts, SpecialistFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        ShownCapabilities.CheckOnce(facts.Capabilities, "capabilities", errors);
        if (facts.Posts.Count == 0)
        {
            foreach (var field in new[] { facts.Years is null ? "years" : null, facts.YearsInSpecialty is null ? "yearsInSpecialty" : null }.OfType<string>())
            {
                errors.Add(field, "Expected years, or the posts from which they are counted.");
            }
        }
        else if (facts.Years is not null || facts.YearsInSpecialty is not null)
        {
            errors.Add(facts.Years is not null ? "years" : "yearsInSpecialty", "Expected years or posts, not both: the years are counted from the posts.");
        }

        foreach (var (index, post) in facts.Posts.Index())
        {
            if (post.To < post.From)
            {
                errors.Add($"posts[{index}].to", $"Expected a day on or after {post.From}, the first day of the post.");
            }
            else if (facts.Posts.Where((other, at) => at != index && other.From <= post.From && !(other.To < post.From))
                .Sum(other => other.Percent ?? 100) + (post.Percent ?? 100) > 100
                && facts.Posts.Take(index).Any(other => !(other.To < post.From) && !(post.To < other.From)))
            {
                errors.Add($"posts[{index}].from", "Expected posts that together are not more than full time on one day.");
            }
        }
    }

    // Calendar months, the last one by its days, so that six years to the day are six years.
    private static decimal MonthsOf(SasPost post, DateOnly on)
    {
        var end = (post.To is { } to && to < on ? to : on).AddDays(1);
        if (end <= post.From)
        {
            return 0;
        }

        var months = ((end.Year - post.From.Year) * 12) + end.Month - post.From.Month;
        months = post.From.AfterMonths(months) > end ? months - 1 : months;
        var (begins, next) = (post.From.AfterMonths(months)!.Value, post.From.AfterMonths(months + 1)!.Value);
        return months + (decimal)(end.DayNumber - begins.DayNumber) / (next.DayNumber - begins.DayNumber);
    }

    // Every day counts once, whatever its percent: posts that overlap or follow on one another are one stretch.
    private static decimal WholeYearsOf(IReadOnlyList<SasPost> posts, DateOnly on)
    {
        List<SasPost> stretches = [];
        foreach (var post in posts.Where(post => post.From <= on).OrderBy(post => post.From))
        {
            var last = post.To is { } to && to < on ? to : on;
            if (stretches.Count > 0 && stretches[^1].To!.Value.DaysOn(1) >= post.From)
            {
                stretches[^1] = stretches[^1] with { To = last > stretches[^1].To ? last : stretches[^1].To };
            }
            else
            {
                stretches.Add(new SasPost { From = post.From, To = last });
            }
        }

        return YearsOf(stretches, on);
    }

    private static string Years(decimal missing) => $"{FigureText.Count(missing, "years")} {(missing == 1 ? "is" : "are")}";

    private static string Until(DateOnly? complete) => complete is { } day ? $", complete about {day.Words()} if you work full time" : "";

    private static string Weak(int count) => $"{count} {(count == 1 ? "capability is" : "capabilities are")}";

    private static decimal YearsOf(IReadOnlyList<SasPost> posts, DateOnly on) =>
        decimal.Round(posts.Sum(post => MonthsOf(post, on) * (post.Percent ?? 100) / 100) / 12, 2, MidpointRounding.ToZero);
}
