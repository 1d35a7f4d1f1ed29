using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>Says whether other hours may be asked for, who approves them, by when the finished form must be in, and what a visa allows. Approval is never guaranteed.</summary>
public static class HoursRequestChecker
{
    private const string Usual = "usual";
    private const string Unusual = "unusual";
    private const string BelowTheFloor = "below-the-floor";

    /// <summary>Checks a request.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static HoursRequestAdvice Check(HoursRequest facts, HoursRequestFigures figures, DateOnly on, Nation nation)
    {
        var share = facts.Percent / 100;
        var submitted = facts.Submitted ?? on;
        var notice = ChangeNotice.Of(facts.From, nation, figures.Completion);
        var nextStart = notice?.StartFor(submitted);
        var visa = VisaShare.On(facts.From, facts.Visa, facts.Grade, figures.VisaFloors, figures.Pay, nation);
        var minimum = figures.MinimumFraction.At(facts.From, nation);
        var exceptional = figures.ExceptionalFraction.At(facts.From, nation);
        var usual = figures.StandardShares.At(facts.From, nation, row => row.Share);
        var least = Math.Max(minimum.Number ?? 0, visa?.Share ?? 0);
        var late = notice is null ? (int?)null : Math.Max(0, submitted.DayNumber - notice.By.DayNumber);
        var isTooLow = share < exceptional.Number;
        var isBelowFloor = share < visa?.Share;
        var verdict = isTooLow || isBelowFloor ? Verdict.No : late switch { null => Verdict.Unknown, 0 => Verdict.Yes, _ => Verdict.NotYet };
        var completion = facts.Training is { } training ? CompletionDateCalculator.Outline(Plan(facts, training), figures.Completion, on, nation) : null;
        return new HoursRequestAdvice
        {
            CompletesOn = completion?.CompletesOn,
            Verdict = verdict,
            Says = Says(facts, notice, nextStart, figures, visa, late, isTooLow, isBelowFloor, exceptional, on, nation),
            Deadline = notice?.By,
            DaysLate = late,
            StartIfNotExceptional = late switch { null => null, 0 => facts.From, _ => nextStart },
            Approver = Approver(facts, figures, share, minimum, usual, nation),
            LowestShare = visa?.Share,
            LowestStandardShare = usual.Where(row => row.Share >= least).Select(row => (decimal?)row.Share).Min(),
            TellSponsorWithin = facts.Visa?.SkilledWorker == true ? figures.VisaReportDays.At(facts.From, nation).Whole : null,
            Reasons = [.. NoticeReasons(facts.From, notice, figures, nation), .. Reasons(facts, figures, share, visa, minimum, exceptional, usual, nation),
                .. completion?.Reasons.Take(1) ?? []],
            Working = visa is null
                ? []
                : [new WorkingLine($"{visa.Floor.Gbp.InPounds()} ÷ {visa.Basic.Gbp.InPounds()} = {visa.Floor.Gbp / visa.Basic.Gbp * 100:0.##}%, rounded up to {FigureText.Percent(visa.Share)}") { Status = Status.Verify,
                    SourceId = visa.Floor.Source }],
            Milestones = [.. Milestones(facts, notice, nextStart, late, isTooLow || isBelowFloor, on, nation).Select(milestone => milestone.StatedOn(on))],
            Tables = nation == Nation.England && figures.LocalNotice.At(facts.From, nation, row => row.Office) is { Count: > 0 } offices
                ? [new AnswerTable("local-notice", "What local offices ask for beside it",
                    [new("office", "Office"), new("rule", "What it asks for"), new("status", "How sure")],
                    [.. offices.Select(office => (IReadOnlyList<AnswerCell>)[office.Office, office.Rule,
                        office.Status])]) { Doubt = "Read on local pages, some of them years old: check your own office." }]
                : [],
            Warnings = [.. Warnings(facts, visa)],
        };
    }

    /// <summary>Says what is wrong between facts.</summary>
    public static void Check(HoursRequest facts, HoursRequestFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Training is not { } training)
        {
            return;
        }

        if (training.PlannedEnd < facts.From)
        {
            errors.Add("training.plannedEnd", $"Expected a day on or after {facts.From}, the first day at other hours.");
            return;
        }

