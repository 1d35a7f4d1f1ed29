using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Data.Exports;

/// <summary>Figures as a table to keep: a row for each value of each, with its days, nations, source and how sure it is.</summary>
public static class FiguresTable
{
    /// <summary>The table.</summary>
    /// <param name="figures">The figures.</param>
    public static AnswerTable Of(IEnumerable<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new AnswerTable("figures", "Figures",
            [new("figure", "Figure"), new("says", "What it is"), new("value", "Value"), new("low", "Least"), new("high", "Most"), new("unit", "Unit"),
                new("from", "In force from"), new("until", "Until"), new("known", "Known since"), new("year", "The list for"), new("where", "Where"),
                new("status", "How sure"), new("source", "Source"), new("at", "Place in the source"), new("note", "Note"), new("ask", "Ask")],
            [.. figures.SelectMany(figure => figure.History.Values.Select(value => Row(figure, value)))]);
    }

    private static IReadOnlyList<AnswerCell> Row(Figure figure, Dated<Amount> value) =>
    [
        figure.Name, figure.Says, FigureText.Of(value, figure.Unit), value.Value.Low, value.Value.High, figure.Unit, value.From, value.Until, value.Known,
            value.Year, figure.Where ?? value.Nations.Names(), value.Status, value.SourceId, value.At, value.Note, value.Ask,
    ];
}
