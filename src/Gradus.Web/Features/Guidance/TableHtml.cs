using Gradus.Rules;
using Gradus.Web.Reading;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Gradus.Web.Features.Guidance;

/// <summary>A table that guidance wrote itself; the row of the reader’s nation stands out.</summary>
internal sealed class TableHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        var headings = rows.Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()).Select(GuidanceBlocks.PlainText).ToList();
        renderer.Write("<table class=\"table stack\"><thead><tr>");
        foreach (var cell in rows.Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()))
        {
            renderer.Write("<th scope=\"col\">");
            WriteCell(renderer, cell);
            renderer.Write("</th>");
        }

        renderer.Write("</tr></thead><tbody>");
        foreach (var row in rows.Where(row => !row.IsHeader))
        {
            var cells = row.OfType<TableCell>().ToList();
            var isYou = cells.Count > 0 && GuidanceBlocks.PlainText(cells[0]) == guidance.Nation.Name();
            renderer.Write(isYou ? "<tr class=\"is-you\">" : "<tr>");
            for (var i = 0; i < cells.Count; i++)
            {
                // A row that begins with a number or a day names it where the headings are out of sight.
                renderer.Write(i > 0 ? $"<td data-label=\"{Markup.Encode(headings.ElementAtOrDefault(i))}\"><span>"
                    : GuidanceBlocks.PlainText(cells[0]) is [>= '0' and <= '9', ..] ? $"<th scope=\"row\" data-label=\"{Markup.Encode(headings[0])}\">"
                    : "<th scope=\"row\">");
                WriteCell(renderer, cells[i]);
                renderer.Write(i == 0 ? "</th>" : "</span></td>");
            }

            renderer.Write("</tr>");
        }

        renderer.Write("</tbody></table>");
    }

    private void WriteCell(HtmlRenderer renderer, TableCell cell)
    {
        foreach (var paragraph in cell.OfType<ParagraphBlock>().Where(paragraph => paragraph.Inline is not null))
        {
            GuidanceSentences.WriteCell(renderer, paragraph.Inline!, guidance);
        }
    }
}
