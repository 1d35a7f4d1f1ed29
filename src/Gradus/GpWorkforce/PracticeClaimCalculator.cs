using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>
/// Works out what a practice can claim for a salaried GP: the lower of what it costs and the scheme's limit, for the time and the sessions that the scheme pays for.
/// A cost told for more days or sessions than are paid for is shared evenly over them, so that cost and limit are of the same work.
/// </summary>
public static class PracticeClaimCalculator
{
    /// <summary>Works out the sum that can be claimed, in pounds rounded to a penny; nothing, with the reason, where a rule of the scheme is not met.</summary>
    /// <param name="facts">What the practice told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static PracticeClaim Calculate(PracticePost facts, ClaimFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        if (facts.Purpose == ClaimPurpose.NetworkGp)
        {
            return NetworkClaimCalculator.Calculate(facts, figures, nation);
        }

        var cap = facts.London == true ? figures.PlrCapLondon : figures.PlrCap;
        if (cap.History.Values.LastOrDefault(value => value.Nations.Includes(nation)
            && value is { From: not null, Until: not null }
            && value.From <= (Last(facts) ?? DateOnly.MaxValue)
            && value.Until >= facts.From) is not { From: { } opens, Until: { } closes })
        {
            return None(figures.PlrCap, facts, nation);
        }

        var first = facts.From < opens ? opens : facts.From;
        var last = Last(facts) is { } end && end < closes ? end : closes;
        FigureValue At(Figure figure) => figure.At(first, nation);
        var (rate, limit, fullTime, minutes, full) = (At(figures.PlrExtraHour), At(figures.PlrSessions), At(cap), At(figures.SessionMinutes), At(figures.SessionsFull));
        var (weeks, year) = ((last.DayNumber - first.DayNumber + 1) / 7m, At(figures.WeeksYear).Number ?? 1);
        var after = Math.Min(facts.SessionsAfter, limit.Number ?? facts.SessionsAfter);
        var extra = Math.Max(0, after - (facts.SessionsBefore ?? 0));
        var hours = extra * weeks * (minutes.Number ?? 0) / 60;
        var isExtra = facts.Purpose == ClaimPurpose.ExtraSessions;
        var exact = isExtra ? hours * (rate.Number ?? 0) : (fullTime.Number ?? 0) * after / (full.Number ?? 1) * Math.Min(year, weeks) / year;
        var most = exact.ToPence();
        var cut = Cuts(facts, figures, opens, closes, after, nation).ToList();
        var refusal = cut.Find(one => one.Key is "not-salaried" or "not-new" or "at-the-most");
        if (refusal is not null)
        {
            most = 0;
        }

        var cost = SharedCost.Of(facts.ActualCost, (last.DayNumber - first.DayNumber + 1, (Last(facts) ?? last).DayNumber - facts.From.DayNumber + 1),
            isExtra ? (extra, facts.SessionsAfter - (facts.SessionsBefore ?? 0)) : (after, facts.SessionsAfter));
        var claimable = Math.Min(cost?.Amount ?? most, most);
        if (cost?.Amount > most && most > 0)
        {
            cut.Add(new ClaimCut("over-the-limit",
                $"{(cost.Amount - most).InPounds()} of {(cost.IsShared ? "that share of the cost" : "the cost")} lies above the limit of {most.InPounds()}."));
        }

        var decides = isExtra ? rate : fullTime;
        var insurance = At(figures.PlrEmployerNi);
        var withInsurance = isExtra && most > 0 && insurance.Number is { } percent ? (exact * (100 + percent) / 100).ToPence() : (decimal?)null;
        return new PracticeClaim
        {
            Verdict = claimable > 0 ? Verdict.Yes : Verdict.No,
            Says = claimable > 0 ? $"The practice can claim {(facts.ActualCost is null ? "up to " : "")}{claimable.InPounds()} for {first.Words()} to {last.Words()}."
                : refusal is not null ? $"Nothing can be claimed. {refusal.Says}" : "Nothing can be claimed: there is no session or no cost to claim for.",
            Most = most,
            MostWithInsurance = withInsurance,
            PaidFrom = claimable > 0 ? first : null,
            PaidTo = claimable > 0 ? last : null,
            LastDay = closes,
            Claimable = claimable,
            Cut = cut,
            Reasons = [.. Reasons(facts, figures, decides, first, nation, claimable > 0),
                .. cost is { IsShared: true } && claimable > 0 ? new[] { decides.Because("cost-shared", SharedCost.Reading) with { Status = Status.Verify } } : [],
                .. isExtra || (after >= full.Number && weeks >= year)
                    ? []
                    : new[] { decides.Because("proportion",
                        "That fewer sessions and part of a year are paid for in proportion is how we read it; ask the board before you count on the sum.") with { Status = Status.Verify } }],
            // What is refused has no sum: the limit of what it might have been is no money to count on.
            Working = claimable <= 0 ? [] : isExtra
                ?
                [
                    new WorkingLine($"Hours: {FigureText.Count(extra, "sessions")} × {weeks * 7:0} ÷ 7 weeks × {minutes.Number:0} ÷ 60 = {hours:0.##}") { Status = minutes.Status,
                        Figure = minutes.Figure.Name },
                    new WorkingLine($"{extra:0.##} × {weeks * 7:0} ÷ 7 × {minutes.Number:0} ÷ 60 × {rate.Text} = {exact.InPounds()}") { Status = rate.Status,
                        Figure = rate.Figure.Name, SourceId = rate.SourceId },
                    .. SharedCost.Working(cost),
                    .. withInsurance is { } onTop
                        ? new[] { new WorkingLine($"If employer’s National Insurance of {insurance.Text} comes on top: {onTop.InPounds()}") { Status = insurance.Status,
                            Figure = insurance.Figure.Name, SourceId = insurance.SourceId } }
                        : [],
                ]
                : [.. SharedCost.Working(cost),
                    new WorkingLine($"{fullTime.Text} × {after:0.##} ÷ {full.Number:0} sessions × {Math.Min(year * 7, weeks * 7):0} ÷ {year * 7:0} days = {exact.InPounds()}") { Status = fullTime.Status,
                        Figure = fullTime.Figure.Name, SourceId = fullTime.SourceId }],
            Milestones = [decides.Date("last-day", closes, "Last day of work that the practice can claim for")],
            Warnings = facts is { Purpose: not ClaimPurpose.ExtraSessions, SessionsBefore: > 0 }
                ? [new Warning("sessionsBefore", "For this purpose sessions before are not counted.")]
                : [],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(PracticePost facts, ClaimFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts is { Purpose: ClaimPurpose.ExtraSessions, SessionsBefore: null })
        {
            errors.Add("sessionsBefore", "Expected the sessions a week before the rise.");
        }

        if (facts.LastEmployed >= facts.From)
        {
            errors.Add("lastEmployed", $"Expected a day before {facts.From}, the first day of the work.");
        }
    }

