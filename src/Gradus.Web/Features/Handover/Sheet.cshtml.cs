using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.Handover;

/// <summary>A handover sheet that lives in the reader's page alone: the server sends it empty and never sees it again.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
[ConnectsNowhere]
public sealed class SheetModel : PageModel
{
    /// <summary>How many rows the sheet has that is printed blank.</summary>
    public const int BlankRows = 8;
}
