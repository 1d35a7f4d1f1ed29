using Gradus.Data.Content.Guidance;
using Gradus.Web.Reading;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Gradus.Web.Features.Guidance;

/// <summary>Lists of steps, and of what to do and not to do.</summary>
internal static class ListsHtml
{
    /// <summary>The entries of a container’s lists.</summary>
    public static IEnumerable<ListItemBlock> Items(CustomContainer container) =>
        container.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>());

    /// <summary>Steps in their order.</summary>
    public static void WriteSteps(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance)
    {
        renderer.Write("<ol class=\"steps\">");
        foreach (var item in Items(container))
        {
            renderer.Write("<li>");
            WriteLoose(renderer, item, guidance);
            renderer.Write("</li>");
        }

        renderer.Write("</ol>");
    }

    // The first paragraph of an item without <p>, so that a step stays one line of text; what follows as it is.
    private static void WriteLoose(HtmlRenderer renderer, ListItemBlock item, GuidanceRenderer guidance)
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

    /// <summary>What to do, with what not to do beside it where that follows.</summary>
    public static void WriteDo(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance)
    {
        var dont = After(container) as CustomContainer is { Info: Containers.Dont } after ? after : null;
        renderer.Write(dont is null ? "<div class=\"dodont dodont--one\">" : "<div class=\"dodont\">");
        WriteList(renderer, container, guidance, "do", "tick", "Do");
        if (dont is not null)
        {
            WriteList(renderer, dont, guidance, "dont", "cross", "Do not");
        }

        renderer.Write("</div>");
    }

    /// <summary>What not to do, unless it stands beside what to do already.</summary>
    public static void WriteDont(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance)
    {
        if (Before(container) is CustomContainer { Info: Containers.Do })
        {
            return;
        }

        renderer.Write("<div class=\"dodont dodont--one\">");
        WriteList(renderer, container, guidance, "dont", "cross", "Do not");
        renderer.Write("</div>");
    }

    private static void WriteList(HtmlRenderer renderer, CustomContainer container, GuidanceRenderer guidance, string css, string icon, string heading)
    {
        renderer.Write($"<div class=\"{css}\"><h3>{Markup.Icon(icon)}{heading}</h3><ul class=\"plain\">");
        foreach (var item in Items(container))
        {
            renderer.Write("<li>");
            WriteLoose(renderer, item, guidance);
            renderer.Write("</li>");
        }

        renderer.Write("</ul></div>");
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
}
