using Gradus.Data.Content.Guidance;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Web.Reading;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Web.Features.Guidance;

/// <summary>
/// Writes a line of guidance sentence by sentence. A sentence that was written round a figure makes no sense where the figure has no value that day in that nation:
/// there it is left out, and a whole sentence says what is not known, not begun or over.
/// </summary>
internal static class GuidanceSentences
{
    /// <summary>A stretch of one line: an inline, or a part of its words.</summary>
    private readonly record struct Piece(Inline Inline, StringSlice? Words);

    /// <summary>Writes a paragraph, or the text of a list item.</summary>
    public static void Write(HtmlRenderer renderer, IEnumerable<Inline> inlines, GuidanceRenderer guidance) =>
        Write(renderer, Sentences(inlines, isCell: false), guidance, missing => Sentence(missing, guidance));

    /// <summary>Writes the cell of a table: where it holds no whole sentence, clause by clause, with a few words in place of a clause.</summary>
    public static void WriteCell(HtmlRenderer renderer, ContainerInline inlines, GuidanceRenderer guidance)
    {
        if (inlines.Descendants<LiteralInline>().Any(literal => literal.Content.AsSpan().TrimEnd().EndsWith('.')))
        {
            Write(renderer, inlines, guidance);
            return;
        }

        string? last = null;
        Write(renderer, Sentences(inlines, isCell: true), guidance, missing =>
        {
            guidance.Count(missing);
            var said = missing.Words == last ? "" : $"<a class=\"fig\" href=\"{Features.Figures.Links.Page(missing.Figure)}\">{Markup.Encode(missing.Words)}</a>";
            last = missing.Words;
            return said;
        }, joint: "; ");
    }

    private static void Write(HtmlRenderer renderer, IEnumerable<List<Piece>> sentences, GuidanceRenderer guidance, Func<FigureWithoutValue, string> instead, string joint = " ")
    {
        var afterMissing = false;
        foreach (var sentence in sentences)
        {
            var missing = sentence.SelectMany(piece => Figures(piece.Inline)).Select(guidance.Without).OfType<FigureWithoutValue>().DistinctBy(one => one.Figure).ToList();
            if (missing.Count == 0 || StandsAlone(sentence))
            {
                renderer.Write(afterMissing ? joint : "");
                afterMissing = false;
                foreach (var piece in sentence)
                {
                    if (piece.Words is { } words)
                    {
                        renderer.WriteEscape(ref words);
                    }
                    else
                    {
                        renderer.Render(piece.Inline);
                    }
                }
            }
            else
            {
                foreach (var said in missing.Select(instead).Where(said => said.Length > 0))
                {
                    renderer.Write(afterMissing ? joint : "");
                    renderer.Write(said);
                    afterMissing = true;
                }
            }
        }
    }

    private static string Sentence(FigureWithoutValue missing, GuidanceRenderer guidance)
    {
        guidance.Count(missing);
        return $"<span class=\"without\"><a class=\"fig\" href=\"{Features.Figures.Links.Page(missing.Figure)}\">{Markup.Encode(missing.Figure.Says.TrimEnd('.'))}</a>: {Markup.Encode(missing.Clause)}.</span>";
    }

    // “Today's fee: {{fee}}” reads well with any words in its place.
    private static bool StandsAlone(List<Piece> sentence)
    {
        var at = sentence.FindIndex(piece => piece.Inline is FigureInline);
        if (at < 0 || sentence.Count(piece => Figures(piece.Inline).Any()) > 1)
        {
            return false;
        }

        var before = at == 0 ? "" : sentence[at - 1].Words?.ToString().TrimEnd();
        var after = sentence.Skip(at + 1).Select(piece => piece.Words?.ToString() ?? "").FirstOrDefault(words => words.Trim().Length > 0)?.Trim() ?? "";
        return before is not null
            && (before.Length == 0 ? sentence.Take(at).All(piece => piece.Words is { } words && words.IsEmptyOrWhitespace()) : before[^1] is ':' or '(')
            && (after.Length == 0 || after[0] is '.' or ')' or ';');
    }

