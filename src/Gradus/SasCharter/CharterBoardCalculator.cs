using System.Globalization;
using System.Text.Json;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>
/// Puts many doctors' checks together to the hospital's picture. A number of doctors from one up to below the smallest count is not printed, nor anything from
/// which it could be taken away: groups are put together until
/// none is too small, themes are made only of what is printed, and a commitment of which only a few answers changed since the last time is not printed anew,
/// because the two pictures side by side would tell whose changed.
/// </summary>
public static class CharterBoardCalculator
{
    private const int MostToRaise = 3;

    /// <summary>Puts them together.</summary>
    /// <param name="facts">The answers.</param>
    /// <param name="figures">The charter, as known on the date asked about.</param>
    /// <param name="on">The date asked about.</param>
    /// <param name="nation">The nation asked about.</param>
    public static CharterBoard Count(CharterBoardQuestion facts, CharterBoardFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var smallest = figures.SmallestCount.At(on, nation);
        var least = smallest.Whole ?? int.MaxValue;
        var (now, before) = (new Round(facts.Answers), new Round(facts.Before));
        var rows = figures.Commitments.OrderBy(row => row.Number).ToList();
        if (now.Checks.Count < least)
        {
            var few = $"There are too few checks for a picture: fewer than {smallest.Text} could be told apart.";
            return new CharterBoard { Verdict = Verdict.Unknown, Says = few, Themes = [], Items = [], Raise = [], Reasons = [smallest.Because("smallest", few)] };
        }

        var hasBefore = before.Checks.Count >= least;
        List<CharterBoardItem> items = [.. rows.Select(row => Item(row, now, before, hasBefore, least))];
        var (shown, held) = (items.FindAll(item => item.Fully is not null), items.Count(item => item.Shows == BoardShows.AsBefore));
        var raise = shown.Where(item => item.FullyPercent < 100).OrderBy(item => item.FullyPercent).ThenBy(item => item.Number).Take(MostToRaise).ToList();
        return new CharterBoard
        {
            Verdict = raise.Count > 0 ? Verdict.No : shown.Count == items.Count ? Verdict.Yes : Verdict.Unknown,
            Says = $"{now.Checks.Count} checks; {shown.Count} of {items.Count} commitments can be printed{(raise.Count == 0 ? "" : $", and the fewest say “fully” of “{raise[0].Says}”: {raise[0].FullyPercent}%")}.",
            Checks = now.Checks.Count,
            ChecksBefore = hasBefore ? before.Checks.Count : null,
            Themes = [.. items.GroupBy(item => item.Theme).Select(theme => Theme(theme, now.Checks.Count))],
            Items = items,
            Raise = raise,
            Reasons =
            [
                smallest.Because("smallest",
                    $"No number from 1 up to below {smallest.Text} is printed, nor one that would tell it: small groups are put together, and where that does not help nothing is printed."),
                .. held > 0 ? new[] { smallest.Because("as-before",
                    $"Of {held} commitment{(held == 1 ? "" : "s")} fewer than {smallest.Text} answers changed since the last time, so {(held == 1 ? "it is" : "they are")} not printed anew: the two pictures side by side would tell whose.") } : [],
                rows[0].Because("charter", "The commitments are those of the merged charter that one doctor answers."),
            ],
            Tables = [ItemsTable(items), ThemesTable(items, now.Checks.Count)],
            Warnings = facts.Before.Count == 0
                ? [new Warning("before", "If a picture was printed before, give its answers as well: with two pictures of nearly the same doctors a single answer can be told.")]
                : hasBefore ? [] : [new Warning("before", "The checks of last time are too few to be shown beside these.")],
        };
    }

    /// <summary>Says what is wrong between the facts.</summary>
    public static void Check(CharterBoardQuestion facts, CharterBoardFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (!errors.None)
        {
            return;
        }

        foreach (var (field, rows) in ((string, IReadOnlyList<CharterReturn>)[])[("answers", facts.Answers), ("before", facts.Before)])
        {
            var seen = new HashSet<(string, string)>();
            foreach (var (index, _) in rows.Index().Where(row => !seen.Add((row.Item.Check.Folded(), row.Item.Item))))
            {
                errors.Add($"{field}[{index}].item", $"Expected each commitment once in a check: {rows[index].Item} of “{rows[index].Check.Trim()}” is there already.");
            }
        }
    }

