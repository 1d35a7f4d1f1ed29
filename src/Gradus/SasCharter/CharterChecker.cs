using System.Globalization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>Scores how far an employer keeps the SAS charter, by theme and of what was answered only, and says what to raise first and with whom.</summary>
public static class CharterChecker
{
    private const int MostToRaise = 3;
    private static readonly string[] states = ["none", "partly", "fully", "not known"];

    /// <summary>Scores it.</summary>
    /// <param name="facts">What was answered.</param>
    /// <param name="figures">The charter, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static CharterCheck Score(CharterAnswers facts, CharterFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var partly = figures.PartlyCounts.At(on, nation);
        var items = figures.Commitments.Select(row => Stands(row, facts.Items.FirstOrDefault(item => item.Item == row.Number.ToString(CultureInfo.InvariantCulture)), nation))
            .OrderBy(item => item.Number)
            .ToList();
        var answered = items.Where(item => item.State != KeptState.DoNotKnow).ToList();
        var open = answered.Where(item => item.State != KeptState.Fully).OrderByDescending(item => item.IsHere).ThenBy(item => item.State).ThenBy(item => item.Number).ToList();
        var themes = items.GroupBy(item => item.Theme)
            .Select(theme => new ThemeScore(theme.Key, Percent(theme, partly), theme.Count(item => item.State != KeptState.DoNotKnow), theme.Count()))
            .ToList();
        var isElsewhere = items.Exists(item => !item.IsHere);
        return new CharterCheck
        {
            Verdict = open.Count > 0 ? Verdict.No : answered.Count == items.Count ? Verdict.Yes : Verdict.Unknown,
            Says = answered.Count == 0 ? "Nothing was answered with none, partly or fully, so there is no score."
                : $"{Percent(items, partly)}% of what you answered is kept ({answered.Count} of {items.Count} commitments){(open.Count == 0 ? "" : $"; raise “{open[0].Says}” first, with: {open[0].Who}")}.",
            Percent = Percent(items, partly),
            Themes = themes,
            Raise = [.. open.Take(MostToRaise)],
            Items = items,
            Letters = open.Count == 0 ? [] : [Letter(facts.Employer, open, on)],
            Reasons =
            [
                partly.Because("score", $"A commitment kept in part counts {partly.Text}, one not answered counts nothing; which to raise first is our order: those of this nation, then none before partly."),
                .. open.Take(MostToRaise)
                    .Select(item => figures.Commitments.First(row => row.Number == item.Number)
                        .Because($"item-{item.Number}", $"{item.Says} is kept: {states[(int)item.State]}. Found in: {item.Origin}.")),
                .. isElsewhere
                    ? new[] { new Reason("elsewhere",
                        $"Some commitments were found in a charter of another nation and are marked so; the charter of {nation.Name()} was not seen in full.",
                        Status.NotFound, Ask: "your local negotiating committee or the BMA") }
                    : [],
            ],
            Working = [.. themes.Where(theme => theme.Percent is not null)
                .Select(theme => new WorkingLine($"{theme.Theme}: {theme.Percent}% of {theme.Answered} answered of {theme.Of}"))],
            Milestones = [.. open.Where(item => item.Due is not null)
                .OrderBy(item => item.Due)
                .Select(item => new Milestone($"item-{item.Number}", item.Due!.Value, item.Due.Value, $"{item.Says}: {item.Who}", "sas-charter",
                    nation.ToNations(), Status.Computed) { State = item.Due < on ? MilestoneState.Late : null })],
            Tables =
            [
                new AnswerTable("themes", "The score by theme",
                    [new("theme", "Theme"), new("percent", "Kept", "%"), new("answered", "Answered"), new("of", "Of")],
                    [.. themes.Select(theme => (IReadOnlyList<AnswerCell>)[theme.Theme, theme.Percent, theme.Answered, theme.Of])]),
                new AnswerTable("plan", "The action plan",
                    [new("number", "Number"), new("commitment", "Commitment"), new("state", "Kept"), new("evidence", "Evidence"),
                        new("owner", "Who puts it right"), new("due", "By"), new("origin", "Found in")],
                    [.. items.Select(item => (IReadOnlyList<AnswerCell>)[item.Number, item.Says, states[(int)item.State], item.Evidence, item.Who, item.Due,
                        item.IsHere ? item.Origin : $"{item.Origin}, not of {nation.Name()}"])]),
            ],
            Warnings = [.. facts.Items.Index()
                .Where(item => item.Item is { State: KeptState.DoNotKnow } and ({ Due: not null } or { Owner: not null }))
                .Select(item => new Warning($"items[{item.Index}].state",
                    "Without none, partly or fully this commitment is not in the score and its day is not in the calendar."))],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(CharterAnswers facts, CharterFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var (index, item) in facts.Items.Index().Where(item => facts.Items.Take(item.Index).Any(other => other.Item == item.Item.Item)))
        {
            errors.Add($"items[{index}].item", $"Expected each commitment once: {item.Item} is there already.");
        }
    }

    private static CharterItemStatus Stands(CharterItem row, CharterItemAnswer? answer, Nation nation) =>
        new(row.Number, row.Theme, row.Commitment, answer?.State ?? KeptState.DoNotKnow, answer?.Owner ?? row.Who, row.Origin, row.Nation.Includes(nation),
            answer?.Evidence, answer?.Due);

    private static int? Percent(IEnumerable<CharterItemStatus> items, FigureValue partly)
    {
        var answered = items.Where(item => item.State != KeptState.DoNotKnow).ToList();
        var sum = answered.Sum(item => item.State switch { KeptState.Fully => 100, KeptState.Partly => partly.Number ?? 0, _ => 0 });
        return answered.Count == 0 ? null : (int)decimal.Round(sum / answered.Count, MidpointRounding.AwayFromZero);
    }

    private static AnswerLetter Letter(string? employer, IReadOnlyList<CharterItemStatus> open, DateOnly on) =>
        new("committee", "Letter", $"the local negotiating committee{(employer is null ? "" : $" of {employer}")}", "SAS charter: what is not kept",
        [
            "Dear colleagues,",
            "The SAS charter lists what SAS doctors should have. Going through it, I found that what stands in the list below is not kept, or only in part.",
            "I ask that the committee puts these on the agenda of its next meeting, names who is to put each right and by when, and looks at them again when those days have come.",
            AnswerLetter.Signature,
        ], on)
        {
            Evidence = new AnswerTable("open", "What is not kept, or only in part",
                [new("commitment", "Commitment"), new("state", "Kept"), new("evidence", "Evidence"), new("owner", "Who can put it right"), new("due", "By"),
                    new("origin", "Found in")],
                [.. open.Select(item => (IReadOnlyList<AnswerCell>)[$"{item.Number}. {item.Says}", states[(int)item.State], item.Evidence, item.Who, item.Due, item.Origin])]),
        };
}