    private static IEnumerable<FigureInline> Figures(Inline inline) => inline switch
    {
        FigureInline figure => [figure],
        ContainerInline container => container.Descendants<FigureInline>(),
        _ => [],
    };

    private static IEnumerable<List<Piece>> Sentences(IEnumerable<Inline> inlines, bool isCell)
    {
        var sentence = new List<Piece>();
        foreach (var inline in inlines)
        {
            if (inline is not LiteralInline literal)
            {
                sentence.Add(new Piece(inline, null));
                if (inline is EmphasisInline emphasis && emphasis.Descendants<LiteralInline>().LastOrDefault()?.Content.ToString().TrimEnd() is [.., '.' or '?' or ':'])
                {
                    yield return sentence;
                    sentence = [];
                }

                continue;
            }

            var rest = literal.Content;
            while (End(rest, isCell) is { } end)
            {
                sentence.Add(new Piece(literal, new StringSlice(rest.Text, rest.Start, end)));
                yield return sentence;
                sentence = [];
                rest = new StringSlice(rest.Text, end + 1, rest.End);
            }

            if (!rest.IsEmpty)
            {
                sentence.Add(new Piece(literal, rest));
            }
        }

        if (sentence.Count > 0)
        {
            yield return sentence;
        }
    }

    // The place of the space after the first sentence, or clause, of some words; null when none ends here.
    private static int? End(StringSlice words, bool isCell)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (words.Text[i + 1] == ' ' && (words.Text[i] is '.' or '?'
                || (isCell && words.Text[i] is ',' or ';')
                || (words.Text[i] is '”' or ')' && i > words.Start && words.Text[i - 1] is '.' or '?')))
            {
                return i + 1;
            }
        }

        return null;
    }
}

/// <summary>A figure that guidance names and that has no value on the day in the nation.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Words">A few words in place of the value: “not found”, “not yet in force on 1 May 2024”.</param>
/// <param name="Clause">What a sentence about it ends with: “on 1 May 2024 this had not begun”.</param>
/// <param name="Status">Whether nobody has published it, or we have not found it; <see cref="Status.Sure"/> for what had not begun or is over.</param>
internal sealed record FigureWithoutValue(Figure Figure, string Words, string Clause, Status Status)
{
    /// <summary>Why there is no value; <c>null</c> when there is one.</summary>
    public static FigureWithoutValue? Of(Figure figure, Nation nation, DateOnly on)
    {
        var held = figure.On(on, nation);
        if (held is { Value.IsUnknown: false })
        {
            return null;
        }

        var place = figure.Where ?? nation.Name();
        if (held is not null)
        {
            var whose = held.Nations == Nations.UnitedKingdom && figure.Where is null ? "" : $" for {place}";
            var ask = held.Ask is null ? "" : $". Ask {held.Ask}";
            return held.Status == Status.NotFound
                ? new(figure, "not found", $"we have not found it{whose}{ask}", Status.NotFound)
                : new(figure, "not published", $"nobody has published it{whose}{ask}", Status.Unpublished);
        }

        var there = figure.History.Values.Where(candidate => candidate.Nations.Includes(nation)).ToList();
        if (there.Count == 0)
        {
            return new(figure, $"not found for {place}", $"we have found nothing for {place}", Status.NotFound);
        }

        return there.Find(candidate => candidate.Until < on) is { Until: { } ended }
            ? new(figure, $"ended on {ended.Words()}", $"this ended on {ended.Words()}", Status.Sure)
            : there.Exists(candidate => candidate.From <= on || candidate.From is null)
                ? new(figure, $"not yet known on {on.Words()}", $"on {on.Words()} this was not yet known", Status.Sure)
                : new(figure, $"not yet in force on {on.Words()}", $"on {on.Words()} this had not begun", Status.Sure);
    }
}
