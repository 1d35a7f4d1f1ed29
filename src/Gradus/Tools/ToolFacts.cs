using System.ComponentModel.DataAnnotations;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>What every tool may be told beside its own facts.</summary>
public abstract record ToolFacts
{
    /// <summary>The date asked about: it says what is known. Left out, it is today in London, or what the page or the option says.</summary>
    public DateOnly? On { get; init; }

    /// <summary>A random id by which the dates of these facts know themselves again in a calendar; a page makes one and the saved file keeps it. It changes no answer.</summary>
    [MaxLength(40)]
    public string? CalendarId { get; init; }

    /// <summary>The nation whose rules are asked about. Left out, it is England, or what the page or the option says.</summary>
    public Nation? Nation { get; init; }
}
