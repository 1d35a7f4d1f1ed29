namespace Gradus.SpecialtyExplorer;

/// <summary>Decides which specialties a reader's limits hide. What is unknown is never hidden.</summary>
public static class LimitChecker
{
    /// <summary>The ids of the limits that hide a specialty; empty when none does.</summary>
    public static IReadOnlyList<string> Hiding(Specialty specialty, HardLimits limits)
    {
        if (limits == HardLimits.None)
        {
            return [];
        }

        var hiding = new List<string>();
        if (limits.NoNightOnCall && specialty.Nights == "usual")
        {
            hiding.Add("no-night-on-call");
        }

        if (limits.MaxYears is { } years && specialty.YearsMin > years)
        {
            hiding.Add("max-years");
        }

        if (limits.NoChildren && (specialty.Children is "main" or "regular"))
        {
            hiding.Add("no-children");
        }

        if (limits.RunThroughOnly && specialty.RunThrough == "no")
        {
            hiding.Add("run-through-only");
        }

        return hiding;
    }

    /// <summary>The limits that could not be checked, and what to do.</summary>
    public static IReadOnlyList<UncheckedLimit> Unchecked(HardLimits limits) => limits.Nation is null
        ? []
        : [new UncheckedLimit("nation",
            "We found no list of the programmes that each nation runs, so this hides nothing. Ask the deanery or statutory education body of the nation.")];
}
