using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>Checks how near the specialist grade and the register are.</summary>
public static class SasReadinessChecker
{
    private static readonly string[] states = ["none", "partly", "fully", "not known"];

    /// <summary>Checks the specialist grade.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static SpecialistReadiness Specialist(SpecialistWish facts, SpecialistFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var (years, inSpecialty) = (figures.SpecialistYears.At(on, nation), figures.SpecialistIn.At(on, nation));
        var capabilities = Stand(figures.Capabilities.Where(row => row.Grade), facts.Capabilities, on, nation);
        if (years.Number is not { } needed || inSpecialty.Number is not { } neededIn)
        {
            var unknown = $"How many years the specialist grade asks for is {years.Text} for {nation.Name()} on that day.";
            return new SpecialistReadiness { Verdict = Verdict.Unknown, Says = unknown, Capabilities = capabilities, Reasons = [years.Because("years", unknown) with { Ask = years.Ask ?? "your medical workforce team" }], Tables = [Table(capabilities)] };
        }

        var (all, inside) = (facts.Years ?? YearsOf(facts.Posts, on), facts.YearsInSpecialty ?? YearsOf([.. facts.Posts.Where(post => post.InSpecialty == true)], on));
        var missing = Math.Max(Math.Max(0, needed - all), neededIn - inside);
        var complete = missing > 0 ? on.MonthsOn((int)Math.Ceiling(missing * 12)) : null;
        var weak = capabilities.Where(capability => capability.State is KeptState.None or KeptState.Partly).ToList();
        return new SpecialistReadiness
        {
            Verdict = missing > 0 ? Verdict.NotYet : weak.Count > 0 || facts.Advertised == false ? Verdict.No : Verdict.Unknown,
            Says = missing > 0 ? $"Not yet: {FigureText.Count(missing, "years")} {(missing == 1 ? "is" : "are")} missing{(complete is { } day ? $", complete about {day.Words()} if you work full time" : "")}."
                : weak.Count > 0 ? $"The years are there; {weak.Count} {(weak.Count == 1 ? "capability is" : "capabilities are")} not fully shown."
                : "The years are there. A post must be advertised and competed for; nobody is regraded automatically.",
            YearsCompleteOn = complete,
            Years = all,
            YearsInSpecialty = inside,
            Capabilities = capabilities,
            Reasons =
            [
                years.Because("years", $"The grade asks for {years.Text} of postgraduate work; you have {all:0.##}."),
                inSpecialty.Because("years-in-specialty", $"It asks for {inSpecialty.Text} in a relevant specialty; you have {inside:0.##}."),
                years.Because("post", "The employer makes a post where its workforce needs one, advertises it, and doctors compete for it."),
                .. figures.Capabilities.Where(row => row.Grade).Take(1).Select(row => row.Because("capabilities", "The capabilities are those of the framework as generally known; compare them with the framework itself.")),
            ],
            Milestones = complete is { } first ? [years.Date("years-complete", first, "The years for the specialist grade are complete, at full time") with { Precision = Precision.About }] : [],
            Tables = [Table(capabilities)],
            Working = [.. facts.Posts.Select(post => new WorkingLine($"{post.From.Words()} to {(post.To is { } to && to < on ? to : on).Words()}: {MonthsOf(post, on):0.#} months × {post.Percent ?? 100}%{(post.InSpecialty == true ? ", in the specialty" : "")}")), .. facts.Posts.Count > 0 ? new[] { new WorkingLine($"In all {all:0.##} years, in the specialty {inside:0.##}") } : []],
            Warnings =
            [
                .. facts.YearsInSpecialty > facts.Years ? new[] { new Warning("yearsInSpecialty", "More years in the specialty than in all.") } : [],
                .. facts.Posts.Index().Where(post => post.Item.To > on).Select(post => new Warning($"posts[{post.Index}].to", $"Counted to {on.Words()} only, the date asked about.")),
                .. facts.Posts.Index().Where(post => post.Item.From > on).Select(post => new Warning($"posts[{post.Index}].from", "It begins after the date asked about, so it is not counted.")),
                .. Unused(facts.Capabilities, capabilities, "capabilities"),
            ],
        };
    }

    /// <summary>Checks the Portfolio Pathway.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about; the GMC's rule is the same in all.</param>
    public static PortfolioReadiness Portfolio(PortfolioApplication facts, PortfolioFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var (fee, open, appeal) = (figures.PortfolioFee.At(on, nation), figures.PortfolioOpen.At(facts.Opened ?? on, nation), figures.PortfolioAppeal.At(facts.Refused ?? on, nation));
        var closes = facts.Opened is { } opened && open.Whole is { } months ? opened.MonthsOn(months)?.DaysOn(-1) : null;
        var appealBy = facts.Refused is { } refused && appeal.Whole is { } days ? refused.DaysOn(days) : null;
        var evidence = Stand(figures.Capabilities.Where(row => row.Portfolio), facts.Evidence, on, nation);
        var withdrawal = figures.Withdrawal.At(on, nation, row => row.Stage).Select(row => new FeeReturned(row.Stage, fee.Number is null ? null : row.Kept ?? fee.Number, fee.Number - (row.Kept ?? fee.Number))).ToList();
        var weak = evidence.Count(one => one.State is KeptState.None or KeptState.Partly);
        var unsaid = evidence.Count(one => one.State == KeptState.DoNotKnow);
        return new PortfolioReadiness
        {
            Verdict = weak > 0 ? Verdict.NotYet : Verdict.Unknown,
            Says = (weak > 0 ? $"{weak} of {evidence.Count} capabilities {(weak == 1 ? "is" : "are")} not fully shown yet"
                : unsaid > 0 ? $"Nothing you told us is missing; {unsaid} of {evidence.Count} capabilities were not said"
                : "Every capability is shown as you see it; the specialty’s own guidance decides")
                + (facts.Refused is not null ? appealBy is { } end ? $"; an appeal {(end < on ? "had" : "has")} to be in by {end.Words()}." : "."
                : closes is { } day ? $"; the application {(day < on ? "had" : "has")} to go by {day.Words()}." : "."),
            Fee = fee.Number,
            ClosesOn = closes,
            AppealBy = appealBy,
            Evidence = evidence,
            Withdrawal = withdrawal,
            Reasons =
            [
                fee.Because("fee", fee.IsKnown ? $"The fee is {fee.Text}, paid when you send the application." : $"The fee on that day is {fee.Text}.") with { Ask = fee.IsKnown ? null : fee.Ask ?? "the GMC" },
                open.Because("open", $"An application can stay open for {open.Text}."),
                appeal.Because("appeal", $"After a refusal there are {appeal.Text} to appeal; a new application is a full one."),
                .. figures.Capabilities.Where(row => row.Portfolio).Take(1).Select(row => row.Because("evidence", "The test is the knowledge, skills and experience of a specialist who can practise in the UK; your specialty’s guidance says with what evidence.")),
            ],
            Milestones =
            [
                .. closes is { } last ? new[] { open.Date("closes", last, "Last day on which your open application can be sent") with { State = last < on ? MilestoneState.Late : null } } : [],
                .. appealBy is { } until ? new[] { appeal.Date("appeal", until, "Last day to appeal") with { State = until < on ? MilestoneState.Late : MilestoneState.ToDo } } : [],
            ],
            Tables =
            [
                Table(evidence),
                new AnswerTable("kept", "What is kept of the fee if the application ends early, and what comes back", [new("stage", "When it ends"), new("kept", "Kept", "GBP"), new("back", "Back", "GBP")], [.. withdrawal.Select(one => (IReadOnlyList<AnswerCell>)[one.Stage, one.Kept, one.Back])]) { Doubt = "From a secondary source; check the GMC’s fee regulations." },
            ],
            Warnings =
            [
                .. closes < on && facts.Refused is null ? new[] { new Warning("opened", $"The time that application could stay open ended on {closes.Value.Words()}: a new one is a full one, with its fee.") } : [],
                .. Unused(facts.Evidence, evidence, "evidence"),
            ],
        };
    }

    /// <summary>Says what is wrong between the facts of a portfolio.</summary>
    public static void Check(PortfolioApplication facts, PortfolioFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Refused < facts.Opened)
        {
            errors.Add("refused", $"Expected a day on or after {facts.Opened!.Value.Words()}, the day the application was opened.");
        }

        Once(facts.Evidence, "evidence", errors);
    }

    /// <summary>Says what is wrong between the facts of a wish for the specialist grade.</summary>
    public static void Check(SpecialistWish facts, SpecialistFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        Once(facts.Capabilities, "capabilities", errors);
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
                errors.Add($"posts[{index}].to", $"Expected a day on or after {post.From.Words()}, the first day of the post.");
            }
            else if (facts.Posts.Where((other, at) => at != index && other.From <= post.From && !(other.To < post.From)).Sum(other => other.Percent ?? 100) + (post.Percent ?? 100) > 100 && facts.Posts.Take(index).Any(other => !(other.To < post.From) && !(post.To < other.From)))
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
        months = post.From.AddMonths(months) > end ? months - 1 : months;
        var (begins, next) = (post.From.AddMonths(months), post.From.AddMonths(months + 1));
        return months + (decimal)(end.DayNumber - begins.DayNumber) / (next.DayNumber - begins.DayNumber);
    }

    private static decimal YearsOf(IReadOnlyList<SasPost> posts, DateOnly on) => decimal.Round(posts.Sum(post => MonthsOf(post, on) * (post.Percent ?? 100) / 100) / 12, 2, MidpointRounding.ToZero);

    private static void Once(IReadOnlyList<CapabilityShown> shown, string field, FieldErrors errors)
    {
        foreach (var (index, one) in shown.Index().Where(one => shown.Take(one.Index).Any(other => other.Key == one.Item.Key)))
        {
            errors.Add($"{field}[{index}].key", $"Expected each capability once: “{one.Key}” is there already.");
        }
    }

    private static List<CapabilityStands> Stand(IEnumerable<Capability> rows, IReadOnlyList<CapabilityShown> shown, DateOnly on, Nation nation) =>
        [.. rows.At(on, nation, row => row.Key).Select(row => shown.FirstOrDefault(one => one.Key == row.Key) is { } said ? new CapabilityStands(row.Key, row.Says, said.State, said.Evidence) : new CapabilityStands(row.Key, row.Says, KeptState.DoNotKnow, Evidence: null))];

    private static AnswerTable Table(IReadOnlyList<CapabilityStands> capabilities) =>
        new("capabilities", "The capabilities, one by one", [new("capability", "Capability"), new("state", "Shown"), new("evidence", "Evidence")], [.. capabilities.Select(one => (IReadOnlyList<AnswerCell>)[one.Says, states[(int)one.State], one.Evidence])]) { Doubt = "As generally known; compare with the framework itself." };

    private static IEnumerable<Warning> Unused(IReadOnlyList<CapabilityShown> shown, IReadOnlyList<CapabilityStands> stand, string field) =>
        shown.Index().Where(one => !stand.Any(row => row.Key == one.Item.Key)).Select(one => new Warning($"{field}[{one.Index}]", $"“{one.Item.Key}” is not asked here, so it is not counted."));
}
