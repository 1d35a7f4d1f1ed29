using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>Checks how ready an application in the Portfolio Pathway is: what the evidence shows, the fee, and its last days.</summary>
public static class PortfolioReadinessChecker
{
    /// <summary>Checks the Portfolio Pathway.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The dated figures, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about; the GMC's rule is the same in all.</param>
    public static PortfolioReadiness Check(PortfolioApplication facts, PortfolioFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var (fee, open, appeal) = (figures.PortfolioFee.At(on, nation), figures.PortfolioOpen.At(facts.Opened ?? on, nation),
            figures.PortfolioAppeal.At(facts.Refused ?? on, nation));
        var closes = facts.Opened is { } opened && open.Whole is { } months ? opened.LastOfMonths(months) : null;
        var appealBy = facts.Refused is { } refused && appeal.Whole is { } days ? refused.DaysOn(days) : null;
        var evidence = ShownCapabilities.Of(figures.Capabilities.Where(row => row.Portfolio), facts.Evidence, on, nation);
        var withdrawal = figures.Withdrawal.At(on, nation, row => row.Stage)
            .Select(row => new FeeReturned(row.Stage, fee.Number is null ? null : row.Kept ?? fee.Number, fee.Number - (row.Kept ?? fee.Number)))
            .ToList();
        var weak = evidence.Count(one => one.State is KeptState.None or KeptState.Partly);
        var unsaid = evidence.Count(one => one.State == KeptState.DoNotKnow);
        var isOver = closes < on && facts.Refused is null;
        return new PortfolioReadiness
        {
            Verdict = isOver ? Verdict.No : weak > 0 ? Verdict.NotYet : Verdict.Unknown,
            Says = isOver ? $"That application had to go by {closes!.Value.Words()}: a new one is a full one, with its fee."
                : (appealBy is { } end ? $"An appeal {(end < on ? "had" : "has")} to be in by {end.Words()}. " : "")
                + (weak > 0 ? $"{weak} of {evidence.Count} capabilities {(weak == 1 ? "is" : "are")} not fully shown yet"
                : unsaid > 0 ? $"Nothing you told us is missing; {unsaid} of {evidence.Count} capabilities were not said"
                : "Every capability is shown as you see it; the specialty’s own guidance decides")
                + (facts.Refused is null && closes is { } day ? $"; the application has to go by {day.Words()}." : "."),
            Fee = fee.Number,
            ClosesOn = closes,
            AppealBy = appealBy,
            Evidence = evidence,
            Withdrawal = withdrawal,
            Reasons =
            [
                fee.Because("fee", fee.IsKnown ? $"The fee is {fee.Text}, paid when you send the application." : $"The fee on that day is {fee.Text}.") with { Ask = fee.IsKnown
                    ? null
                    : fee.Ask ?? "the GMC" },
                open.Because("open", $"An application can stay open for {open.Text}."),
                appeal.Because("appeal", $"After a refusal there are {appeal.Text} to appeal; a new application is a full one."),
                .. figures.Capabilities.Where(row => row.Portfolio)
                    .Take(1)
                    .Select(row => row.Because("evidence",
                        "The test is the knowledge, skills and experience of a specialist who can practise in the UK; your specialty’s guidance says with what evidence.")),
            ],
            Milestones =
            [
                .. closes is { } last && facts.Refused is null
                    ? new[] { open.Date("closes", last, "Last day on which your open application can be sent") with { State = last < on ? MilestoneState.Late : null } }
                    : [],
                .. appealBy is { } until
                    ? new[] { appeal.Date("appeal", until, "Last day to appeal") with { State = until < on ? MilestoneState.Late : MilestoneState.ToDo } }
                    : [],
            ],
            Tables =
            [
                ShownCapabilities.Table(evidence),
                new AnswerTable("kept", "What is kept of the fee if the application ends early, and what comes back",
                    [new("stage", "When it ends"), new("kept", "Kept", "GBP"), new("back", "Back", "GBP")],
                    [.. withdrawal.Select(one => (IReadOnlyList<AnswerCell>)[one.Stage, one.Kept,
                        one.Back])]) { Doubt = "From a secondary source; check the GMC’s fee regulations." },
            ],
            Warnings = [.. ShownCapabilities.Unused(facts.Evidence, evidence, "evidence")],
        };
    }

    /// <summary>Says what is wrong between the facts of a portfolio.</summary>
    public static void Check(PortfolioApplication facts, PortfolioFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Refused < facts.Opened)
        {
            errors.Add("refused", $"Expected a day on or after {facts.Opened!.Value}, the day the application was opened.");
        }

        ShownCapabilities.CheckOnce(facts.Evidence, "evidence", errors);
    }
}
