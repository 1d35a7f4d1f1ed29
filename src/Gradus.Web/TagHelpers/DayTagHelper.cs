using Gradus.Web.Reading;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gradus.Web.TagHelpers;

/// <summary>A date as a reader sees it: <c>&lt;day value="…" /&gt;</c> in a sentence, <c>short</c> in a table.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTagHelper : TagHelper
{
    /// <summary>The date.</summary>
    public DateOnly Value { get; set; }

    /// <summary>Whether the month is shortened.</summary>
    public bool Short { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Short ? Html.ShortDate(Value) : Html.Date(Value));
    }
}