    /// <summary>Makes the facts of saved checks, each the file of one doctor; its name without the ending is the check's word.</summary>
    /// <param name="files">The saved checks.</param>
    /// <exception cref="InvalidDataException">A file is no saved check.</exception>
    public static byte[] OfFolder(IReadOnlyList<SavedFacts> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("answers");
            foreach (var file in files)
            {
                WriteAnswers(json, file);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteAnswers(Utf8JsonWriter json, SavedFacts file)
    {
        try
        {
            using var saved = JsonDocument.Parse(file.Json.ToArray());
            foreach (var item in saved.RootElement.GetProperty("items").EnumerateArray())
            {
                json.WriteStartObject();
                json.WriteString("check", file.Name);
                json.WriteString("item", item.GetProperty("item").GetString());
                json.WriteString("state", item.GetProperty("state").GetString());
                json.WriteEndObject();
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file.Name} is no saved charter check: expected items, each with item and state.", e);
        }
    }

    private static CharterBoardItem Item(CharterItem row, Round now, Round before, bool hasBefore, int least)
    {
        var key = row.Number.ToString(CultureInfo.InvariantCulture);
        var changed = hasBefore ? now.Checks.Union(before.Checks).Count(check => now.Of(check, key) != before.Of(check, key)) : 0;
        var last = hasBefore ? Printed(before.Of(key), before.Checks.Count, least) : default;
        var prints = changed > 0 && changed < least
            ? (Shows: BoardShows.AsBefore, None: null, Partly: null, NotInFull: null, Fully: null, DoNotKnow: null)
            : Printed(now.Of(key), now.Checks.Count, least);
        return new CharterBoardItem(row.Number, row.Theme, row.Commitment, prints.Shows, prints.None, prints.Partly, prints.NotInFull, prints.Fully,
            prints.DoNotKnow, Percent(prints.Fully, now.Checks.Count), Percent(last.Fully, before.Checks.Count));
    }

    /// <summary>What can be printed of a commitment: the finest of four groupings in which no group is from one up to below the smallest count.</summary>
    /// <param name="counts">How many say none, partly and fully.</param>
    /// <param name="checks">How many checks there are.</param>
    /// <param name="least">The smallest count that is printed; nought is, too.</param>
    public static (BoardShows Shows, int? None, int? Partly, int? NotInFull, int? Fully, int? DoNotKnow) Printed((int None, int Partly, int Fully) counts, int checks, int least)
    {
        var (none, partly, fully) = counts;
        var (notInFull, rest) = (none + partly, checks - fully);
        var doNotKnow = rest - notInFull;
        return AreLargeEnough(none, partly, fully, doNotKnow) ? (BoardShows.All, none, partly, notInFull, fully, doNotKnow)
            : AreLargeEnough(notInFull, fully, doNotKnow) ? (BoardShows.Answered, null, null, notInFull, fully, doNotKnow)
            : AreLargeEnough(fully, rest) ? (BoardShows.Fully, null, null, null, fully, null)
            : (BoardShows.Nothing, null, null, null, null, null);

        bool AreLargeEnough(params ReadOnlySpan<int> groups)
        {
            foreach (var group in groups)
            {
                if (group > 0 && group < least)
                {
                    return false;
                }
            }

            return true;
        }
    }

    private static CharterBoardTheme Theme(IGrouping<string, CharterBoardItem> theme, int checks)
    {
        var shown = theme.Where(item => item.Fully is not null).ToList();
        return new CharterBoardTheme(theme.Key, shown.Count == 0 ? null : Percent(shown.Sum(item => item.Fully), checks * shown.Count), shown.Count, theme.Count());
    }

    private static int? Percent(int? part, int whole) => part is { } number && whole > 0 ? (int)decimal.Round(100m * number / whole, MidpointRounding.AwayFromZero) : null;

    private static AnswerTable ItemsTable(IReadOnlyList<CharterBoardItem> items) => new("items", "By commitment, as far as it can be printed",
        [new("number", "Number"), new("theme", "Theme"), new("commitment", "Commitment"), new("none", "Not kept"), new("partly", "In part"),
            new("not-in-full", "Not kept or in part"), new("fully", "Fully"), new("do-not-know", "Do not know or did not say"),
            new("percent", "Fully, of all checks", "%"), new("before", "The last time", "%"), new("change", "Change in points"),
            new("why", "What is not printed")],
        [.. items.Select(item => (IReadOnlyList<AnswerCell>)[item.Number, item.Theme, item.Says, item.None, item.Partly, item.NotInFull, item.Fully,
            item.DoNotKnow, item.FullyPercent, item.FullyPercentBefore, item.FullyPercent - item.FullyPercentBefore, Why(item.Shows)])]);

    private static AnswerTable ThemesTable(IReadOnlyList<CharterBoardItem> items, int checks) => new("themes", "By theme, from what is printed above",
        [new("theme", "Theme"), new("percent", "Fully, of all checks", "%"), new("shown", "Commitments printed"), new("of", "Of")],
        [.. items.GroupBy(item => item.Theme)
            .Select(group => Theme(group, checks))
            .Select(theme => (IReadOnlyList<AnswerCell>)[theme.Theme, theme.FullyPercent, theme.Shown, theme.Of])]);

    private static string? Why(BoardShows shows) => shows switch
    {
        BoardShows.All => null,
        BoardShows.Answered => "“Not kept” and “in part” are put together",
        BoardShows.Fully => "Everything but “fully” is put together",
        BoardShows.AsBefore => "Too few answers changed",
        _ => "A group is too small",
    };

    /// <summary>The answers of one time, by check and commitment.</summary>
    private sealed class Round
    {
        private readonly Dictionary<(string Check, string Item), KeptState> answers = [];
        private readonly Dictionary<string, (int None, int Partly, int Fully)> counts = new(StringComparer.Ordinal);

        public Round(IReadOnlyList<CharterReturn> rows)
        {
            foreach (var row in rows)
            {
                Checks.Add(row.Check.Folded());
                answers[(row.Check.Folded(), row.Item)] = row.State;
                var (none, partly, fully) = counts.GetValueOrDefault(row.Item);
                counts[row.Item] = (none + (row.State == KeptState.None ? 1 : 0), partly + (row.State == KeptState.Partly ? 1 : 0), fully + (row.State == KeptState.Fully ? 1 : 0));
            }
        }

        public HashSet<string> Checks { get; } = new(StringComparer.Ordinal);

        public (int None, int Partly, int Fully) Of(string item) => counts.GetValueOrDefault(item);

        // Who did not answer does not know; who was not there said nothing at all.
        public KeptState? Of(string check, string item) => !Checks.Contains(check) ? null : answers.GetValueOrDefault((check, item), KeptState.DoNotKnow);
    }
}
