using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Proofs;

/// <summary>
/// Finds out what is true of a set of placements, from the inputs alone. Shares no code with the mechanisms: they build lists and let people propose or take turns,
/// the audit looks at finished placements.
/// </summary>
internal abstract class Audit
{
    private readonly List<Cutoff> _cutoffs = [];
    private readonly List<BlockingPair> _blockingPairs = [];
    private readonly List<Identity> _identities = [];

    protected Audit(AllocationInstance instance, ApplicantOrder order, IMechanism mechanism, int[] choiceOf, bool isComplete)
    {
        (Instance, Order, Mechanism, ChoiceOf, IsComplete) = (instance, order, mechanism, choiceOf, isComplete);
    }

    /// <summary>The first thing that is wrong; <c>null</c> when nothing is.</summary>
    public string? Violation { get; private set; }

    protected AllocationInstance Instance { get; }

    protected ApplicantOrder Order { get; }

    protected IMechanism Mechanism { get; }

    protected int[] ChoiceOf { get; }

    protected bool IsComplete { get; }

    protected long BlockingPairCount { get; private set; }

    protected long JustifiedEnvy { get; set; }

    protected IReadOnlyList<string> BrokenLinks { get; set; } = [];

    public static Audit Of(AllocationInstance instance, ApplicantOrder order, IMechanism mechanism, ReadOnlySpan<int> choiceOf, bool isComplete)
    {
        var placements = choiceOf.ToArray();
        Audit audit = mechanism is PreferenceInformed policy
            ? new TurnAudit(instance, order, policy, placements, isComplete)
            : new StabilityAudit(instance, order, mechanism, placements, isComplete);
        if (audit.CapacitiesHold())
        {
            audit.Examine();
        }

        return audit;
    }

    public Certificate ToCertificate() => new()
    {
        Mechanism = Mechanism.Name,
        OptimalFor = Mechanism.OptimalFor(Instance),
        IsComplete = IsComplete,
        Applicants = ChoiceOf.Length,
        Placed = ChoiceOf.Length - ChoiceOf.AsSpan().Count(-1),
        Held = Held(),
        BelowMinimum = MinimumNumbers.Below(Instance, ChoiceOf),
        Cutoffs = _cutoffs,
        BlockingPairCount = BlockingPairCount,
        BlockingPairs = _blockingPairs,
        JustifiedEnvy = JustifiedEnvy,
        Identities = _identities,
        BrokenLinks = BrokenLinks,
        Unused = UnusedInput.Of(Instance, Mechanism, Order),
    };

    protected abstract void Examine();

    protected int PostOf(int applicant) => ChoiceOf[applicant] < 0 ? -1 : Instance.ChoicesOf(applicant)[ChoiceOf[applicant]];

    protected void Fail(string violation) => Violation ??= violation;

    protected void Add(Cutoff cutoff) => _cutoffs.Add(cutoff);

    protected void AddIdentity(string says, long expected, long found)
    {
        _identities.Add(new Identity(says, expected, found));
        if (expected != found)
        {
            Fail($"{says}: expected {expected}, found {found}");
        }
    }

    protected void AddBlocking(int applicant, int post)
    {
        BlockingPairCount++;
        if (_blockingPairs.Count < Certificate.ListedPairs)
        {
            _blockingPairs.Add(new BlockingPair(Instance.Applicants[applicant], Instance.Posts[post]));
        }

        if (IsComplete)
        {
            Fail($"“{Instance.Applicants[applicant]}” and “{Instance.Posts[post]}” would both rather have each other");
        }
    }

    private HeldPlace[] Held() => !Instance.HasHeld ? [] :
        [.. Enumerable.Range(0, Instance.ApplicantCount)
            .Where(applicant => Instance.HeldBy(applicant) >= 0)
            .Select(applicant => new HeldPlace(Instance.Applicants[applicant], Instance.Posts[Instance.HeldBy(applicant)]))];

    private bool CapacitiesHold()
    {
        if (ChoiceOf.Length != Instance.ApplicantCount)
        {
            Fail($"there are {Instance.ApplicantCount} applicants, found placements for {ChoiceOf.Length}");
            return false;
        }

        var taken = new int[Instance.PostCount];
        for (var applicant = 0; applicant < ChoiceOf.Length; applicant++)
        {
            if (ChoiceOf[applicant] < -1 || ChoiceOf[applicant] >= Instance.ChoicesOf(applicant).Length)
            {
                Fail($"“{Instance.Applicants[applicant]}” has no choice number {ChoiceOf[applicant] + 1}");
                return false;
            }

            if (ChoiceOf[applicant] >= 0)
            {
                taken[PostOf(applicant)]++;
            }
        }

        for (var post = 0; post < taken.Length; post++)
        {
            if (taken[post] > Instance.Places[post])
            {
                Fail($"“{Instance.Posts[post]}” has {Instance.Places[post]} places and {taken[post]} people");
                return false;
            }
        }

        return true;
    }
}
