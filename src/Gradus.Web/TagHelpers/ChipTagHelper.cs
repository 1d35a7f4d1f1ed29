using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gradus.Web.TagHelpers;

/// <summary>The chip that says how sure we are: <c>&lt;chip status="Verify" /&gt;</c>, or with a shorter reason in <c>words</c>.</summary>
[HtmlTargetElement("chip", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChipTagHelper : TagHelper
{
    /// <summary>How sure we are.</summary>
    public Status Status { get; set; }

    /// <summary>Other words than the usual ones.</summary>
    public string? Words { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Chip(Status, Words));
    }
}
