namespace Gradus.Web.Features.Handover;

/// <summary>Addresses of this room.</summary>
public static class Links
{
    /// <summary>The sheet.</summary>
    public static string Sheet() => "/handover/sheet";

    /// <summary>The rehearsal with invented patients.</summary>
    public static string Rehearsal() => "/handover/rehearsal";

    /// <summary>One scenario of the rehearsal.</summary>
    public static string Scenario(string id) => $"{Rehearsal()}?scenario={id}";
}
