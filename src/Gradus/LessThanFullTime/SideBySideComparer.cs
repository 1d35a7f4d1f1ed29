using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>Lays shares of full time side by side.</summary>
public static class SideBySideComparer
{
    /// <summary>Sets each usual share of full time beside the others: the last day of training, the pay before tax and the leave of a year.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static SideBySide Compare(SideBySideQuestion facts, SideBySideFigures figures, DateOnly on, Nation nation)
    {
        var completions = ExpectedPayCalculator.Shares.Select(percent => (Percent: percent, Answer: Completion(facts, figures.Completion, percent, on, nation))).ToList();
        var pay = facts.Pay is { } post ? ExpectedPayCalculator.Calculate(post, figures.Pay, on, nation) : null;
        var leaves = ExpectedPayCalculator.Shares.Select(percent => (Percent: percent,
            Answer: facts.Leave is { } stretch ? LeaveCalculator.Calculate(stretch with { Percent = percent }, figures.Leave, on, nation) : null))
            .ToList();
        var starts = facts.Plan.Changes.FirstOrDefault(change => change.Kind == ChangeKind.LessThanFullTime)?.From ?? facts.From ?? on;
        var visa = VisaShare.On(starts, facts.Visa, facts.Pay?.Grade, figures.VisaFloors, figures.Pay, nation);
        var rows = completions.ConvertAll(completion => new SideBySideRow(
            completion.Percent,
            completion.Answer?.CompletesOn,
            pay?.Shares.FirstOrDefault(share => share.Percent == completion.Percent)?.Total,
            leaves.First(leave => leave.Percent == completion.Percent).Answer?.Days,
            visa is null ? null : completion.Percent >= 100 * visa.Share));
        var (full, least) = (rows[0], rows[^1]);
        var notice = completions.Select(completion => completion.Answer?.Reasons.FirstOrDefault(reason => reason.Key is "notice-too-short" or "notice-unknown"))
            .LastOrDefault(reason => reason is not null);
        return new SideBySide
        {
            Verdict = rows.Any(row => row.CompletesOn is not null) ? Verdict.Yes : Verdict.Unknown,
            Says = ((full.CompletesOn, least.CompletesOn) is ({ } first, { } last)
                ? $"Training finishes on {first.Words()} at {full.Percent}% and on {last.Words()} at {least.Percent}%{(full.Total is { } most && least.Total is { } fewest ? $"; pay before tax goes from {most.InPounds()} to {fewest.InPounds()} a year" : "")}.{(full.Total is not null && pay?.LastKnown is { } lastKnown ? $" Of pay: {Sentences.LowerFirst(lastKnown)}" : "")}"
                : "No completion date could be worked out on this plan.")
                + (notice is { Key: "notice-too-short" } ? " " + notice.Says : ""),
            Status = completions.Select(completion => completion.Answer?.Status).Append(pay?.Status).Append(leaves[0].Answer?.Status).OfType<Status>().Weakest(),
            Rows = rows,
            Reasons =
            [
                .. (completions.Select(completion => completion.Answer).FirstOrDefault(answer => answer is not null)?.Reasons ?? []).Take(2),
                .. pay?.Reasons ?? [],
                .. leaves[0].Answer?.Reasons ?? [],
                .. notice is null ? Array.Empty<Reason>() : [notice],
                .. VisaReasons(facts, visa, starts, nation),
            ],
            Milestones = [.. rows.Where(row => row.CompletesOn is not null)
                .Select(row => new Milestone($"completes-at-{row.Percent}", row.CompletesOn!.Value, row.CompletesOn.Value,
                    $"Training finishes, at {row.Percent}%", "less-than-full-time", nation.ToNations(), Status.Computed))],
            Tables =
            [
                new AnswerTable(
                    "shares",
                    "Shares of full time side by side",
                    [new("percent", "Share", "%"), new("completesOn", "Training finishes"), new("total", "Pay a year", "GBP"), new("days", "Leave", "days"),
                        .. visa is null ? Array.Empty<AnswerColumn>() : [new("visa", "Meets the visa’s floor")]],
                    [.. rows.Select(row => (IReadOnlyList<AnswerCell>)[row.Percent, row.CompletesOn, row.Total, row.Days,
                        .. row.VisaAllows is { } allows ? [allows] : Array.Empty<AnswerCell>()])]),
            ],
            Warnings = [.. Unused(facts, facts.Pay is { } told && WorkedRota.TakesOwnHours(told, figures.Pay, told.PayDay ?? on, nation)),
                .. pay?.Warnings.Select(warning => warning with { Field = "pay." + warning.Field }) ?? [],
                .. leaves[0].Answer?.Warnings.Select(warning => warning with { Field = "leave." + warning.Field }) ?? []],
        };
    }

    // The floor goes by the certificate and the pay by the grade; what was taken for granted of either is said.
    private static IEnumerable<Reason> VisaReasons(SideBySideQuestion facts, VisaShare? visa, DateOnly starts, Nation nation)
    {
        if (facts is not { Visa.SkilledWorker: true, Pay.Grade: var grade })
        {
            yield break;
        }

        if (visa is null)
        {
            yield return new Reason("visa-floor",
                $"No salary floor of the visa, or no pay scale of {grade.Words()}, was found for {nation.Name()} on {starts.Words()}: which shares the visa allows is not known.",
                Status.NotFound, Ask: "the sponsorship team");
            yield break;
        }

        yield return visa.Floor.Because("visa-floor",
            $"For certificates {visa.Floor.Certificates} the visa’s floor is {visa.Floor.Gbp.InPounds()} a year: at full-time basic pay of {visa.Basic.Gbp.InPounds()} on {starts.Words()} the least is {FigureText.Percent(visa.Share)}.{(visa.Basic.Note is null ? "" : $" Of basic pay: {visa.Basic.Note}")} {visa.Floor.Note}".TrimEnd(),
            visa.Floor.Gbp.InPounds());
        if (facts.Visa.CertificateFrom is null)
        {
            yield return visa.Floor.Because("visa-assumed", $"Taken: a certificate {visa.Floor.Certificates}, since its day was not given. An older one may have a lower floor.");
        }

        if (visa.Other is { } other)
        {
            yield return other.Because("visa-floor-other",
                $"If the later floor of {other.Gbp.InPounds()} holds for you too, as it may on a new certificate, the least is {FigureText.Percent(VisaShare.Of(other.Gbp, visa.Basic.Gbp))}.",
                other.Gbp.InPounds());
        }
    }

