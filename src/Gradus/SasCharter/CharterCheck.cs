using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>How far something is kept or shown.</summary>
[JsonConverter(typeof(Keys<KeptState>))]
public enum KeptState
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>In part.</summary>
    Partly,
    /// <summary>Fully.</summary>
    Fully,
    /// <summary>Not known.</summary>
    [Choice("I do not know")]
    DoNotKnow,
}

/// <summary>What a doctor or a hospital says of the charter.</summary>
public sealed record CharterAnswers : ToolFacts
{
    /// <summary>The hospital, for the letter.</summary>
    [Fact("Your hospital or employer", "a name of at most 200 letters", Example = "St Elsewhere")]
    [MaxLength(200)]
    public string? Employer { get; init; }

    /// <summary>The commitments that were answered.</summary>
    [Fact("The commitments", "commitments, each with its number and none, partly, fully or do-not-know", AsksEach = true, Hint = "What you leave open is not counted.")]
    [MaxLength(100)]
    public IReadOnlyList<CharterItemAnswer> Items { get => field ?? []; init; }
}

/// <summary>An answer to one commitment.</summary>
public sealed record CharterItemAnswer
{
    /// <summary>The commitment's number, as text.</summary>
    [Fact("Commitment", "a commitment’s number", KeysOf = "sas-charter/commitments.number", NamedBy = "commitment")]
    public required string Item { get; init; }

    /// <summary>How far it is kept.</summary>
    [Fact("How far it is kept", "none, partly, fully or do-not-know")]
    public required KeptState State { get; init; }

    /// <summary>Evidence.</summary>
    [Fact("Evidence", "a text of at most 500 letters")]
    [MaxLength(500)]
    public string? Evidence { get; init; }

    /// <summary>Who puts it right.</summary>
    [Fact("Who puts it right", "a text of at most 200 letters")]
    [MaxLength(200)]
    public string? Owner { get; init; }

    /// <summary>By when, inside.</summary>
    [Fact("By when", "a day", Example = "2027-03-31")]
    public DateOnly? Due { get; init; }
}

/// <summary>The charter and how it is counted.</summary>
public sealed record CharterFigures
{
    /// <summary>What a commitment kept in part counts, in percent.</summary>
    public required Figure PartlyCounts { get; init; }
    /// <summary>The commitments.</summary>
    public required IReadOnlyList<CharterItem> Commitments { get; init; }
}

/// <summary>A commitment of the merged charter.</summary>
public sealed record CharterItem : TableRow
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }
    /// <summary>Its theme.</summary>
    public required string Theme { get; init; }
    /// <summary>What is promised.</summary>
    public required string Commitment { get; init; }
    /// <summary>Who can put it right, our suggestion.</summary>
    public required string Who { get; init; }
    /// <summary>Where it was found.</summary>
    public required string Origin { get; init; }
}

/// <summary>A commitment, as it stands.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Theme">Its theme.</param>
/// <param name="Says">What is promised.</param>
/// <param name="State">How far it is kept.</param>
/// <param name="Who">Who can put it right.</param>
/// <param name="Origin">Where it was found.</param>
/// <param name="IsHere">Whether that was a charter of this nation or of the whole UK.</param>
/// <param name="Evidence">The evidence told; <c>null</c> for none.</param>
/// <param name="Due">By when; <c>null</c> where nothing was told.</param>
public sealed record CharterItemStatus(int Number, string Theme, string Says, KeptState State, string Who, string Origin, bool IsHere, string? Evidence, DateOnly? Due);

/// <summary>A theme's score.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Percent">From 0 to 100, of what was answered; <c>null</c> where nothing was.</param>
/// <param name="Answered">How many were answered with none, partly or fully.</param>
/// <param name="Of">How many there are.</param>
public sealed record ThemeScore(string Theme, int? Percent, int Answered, int Of);

/// <summary>How far the charter is kept, what to raise first, and the plan.</summary>
public sealed record CharterCheck : ToolAnswer
{
    /// <summary>From 0 to 100, of what was answered; <c>null</c> where nothing was.</summary>
    public int? Percent { get; init; }

    /// <summary>The score by theme.</summary>
    public required IReadOnlyList<ThemeScore> Themes { get; init; }

    /// <summary>At most three commitments to raise first.</summary>
    public required IReadOnlyList<CharterItemStatus> Raise { get; init; }

    /// <summary>Every commitment, as it stands.</summary>
    public required IReadOnlyList<CharterItemStatus> Items { get; init; }

    /// <summary>A letter to the local negotiating committee; none where there is nothing to raise.</summary>
    public required IReadOnlyList<AnswerLetter> Letters { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<AnswerPart> Parts()
    {
        if (Raise.Count > 0)
        {
            yield return new ListPart("Raise these first", [.. Raise.Select(item => $"{item.Says}, with: {item.Who}")], IsOrdered: true);
        }

        foreach (var letter in Letters)
        {
            yield return new LetterPart(letter);
        }

        var scored = Themes.Where(theme => theme.Percent is not null).ToList();
        if (scored.Count > 0)
        {
            yield return new BarsPart("How far each theme is kept, of what was answered",
                [.. scored.Select(theme => (theme.Theme, (decimal)theme.Percent!.Value, $"{theme.Percent}% of {theme.Answered} answered", true))]);
        }
    }
}
