namespace Gradus.Web.Features.LessThanFullTime;

/// <summary>Addresses of this room.</summary>
public static class Links
{
    /// <summary>The calculator: when do I finish training?</summary>
    public static string CompletionDate() => "/less-than-full-time/completion-date";
}
