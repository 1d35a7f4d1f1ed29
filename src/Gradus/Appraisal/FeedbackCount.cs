using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Appraisal;

/// <summary>The tool with which feedback is collected.</summary>
[JsonConverter(typeof(Keys<FeedbackTool>))]
public enum FeedbackTool
{
    /// <summary>The GMC's questionnaires.</summary>
    [Choice("The GMC’s questionnaires")]
    GmcQuestionnaire,
    /// <summary>Scotland's own multisource feedback.</summary>
    [Choice("Scotland’s multisource feedback (colleagues)")]
    ScottishMsf,
    /// <summary>Another one.</summary>
    [Choice("Another tool")]
    Other,
}

/// <summary>What a doctor tells us of a feedback exercise.</summary>
public sealed record FeedbackSoFar : ToolFacts
{
    /// <summary>The tool; left out, the GMC's questionnaires.</summary>
    [Fact("The tool", "gmc-questionnaire, scottish-msf or other", Hint = "Left out, the GMC’s questionnaires.")]
    public FeedbackTool? Tool { get; init; }

    /// <summary>Replies that the tool asks for itself, where the doctor knows.</summary>
    [Fact("Replies that your tool asks for", "whole replies, from 1 to 500", Example = "20", Unit = "replies", OnlyWhen = "tool=other")]
    [Range(1, 500)]
    public int? Asks { get; init; }

    /// <summary>Patients who have answered.</summary>
    [Fact("Patients who have answered", "whole replies, from 0 to 10000", Example = "22", Unit = "patients")]
    [Range(0, 10000)]
    public int? Patients { get; init; }

    /// <summary>Colleagues who have answered.</summary>
    [Fact("Colleagues who have answered", "whole replies, from 0 to 10000", Example = "11", Unit = "colleagues")]
    [Range(0, 10000)]
    public int? Colleagues { get; init; }

    /// <summary>The day of the appraisal meeting that it is for.</summary>
    [Fact("The day of the appraisal it is for", "the day of the appraisal", Example = "2027-03-10")]
    public DateOnly? Appraisal { get; init; }
}

/// <summary>The dated figures of feedback.</summary>
public sealed record FeedbackFigures
{
    /// <summary>Patients from whom on a result is reliable.</summary>
    public required Figure PatientReplies { get; init; }
    /// <summary>Colleagues likewise.</summary>
    public required Figure ColleagueReplies { get; init; }
    /// <summary>Replies below which many tools make no report.</summary>
    public required Figure ToolReplies { get; init; }
    /// <summary>Colleagues whom Scotland's own tool asks for.</summary>
    public required Figure MsfRaters { get; init; }
    /// <summary>Weeks before the meeting at which colleague feedback starts, least and most.</summary>
    public required Figure MsfLead { get; init; }
    /// <summary>Weeks for which it stays open, at least.</summary>
    public required Figure MsfRun { get; init; }
}

/// <summary>How many replies are wanted and missing: advice, since the GMC sets no number. <c>null</c> where nothing is wanted or told.</summary>
public sealed record FeedbackCount : ToolAnswer
{
    /// <summary>Patients wanted.</summary>
    public int? PatientsWanted { get; init; }
    /// <summary>Colleagues wanted.</summary>
    public int? ColleaguesWanted { get; init; }
    /// <summary>Patients missing.</summary>
    public int? PatientsShort { get; init; }
    /// <summary>Colleagues missing.</summary>
    public int? ColleaguesShort { get; init; }
    /// <summary>The first day on which colleague feedback should start; <c>null</c> where the nation says none, or no day was told.</summary>
    public DateOnly? StartFrom { get; init; }
    /// <summary>The last day on which it should start, inside.</summary>
    public DateOnly? StartBy { get; init; }
}
