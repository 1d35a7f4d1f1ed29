using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Gradus.Dates;
using Gradus.Rules;
using Microsoft.AspNetCore.Html;

namespace Gradus.Web.Reading;

/// <summary>The small pieces of HTML that pages and guidance share.</summary>
public static class Markup
{
    private static readonly ConditionalWeakTable<Source, HtmlString> notes = []; // Of a source as a whole: it stands in many answers.
    private static readonly ConcurrentDictionary<string, HtmlString> icons = new(StringComparer.Ordinal); // As many as the sprite has.

    /// <summary>Text made safe for HTML.</summary>
    public static string Encode(string? text) => WebUtility.HtmlEncode(text) ?? "";

    /// <summary>A sentence as a heading or a title: without the full stop at its end.</summary>
    public static string Heading(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return sentence.EndsWith('.') && !sentence.EndsWith("...", StringComparison.Ordinal) ? sentence[..^1] : sentence;
    }

    /// <summary>An icon from the sprite; always beside a word.</summary>
    public static HtmlString Icon(string name) => icons.GetOrAdd(name,
        static icon => new($"<svg class=\"i\" width=\"18\" height=\"18\" aria-hidden=\"true\"><use href=\"/icons.svg#{icon}\"/></svg>"));

    /// <summary>What is wrong with a field, over its box, in the words of the summary; the box is described by <c>{field}-error</c>.</summary>
    public static HtmlString FieldError(string field, string message) =>
        new($"<p class=\"field__error\" id=\"{Encode(field)}-error\">{Icon("late")}<span><span class=\"vh\">Error: </span>{Encode(message)}</span></p>");

    /// <summary>What is wrong on a page, over its form, each leading to its field; nothing where nothing is.</summary>
    public static HtmlString Errors(IEnumerable<(string Message, string Field)> errors) => new AspNetCoreGeneratedDocument.Features_Shared_Errors().Drawn(errors);

    /// <summary>The chip that says how sure we are, with its own words or others.</summary>
    public static HtmlString Chip(Status status, string? words = null) =>
        new($"<span class=\"chip chip--{ChipClass(status)}\">{Icon(ChipClass(status))}{Encode(words ?? status.Words())}</span>");

    /// <summary>The chip as a mark within a line: the words are there for a screen reader and on hover.</summary>
    public static HtmlString ChipMark(Status status) =>
        new($"<span class=\"mark mark--{ChipClass(status)}\" title=\"{Encode(status.Words())}\">{Icon(ChipClass(status))}<span class=\"vh\">{Encode(status.Words())}</span></span>");

    /// <summary>How sure we are within running text or a cell: a shape and a word, no box.</summary>
    public static HtmlString Said(Status status, string? words = null) =>
        new($"<span class=\"said said--{ChipClass(status)}\">{Icon(ChipClass(status))}{Encode(words ?? status.Words())}</span>");

    /// <summary>The line at the end of a section that says what in it is not sure, and why; <paramref name="html"/> is safe.</summary>
    public static HtmlString Doubt(Status status, string html) =>
        new($"<p class=\"doubt{(status == Status.Verify ? "" : $" doubt--{ChipClass(status)}")}\">{Icon(ChipClass(status))}<span>{html}</span></p>");

    /// <summary>A mark that leads to a note: it follows the full stop, without a space before it.</summary>
    public static string Reference(string fragment, int number) => $"<sup class=\"ref\"><a href=\"#{fragment}\" aria-label=\"Source {number}\">{number}</a></sup>";

    /// <summary>When a milestone is, as exactly as it is known; a machine reads the day, or the month, with which it begins.</summary>
    public static HtmlString When(Milestone milestone)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        return new($"<time datetime=\"{(milestone.Precision == Precision.Month ? milestone.First.ToString("yyyy-MM", CultureInfo.InvariantCulture) : milestone.First.Iso())}\">{milestone.When()}</time>");
    }

    /// <summary>A date in a sentence.</summary>
    public static HtmlString Date(DateOnly date) => new($"<time datetime=\"{date.Iso()}\">{date.Words()}</time>");

    /// <summary>A date in a table.</summary>
    public static HtmlString ShortDate(DateOnly date) => new($"<time datetime=\"{date.Iso()}\">{date.ShortWords()}</time>");

    /// <summary>A source as a note: publisher, title, date.</summary>
    public static HtmlString SourceNote(Source source, string? at)
    {
        ArgumentNullException.ThrowIfNull(source);
        return string.IsNullOrEmpty(at) ? notes.GetValue(source, static one => Note(one, "")) : Note(source, $", {Encode(at)}");
    }

    private static HtmlString Note(Source source, string place)
    {
        var title = source.Address is null ? Encode(source.Title) : $"<a href=\"{Encode(source.Address.AbsoluteUri)}\" rel=\"noreferrer\">{Encode(source.Title)}</a>";
        var dated = source.Dated == "undated" ? "undated page" : FigureText.Partial(source.Dated);
        return new($"<cite>{Encode(source.Publisher)}</cite>, {title}{place}, {dated}. Read {source.Read.Words()}.{(source.Note is null ? "" : " " + Encode(source.Note))}");
    }

    // The chip's class and its icon in the sprite have the same name.
    private static string ChipClass(Status status) => status switch
    {
        Status.Sure => "sure",
        Status.Verify => "doubt",
        Status.Unpublished or Status.NotFound => "unknown",
        Status.Computed => "computed",
        _ => "editorial",
    };
}
