using Gradus.Data.Content.Guidance;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Web.Reading;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Gradus.Web.Features.Guidance;

/// <summary>A container: a box around what stands in it, or what a writer of its own makes of it.</summary>
internal sealed class ContainerHtml(GuidanceRenderer guidance) : HtmlObjectRenderer<CustomContainer>
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
                KeyFiguresHtml.Write(renderer, container, guidance);
                break;
            case Containers.Rules:
                RulesHtml.Write(renderer, container, guidance);
                break;
            case Containers.Steps:
                ListsHtml.WriteSteps(renderer, container, guidance);
                break;
            case Containers.Do:
                ListsHtml.WriteDo(renderer, container, guidance);
                break;
            case Containers.Dont:
                ListsHtml.WriteDont(renderer, container, guidance);
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
                CalloutHtml.Write(renderer, container);
                break;
            case Containers.Table:
                WriteTable(renderer, container, arguments);
                break;
            case Containers.Milestones:
                MilestonesHtml.Write(renderer, arguments, guidance);
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

    private void WriteTable(HtmlRenderer renderer, CustomContainer container, string[] arguments)
    {
        var table = guidance.System.Tables.First(candidate => candidate.Name == arguments[0]);
        var picked = ListsHtml.Items(container).Select(GuidanceBlocks.PlainText).ToList();
        var columns = (picked.Count > 0 ? picked : table.Columns.Select(column => column.Name)).Where(name => name is not ("source" or "status"))
            .ToList()
            .ConvertAll(table.Column);
        var onlyYou = arguments is [_, "nation=you"];
        renderer.Write(ContentTableHtml.Of(guidance, table, columns, onlyYou));
    }
}
