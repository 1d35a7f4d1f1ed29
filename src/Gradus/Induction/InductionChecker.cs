using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Induction;

/// <summary>
/// Checks an induction against the GMC's five points (Promoting excellence R1.13), the BMA's list and the mandatory modules, and adds up what was done outside
/// working hours.
/// </summary>
public static class InductionChecker
{
    private const int SoonDays = 28;

    /// <summary>Says of each thing of an induction whether it was had, is due or is late, which modules should be accepted, and the hours that are owed.</summary>
    /// <param name="facts">What the doctor told us.</param>
    /// <param name="figures">The things of an induction, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static InductionChecklist Find(InductionRecord facts, InductionFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var rows = figures.Checklist.At(facts.Start, nation, row => row.Key).Where(row => IsFor(row, facts)).ToList();
        var items = rows.ConvertAll(row => Item(row, facts, figures, on, nation)).OrderBy(item => item.Layer).ThenBy(item => item.Due).ToList();
        var missing = items.Where(item => item.State is ChecklistState.ToDo or ChecklistState.Asked && item.Due < on).ToList();
        var theirs = missing.Where(item => !rows.Exists(row => row.Key == item.Key && row.Mine)).ToList();
        var hours = facts.Outside.Where(stretch => stretch.On <= on).Sum(stretch => stretch.Hours);
        var owed = Math.Max(0, hours - (facts.Settled ?? 0));
        var undertakings = figures.Undertakings.At(on, nation, row => row.Key);
        return new InductionChecklist
        {
            Verdict = missing.Count > 0 ? Verdict.No : items.TrueForAll(item => item.State is ChecklistState.Done or ChecklistState.NotNeeded) ? Verdict.Yes : Verdict.NotYet,
            Says = Says(items, missing, owed),
            Status = items.Select(item => item.Status).Append(Status.Editorial).Weakest(),
            Items = items,
            Missing = [.. missing.Select(item => item.Key)],
            MissingGmcPoints = [.. missing.Where(item => item.GmcPoint is not null).Select(item => item.GmcPoint!.Value).Order()],
            HoursOwed = owed,
            Letters = theirs.Count == 0 && owed == 0 ? [] : [Letter(facts, theirs, hours, owed, on)],
            Reasons = [.. Reasons(facts, figures, rows, undertakings, on, nation)],
            Working = hours == 0 ? [] : [.. Working(facts, hours, on)],
            Milestones = [.. items.Select(item => new Milestone(item.Key, item.Due, item.Due, item.What, "induction", nation.ToNations(),
                StatusExtensions.Worse(item.Status, DayStatus(item.Key, figures, facts, nation))) { State = Milestone(item, missing), SourceId = item.Source })
                .OrderBy(milestone => milestone.First)],
            Tables = facts.Modules.Count == 0 ? [] : [Passport(facts, rows, undertakings, on)],
            Warnings = [.. Warnings(facts, rows, on)],
        };
    }

    /// <summary>Says what cannot be between facts.</summary>
    public static void Check(InductionRecord facts, InductionFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, keys) in new[] { ("done", facts.Done), ("asked", facts.Asked), ("notNeeded", facts.NotNeeded) })
        {
            foreach (var (index, key) in keys.Index())
            {
                if (!seen.Add(key))
                {
                    errors.Add($"{name}[{index}]", $"Expected each thing once: “{key}” stands there already.");
                }
            }
        }

        foreach (var (index, module) in facts.Modules.Index())
        {
            if (module.Expires < module.On)
            {
                errors.Add($"modules[{index}].expires", "Expected a day on or after the day it was done.");
            }
        }

        if (errors.None && facts.Settled > facts.Outside.Sum(stretch => stretch.Hours))
        {
            errors.Add("settled", "Expected at most the hours done outside work.");
        }
    }

    private static bool IsFor(ChecklistRow row, InductionRecord facts) => row.Whom switch
    {
        InductionAudience.NewToNhs => facts.NewToNhs == true,
        InductionAudience.NotNewToNhs => facts.NewToNhs != true,
        InductionAudience.Foundation => facts.Role == TrainingRole.Foundation,
        InductionAudience.Training => facts.Role is not (TrainingRole.LocallyEmployed or TrainingRole.Sas),
        _ => true,
    };

    private static ChecklistItem Item(ChecklistRow row, InductionRecord facts, InductionFigures figures, DateOnly on, Nation nation)
    {
        var due = Due(row, facts, figures, nation);
        var module = Newest(row.Key, facts, on);
        var expired = module is not null && HasRunOut(module, facts, on);
        var state = Has(facts.Done, row.Key) || (module is not null && !expired) ? ChecklistState.Done
            : Has(facts.NotNeeded, row.Key) ? ChecklistState.NotNeeded
            : Has(facts.Asked, row.Key) ? ChecklistState.Asked
            : due.DayNumber - on.DayNumber > SoonDays ? ChecklistState.NotDue
            : ChecklistState.ToDo;
        var more = expired && state != ChecklistState.Done ? RunOut(module!.Expires!.Value, on)
            : module is not null && !expired ? $"Done on {module.On.Words()}{(module.Provider is null ? "" : $" with {module.Provider}")}."
            : state == ChecklistState.Asked ? "Asked for, and not there yet."
            : state == ChecklistState.NotNeeded ? "Not needed here."
            : row.Gmc is { } point ? $"Point {point} of the GMC’s five." : null;
        return new ChecklistItem(row.Key, row.Layer, row.Name, row.Gmc, due, state, more, row.Source, row.Status);
    }

    // Two days are the Code of Practice's where the nation has them; all others are the table's, which are advice.
    private static DateOnly Due(ChecklistRow row, InductionRecord facts, InductionFigures figures, Nation nation) => row.Key switch
    {
        "certificates-sent" when figures.WorkScheduleNotice.At(facts.Start, nation).Whole is { } weeks => facts.Start.AddDays(-7 * weeks),
        "exception-login" when figures.ExceptionLogin.At(facts.Start, nation).Whole is { } days => facts.Start.AddDays(days),
        _ => facts.Start.AddDays(row.Days),
    };

    private static Status DayStatus(string key, InductionFigures figures, InductionRecord facts, Nation nation) =>
        key == "exception-login" && figures.ExceptionLogin.At(facts.Start, nation).IsKnown ? Status.Computed : Status.Editorial;

    private static MilestoneState Milestone(ChecklistItem item, List<ChecklistItem> missing) => item.State switch
    {
        ChecklistState.Done or ChecklistState.NotNeeded => MilestoneState.Done,
        _ when missing.Contains(item) => MilestoneState.Late,
        ChecklistState.NotDue => MilestoneState.NotDue,
        _ => MilestoneState.ToDo,
    };

    private static bool Has(IReadOnlyList<string> keys, string key) => keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    private static TrainingModule? Newest(string key, InductionRecord facts, DateOnly on) =>
        facts.Modules.Where(module => string.Equals(module.Key, key, StringComparison.OrdinalIgnoreCase) && module.On <= on).MaxBy(module => module.On);

    // A certificate has to hold on the day asked about and, before the placement, on its first day.
    private static bool HasRunOut(TrainingModule module, InductionRecord facts, DateOnly on) => module.Expires < on.OrLater(facts.Start);

    private static string RunOut(DateOnly expires, DateOnly on) =>
        expires < on ? $"The certificate ran out on {expires.Words()}." : $"The certificate runs out on {expires.Words()}, before the placement begins.";

    private static IEnumerable<WorkingLine> Working(InductionRecord facts, decimal hours, DateOnly on)
    {
        yield return new WorkingLine($"{string.Join(" + ", facts.Outside.Where(stretch => stretch.On <= on).Select(stretch => FigureText.Digits(stretch.Hours)))} = {FigureText.Count(hours, "hours")} outside work");
        if (facts.Settled is { } settled)
        {
            yield return new WorkingLine($"{FigureText.Digits(hours)} − {FigureText.Digits(settled)} paid or given back {(settled > hours ? "is below 0, so nothing is owed" : $"= {FigureText.Count(hours - settled, "hours")} owed")}");
        }
    }

    private static string Says(List<ChecklistItem> items, List<ChecklistItem> missing, decimal owed)
    {
        var hours = owed == 0 ? "" : $" {FigureText.Count(owed, "hours")} outside work {(owed == 1 ? "is" : "are")} owed to you, as pay or as time.";
        var left = items.Count(item => item.State is ChecklistState.ToDo or ChecklistState.Asked or ChecklistState.NotDue);
        var points = missing.Count(item => item.GmcPoint is not null);
        return missing.Count switch
        {
            0 when left == 0 => $"Your induction is complete.{hours}",
            0 => $"Nothing is missing yet; {left} of {items.Count} things {(left == 1 ? "is" : "are")} still to come.{hours}",
            1 => $"One thing is missing from your induction{(points == 0 ? "" : ", one of the GMC’s five")}: {Sentences.LowerFirst(missing[0].What)}.{hours}",
            _ => $"{missing.Count} things are missing from your induction{(points == 0 ? "" : $", {points} of them among the GMC’s five")}.{hours}",
        };
    }

    // Only what the employer owes: what the doctor has still to send is no complaint, and what lies after the day has not counted.
    private static AnswerLetter Letter(InductionRecord facts, List<ChecklistItem> missing, decimal hours, decimal owed, DateOnly on)
    {
        List<string> letter = ["Dear colleagues,"];
        if (missing.Count > 0)
        {
            letter.Add($"{(facts.Start <= on ? "I started" : "I start")} my placement on {facts.Start.Words()}. The parts of my induction in the list below have not been given so far. Tell me on which day each will be.");
        }

        if (owed > 0)
        {
            letter.Add(owed == hours
                ? $"I have done {FigureText.Count(owed, "hours")} of induction outside my working hours, which {(owed == 1 ? "has" : "have")} been neither paid nor given back:"
                : $"I have done {FigureText.Count(hours, "hours")} of induction outside my working hours, of which {FigureText.Digits(owed)} {(owed == 1 ? "has" : "have")} been neither paid nor given back:");
            letter.AddRange(facts.Outside.Where(stretch => stretch.On <= on)
                .OrderBy(stretch => stretch.On)
                .Select(stretch => $"{stretch.On.Words()}: {FigureText.Count(stretch.Hours, "hours")}{(stretch.What is null ? "" : $", {stretch.What}")}."));
            letter.Add("Induction is work. Tell me whether they will be paid or given back as time, and when.");
        }

        letter.Add(AnswerLetter.Signature);
        return new AnswerLetter("note", "Note", "the employer’s medical staffing", $"Induction to my placement from {facts.Start.Words()}", letter, on)
        {
            Evidence = missing.Count == 0
                ? null
                : new AnswerTable("missing", "What has not been given", [new("what", "What"), new("due", "To have by"), new("point", "In the GMC’s standard R1.13")],
                [.. missing.Select(item => (IReadOnlyList<AnswerCell>)[item.What, item.Due, item.GmcPoint is { } point ? $"point {point} of the five" : AnswerCell.None])]),
        };
    }

    private static IEnumerable<Reason> Reasons(InductionRecord facts, InductionFigures figures, List<ChecklistRow> rows,
        IReadOnlyList<Undertaking> undertakings, DateOnly on, Nation nation)
    {
        if (rows.Find(row => row.Gmc is not null) is { } gmc)
        {
            yield return gmc.Because("five-points",
                "Each placement’s induction must set out five things: your duties and supervision, your role in the team, how to reach senior help, guidelines and policies, and resources (R1.13).",
                gmc.Key);
        }

        foreach (var undertaking in undertakings)
        {
            yield return undertaking.Because(undertaking.Key, undertaking.Says, undertaking.Key) with { Ask = undertaking.Ask };
        }

        if (rows.Exists(row => row.Key == "exception-login"))
        {
            var login = figures.ExceptionLogin.At(facts.Start, nation);
            yield return login.Because("exception-login", $"The exception-reporting login is due within {login.Text} of the start.");
        }

        yield return figures.TrainingRefresh.At(on, nation)
            .Because("refresh", "We found no list, for all employers, of how long a module holds: only a day printed on a certificate counts here.");
        yield return rows.Find(row => row.Status == Status.Editorial) is { } advice
            ? advice.Because("days", "Apart from a published day, the days by which to have each thing are our advice.", "days")
            : new Reason("days", "The days by which to have each thing are our advice.", Status.Editorial);
    }

    private static AnswerTable Passport(InductionRecord facts, List<ChecklistRow> rows, IReadOnlyList<Undertaking> undertakings, DateOnly on)
    {
        var accepted = undertakings.FirstOrDefault(row => row.Key == "modules-accepted") is { Status: Status.Sure }
            ? "Should be accepted; local content may be asked for"
            : "Ask: no undertaking found";
        return new AnswerTable("passport", "Your training passport",
            [new("module", "Module"), new("provider", "Provider"), new("on", "Done on"), new("expires", "Expires"), new("certificate", "Certificate"),
                new("accepted", "By the next employer")],
            [.. facts.Modules.OrderBy(module => module.Key, StringComparer.Ordinal).ThenBy(module => module.On).Select(module => (IReadOnlyList<AnswerCell>)
        [
            rows.Find(row => string.Equals(row.Key, module.Key, StringComparison.OrdinalIgnoreCase))?.Name ?? module.Key, module.Provider, module.On,
                module.Expires, module.Certificate,
                module.Expires < on ? "Ran out: to be done again" : HasRunOut(module, facts, on) ? "Runs out before the placement begins: to be done again" : accepted,
        ])]);
    }

    private static IEnumerable<Warning> Warnings(InductionRecord facts, List<ChecklistRow> rows, DateOnly on)
    {
        foreach (var (name, keys) in new[] { ("done", facts.Done), ("asked", facts.Asked), ("notNeeded", facts.NotNeeded) })
        {
            foreach (var (index, key) in keys.Index())
            {
                if (!rows.Exists(row => string.Equals(row.Key, key, StringComparison.OrdinalIgnoreCase)))
                {
                    yield return new Warning($"{name}[{index}]", $"“{key}” is not on the list for this placement: it has not counted.");
                }
            }
        }

        foreach (var (index, stretch) in facts.Outside.Index())
        {
            if (stretch.On > on)
            {
                yield return new Warning($"outside[{index}].on", $"{stretch.On.Words()} is after {on.Words()}, the date asked about: its hours have not counted.");
            }
        }

        foreach (var (index, module) in facts.Modules.Index())
        {
            if (module.On > on)
            {
                yield return new Warning($"modules[{index}].on", $"{module.On.Words()} is after {on.Words()}, the date asked about: it has not counted.");
            }
        }
    }
}