        foreach (var error in TrainingPlanChecker.Check(Plan(facts, training), figures.Completion))
        {
            errors.Add(error with { Field = error.Field == "specialty" ? "training.specialty" : "training" });
        }
    }

    private static TrainingPlan Plan(HoursRequest facts, RequestTraining training) => new()
    {
        PlannedEnd = training.PlannedEnd,
        BaselineRate = training.BaselineRate ?? 1,
        Specialty = training.Specialty,
        Changes = [new PlannedChange { Kind = facts.Percent == 100 ? ChangeKind.FullTime : ChangeKind.LessThanFullTime, From = facts.From,
            Rate = facts.Percent == 100 ? null : facts.Percent / 100 }],
    };

    private static string Says(HoursRequest facts, ChangeNotice? notice, DateOnly? nextStart, HoursRequestFigures figures, VisaShare? visa, int? late, bool isTooLow,
        bool isBelowFloor, FigureValue exceptional, DateOnly on, Nation nation) =>
        isTooLow ? $"{facts.Percent:0.##}% is below the {exceptional.Text} that is the least a postgraduate dean may allow."
        : isBelowFloor ? $"At {facts.Percent:0.##}% basic pay would be below the visa’s salary floor: {FigureText.Percent(visa!.Share)} is the least.{(visa.Basic.LastKnown is { } lastKnown ? $" Of basic pay: {Sentences.LowerFirst(lastKnown)}" : "")}"
        : (late, notice?.By) switch
        {
            (null, _) => $"The notice for {nation.Name()} was not found: ask {figures.Completion.Notice.At(facts.From, nation).Ask ?? "your training office"}.",
            (0, { } deadline) when deadline < on => $"You asked in time: the form went in on {facts.Submitted!.Value.Words()} and had to be in by {deadline.Words()}. Approval is never guaranteed.",
            (0, { } deadline) => $"You may ask: the finished form must be in by {deadline.Words()}{(notice!.Window is not null ? ", the end of the window" : "")}. Approval is never guaranteed.",
            (_, { } deadline) => $"The form is {late} {(late == 1 ? "day" : "days")} late for {facts.From.Words()} (it had to be in by {deadline.Words()}){(nextStart is { } next ? $": unless it is taken as exceptional, the change starts on {next.Words()}" : "")}.",
            _ => "",
        };

    private static string? Approver(HoursRequest facts, HoursRequestFigures figures, decimal share, FigureValue minimum, IReadOnlyList<StandardShare> usual, Nation nation) =>
        figures.RequestApprovers.Find(share < minimum.Number ? BelowTheFloor : usual.Count > 0 && !usual.Any(row => row.Share == share) ? Unusual : Usual,
            facts.From, nation)?.Says;

    /// <summary>
    /// What the tables lack about who approves: less than is usually allowed has somebody in every nation, and other than the usual shares wherever a nation has
    /// usual shares. Who approves the usual ones may not have been found.
    /// </summary>
    public static IEnumerable<ContentComplaint> CheckContent(RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var (approvers, shares) = (book.Tables["less-than-full-time/request-approvers"], book.Tables["less-than-full-time/standard-shares"]);
        bool Has(ContentTable table, Nation nation, string? key) => table.Rows.Any(row =>
            NationExtensions.ParseNations(row[table.Column("nation")])?.Includes(nation) == true && (key is null || row[table.Column("key")] == key));
        return from nation in NationExtensions.All
               from key in Has(shares, nation, key: null) ? [BelowTheFloor, Unusual] : (string[])[BelowTheFloor]
               where !Has(approvers, nation, key)
               select new ContentComplaint("less-than-full-time/tables/request-approvers.csv", 0, $"there is no row “{key}” for {nation.Name()}");
    }

    private static IEnumerable<Reason> Reasons(HoursRequest facts, HoursRequestFigures figures, decimal share, VisaShare? visa, FigureValue minimum,
        FigureValue exceptional, IReadOnlyList<StandardShare> usual, Nation nation)
    {
        foreach (var reason in figures.RequestStatements.Reasons(facts.From, nation))
        {
            yield return reason;
        }

        if (usual.Count > 0)
        {
            yield return usual.FirstOrDefault(row => row.Share == share) is { } row
                ? row.Because("usual-share", $"{facts.Percent:0.##}% is one of the usual shares.", FigureText.Percent(share))
                : usual[0].Because("unusual-share",
                    $"{facts.Percent:0.##}% is none of the usual shares ({string.Join(", ", usual.Select(one => FigureText.Percent(one.Share)))}), so it needs the postgraduate dean.",
                    FigureText.Percent(share));
        }

        if (figures.ReplyTime.At(facts.From, nation) is { IsKnown: true } reply)
        {
            yield return reply.Because("reply", $"Word of progress comes in about {reply.Text}.");
        }

        if (share < minimum.Number)
        {
            yield return minimum.Because("below-floor", $"The usual floor is {minimum.Text}; below it a dean may allow as little as {exceptional.Text}, in exceptional hardship.");
        }

        if (visa is not null)
        {
            yield return visa.Floor.Because("visa-floor",
                $"For certificates {visa.Floor.Certificates} the floor is {visa.Floor.Gbp.InPounds()} a year. {visa.Floor.Note}".TrimEnd(),
                visa.Floor.Gbp.InPounds());
            yield return visa.Basic.Because("visa-basic",
                $"Full-time basic pay of {facts.Grade!.Value.Words()} on {facts.From.Words()} is {visa.Basic.Gbp.InPounds()} a year.{(visa.Basic.Note is null ? "" : " " + visa.Basic.Note)}",
                visa.Basic.Gbp.InPounds());
            if (visa.Other is { } other)
            {
                yield return other.Because("visa-floor-other",
                    $"If the later floor of {other.Gbp.InPounds()} holds for you too, as it may on a new certificate, the least is {FigureText.Percent(VisaShare.Of(other.Gbp, visa.Basic.Gbp))}.",
                    other.Gbp.InPounds());
            }

            var report = figures.VisaReportDays.At(facts.From, nation);
            yield return report.IsKnown
                ? report.Because("sponsor", $"Tell the sponsorship team of the approved change within {report.Text}.")
                : report.Because("sponsor-unknown", $"Within how many days the sponsor is told {report.IsMissing}: ask the sponsorship team.");
        }
    }

    private static IEnumerable<Milestone> Milestones(HoursRequest facts, ChangeNotice? notice, DateOnly? nextStart, int? late, bool isRefused, DateOnly on, Nation nation)
    {
        if (notice is null)
        {
            yield break;
        }

        yield return notice.Milestone("request-deadline",
            notice.Window is not null ? "Window for the application to train less than full time" : "Last day for the finished application to train less than full time",
            nation) with
        { State = facts.Submitted <= on && late == 0 ? MilestoneState.Done : late > 0 ? MilestoneState.Late : null };
        if (!isRefused && (late == 0 ? facts.From : nextStart) is { } start)
        {
            yield return new Milestone("hours-change", start, start, $"Your hours change to {facts.Percent:0.##}%", "less-than-full-time", nation.ToNations(),
                StatusExtensions.Worse(notice.Status, Status.Computed))
            {
                SourceId = notice.SourceId,
                Note = late == 0 ? "If it is approved." : $"If it is approved. On {facts.From.Words()} only if your late form is taken as exceptional.",
            };
        }
    }

    private static IEnumerable<Warning> Warnings(HoursRequest facts, VisaShare? visa)
    {
        if (facts.Reasons.Count == 0)
        {
            yield return new Warning("reasons", "The form needs at least one reason.");
        }

        if (facts.Training is null)
        {
            yield return new Warning("training.plannedEnd",
                "Put in the last day of training as planned, and the page you hand in says when you would finish: offices and doctors both miss it.");
        }

        if (facts.Visa?.SkilledWorker == true && visa is null)
        {
            yield return new Warning("grade",
                facts.Grade is null
                    ? "Give your grade to see what the visa’s salary floor allows."
                    : "No pay scale was found for that grade and day, so the visa’s floor could not be checked.");
        }

        if (facts.Grade is not null && facts.Visa?.SkilledWorker != true)
        {
            yield return new Warning("grade", "The grade matters only to a Skilled Worker visa’s salary floor: without one it has no effect.");
        }

        if (facts.Visa is { SkilledWorker: not true, CertificateFrom: not null })
        {
            yield return new Warning("visa.certificateFrom", "The certificate only matters with a Skilled Worker visa.");
        }

        if (facts.Submitted > facts.From)
        {
            yield return new Warning("submitted", "The form would go in after the change has begun.");
        }
    }

    private static IEnumerable<Reason> NoticeReasons(DateOnly from, ChangeNotice? notice, HoursRequestFigures figures, Nation nation)
    {
        if (notice?.Window is { } window)
        {
            var (outside, recruit) = (figures.NoticeOutsideWindows.At(from, nation), figures.NoticeNewRecruit.At(from, nation));
            yield return window.Because("window",
                $"Applications are taken in a window in {Month(window.WindowMonth)} for changes from {Month(window.StartsFromMonth)} to {Month(window.StartsToMonth)}. {window.Note}".TrimEnd());
            yield return outside.Because("outside-windows",
                $"Outside the windows about {outside.Text} are needed for sudden ill health, sudden caring or a return to training, and for any increase of hours.");
            yield return recruit.Because("new-recruit", $"New recruits apply within {recruit.Text} of the confirmation of the post.");
        }
        else if (notice?.Before is { } before)
        {
            yield return before.Because("notice", before.Figure == figures.Completion.Notice
                ? $"The finished form must be in {before.Text} before the change; the clock starts with the finished form, not with the first talk."
                : $"At least {before.Text} of notice are asked for, for a start and for any change. {before.Held?.Note}".TrimEnd());
        }
        else
        {
            yield return figures.Completion.Notice.At(from, nation).Because("notice-unknown", $"The notice for {nation.Name()} was not found.");
        }
    }

    private static string Month(int month) => new DateOnly(2000, month, 1).Words().Split(' ')[1];
}
