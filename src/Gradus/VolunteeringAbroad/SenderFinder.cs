using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.VolunteeringAbroad;

/// <summary>Finds bodies that could send a doctor abroad. Indicative: each says itself what it asks.</summary>
public static class SenderFinder
{
    /// <summary>More bodies than this are counted, and not named in the first sentence.</summary>
    private const int MostNamed = 2;

    private const decimal WeeksAYear = 52m;
    private const decimal MonthsAYear = 12m;

    /// <summary>Finds them.</summary>
    public static SendersAnswer Find(SenderQuestion facts, SenderFigures figures, DateOnly on, Nation nation)
    {
        var rows = figures.Senders.At(on, nation, row => row.Key);
        var senders = rows.Select(row => Answer(row, facts, figures)).ToList();
        var fits = senders.FindAll(sender => sender.State == SenderState.Fits);
        return new SendersAnswer
        {
            Verdict = fits.Count > 0 ? Verdict.Yes : senders.Exists(sender => sender.State is SenderState.Depends or SenderState.Unknown) ? Verdict.Unknown : Verdict.No,
            Says = fits.Count == 0 ? "Nobody that we know of surely fits what you told us."
                : fits.Count > MostNamed ? $"{fits.Count} of {senders.Count} fit what you told us."
                : $"{fits.Count} of {senders.Count} {(fits.Count == 1 ? "fits" : "fit")} what you told us: {string.Join("; ", fits.Select(sender => sender.Name))}.",
            Organisations = senders,
            Reasons = [.. facts.Stage == VolunteerStage.Trainee ? [OutOfProgramme(figures, on, nation)] : Array.Empty<Reason>(),
                .. rows.Select((row, i) => row.Because(row.Key,
                    $"{row.Body}: last seen on {Dates.DateOnlyExtensions.Words(row.Seen)}.{(senders[i].Against.Count > 0 ? " " + senders[i].Against[0] : "")}"))],
            Tables = [Table(senders)],
        };
    }

    private static Reason OutOfProgramme(SenderFigures figures, DateOnly on, Nation nation)
    {
        var notice = figures.UkOopNotice.At(on, nation);
        return notice.Because("out-of-programme",
            $"In training you need time out for experience (OOPE), applied for {notice.Text} ahead: not in the first year, and rarely in the last.");
    }

    private static SenderAnswer Answer(SenderRow row, SenderQuestion facts, SenderFigures figures)
    {
        var no = new List<string>();
        var open = new List<string>();
        var stage = Choice.Of<VolunteerStage>()[facts.Stage];
        Test(row.Stages.Split(' ').Contains(stage.Key), $"It does not take you at your stage: {Sentences.LowerFirst(stage.Label)}.");
        if (row.Specialties is { } takes)
        {
            Test(facts.Specialty is { } one ? Has(takes, one) : null, "It does not take every specialty: read what it asks.");
        }

        var shorter = figures.ShorterStays.Where(stay => stay.Key == row.Key && (facts.Specialty is null || Has(stay.Specialties, facts.Specialty)))
            .MinBy(stay => stay.MonthsLeast);
        var length = facts.Specialty is null ? row.Length : shorter?.Length ?? row.Length;
        if (row.MonthsLeast is { } usual)
        {
            var least = facts.Specialty is not null && shorter is not null ? shorter.MonthsLeast : usual;
            bool? isLongEnough = facts.MonthsFree is not { } free ? null : free >= least ? true : facts.Specialty is null && free >= shorter?.MonthsLeast ? null : false;
            Test(isLongEnough, $"It wants {Time(least)} or more{(facts.Specialty is null && shorter is not null ? $", in some specialties {Time(shorter.MonthsLeast)}" : "")}{(facts.MonthsFree is { } told ? $"; you have {Time(told)}" : "")}.");
        }

        if (row.LeaveWithin is { } within && facts.Notice is { } notice)
        {
            Test(notice <= within, $"You leave {row.Leaves}; you need {notice:0.##} weeks’ notice.");
        }

        if (row.YearsAfter is { } years)
        {
            Test(facts.YearsRegistered is { } has ? has >= years : facts.Stage is VolunteerStage.Gp or VolunteerStage.Consultant ? true : null,
                $"It wants {years:0.##} years after registration{(facts.YearsRegistered is { } said ? $"; you have {said:0.##}" : "")}.");
        }

        if (facts.CostsCovered == true)
        {
            Test(row.Pay switch { "covered" => true, "you-pay" => false, _ => null }, row.Pay == "you-pay" ? "You would pay." : "What it pays was not found.");
        }

        if (row.Employer == "yes")
        {
            Test(facts.Released, "An NHS employer has to let you go.");
        }

        var state = row.Status == Status.NotFound ? SenderState.Unknown
            : no.Count > 0 ? SenderState.DoesNotFit
            : open.Count > 0 ? SenderState.Depends
            : row.Recruiting == "no" ? SenderState.NotRecruiting
            : SenderState.Fits;
        List<string> against = [.. no, .. open, row.Against,
            .. row.Recruiting == "not-found" ? ["Whether it recruits now was not found."] : Array.Empty<string>(),
            .. row.Languages == "helps" && facts.Languages.Count == 0 ? ["Another language would help."] : Array.Empty<string>()];
        return new SenderAnswer(row.Key, row.Body, state, against, row.Asks, length, row.PaysWhat, row.Seen, row.Status) { Leaves = row.Leaves };

        void Test(bool? holds, string says)
        {
            if (holds != true)
            {
                (holds is null ? open : no).Add(says);
            }
        }
    }

    private static bool Has(string keys, string key) => keys.Split(' ').Contains(key);

    // Under two months people count in weeks.
    private static string Time(decimal months) => months < 2 && months != 1
        ? $"{Math.Round(months * WeeksAYear / MonthsAYear, MidpointRounding.AwayFromZero):0} weeks"
        : $"{months:0.##} month{(months == 1 ? "" : "s")}";

    private static AnswerTable Table(IReadOnlyList<SenderAnswer> senders) => new("organisations", "Who could send you",
        [new("body", "Body"), new("state", "Does it fit?"), new("length", "How long"), new("money", "Money"), new("against", "Against, or to ask"),
            new("seen", "Last seen"), new("status", "How sure")],
        [.. senders.Select(sender => (IReadOnlyList<AnswerCell>)[sender.Name,
            sender.State switch { SenderState.Fits => "yes", SenderState.NotRecruiting => "yes, not recruiting", SenderState.Depends => "depends",
                SenderState.DoesNotFit => "no", _ => "not found" },
            sender.Length, sender.Money, string.Join(" ", sender.Against), sender.Seen, sender.Status])]);
}
