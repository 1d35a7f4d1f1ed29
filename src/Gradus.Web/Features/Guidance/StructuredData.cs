using System.Text.Json;
using Gradus.Data.Content.Guidance;

namespace Gradus.Web.Features.Guidance;

/// <summary>schema.org data for a page of guidance, made only from what the page shows.</summary>
internal static class StructuredData
{
    // The serializer escapes “<”, so that no text can close the script element.
    public static string Of(GuidancePage page) => JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Article",
        ["headline"] = page.Title,
        ["description"] = page.Lede,
        ["dateModified"] = page.Reviewed.ToString("yyyy-MM-dd"),
        ["inLanguage"] = "en-GB",
        ["isAccessibleForFree"] = true,
    });
}