    internal static DateOnly? Last(PracticePost facts) => facts.Weeks is { } weeks ? facts.From.DaysOn((weeks * 7L) - 1) : null;

    private static PracticeClaim None(Figure cap, PracticePost facts, Nation nation)
    {
        var value = cap.At(facts.From, nation);
        var window = cap.History.Values.LastOrDefault(value => value.Nations.Includes(nation) && value is { From: not null, Until: not null });
        var ask = value.Ask ?? "your integrated care board";
        var says = window is { From: { } from, Until: { } until }
            ? $"The scheme pays for work from {from.Words()} to {until.Words()}; what holds outside it was not found: ask {ask}."
            : $"No such scheme was found for {nation.Name()}: ask {ask}.";
        return new PracticeClaim
        {
            Verdict = Verdict.Unknown,
            Says = says,
            Cut = [],
            LastDay = window?.Until,
            Reasons = [value.Because("no-scheme", says) with { Status = Status.NotFound, Ask = ask }]
        };
    }

    private static IEnumerable<ClaimCut> Cuts(PracticePost facts, ClaimFigures figures, DateOnly opens, DateOnly closes, decimal after, Nation nation)
    {
        var (limit, gap) = (figures.PlrSessions.At(opens, nation), figures.PlrNewGap.At(opens, nation));
        if (facts.Post is PostKind.Locum or PostKind.Partner or PostKind.SicknessCover)
        {
            yield return new ClaimCut("not-salaried",
                facts.Post == PostKind.Partner ? "Sessions of a partner are not paid for." : "Locum work and cover for short sickness are not paid for.");
        }

        if (facts.LastEmployed?.MonthsOn(gap.Whole ?? 0) >= facts.From)
        {
            yield return new ClaimCut("not-new",
                $"The scheme asks that a new salaried GP was not employed there in the {gap.Text} before, and the last day there was {facts.LastEmployed.Value.Words()}.");
        }

        if (facts.Purpose == ClaimPurpose.ExtraSessions && facts.SessionsBefore >= limit.Number)
        {
            yield return new ClaimCut("at-the-most", $"Sessions can be raised to {limit.Text} a week, and there were {facts.SessionsBefore:0.##} already.");
        }
        else if (facts.SessionsAfter > after)
        {
            yield return new ClaimCut("over-the-sessions",
                $"{FigureText.Count(facts.SessionsAfter - after, "sessions")} a week above {limit.Text} {(facts.SessionsAfter - after == 1 ? "is" : "are")} not paid for.");
        }

        if (facts.From < opens)
        {
            yield return new ClaimCut("before-the-first-day", $"Work before {opens.Words()} is not paid for.");
        }

        if (Last(facts) > closes)
        {
            yield return new ClaimCut("after-the-last-day", $"Work after {closes.Words()} is not paid for by what is published.");
        }
    }

    private static IEnumerable<Reason> Reasons(PracticePost facts, ClaimFigures figures, FigureValue decides, DateOnly day, Nation nation, bool isPaid)
    {
        yield return decides.Because("limit", facts.Purpose switch
        {
            ClaimPurpose.ExtraSessions => $"The scheme pays at most {decides.Text} for each extra hour, or what it costs if that is less.",
            ClaimPurpose.NewSalaried => $"The scheme pays at most {decides.Text} for a full-time GP with on-costs, or what it costs if that is less; in proportion for fewer sessions and weeks.",
            _ => $"A post that network money paid for is paid at cost, at most {decides.Text} at full time.",
        });
        if (facts.Purpose == ClaimPurpose.ExtraSessions)
        {
            var insurance = figures.PlrEmployerNi.At(day, nation);
            yield return insurance.Because("insurance",
                $"Employer’s National Insurance on the extra hours is {insurance.Text}; whether it lies inside the hourly rate or on top was not settled{(isPaid ? ", so both are shown" : "")}.");
        }

        yield return figures.PlrCap.At(day, nation)
            .Because("additional", "The work must be additional; no fixed number of GPs is set for that. A claim can reach back to the first day of the scheme.");
    }
}