    /// <summary>Says what is wrong between facts.</summary>
    public static void Check(SideBySideQuestion facts, SideBySideFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(errors);
        Under("plan", facts.Plan, inner => TrainingPlanChecker.Check(facts.Plan, figures.Completion, inner), errors);
        Under("pay", facts.Pay, inner => ExpectedPayCalculator.Check(facts.Pay!, figures.Pay, inner), errors);
        Under("leave", facts.Leave, inner => LeaveCalculator.Check(facts.Leave!, inner), errors);
        if (facts.Leave?.Percent is not null)
        {
            errors.Add("leave.percent", "Expected no percentage here: the shares are laid side by side.");
        }

        if (facts.From > facts.Plan.PlannedEnd)
        {
            errors.Add("from", $"Expected a day on or before {facts.Plan.PlannedEnd}, the planned end.");
        }
    }

    // The start of other hours and the rate after them are those of the plan's own change, or of the one that is put in.
    private static IEnumerable<Warning> Unused(SideBySideQuestion facts, bool isOwnRota)
    {
        var isInPlan = facts.Plan.Changes.Any(change => change.Kind == ChangeKind.LessThanFullTime);
        if (isInPlan && facts.From is not null)
        {
            yield return new Warning("from", "The plan has a change to less than full time, and its own first day is taken: this day has changed nothing.");
        }

        if (facts.Visa is not null && facts.Visa.SkilledWorker != true)
        {
            yield return new Warning("visa", "Only a Skilled Worker visa has a salary floor that hours matter to.");
        }
        else if (facts is { Visa: not null, Pay: null })
        {
            yield return new Warning("pay.grade", "Give your grade under pay to see which shares the visa’s salary floor allows.");
        }

        // What each row works is its share, so the shares and hours of one's own have no place in it; nights and hours out of hours are told for them.
        var pay = facts.Pay;
        foreach (var (field, words, isTold) in new[]
        {
            ("pay.weekends.share", "your share of the weekends", pay?.Weekends?.Share is not null),
            ("pay.onCall.share", "your share of the on calls", pay?.OnCall?.Share is not null),
            ("pay.lessThanFullTime", "whether you train less than full time", pay?.LessThanFullTime is not null),
            ("pay.hours", "your own hours", pay is { Hours: not null, NightHours: null or 0, OutOfHours: null or 0 } && !isOwnRota),
        })
        {
            if (isTold)
            {
                yield return new Warning(field, $"Each row is worked out at its own share, so {words} moves none of them.");
            }
        }

        if (pay is { Payslip.Count: > 0 })
        {
            yield return new Warning("pay.payslip", "A payslip is compared by the tool for expected pay: here it moves no row.");
        }

        if (isInPlan && facts.Plan.RateAfter is not null && facts.Plan.Changes.Any(change => change.To is null))
        {
            yield return new Warning("plan.rateAfter", "The last change goes on until you finish, so the share after it has no effect.");
        }

        if (!isInPlan && facts.Plan.RateAfter is not null)
        {
            yield return new Warning("plan.rateAfter", "Each share is taken to go on to the end, so the rate after the last change has changed nothing.");
        }
    }

    private static void Under(string path, ToolFacts? group, Action<FieldErrors> check, FieldErrors errors)
    {
        if (group is null)
        {
            return;
        }

        if (group.On is not null)
        {
            errors.Add(path + ".on", "Expected the date once, beside the groups.");
        }

        if (group.Nation is not null)
        {
            errors.Add(path + ".nation", "Expected the nation once, beside the groups.");
        }

        var inner = new FieldErrors();
        check(inner);
        foreach (var error in inner.All)
        {
            errors.Add(error.Under(path));
        }
    }

    // The share takes the place of that of every change to less than full time; where there is none, one is put in that goes on to the end.
    private static CompletionDate? Completion(SideBySideQuestion facts, LessThanFullTimeFigures figures, int percent, DateOnly on, Nation nation)
    {
        var share = percent / 100m;
        var varied = facts.Plan.Changes.Any(change => change.Kind == ChangeKind.LessThanFullTime)
            ? facts.Plan with
            {
                Changes = [.. facts.Plan.Changes.Select(change => change.Kind != ChangeKind.LessThanFullTime ? change
                : percent == 100 ? change with { Kind = ChangeKind.FullTime, Rate = null, WeeklyHours = null }
                : change with { Rate = share, WeeklyHours = null })]
            }
            : facts.Plan with
            {
                Changes = [.. facts.Plan.Changes,
                    new PlannedChange { Kind = percent == 100 ? ChangeKind.FullTime : ChangeKind.LessThanFullTime, From = facts.From ?? on, Rate = percent == 100 ? null : share }],
                RateAfter = null,
            };
        return TrainingPlanChecker.Check(varied, figures).Count > 0 ? null : CompletionDateCalculator.Outline(varied, figures, on, nation);
    }
}
