using Gradus.Data.Content;
using Gradus.Data.Content.Guidance;
using Gradus.Tools;

namespace Gradus.Web.Features.Home;

/// <summary>A row of a stair: a room, or two neighbours that share one, with how many tools they hold.</summary>
/// <param name="Rooms">Each room's name and address.</param>
/// <param name="Words">At most eight words.</param>
/// <param name="Tools">How many tools.</param>
public sealed record HubRow(IReadOnlyList<(string Name, string Address)> Rooms, string Words, int Tools)
{
    /// <summary>The most rows that a stair holds.</summary>
    public const int Most = 5;

    // Neighbours share a row before a stair gets a sixth.
    private static readonly string[] shared = ["gp-partnership", "gp-retention"];

    private const string SharedWords = "Joining, sessions, money, and paying it back";

    /// <summary>The rows of a stage. Pages within a room, such as the countries of working abroad, have none of their own.</summary>
    public static IReadOnlyList<HubRow> Of(ContentLibrary library, Stage stage)
    {
        ArgumentNullException.ThrowIfNull(library);
        var rows = new List<HubRow>();
        foreach (var page in library.Pages.Where(page => page.Stage == stage && page.Address == "/" + page.System))
        {
            if (shared.Contains(page.System))
            {
                if (page.System == shared[0])
                {
                    var pages = shared.Select(room => library.PageAt("/" + room)!).ToList();
                    rows.Add(new HubRow([.. pages.Select(one => (one.Name, one.Address))], SharedWords, shared.Sum(room => AllTools.Of(room).Count())));
                }
            }
            else
            {
                rows.Add(new HubRow([(page.Name, page.Address)], page.Card, AllTools.Of(page.System).Count()));
            }
        }

        return rows;
    }
}
