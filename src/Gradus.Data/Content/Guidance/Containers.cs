namespace Gradus.Data.Content.Guidance;

/// <summary>The containers that guidance may use; <c>docs/writing-guidance.md</c> says what each shows.</summary>
public static class Containers
{
    /// <summary>Key figures, three at most.</summary>
    public const string Figures = "figures";
    /// <summary>A table of figures with date and status.</summary>
    public const string Rules = "rules";
    /// <summary>Numbered steps.</summary>
    public const string Steps = "steps";
    /// <summary>What to do.</summary>
    public const string Do = "do";
    /// <summary>What not to do.</summary>
    public const string Dont = "dont";
    /// <summary>Shown up to and on a day.</summary>
    public const string Until = "until";
    /// <summary>Shown before a day; what stands from that day on follows it in a <see cref="From"/> of the same day.</summary>
    public const string Before = "before";
    /// <summary>Labelled “from” before a day and “since” after it; straight after a <see cref="Before"/> of the same day it is shown from that day on, without a label.</summary>
    public const string From = "from";
    /// <summary>A block for one nation or several.</summary>
    public const string Nation = "nation";
    /// <summary>Sources conflict, or it may have changed.</summary>
    public const string Doubt = "doubt";
    /// <summary>Nobody has published this.</summary>
    public const string Nobody = "nobody";
    /// <summary>It is likely to be published, and we have not found it.</summary>
    public const string NotFound = "not-found";
    /// <summary>The way to a tool.</summary>
    public const string Callout = "callout";
    /// <summary>A whole table of facts.</summary>
    public const string Table = "table";
    /// <summary>The system's dated things.</summary>
    public const string Milestones = "milestones";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Figures, Rules, Steps, Do, Dont, Until, Before, From, Nation, Doubt, Nobody, NotFound, Callout, Table, Milestones];
}
