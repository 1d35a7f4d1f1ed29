using System.Globalization;
using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Web.Reading;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Guidance;

/// <summary>How each container, table, figure and citation of guidance becomes HTML.</summary>
internal static class GuidanceBlocks
{
    public static void Install(HtmlRenderer html, GuidanceRenderer guidance)
    {
        html.ObjectRenderers.Insert(0, new FigureHtml(guidance));
        html.ObjectRenderers.Insert(0, new ContainerHtml(guidance));
        html.ObjectRenderers.Insert(0, new TableHtml(guidance));
        html.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new LinkHtml(guidance));
    }

    /// <summary>The key figures that open a room, under its answer.</summary>
    public static void WriteOpening(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance) => WriteKeyFigures(renderer, container, guidance, "figures figures--even");

    private static void WriteKeyFigures(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance, string css)
    {
        renderer.Write($"<dl class=\"{css}\">");
        foreach (var item in container.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>()))
        {
            var figure = item.Descendants<FigureInline>().FirstOrDefault();
            renderer.Write("<div><dt>");
            foreach (var inline in item.OfType<ParagraphBlock>().SelectMany(paragraph => paragraph.Inline ?? Enumerable.Empty<Inline>()).Where(inline => inline != figure))
            {
                renderer.Render(inline);
            }

            renderer.Write("</dt>");
            if (figure is not null)
            {
                renderer.Write("<dd>");
                renderer.Render(figure);
                renderer.Write("</dd>");
            }

            renderer.Write("</div>");
        }

        renderer.Write("</dl>");
    }

    /// <summary>A figure's value for the reader, or why there is none.</summary>
    private static string Value(Figure figure, Nation nation, DateOnly on)
    {
        if (figure.On(on, nation) is { } value)
        {
            return FigureText.Of(value.Value, figure.Unit);
        }

        var there = figure.History.Values.Where(candidate => candidate.Nations.Includes(nation)).ToList();
        return there switch
        {
            [] => $"not published for {nation.Name()}",
            _ when there.Find(candidate => candidate.Until < on) is { Until: { } ended } => $"ended on {FigureText.Long(ended)}",
            _ => $"not yet in force on {FigureText.Long(on)}",
        };
    }

    private sealed class FigureHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<FigureInline>
    {
        protected override void Write(HtmlRenderer renderer, FigureInline obj)
        {
            var figure = obj.Figure!;
            var nation = obj.Nation ?? guidance.Nation;
            var value = figure.On(guidance.On, nation);
            if (value?.SourceId is { } source)
            {
                guidance.Cite(source, value.At);
            }

            var shown = Value(figure, nation, guidance.On);
            renderer.Write($"<a class=\"fig\" href=\"/figures/{figure.Name}\">{Markup.Encode(shown)}</a>");
            if (value is not null || !figure.History.Values.Any(candidate => candidate.Nations.Includes(nation)))
            {
                guidance.Doubt(figure, value, shown); // What has ended or has not begun is known well enough.
            }
        }
    }

    private sealed class LinkHtml(GuidanceRenderer guidance) : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (Citation.From(link, out _) is not { } citation)
            {
                base.Write(renderer, link);
                return;
            }

            var place = string.Concat(link.OfType<LiteralInline>().Select(literal => literal.Content.ToString()));
            var number = guidance.Cite(citation.SourceId, place);
            renderer.Write(guidance.Mark(number));
            guidance.DoubtSource(citation.Status, number);
        }
    }

    private sealed class TableHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            var rows = table.OfType<TableRow>().ToList();
            var headings = rows.Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()).Select(PlainText).ToList();
            renderer.Write("<table role=\"table\" class=\"table stack\"><thead role=\"rowgroup\"><tr role=\"row\">");
            foreach (var cell in rows.Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()))
            {
                renderer.Write("<th role=\"columnheader\" scope=\"col\">");
                WriteCell(renderer, cell);
                renderer.Write("</th>");
            }

            renderer.Write("</tr></thead><tbody role=\"rowgroup\">");
            foreach (var row in rows.Where(row => !row.IsHeader))
            {
                var cells = row.OfType<TableCell>().ToList();
                var isYou = cells.Count > 0 && PlainText(cells[0]) == guidance.Nation.Name();
                renderer.Write(isYou ? "<tr role=\"row\" class=\"is-you\">" : "<tr role=\"row\">");
                for (var i = 0; i < cells.Count; i++)
                {
                    renderer.Write(i == 0 ? "<th role=\"rowheader\" scope=\"row\">" : $"<td role=\"cell\" data-label=\"{Markup.Encode(headings.ElementAtOrDefault(i))}\"><span>");
                    WriteCell(renderer, cells[i]);
                    renderer.Write(i == 0 ? "</th>" : "</span></td>");
                }

                renderer.Write("</tr>");
            }

            renderer.Write("</tbody></table>");
        }

        private static void WriteCell(HtmlRenderer renderer, TableCell cell)
        {
            foreach (var paragraph in cell.OfType<ParagraphBlock>().Where(paragraph => paragraph.Inline is not null))
            {
                renderer.WriteChildren(paragraph.Inline!);
            }
        }

        private static string PlainText(TableCell cell) =>
            string.Concat(cell.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())).Trim();
    }

    private sealed class ContainerHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer container)
        {
            var arguments = (container.Arguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (container.Info)
            {
                case Containers.Figures:
                    WriteFigures(renderer, container);
                    break;
                case Containers.Rules:
                    WriteRules(renderer, container);
                    break;
                case Containers.Steps:
                    WriteSteps(renderer, container);
                    break;
                case Containers.Do:
                    WriteDo(renderer, container);
                    break;
                case Containers.Dont when Before(container) is CustomContainer { Info: Containers.Do }:
                    break;
                case Containers.Dont:
                    renderer.Write("<div class=\"dodont dodont--one\">");
                    WriteList(renderer, container, "dont", "cross", "Do not");
                    renderer.Write("</div>");
                    break;
                case Containers.Until when Day(arguments) >= guidance.On:
                    WriteDated(renderer, container, $"Until {FigureText.Long(Day(arguments))}");
                    break;
                case Containers.Until:
                    break;
                case Containers.From:
                    WriteDated(renderer, container, (Day(arguments) > guidance.On ? "From " : "Since ") + FigureText.Long(Day(arguments)));
                    break;
                case Containers.Nation:
                    WriteNation(renderer, container, arguments);
                    break;
                case Containers.Doubt:
                    Wrap(renderer, container, $"<div class=\"doubtbox\"><p>{Markup.Chip(Status.Verify)}</p>", "</div>");
                    break;
                case Containers.Nobody:
                    Wrap(renderer, container, $"<div class=\"nobody\"><p>{Markup.Chip(Status.Unpublished)}</p>", "</div>");
                    break;
                case Containers.Callout:
                    WriteCallout(renderer, container);
                    break;
                case Containers.Table:
                    WriteTable(renderer, container, arguments);
                    break;
                case Containers.Milestones:
                    WriteMilestones(renderer);
                    break;
                default:
                    throw new InvalidOperationException($"The container “{container.Info}” passed the content check but has no look.");
            }
        }

        private static void Wrap(HtmlRenderer renderer, CustomContainer container, string before, string after)
        {
            renderer.Write(before);
            renderer.WriteChildren(container);
            renderer.Write(after);
        }

        private static Block? Before(CustomContainer container)
        {
            var parent = container.Parent!;
            var at = parent.IndexOf(container);
            return at > 0 ? parent[at - 1] : null;
        }

        private static Block? After(CustomContainer container)
        {
            var parent = container.Parent!;
            var at = parent.IndexOf(container);
            return at + 1 < parent.Count ? parent[at + 1] : null;
        }

        private static DateOnly Day(string[] arguments) => DateOnly.ParseExact(arguments[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);

        private static IEnumerable<ListItemBlock> Items(CustomContainer container) =>
            container.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>());

        private void WriteFigures(HtmlRenderer renderer, CustomContainer container) => WriteKeyFigures(renderer, container, guidance, "figures");

        private void WriteRules(HtmlRenderer renderer, CustomContainer container)
        {
            renderer.Write("<table role=\"table\" class=\"table stack\"><thead role=\"rowgroup\"><tr role=\"row\">");
            foreach (var heading in (string[])["What", "Figure", "Holds from", "How sure"])
            {
                renderer.Write($"<th role=\"columnheader\" scope=\"col\">{heading}</th>");
            }

            renderer.Write("</tr></thead><tbody role=\"rowgroup\">");
            foreach (var item in Items(container))
            {
                var line = string.Concat(item.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())).Trim();
                var (system, key, asked, _) = RulesLine.Read(line);
                var figure = guidance.Find(system, key);
                var nation = asked ?? guidance.Nation;
                var value = figure.On(guidance.On, nation);
                var cite = value?.SourceId is { } source ? guidance.Cite(source, value.At) : 0;
                var since = value switch
                {
                    null => "",
                    { From: { } from, Until: { } until } => $"{Markup.ShortDate(from)} to {Markup.ShortDate(until)}",
                    { From: { } from } => $"{Markup.ShortDate(from)}",
                    { Seen: { } seen } => $"start unknown, seen {Markup.ShortDate(seen)}",
                    _ => "",
                };
                var says = figure.Says + (asked is null ? "" : $" ({nation.Name()})");
                var ask = value?.Ask is { } whom ? $" <span class=\"soft\">Ask {Markup.Encode(whom)}.</span>" : "";
                renderer.Write($"<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">{Markup.Encode(says)}</th>");
                renderer.Write($"<td role=\"cell\" data-label=\"Figure\"><span><a class=\"fig\" href=\"/figures/{figure.Name}\">{Markup.Encode(Value(figure, nation, guidance.On))}</a>{ask}{(cite == 0 ? "" : guidance.Mark(cite))}</span></td>");
                renderer.Write($"<td role=\"cell\" data-label=\"Holds from\"><span>{since}</span></td>");
                renderer.Write($"<td role=\"cell\" data-label=\"How sure\"><span>{Markup.Said(value?.Status ?? Status.Unpublished)}{(value?.Note is null ? "" : $" <span class=\"soft small\">{Markup.Encode(value.Note)}</span>")}</span></td></tr>");
            }

            renderer.Write("</tbody></table>");
        }

        private static void WriteSteps(HtmlRenderer renderer, CustomContainer container)
        {
            renderer.Write("<ol class=\"steps\">");
            foreach (var item in Items(container))
            {
                renderer.Write("<li>");
                WriteLoose(renderer, item);
                renderer.Write("</li>");
            }

            renderer.Write("</ol>");
        }

        // The first paragraph of an item without <p>, so that a step stays one line of text; what follows as it is.
        private static void WriteLoose(HtmlRenderer renderer, ListItemBlock item)
        {
            for (var i = 0; i < item.Count; i++)
            {
                if (i == 0 && item[i] is ParagraphBlock { Inline: { } inlines })
                {
                    renderer.WriteChildren(inlines);
                }
                else
                {
                    renderer.Render(item[i]);
                }
            }
        }

        private static void WriteDo(HtmlRenderer renderer, CustomContainer container)
        {
            var dont = After(container) as CustomContainer is { Info: Containers.Dont } after ? after : null;
            renderer.Write(dont is null ? "<div class=\"dodont dodont--one\">" : "<div class=\"dodont\">");
            WriteList(renderer, container, "do", "tick", "Do");
            if (dont is not null)
            {
                WriteList(renderer, dont, "dont", "cross", "Do not");
            }

            renderer.Write("</div>");
        }

        private static void WriteList(HtmlRenderer renderer, CustomContainer container, string css, string icon, string heading)
        {
            renderer.Write($"<div class=\"{css}\"><h3>{Markup.Icon(icon)}{heading}</h3><ul class=\"plain\">");
            foreach (var item in Items(container))
            {
                renderer.Write("<li>");
                WriteLoose(renderer, item);
                renderer.Write("</li>");
            }

            renderer.Write("</ul></div>");
        }

        private static void WriteDated(HtmlRenderer renderer, CustomContainer container, string label) =>
            Wrap(renderer, container, $"<div class=\"dated\"><p class=\"dated__label\">{Markup.Icon("clock")}{Markup.Encode(label)}</p>", "</div>");

        private void WriteNation(HtmlRenderer renderer, CustomContainer container, string[] keys)
        {
            var nations = keys.Select(key => NationExtensions.ParseNation(key)!.Value).ToList();
            var isYou = nations.Contains(guidance.Nation);
            var names = Nations.None;
            nations.ForEach(nation => names |= nation.ToNations());
            Wrap(renderer, container, $"<div class=\"nationbox{(isYou ? " is-you" : "")}\"><p class=\"nationbox__label\">{Markup.Encode(names.Names())}{(isYou ? "<span class=\"vh\"> (the nation you chose)</span>" : "")}</p>", "</div>");
        }

        private static void WriteCallout(HtmlRenderer renderer, CustomContainer container)
        {
            renderer.Write("<div class=\"callout\"><div>");
            LinkInline? way = null;
            foreach (var block in container)
            {
                if (block is ParagraphBlock { Inline: { LastChild: LinkInline link } inlines })
                {
                    way = link;
                    renderer.Write("<p>");
                    foreach (var inline in inlines.Where(inline => inline != link))
                    {
                        renderer.Render(inline);
                    }

                    renderer.Write("</p>");
                }
                else if (block is HeadingBlock heading)
                {
                    renderer.Write("<h3>");
                    renderer.WriteChildren(heading.Inline!);
                    renderer.Write("</h3>");
                }
                else
                {
                    renderer.Render(block);
                }
            }

            renderer.Write("</div>");
            if (way is not null)
            {
                renderer.Write($"<a class=\"btn btn--quiet\" href=\"{Markup.Encode(way.Url)}\">");
                renderer.WriteChildren(way);
                renderer.Write("</a>");
            }

            renderer.Write("</div>");
        }

        private void WriteTable(HtmlRenderer renderer, CustomContainer container, string[] arguments)
        {
            var table = guidance.System.Tables.First(candidate => candidate.Name == arguments[0]);
            var picked = Items(container).Select(item => string.Concat(item.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())).Trim()).ToList();
            var columns = (picked.Count > 0 ? picked : table.Columns.Select(column => column.Name)).Where(name => name is not ("source" or "status")).ToList().ConvertAll(table.Column);
            var onlyYou = arguments is [_, "nation=you"];
            renderer.Write(ContentTableHtml.Of(guidance, table, columns, onlyYou));
        }

        private void WriteMilestones(HtmlRenderer renderer)
        {
            var coming = guidance.System.Milestones.Where(milestone => milestone.Last >= guidance.On && milestone.Nations.Includes(guidance.Nation)).OrderBy(milestone => milestone.First).ToList();
            if (coming.Count == 0)
            {
                renderer.Write($"<p class=\"soft\">We know of no dates for {Markup.Encode(guidance.Nation.Name())} after {FigureText.Long(guidance.On)}.</p>");
                return;
            }

            renderer.Write("<ol class=\"next plain\">");
            foreach (var milestone in coming)
            {
                var number = milestone.SourceId is { } source ? guidance.Cite(source, milestone.Place) : 0;
                var when = Markup.Span(milestone);
                var time = milestone.At is { } at ? $", {at:HH:mm}" : "";
                var said = milestone.Status == Status.Sure ? "" : " " + Markup.Said(milestone.Status);
                var note = milestone.Note is null ? "" : $" <span class=\"soft\">{Markup.Encode(milestone.Note)}</span>";
                var cite = number == 0 ? "" : guidance.Mark(number);
                renderer.Write($"<li><b class=\"when\">{when}{time}</b><div>{Markup.Encode(milestone.What)}{cite}{note}{said}</div></li>");
            }

            renderer.Write("</ol>");
        }
    }
}
