using System.Globalization;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace Gradus.Data.Content.Guidance;

/// <summary>Which blocks of guidance stand on a page on a day: the page, the search and whoever else reads guidance ask here.</summary>
public static class DatedBlocks
{
    /// <summary>
    /// Whether a block stands on the page on a day: an <see cref="Containers.Until"/> up to and on its day, a <see cref="Containers.Before"/> before it, a
    /// <see cref="Containers.From"/> that follows a <see cref="Containers.Before"/> from it on. Everything else always does.
    /// </summary>
    public static bool IsShown(Block block, DateOnly on) => block is not CustomContainer container || container.Info switch
    {
        Containers.Until => Day(container) is not { } last || on <= last,
        Containers.Before => Day(container) is not { } first || on < first,
        Containers.From => !FollowsBefore(container) || Day(container) is not { } first || on >= first,
        _ => true,
    };

    /// <summary>The day of a dated block; <c>null</c> where none is written.</summary>
    public static DateOnly? Day(CustomContainer container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return DateOnly.TryParseExact((container.Arguments ?? "").Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>Whether a block stands straight after a <see cref="Containers.Before"/>: the one is shown where the other is not, and neither has a label.</summary>
    public static bool FollowsBefore(CustomContainer container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return container.Parent!.IndexOf(container) is > 0 and var at && container.Parent[at - 1] is CustomContainer { Info: Containers.Before };
    }
}
