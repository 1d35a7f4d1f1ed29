namespace Gradus.FoundationApplications;

/// <summary>Chances and shares as tables have them.</summary>
internal static class Share
{
    /// <summary>How many of 100, to a tenth.</summary>
    /// <param name="share">From 0 to 1, or a difference of two.</param>
    public static decimal Of100(double share) => decimal.Round(100 * (decimal)share, 1, MidpointRounding.AwayFromZero);
}
