using Gradus.Matching.Instances;

namespace Gradus.Matching.Mechanisms;

/// <summary>For whom a result is the best of all that satisfy the mechanism’s own condition.</summary>
public enum OptimalFor
{
    /// <summary>Every applicant gets the best post they have in any stable result.</summary>
    Applicants,
    /// <summary>Every post gets the best applicants it has in any stable result; every applicant the worst post.</summary>
    Posts,
    /// <summary>There is one stable result only, so it is the best for both.</summary>
    Both,
    /// <summary>Efficient for applicants by what they stated, but not stable: it can pay to state something else.</summary>
    StatedChoices,
}

/// <summary>Who has been placed where, and how that came about.</summary>
public sealed class Allocation
{
    private readonly int[] _choiceOf;

    /// <summary>Takes each applicant's choice as a place in their list from 0, −1 when unplaced.</summary>
    public Allocation(AllocationInstance instance, IMechanism mechanism, ApplicantOrder order, int[] choiceOf)
    {
        Instance = instance;
        Mechanism = mechanism;
        Order = order;
        _choiceOf = choiceOf;
    }

    /// <summary>What was allocated.</summary>
    public AllocationInstance Instance { get; }

    /// <summary>How.</summary>
    public IMechanism Mechanism { get; }

    /// <summary>The common order used.</summary>
    public ApplicantOrder Order { get; }

    /// <summary>Each applicant's choice as a place in their list from 0; −1 when unplaced, and for whoever holds a post before the run.</summary>
    public ReadOnlySpan<int> ChoiceOf => _choiceOf;

    /// <summary>The linked pairs, each by its lower number, whose link did not hold.</summary>
    public IReadOnlyList<int> BrokenLinks { get; init; } = [];

    /// <summary>False when a time limit stopped the run: places and lists are respected, and the certificate lists what is unsettled.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The number of an applicant's post, that held before the run included; −1 when unplaced.</summary>
    public int PostOf(int applicant) => _choiceOf[applicant] < 0 ? Instance.HeldBy(applicant) : Instance.ChoicesOf(applicant)[_choiceOf[applicant]];
}

/// <summary>A way of deciding who gets which post. Every mechanism breaks ties in an applicant's list in the order listed.</summary>
public interface IMechanism
{
    /// <summary>The name used on the command line and in certificates, such as <c>deferred-acceptance</c>.</summary>
    string Name { get; }

    /// <summary>For whom the result is best.</summary>
    OptimalFor OptimalFor(AllocationInstance instance);

    /// <summary>Runs the mechanism. The order parts applicants wherever posts do not rank them one by one.</summary>
    Allocation Run(AllocationInstance instance, ApplicantOrder order, TimeLimit limit = default);
}

/// <summary>A moment after which a run stops and hands back what it has; the default never comes.</summary>
public readonly record struct TimeLimit
{
    private readonly long _at;

    private TimeLimit(long at) => _at = at;

    /// <summary>Whether the moment has passed.</summary>
    public bool IsReached => _at != 0 && System.Diagnostics.Stopwatch.GetTimestamp() >= _at;

    /// <summary>A limit some time from now.</summary>
    public static TimeLimit After(TimeSpan time) =>
        new(System.Diagnostics.Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * System.Diagnostics.Stopwatch.Frequency));
}

/// <summary>The mechanisms by name.</summary>
public static class MechanismNames
{
    /// <summary>The names the command line knows.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["deferred-acceptance", "hospital-deferred-acceptance", "serial-dictatorship", "immediate-acceptance", "preference-informed"];

    /// <summary>The mechanism of a name with default policies; <c>null</c> when there is none. Also knows <c>parallel:1,3,*</c>.</summary>
    public static IMechanism? Find(string name, TierRule tiers = TierRule.Sequential) => name switch
    {
        "deferred-acceptance" => new DeferredAcceptance(),
        "hospital-deferred-acceptance" => new HospitalDeferredAcceptance(),
        "serial-dictatorship" => new SerialDictatorship(),
        "immediate-acceptance" => ParallelBands.ImmediateAcceptance,
        "preference-informed" => new PreferenceInformed { Tiers = tiers },
        _ => ParallelBands.Parse(name),
    };
}
