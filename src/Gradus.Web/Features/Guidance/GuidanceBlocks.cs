using Gradus.Data.Content.Guidance;
using Gradus.Dates;
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
        html.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new ParagraphHtml(guidance));
        html.ObjectRenderers.Insert(0, new DatedHtml(guidance));
    }

    /// <summary>The key figures that open a room, under its answer.</summary>
    public static void WriteOpening(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance) =>
        WriteKeyFigures(renderer, container, guidance, "figures figures--even");

    private static void WriteKeyFigures(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance, string css)
    {
        var tiles = container.OfType<ListBlock>()
            .SelectMany(list => list.OfType<ListItemBlock>())
            .Select(item => (Item: item, Figure: item.Descendants<FigureInline>().First()))
            .ToList();
        var known = tiles.FindAll(tile => guidance.Without(tile.Figure) is null);
        if (known.Count > 0)
        {
            renderer.Write($"<dl class=\"{css}\">");
            foreach (var (item, figure) in known)
            {
                renderer.Write("<div><dt>");
                GuidanceSentences.Write(renderer,
                    item.OfType<ParagraphBlock>().SelectMany(paragraph => paragraph.Inline ?? Enumerable.Empty<Inline>()).Where(inline => inline != figure),
                    guidance);
                renderer.Write("</dt><dd>");
                renderer.Render(figure);
                renderer.Write("</dd></div>");
            }

            renderer.Write("</dl>");
        }

        // A tile holds a figure; what has no value for the reader is said in words.
        foreach (var missing in tiles.Select(tile => guidance.Without(tile.Figure)).OfType<FigureWithoutValue>())
        {
            guidance.Count(missing);
            renderer.Write($"<p class=\"without\"><a class=\"fig\" href=\"{Figures.Links.Page(missing.Figure)}\">{Markup.Encode(missing.Figure.Says.TrimEnd('.'))}</a>: {Markup.Encode(missing.Clause)}.</p>");
        }
    }

    /// <summary>A figure's value for the reader, or a few words on why there is none.</summary>
    public static string Value(Figure figure, Nation nation, DateOnly on) =>
        FigureWithoutValue.Of(figure, nation, on)?.Words ?? FigureText.Of(figure.On(on, nation)!, figure.Unit);

    /// <summary>Another nation's figure says whose it is, unless the words beside it do.</summary>
    private static string Whose(FigureInline inline, Dated<Amount>? value, Nation reader)
    {
        if (inline.Nation is not { } nation || nation == reader || value is null || value.Nations.Includes(reader))
        {
            return "";
        }

        for (MarkdownObject? around = inline.Parent; around is not null; around = around is Inline child
            ? child.Parent ?? (MarkdownObject?)(child as ContainerInline)?.ParentBlock
            : (around as Block)?.Parent)
        {
            var beside = around switch
            {
                TableRow row => row.Descendants<LiteralInline>(),
                ParagraphBlock { Inline: { } inlines } => inlines.Descendants<LiteralInline>(),
                _ => [],
            };
            if (beside.Any(literal => literal.Content.ToString().Contains(nation.Name(), StringComparison.Ordinal))
                || (around is CustomContainer { Info: Containers.Nation, Arguments: { } keys } && keys.Split(' ').Contains(nation.Key())))
            {
                return "";
            }
        }

        return $" ({Markup.Encode(nation.Name())})";
    }

    private sealed class DatedHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<DatedInline>
    {
        protected override void Write(HtmlRenderer renderer, DatedInline obj) => renderer.WriteEscape(obj.On(guidance.On));
    }

    private sealed class ParagraphHtml(GuidanceRenderer guidance) : ParagraphRenderer
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
        {
            if (!renderer.ImplicitParagraph)
            {
                if (!renderer.IsFirstInContainer)
                {
                    renderer.EnsureLine();
                }

                renderer.Write("<p>");
            }

            GuidanceSentences.Write(renderer, obj.Inline ?? Enumerable.Empty<Inline>(), guidance);
            if (!renderer.ImplicitParagraph)
            {
                renderer.WriteLine("</p>");
            }
        }
    }

    private sealed class FigureHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<FigureInline>
    {
        protected override void Write(HtmlRenderer renderer, FigureInline obj)
        {
            var figure = obj.Figure!;
            var nation = obj.Nation ?? guidance.Nation;
            var value = figure.On(guidance.On, nation);
            if (guidance.Without(obj) is { } without)
            {
                guidance.Count(without);
                renderer.Write($"<a class=\"fig\" href=\"{Figures.Links.Page(figure)}\">{Markup.Encode(without.Words)}</a>");
                if (without.Status != Status.Sure)
                {
                    guidance.Doubt(figure, value, without.Words); // What has ended or has not begun is known well enough.
                }

                return;
            }

            if (value!.SourceId is { } source)
            {
                guidance.Cite(source, value.At);
            }

            guidance.Count(value.Status);
            var shown = FigureText.Of(value, figure.Unit);
            renderer.Write($"<a class=\"fig\" href=\"{Figures.Links.Page(figure)}\">{Markup.Encode(shown)}</a>{Whose(obj, value, guidance.Nation)}");
            guidance.Doubt(figure, value, shown);
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
            guidance.Count(citation.Status);
            guidance.DoubtSource(citation.Status, number);
        }
    }

    private sealed class TableHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            var rows = table.OfType<TableRow>().ToList();
            var headings = rows.Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()).Select(PlainText).ToList();
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
                var isYou = cells.Count > 0 && PlainText(cells[0]) == guidance.Nation.Name();
                renderer.Write(isYou ? "<tr class=\"is-you\">" : "<tr>");
                for (var i = 0; i < cells.Count; i++)
                {
                    renderer.Write(i == 0 ? "<th scope=\"row\">" : $"<td data-label=\"{Markup.Encode(headings.ElementAtOrDefault(i))}\"><span>");
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

        private static string PlainText(TableCell cell) =>
            string.Concat(cell.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())).Trim();
    }

    private sealed class ContainerHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer container)
        {
            if (!DatedBlocks.IsShown(container, guidance.On))
            {
                return;
            }

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
                case Containers.Until:
                    WriteDated(renderer, container, $"Until {DatedBlocks.Day(container)!.Value.Words()}");
                    break;
                case Containers.From when !DatedBlocks.FollowsBefore(container):
                    var begins = DatedBlocks.Day(container)!.Value;
                    WriteDated(renderer, container, (begins > guidance.On ? "From " : "Since ") + begins.Words());
                    break;
                case Containers.Before or Containers.From:
                    renderer.WriteChildren(container);
                    break;
                case Containers.Nation:
                    WriteNation(renderer, container, arguments);
                    break;
                case Containers.Doubt:
                    Wrap(renderer, container, $"<div class=\"doubtbox\"><p>{Markup.Chip(Status.Verify)}</p>", "</div>");
                    break;
                case Containers.Nobody:
                    guidance.Count(Status.Unpublished);
                    Wrap(renderer, container, $"<div class=\"nobody\"><p>{Markup.Chip(Status.Unpublished)}</p>", "</div>");
                    break;
                case Containers.NotFound:
                    guidance.Count(Status.NotFound);
                    Wrap(renderer, container, $"<div class=\"nobody\"><p>{Markup.Chip(Status.NotFound)}</p>", "</div>");
                    break;
                case Containers.Callout:
                    WriteCallout(renderer, container);
                    break;
                case Containers.Table:
                    WriteTable(renderer, container, arguments);
                    break;
                case Containers.Milestones:
                    WriteMilestones(renderer, arguments);
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

        private static IEnumerable<ListItemBlock> Items(CustomContainer container) =>
            container.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>());

        private void WriteFigures(HtmlRenderer renderer, CustomContainer container) => WriteKeyFigures(renderer, container, guidance, "figures");

        private void WriteRules(HtmlRenderer renderer, CustomContainer container)
        {
            var rows = Items(container).Select(item =>
            {
                var line = string.Concat(item.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())).Trim();
                var (system, key, asked, _) = RulesLine.Read(line);
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
                renderer.Write($"<td data-label=\"Figure\"><span><a class=\"fig\" href=\"{Figures.Links.Page(figure)}\">{Markup.Encode(Value(figure, nation, guidance.On))}</a>{ask}{(cite == 0 ? "" : guidance.Mark(cite))}</span></td>");
                renderer.Write($"<td data-label=\"Holds from\"><span>{since}{list}</span></td>");
                renderer.Write($"<td data-label=\"What to know\"><span>{mark.Of(status)}{(value?.Note is null ? "" : $" <span class=\"soft small\">{Markup.Encode(value.Note)}</span>")}</span></td></tr>");
            }

            renderer.Write("</tbody></table>");
        }

        private void WriteSteps(HtmlRenderer renderer, CustomContainer container)
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
        private void WriteLoose(HtmlRenderer renderer, ListItemBlock item)
        {
            for (var i = 0; i < item.Count; i++)
            {
                if (i == 0 && item[i] is ParagraphBlock { Inline: { } inlines })
                {
                    GuidanceSentences.Write(renderer, inlines, guidance);
                }
                else
                {
                    renderer.Render(item[i]);
                }
            }
        }

        private void WriteDo(HtmlRenderer renderer, CustomContainer container)
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

        private void WriteList(HtmlRenderer renderer, CustomContainer container, string css, string icon, string heading)
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
            Wrap(renderer, container,
                $"<div class=\"nationbox{(isYou ? " is-you" : "")}\"><p class=\"nationbox__label\">{Markup.Encode(names.Names())}{(isYou ? "<span class=\"vh\"> (the nation you chose)</span>" : "")}</p>",
                "</div>");
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
            var columns = (picked.Count > 0 ? picked : table.Columns.Select(column => column.Name)).Where(name => name is not ("source" or "status"))
                .ToList()
                .ConvertAll(table.Column);
            var onlyYou = arguments is [_, "nation=you"];
            renderer.Write(ContentTableHtml.Of(guidance, table, columns, onlyYou));
        }

        private void WriteMilestones(HtmlRenderer renderer, string[] arguments)
        {
            var coming = guidance.System.Milestones.Where(milestone => arguments.Length == 0 || milestone.Id.StartsWith(arguments[0] + "-", StringComparison.Ordinal))
                .Where(milestone => milestone.Last >= guidance.On && milestone.Nations.Includes(guidance.Nation))
                .OrderBy(milestone => milestone.First)
                .ToList();
            if (coming.Count == 0)
            {
                renderer.Write($"<p class=\"soft\">We know of no dates for {Markup.Encode(guidance.Nation.Name())} after {guidance.On.Words()}.</p>");
                return;
            }

            renderer.Write("<ol class=\"next plain\">");
            foreach (var milestone in coming)
            {
                guidance.Count(milestone.Status);
                var number = milestone.SourceId is { } source ? guidance.Cite(source, milestone.Place) : 0;
                var said = milestone.Status == Status.Sure ? "" : " " + Markup.Said(milestone.Status);
                var note = milestone.Note is null ? "" : $" <span class=\"soft\">{Markup.Encode(milestone.Note)}</span>";
                var cite = number == 0 ? "" : guidance.Mark(number);
                renderer.Write($"<li><b class=\"when\">{Markup.When(milestone)}</b><div>{Markup.Encode(milestone.What)}{cite}{note}{said}</div></li>");
            }

            renderer.Write("</ol>");
        }
    }
}
