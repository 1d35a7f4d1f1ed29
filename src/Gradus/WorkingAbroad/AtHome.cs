using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.WorkingAbroad;

/// <summary>What working abroad does at home: licence, training, pension, National Insurance, performers list.</summary>
internal static class AtHome
{
    public static (List<Reason> Reasons, List<Milestone> Milestones) Of(AbroadDoctor facts, AbroadFigures figures, DateOnly firstDay, DateOnly on, Nation nation)
    {
        var reasons = new List<Reason>();
        var milestones = new List<Milestone>();
        var home = figures.Home;
        FigureValue At(Figure figure, DateOnly day) => figure.At(day, nation);

        var full = At(home.UkRetentionFee, firstDay);
        var reduced = At(home.UkRetentionFeeWithoutLicence, firstDay);
        reasons.Add(full.Because("licence-keep",
            $"Registration and licence kept: {(full.IsKnown ? full.Text : "the full fee, which we have not found")}; revalidation goes on, and evidence is normally asked for from UK practice; nothing to do on return."));
        reasons.Add(reduced.Because("licence-give-up",
            $"Registration kept and the licence given up: {(reduced.IsKnown ? reduced.Text : "a lower fee, which we have not found")}, no revalidation; on return you apply for the licence with statements of recent employers and a certificate from each regulator."));
        if (figures.Decisions.FirstOrDefault(row => row is { Key: "licence", Choice: "leave" }) is { } leave)
        {
            var ahead = At(home.UkErasureAhead, firstDay);
            reasons.Add(leave.Because("licence-leave",
                $"Off the register: {Sentences.LowerFirst(leave.Changes)}{(ahead.IsKnown ? $" You ask for it {ahead.Text} before at the earliest." : "")}"));
        }

        if (facts.InTraining == true)
        {
            var notice = At(home.UkOopNotice, on);
            var usual = At(home.UkOopeUsual, firstDay);
            var longest = At(home.UkOopeLongest, firstDay);
            reasons.Add(usual.Because("out-of-programme",
                $"Time out for experience (OOPE) is the usual way: {usual.Text}, {longest.Text} when extended; it does not count towards your CCT, you keep your number and send a yearly return for ARCP. It is not normally agreed in the first year of a programme, and rarely in the last. A pause (OOPP) is for UK posts only."));
            if (notice.Whole is { } months && firstDay.MonthsOn(-months) is { } by)
            {
                milestones.Add(notice.Date("out-of-programme", by,
                    "Last day to apply for time out of programme") with
                { Note = $"For time out from your first working day on; if it begins before, apply as much earlier. {notice.Held!.Note}".TrimEnd() });
            }

            if (facts is AbroadPlanQuestion { Back: { } end } && longest.Whole is { } most && usual.Whole is { } normal && firstDay.AfterMonths(normal) < end)
            {
                reasons.Add(longest.Because("out-of-programme-too-long",
                    firstDay.AfterMonths(most) < end
                        ? $"Back on {end.Words()} is longer away than time out for experience can last, {longest.Text}: ask your dean, or give up your number."
                        : $"Back on {end.Words()} is longer away than the usual {usual.Text}: your dean has to agree to more."));
            }
        }

        var pension = At(home.UkPensionBreak, firstDay);
        reasons.Add(pension.Because("pension-break", pension.IsKnown
            ? $"NHS pension: a break of up to {pension.Text} keeps the final-salary link of what you built up before 2015.{(At(home.UkPensionAuthorisedLeave, firstDay) is { IsKnown: true } leaveToPay ? $" On approved leave you can go on paying for up to {leaveToPay.Text}." : "")}"
            : $"NHS pension: how long a break keeps the final-salary link was not found for {nation.Name()}."));
        if (pension.Whole is { } years && firstDay.AfterMonths(12 * years) is { } frozen)
        {
            milestones.Add(pension.Date("pension-break", frozen, "The break in NHS pension service becomes too long for the final-salary link"));
        }

        var third = At(home.UkNiClass3, firstDay);
        var residence = At(home.UkNiResidence, firstDay);
        var second = At(home.UkNiClass2, firstDay);
        reasons.Add(third.Because("national-insurance",
            $"National Insurance for time abroad: Class 3, {third.Text}, after {residence.Text} of UK residence or contributions{(second.IsKnown ? $"; Class 2 is {second.Text}" : "; Class 2 from abroad has ended")}."));

        if (facts.Cct?.Specialty == "general-practice" || facts.Mrcgp is not null)
        {
            var gap = At(home.UkPerformersListGap, firstDay);
            reasons.Add(gap.Because("performers-list",
                gap.IsKnown ? $"After {gap.Text} without NHS general practice you come back through the return route."
                    : $"After how long out you come back through a return route was not found for {nation.Name()}."));
            if (gap.Whole is { } gone && firstDay.AfterMonths(12 * gone) is { } end)
            {
                milestones.Add(gap.Date("performers-list", end, "From here a return to NHS general practice goes through the return route"));
            }
        }

        var restore = At(home.UkRestoreAhead, firstDay);
        if (facts is AbroadPlanQuestion { Back: { } back })
        {
            if (restore.Whole is { } ahead && back.MonthsOn(-ahead) is { } from)
            {
                milestones.Add(restore.Date("restore", from, back, "Apply to have your licence back, if you gave it up"));
            }

            if (pension.Whole is { } most && firstDay.AfterMonths(12 * most) < back)
            {
                reasons.Add(pension.Because("pension-too-long", $"Back on {back.Words()} you have been away for longer than {pension.Text}: the final-salary link is gone."));
            }
        }

        reasons.Add(restore.Because("return", $"On return: apply to have your licence back up to {restore.Text} ahead; then a return plan with your employer."));
        return (reasons, milestones);
    }
}
