namespace Gradus.Web.Features.FoundationApplications;

/// <summary>Addresses of this room.</summary>
public static class Links
{
    /// <summary>The tool: what are my chances with this order of foundation schools?</summary>
    public static string Chances() => "/foundation-applications/chances";

    /// <summary>The explainer: how the allocation works.</summary>
    public static string HowAllocationWorks() => "/foundation-applications/how-allocation-works";

    /// <summary>The ranker: in which order should I rank hundreds of programmes?</summary>
    public static string Programmes() => "/foundation-applications/programmes";

    /// <summary>A step of the explainer's worked example.</summary>
    public static string Step(int step) => $"{HowAllocationWorks()}?step={step}#example";
}
