using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Appraisal;

/// <summary>Counts the replies to a feedback exercise against what makes it reliable, or what the tool asks for. The GMC sets no number, and the answer says so.</summary>
public static class FeedbackCounter
{
    /// <summary>Counts the replies of colleagues and patients against each number that was published; enough only where the tool’s own number is met.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static FeedbackCount Count(FeedbackSoFar facts, FeedbackFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var tool = facts.Tool ?? FeedbackTool.GmcQuestionnaire;
        var (patients, colleagues) = (tool == FeedbackTool.ScottishMsf ? null : figures.PatientReplies.At(on, nation),
            tool == FeedbackTool.ScottishMsf ? figures.MsfRaters.At(on, nation) : figures.ColleagueReplies.At(on, nation));
        if (!colleagues.IsKnown)
        {
            var none = $"Scotland’s multisource feedback belongs to appraisal in Scotland, and nothing was found of its use in {nation.Name()}: say which other tool you use.";
            return new FeedbackCount
            {
                Verdict = Verdict.Unknown,
                Says = none,
                Reasons = [new Reason("colleagues", none, Status.NotFound, Ask: "your appraisal office")],
            };
        }

        var (wantedPatients, wantedColleagues) = (patients is null ? null : facts.Asks ?? patients.Whole, facts.Asks ?? colleagues.Whole);
        var (shortPatients, shortColleagues) = (patients is null ? null : Short(wantedPatients, facts.Patients), Short(wantedColleagues, facts.Colleagues));
        var (lead, run) = (figures.MsfLead.At(on, nation), figures.MsfRun.At(on, nation));
        var (from, by) = (Before(facts.Appraisal, lead.High), Before(facts.Appraisal, lead.Low));
        var isMissing = shortPatients > 0 || shortColleagues > 0;
        var isOpen = (wantedPatients is not null && shortPatients is null) || shortColleagues is null;
        var wanted = $"{(wantedPatients is { } all ? FigureText.Count(all, "patients") + " and " : "")}{FigureText.Count(wantedColleagues ?? 0, "colleagues")}";
        var measure = tool == FeedbackTool.ScottishMsf ? $"Scotland’s own tool asked for {wanted}"
            : facts.Asks is not null ? $"your tool asks for {wanted}"
            : $"about {wanted} make a result reliable";
        var hasBegun = facts.Colleagues > 0;
        var isLate = by < on && !hasBegun;
        return new FeedbackCount
        {
            Verdict = isMissing ? Verdict.NotYet : isOpen ? Verdict.Unknown : Verdict.Yes,
            Says = isMissing ? $"{Missing(shortPatients, shortColleagues)} {(shortPatients.GetValueOrDefault() + shortColleagues.GetValueOrDefault() == 1 ? "is" : "are")} missing: {measure}, and the GMC itself sets no number."
                : isOpen ? $"Tell how many {Untold(wantedPatients is not null && shortPatients is null, shortColleagues is null)} have answered: {measure}, and the GMC itself sets no number."
                : $"That is enough: {measure}, and the GMC itself sets no number.",
            PatientsWanted = wantedPatients,
            ColleaguesWanted = wantedColleagues,
            PatientsShort = shortPatients,
            ColleaguesShort = shortColleagues,
            StartFrom = from,
            StartBy = by,
            Reasons =
            [
                .. patients is null
                    ? Array.Empty<Reason>()
                    : [patients.Because("patients",
                        $"The study behind the GMC’s questionnaires found a result reliable from about {patients.Text}: advice, and no rule of the GMC.")],
                colleagues.Because("colleagues",
                    tool == FeedbackTool.ScottishMsf
                        ? $"Scotland’s own tool asked for {colleagues.Text} and your self-assessment."
                        : $"The same study found it reliable from about {colleagues.Text}: advice, and no rule of the GMC."),
                .. tool == FeedbackTool.Other
                    ? [facts.Asks is { } asks
                        ? new Reason("tool", $"Your tool asks for {FigureText.Count(asks, "replies")}, by what you told us.", Status.Computed)
                        : figures.ToolReplies.At(on, nation).Because("tool", $"Many tools make no report below {figures.ToolReplies.At(on, nation).Text}: ask what yours wants.")]
                    : Array.Empty<Reason>(),
                .. from is null || by is null
                    ? Array.Empty<Reason>()
                    : [lead.Because("start", $"In {nation.Name()} colleague feedback starts {lead.Text} before the meeting and stays open for {run.Text} at least.")],
            ],
            Milestones = from is { } first && by is { } last
                ? [lead.Date("start-feedback", first, last, "Start colleague feedback") with { State = hasBegun ? MilestoneState.Done : isLate ? MilestoneState.Late : null }]
                : [],
            Warnings =
            [
                .. tool == FeedbackTool.ScottishMsf && facts.Patients is not null
                    ? new[] { new Warning("patients", "This tool asks colleagues only: patients are not counted here.") }
                    : [],
                .. facts.Appraisal is { } past && past < on ? new[] { new Warning("appraisal", $"{past.Words()} has passed: for the next appraisal give its day.") }
                    : facts.Appraisal is { } meeting && isLate && by is { } start ? new[] { new Warning("appraisal", Late(meeting, start, run, on)) } : [],
                .. facts.Appraisal is not null && from is null
                    ? new[] { new Warning("appraisal",
                        $"How long before the meeting feedback should start was not found for {nation.Name()}, so this day moves nothing: outside collation takes weeks.") }
                    : [],
            ],
        };
    }

    private static string Late(DateOnly meeting, DateOnly start, FigureValue run, DateOnly on) =>
        $"Colleague feedback should have started by {start.Words()}: start it now{(run.Low is { } weeks && on.DaysOn(7 * (long)weeks) is { } open && open > meeting ? $". Open for {run.Text} it ends on {open.Words()}, after the meeting: ask your appraiser whether the meeting can move" : "")}.";

    private static string Untold(bool patients, bool colleagues) => patients && colleagues ? "patients and colleagues" : patients ? "patients" : "colleagues";

    private static int? Short(int? wanted, int? told) => told is { } has ? Math.Max(0, (wanted ?? 0) - has) : null;

    private static DateOnly? Before(DateOnly? meeting, decimal? weeks) => weeks is { } number ? meeting?.DaysOn(-7 * (long)number) : null;

    private static string Missing(int? patients, int? colleagues) => Sentences.Listed([.. new[]
    {
        patients > 0 ? FigureText.Count(patients.Value, "patients") : null,
        colleagues > 0 ? FigureText.Count(colleagues.Value, "colleagues") : null,
    }.OfType<string>()]);
}
