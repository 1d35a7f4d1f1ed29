using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Web.Reading;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Guidance;

/// <summary>A figure in a sentence: its value for the reader, and a way to its page.</summary>
internal sealed class FigureHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<FigureInline>
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
}
