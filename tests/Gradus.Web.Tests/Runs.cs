namespace Gradus.Web.Tests;

/// <summary>When a test runs, for those that are too slow for every time.</summary>
internal static class Runs
{
    /// <summary>The name of the trait.</summary>
    public const string When = "run";

    /// <summary>Only with the whole <c>./test</c>; <c>./test --quick</c> leaves it out and keeps a smaller one of its kind.</summary>
    public const string Whole = "whole";
}
