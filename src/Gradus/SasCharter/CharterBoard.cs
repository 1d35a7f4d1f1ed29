using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>What many doctors of one hospital said of the charter, one answer a row.</summary>
public sealed record CharterBoardQuestion : ToolFacts
{
    /// <summary>The answers of this time.</summary>
    [Fact("The answers", "rows, each with a check, a commitment and how far it is kept",
        Hint = "A check is one doctor’s answers: give it a word of its own, and no name.", IsTable = true)]
    [MaxLength(10_000)]
    public required IReadOnlyList<CharterReturn> Answers { get; init; }

    /// <summary>The answers of the last time.</summary>
    [Fact("The answers of last time", "rows like those above",
        Hint = "With the same word for the same doctor, so that nobody can be picked out by setting the two pictures side by side.")]
    [MaxLength(10_000)]
    public IReadOnlyList<CharterReturn> Before { get => field ?? []; init; }
}

/// <summary>One doctor's answer to one commitment.</summary>
public sealed record CharterReturn
{
    /// <summary>The check it belongs to, which is one doctor's.</summary>
    [Fact("Check", "a word of at most 60 letters, no name", Example = "check-07"), MaxLength(60)]
    public required string Check { get; init; }

    /// <summary>The commitment's number, as text.</summary>
    [Fact("Commitment", "a commitment’s number", KeysOf = "sas-charter/commitments.number", NamedBy = "commitment")]
    public required string Item { get; init; }

    /// <summary>How far it is kept.</summary>
    [Fact("How far it is kept", "none, partly, fully or do-not-know")]
    public required KeptState State { get; init; }
}

/// <summary>The charter, and how few cannot be printed.</summary>
public sealed record CharterBoardFigures
{
    /// <summary>A number of doctors from one up to below this is not printed.</summary>
    public required Figure SmallestCount { get; init; }
    /// <summary>The commitments.</summary>
    public required IReadOnlyList<CharterItem> Commitments { get; init; }
}

/// <summary>How much of a commitment's answers can be printed.</summary>
[JsonConverter(typeof(Keys<BoardShows>))]
public enum BoardShows
{
    /// <summary>Nothing: a group is too small.</summary>
    Nothing,
    /// <summary>Nothing new: too few answers changed since the last time.</summary>
    AsBefore,
    /// <summary>Only how many say that it is kept fully.</summary>
    Fully,
    /// <summary>Also how many do not know.</summary>
    Answered,
    /// <summary>Everything.</summary>
    All,
}

/// <summary>The answers to a commitment, as far as they can be printed; what cannot is <c>null</c>.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Theme">Its theme.</param>
/// <param name="Says">What is promised.</param>
/// <param name="Shows">How much is printed.</param>
/// <param name="None">Checks that say it is not kept.</param>
/// <param name="Partly">Checks that say it is kept in part.</param>
/// <param name="NotInFull">Checks that say either.</param>
/// <param name="Fully">Checks that say it is kept fully.</param>
/// <param name="DoNotKnow">Checks that do not know or did not say.</param>
/// <param name="FullyPercent">From 0 to 100, of all checks: those that say it is kept fully.</param>
/// <param name="FullyPercentBefore">The same the last time.</param>
public sealed record CharterBoardItem(int Number, string Theme, string Says, BoardShows Shows, int? None, int? Partly, int? NotInFull, int? Fully,
    int? DoNotKnow, int? FullyPercent, int? FullyPercentBefore);

/// <summary>A theme of the hospital's picture, made only of what is printed.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="FullyPercent">From 0 to 100: “fully” among the checks of the commitments that are printed; <c>null</c> where none is.</param>
/// <param name="Shown">Commitments that are printed.</param>
/// <param name="Of">Commitments of the theme.</param>
public sealed record CharterBoardTheme(string Theme, int? FullyPercent, int Shown, int Of);

/// <summary>The hospital's picture: how many say what, with no number by which a doctor could be picked out.</summary>
public sealed record CharterBoard : ToolAnswer
{
    /// <summary>How many checks; <c>null</c> where they are too few to be printed.</summary>
    public int? Checks { get; init; }
    /// <summary>How many the last time; <c>null</c> where there was none, or too few.</summary>
    public int? ChecksBefore { get; init; }
    /// <summary>By theme.</summary>
    public required IReadOnlyList<CharterBoardTheme> Themes { get; init; }
    /// <summary>By commitment.</summary>
    public required IReadOnlyList<CharterBoardItem> Items { get; init; }
    /// <summary>At most three commitments that the fewest say are kept.</summary>
    public required IReadOnlyList<CharterBoardItem> Raise { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Raise.Count > 0)
        {
            yield return new ListPart("Raise these first", [.. Raise.Select(item => $"{item.Says}: {item.FullyPercent}% say that it is kept fully")], IsOrdered: true);
        }

        var shown = Themes.Where(theme => theme.FullyPercent is not null).ToList();
        if (shown.Count > 0)
        {
            yield return new BarsPart("How many say “fully”, by theme",
                [.. shown.Select(theme => (theme.Theme, (decimal)theme.FullyPercent!.Value, $"{theme.FullyPercent}% over {theme.Shown} of {theme.Of} commitments", true))]);
        }
    }
}
