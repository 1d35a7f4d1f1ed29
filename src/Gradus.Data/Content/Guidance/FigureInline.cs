using System.Globalization;
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

/// <summary>Words that change with a day: <c>{{2026-06-03: opens | opened}}</c> reads “opens” before 3 June 2026 and “opened” from that day on.</summary>
public sealed class DatedInline : LeafInline
{
    /// <summary>The first day on which the second words hold; <c>null</c> when what is written is no day, or holds no two ways of saying it.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>The words before the day.</summary>
    public required string Before { get; init; }

    /// <summary>The words from the day on.</summary>
    public required string From { get; init; }

    /// <summary>The words as at a date.</summary>
    public string On(DateOnly on) => on < Day ? Before : From;
}

/// <summary>Teaches Markdig the two inlines of ours, between double braces: a figure, and words that change with a day.</summary>
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
            if (length < 1 || text[..length].Trim().IsEmpty)
            {
                return false;
            }

            var written = text[..length].Trim().ToString();
            var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = char.IsAsciiDigit(written[0]) ? ReadDated(written, position, line, column, length + 4) : Read(written, position, line, column, length + 4);
            slice.Start += length + 4;
            return true;
        }

        private static DatedInline ReadDated(string written, int position, int line, int column, int length)
        {
            var colon = written.IndexOf(':', StringComparison.Ordinal);
            var words = colon < 0 ? [] : written[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries);
            var isDay = DateOnly.TryParseExact(colon < 0 ? written : written[..colon], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            return new DatedInline
            {
                Day = isDay && words.Length == 2 ? day : null,
                Before = words.ElementAtOrDefault(0) ?? "",
                From = words.ElementAtOrDefault(1) ?? "",
                Line = line,
                Column = column,
                Span = new Markdig.Syntax.SourceSpan(position, position + length - 1),
            };
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
