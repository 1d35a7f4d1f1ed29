using Gradus.Web.Reading;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gradus.Web.TagHelpers;

/// <summary>An icon from the sprite, always beside a word: <c>&lt;icon name="tick" /&gt;</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>The symbol's name in <c>icons.svg</c>.</summary>
    public required string Name { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Icon(Name));
    }
}
