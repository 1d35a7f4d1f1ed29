using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Sources;

/// <summary>Every source and what rests on it; or those of one room, or of what holds in one nation.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class SourcesModel(ContentLibrary library, SourceUse use) : PageModel
{
    /// <summary>From so many sources on each publisher is folded.</summary>
    public const int Many = 40;

    /// <summary>The room asked for, by <c>?room=</c>; <c>null</c> for all.</summary>
    public string? Room { get; private set; }

    /// <summary>Whether a room is asked for that there is not.</summary>
    public bool IsUnknownRoom { get; private set; }

    /// <summary>The nation asked for, by <c>?nation=</c>; <c>null</c> for all. Which nation a reader prefers does not hide a source.</summary>
    public Nation? Nation { get; private set; }

    /// <summary>The sources by publisher.</summary>
    public IReadOnlyList<IGrouping<string, Source>> Publishers { get; private set; } = [];

    /// <summary>How many sources there are.</summary>
    public int Count => library.Sources.Count;

    /// <summary>What rests on a source, of what is asked for.</summary>
    public IReadOnlyList<SourceRest> UseOf(Source source) => [.. use.Of(source).Where(Fits)];

    /// <summary>Shows the list.</summary>
    public void OnGet(string? room)
    {
        Room = room is not null && Rooms.All.Contains(room) ? room : null;
        IsUnknownRoom = Room is null && room is { Length: > 0 };
        Nation = NationExtensions.ParseNation(Request.Query["nation"].FirstOrDefault());
        Publishers = [.. library.Sources.Values.Where(source => (Room is null && Nation is null) || use.Of(source).Any(Fits))
            .OrderBy(source => source.Title, StringComparer.OrdinalIgnoreCase)
                .GroupBy(source => source.Publisher, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)];
    }

    private bool Fits(SourceRest rest) => (Room is null || rest.Room == Room) && (Nation is not { } nation || rest.Nations.Includes(nation));
}
