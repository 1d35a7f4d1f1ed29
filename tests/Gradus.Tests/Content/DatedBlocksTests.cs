using Gradus.Data.Content.Guidance;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace Gradus.Tests.Content;

/// <summary>Which blocks of guidance stand on a page on a day; page and search ask the same.</summary>
public sealed class DatedBlocksTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseCustomContainers().Build();

    [Theory]
    [InlineData("2027-03-31", "until before alone always")]
    [InlineData("2027-04-01", "until from alone always")]
    [InlineData("2027-04-02", "from alone always")]
    public void IsShown_BeforeOnAndAfterTheDay_IsOneOfTwo(string on, string shown)
    {
        var page = Markdown.Parse(
            """
            ::: until 2027-04-01
            until
            :::

            ::: before 2027-04-01
            before
            :::
            ::: from 2027-04-01
            from
            :::

            Between them.

            ::: from 2027-04-01
            alone
            :::

            ::: doubt
            always
            :::
            """, Pipeline);

        var day = DateOnly.Parse(on);

        string.Join(' ', page.OfType<CustomContainer>().Where(block => DatedBlocks.IsShown(block, day)).Select(block => ((ParagraphBlock)block[0]).Inline!.FirstChild!.ToString()))
            .ShouldBe(shown);
    }
}
