using Gradus.Rules;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Gradus.Data.Content.Guidance;

/// <summary>A figure named in guidance: <c>{{notice}}</c>, <c>{{notice@scotland}}</c> or <c>{{less-than-full-time/notice}}</c>.</summary>
public sealed class FigureInline : LeafInline
{
    /// <summary>What stands between the braces.</summary>
    public required string Written { get; init; }

    /// <summary>The figure's system as written; <c>null</c> when it is the page's own.</summary>
    public string? System { get; init; }

    /// <summary>The figure's key.</summary>
    public required string Key { get; init; }

    /// <summary>The nation asked for; <c>null</c> for the reader's.</summary>
    public Nation? Nation { get; init; }

    /// <summary>Whether the nation is written but is none of the four.</summary>
    public bool HasBadNation { get; init; }

    /// <summary>The figure itself, once the whole content has been read.</summary>
    public Figure? Figure { get; set; }
}

/// <summary>Teaches Markdig the one inline of ours: a figure between double braces.</summary>
public sealed class FigureExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.InlineParsers.Insert(0, new FigureInlineParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // The site brings its own renderer.
    }

    private sealed class FigureInlineParser : InlineParser
    {
        public FigureInlineParser() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.PeekChar() != '{')
            {
                return false;
            }

            var text = slice.Text.AsSpan(slice.Start + 2, slice.End - slice.Start - 1);
            var length = text.IndexOf("}}", StringComparison.Ordinal);
            if (length < 1)
            {
                return false;
            }

            var written = text[..length].Trim().ToString();
            processor.Inline = Read(written, processor.GetSourcePosition(slice.Start, out var line, out var column), line, column, length + 4);
            slice.Start += length + 4;
            return true;
        }

        private static FigureInline Read(string written, int position, int line, int column, int length)
        {
            var at = written.IndexOf('@', StringComparison.Ordinal);
            var name = at < 0 ? written : written[..at];
            var nation = at < 0 ? null : NationExtensions.ParseNation(written[(at + 1)..]);
            var slash = name.IndexOf('/', StringComparison.Ordinal);
            return new FigureInline
            {
                Written = written,
                System = slash < 0 ? null : name[..slash],
                Key = name[(slash + 1)..],
                Nation = nation,
                HasBadNation = at >= 0 && nation is null,
                Line = line,
                Column = column,
                Span = new Markdig.Syntax.SourceSpan(position, position + length - 1),
            };
        }
    }
}
