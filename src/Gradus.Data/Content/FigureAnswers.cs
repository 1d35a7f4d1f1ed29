using Gradus.Rules;

namespace Gradus.Data.Content;

/// <summary>A source, for programs.</summary>
public sealed record SourceAnswer(string Id, string Publisher, string Title, string? Address, string Dated, DateOnly Read, string Kind, string? Note)
{
    /// <summary>The source as programs see it.</summary>
    public static SourceAnswer Of(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(source.Id, source.Publisher, source.Title, source.Address?.AbsoluteUri, source.Dated, source.Read, source.Kind.ToString().ToLowerInvariant(), source.Note);
    }
}

/// <summary>A value of a figure.</summary>
/// <param name="From">The first day on which it holds; null when nobody has published the start.</param>
/// <param name="Seen">The day on which it was seen to hold, where the start is unknown.</param>
/// <param name="Known">The first day on which it was known, where that is written down.</param>
/// <param name="Year">The year of a yearly list, such as 2026/27; null for what holds until it is changed.</param>
/// <param name="Until">The last day, inside, where the thing itself ends.</param>
/// <param name="Nations">Where it holds: nation keys, or uk.</param>
/// <param name="Low">The value, or the lower end of its range; null when nobody has published it.</param>
/// <param name="High">The value again, or the upper end.</param>
/// <param name="Text">The value with its unit, as a reader sees it.</param>
/// <param name="Status">How sure we are: sure, verify, unpublished, not-found, computed or editorial.</param>
/// <param name="Source">The id of the source.</param>
/// <param name="At">The place in the source.</param>
/// <param name="Note">What the reader should know.</param>
/// <param name="Ask">Whom to ask when nobody has published it.</param>
public sealed record ValueAnswer(DateOnly? From, DateOnly? Seen, DateOnly? Known, string? Year, DateOnly? Until, IReadOnlyList<string> Nations, decimal? Low,
    decimal? High, string Text, string Status, string? Source, string? At, string? Note, string? Ask)
{
    internal static ValueAnswer Of(Figure figure, Dated<Amount> value) => new(
        value.From, value.Seen, value.Known, value.Year, value.Until, value.Nations.Keys(), value.Value.Low, value.Value.High,
            FigureText.Of(value, figure.Unit), value.Status.Key(), value.SourceId, value.At, value.Note, value.Ask);
}

/// <summary>A figure.</summary>
/// <param name="Name">System and key.</param>
/// <param name="Says">What it measures.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Where">The country or place whose figure it is, where that is not the nation asked for; null for a figure of the nations of the UK.</param>
/// <param name="Values">Every value, oldest first.</param>
public sealed record FigureAnswer(string Name, string Says, string Unit, string? Where, IReadOnlyList<ValueAnswer> Values)
{
    /// <summary>The figure as programs see it.</summary>
    public static FigureAnswer Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new(figure.Name, figure.Says, figure.Unit, figure.Where, [.. figure.History.Values.Select(value => ValueAnswer.Of(figure, value))]);
    }
}

/// <summary>All figures.</summary>
/// <param name="Edition">The content edition.</param>
/// <param name="Figures">The figures.</param>
public sealed record FiguresAnswer(string Edition, IReadOnlyList<FigureAnswer> Figures);

/// <summary>A figure as it holds on a day in a nation.</summary>
/// <param name="Edition">The content edition that answered.</param>
/// <param name="On">The date asked about.</param>
/// <param name="Nation">The nation asked for.</param>
/// <param name="Holds">The value that holds; null when none does.</param>
/// <param name="Figure">The figure with its whole history.</param>
public sealed record FigureOnDay(string Edition, DateOnly On, string Nation, ValueAnswer? Holds, FigureAnswer Figure)
{
    /// <summary>What holds on a day in a nation.</summary>
    public static FigureOnDay Of(string edition, Figure figure, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new(edition, on, nation.Key(), figure.On(on, nation) is { } holds ? ValueAnswer.Of(figure, holds) : null, FigureAnswer.Of(figure));
    }
}

/// <summary>Every source.</summary>
/// <param name="Edition">The content edition.</param>
/// <param name="Sources">The sources.</param>
public sealed record SourcesAnswer(string Edition, IReadOnlyList<SourceAnswer> Sources);
