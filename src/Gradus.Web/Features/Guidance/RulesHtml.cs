using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Web.Reading;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;

namespace Gradus.Web.Features.Guidance;

/// <summary>A table of figures, as a container of rules lists them.</summary>
internal static class RulesHtml
{
    public static void Write(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance)
    {
        var rows = ListsHtml.Items(container).Select(item =>
        {
            var (system, key, asked, _) = RulesLine.Read(GuidanceBlocks.PlainText(item));
            var figure = guidance.Find(system, key);
            var nation = asked ?? guidance.Nation;
            var value = figure.On(guidance.On, nation);
            return (Figure: figure, Asked: asked, Nation: nation, Value: value, Status: value?.Status ?? FigureWithoutValue.Of(figure, nation, guidance.On)!.Status);
        }).ToList();
        var mark = new RowsMark(rows.ConvertAll(row => row.Status));
        renderer.Write(mark.Above);
        renderer.Write("<table class=\"table stack\"><thead><tr>");
        foreach (var heading in (string[])["What", "Figure", "Holds from", "What to know"])
        {
            renderer.Write($"<th scope=\"col\">{heading}</th>");
        }

        renderer.Write("</tr></thead><tbody>");
        foreach (var (figure, asked, nation, value, status) in rows)
        {
            guidance.Count(status);
            var cite = value?.SourceId is { } source ? guidance.Cite(source, value.At) : 0;
            var since = value switch
            {
                null => "",
                { From: { } from, Until: { } until } => $"{Markup.ShortDate(from)} to {Markup.ShortDate(until)}",
                { From: { } from } => $"{Markup.ShortDate(from)}",
                { Seen: { } seen } => $"start unknown, seen {Markup.ShortDate(seen)}",
                _ => "",
            };
            var list = value?.Year is { } year ? $"<span class=\"soft small\"> the list for {year}</span>" : "";
            var says = figure.Says + (asked is null ? "" : $" ({nation.Name()})");
            var ask = value?.Ask is { } whom ? $" <span class=\"soft\">Ask {Markup.Encode(whom)}.</span>" : "";
            renderer.Write($"<tr><th scope=\"row\">{Markup.Encode(says)}</th>");
            renderer.Write($"<td data-label=\"Figure\"><span><a class=\"fig\" href=\"{Figures.Links.Page(figure)}\">{Markup.Encode(FigureHtml.Value(figure, nation, guidance.On))}</a>{ask}{(cite == 0 ? "" : guidance.Mark(cite))}</span></td>");
            renderer.Write($"<td data-label=\"Holds from\"><span>{since}{list}</span></td>");
            renderer.Write($"<td data-label=\"What to know\"><span>{mark.Of(status)}{(value?.Note is null ? "" : $" <span class=\"soft small\">{Markup.Encode(value.Note)}</span>")}</span></td></tr>");
        }

        renderer.Write("</tbody></table>");
    }
}
