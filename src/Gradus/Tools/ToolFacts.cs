using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>What every tool may be told beside its own facts.</summary>
public abstract record ToolFacts
{
    /// <summary>The date asked about: it says what is known. Left out, it is today in London, or what the page or the option says.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The nation whose rules are asked about. Left out, it is England, or what the page or the option says.</summary>
    public Nation? Nation { get; init; }
}
