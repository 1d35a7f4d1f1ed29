using Gradus.Matching.Instances;

namespace Gradus.Matching.Offers;

/// <summary>
/// A round of offers for one vacancy: one ranked list of applicants, many posts, each applicant holding at most one. The same events in the same order give the same state.
/// </summary>
/// <remarks>
/// <para>Source: NHS England, “Offers, feedback and upgrades”. It is programme-proposing deferred acceptance in slow motion, cut off by deadlines; with one
/// common ranking its fixed point is
/// a serial dictatorship of those still in the round over the places not frozen by people without upgrades.</para>
/// <para>Complexity: a run is O(applicants + places released · those who list the post). A released place moves at most one person for each post, so chains end.</para>
/// <para>Guarantee: nobody loses a place except by declining, withdrawing or letting it expire; every upgrade is to something listed higher. Linked pairs and
/// posts' own rankings have no part.</para>
/// <para>Errors: <see cref="InvalidOperationException"/> for an event that cannot happen: an answer without an open or held offer, or time going back.</para>
/// </remarks>
public sealed class OfferCascade
{
    private readonly OfferRules _rules;
    private readonly int[] _bestFirst;
    private readonly AllocationInstance _instance;
    private readonly Dictionary<int, int[]> _changed = [];
    private readonly int[] _free;
    private readonly int[] _post;
    private readonly OfferState[] _states;
    private readonly DateTime[] _expires;
    private readonly int[] _lastOffer;
    private readonly List<OfferMade> _offers = [];
    private DateTime _now = DateTime.MinValue;

    // For each post those who list it, best first; made at a run, and again once somebody has changed their list.
    private List<int>[]? _listers;

    // Nothing open or held can run out before it, so most events look at nobody.
    private DateTime _nextEnd = DateTime.MaxValue;

    /// <summary>Begins a round; nobody has an offer yet.</summary>
    public OfferCascade(AllocationInstance instance, ApplicantOrder order, OfferRules rules)
    {
        _rules = rules;
        _bestFirst = order.WithinTiers(instance);
        _instance = instance;
        _free = instance.Places.ToArray();
        _post = new int[instance.ApplicantCount];
        Array.Fill(_post, -1);
        _states = new OfferState[instance.ApplicantCount];
        _expires = new DateTime[instance.ApplicantCount];
        _lastOffer = new int[instance.ApplicantCount];
        Array.Fill(_lastOffer, -1);
    }

    /// <summary>Every offer made so far, in order.</summary>
    public IReadOnlyList<OfferMade> Offers => _offers;

    /// <summary>Where an applicant stands.</summary>
    public OfferState StateOf(int applicant) => _states[applicant];

    /// <summary>The post an applicant has been offered, holds or has accepted; −1 for none.</summary>
    public int PostOf(int applicant) => _post[applicant];

    /// <summary>When an open offer expires.</summary>
    public DateTime ExpiresAt(int applicant) => _expires[applicant];

    /// <summary>Applies one event.</summary>
    /// <exception cref="InvalidOperationException">The event cannot happen now.</exception>
    public void Apply(OfferEvent happened)
    {
        if (happened.At < _now)
        {
            throw new InvalidOperationException("Events come in the order of time.");
        }

        _now = happened.At;
        ExpireOverdue();
        switch (happened)
        {
            case OffersRun:
                Run();
                break;
            case Responded answer:
                Respond(answer.Applicant, answer.Response);
                break;
            case ApplicantWithdrew withdrawal:
                Release(withdrawal.Applicant, OfferState.Withdrawn);
                break;
            case PreferencesChanged change:
                _changed[change.Applicant] = [.. change.Choices];
                _listers = null;
                break;
            default:
                throw new InvalidOperationException($"A round knows no event {happened.GetType().Name}.");
        }
    }

    private void Respond(int applicant, OfferResponse response)
    {
        var isOpen = _states[applicant] is OfferState.Offered or OfferState.Held or OfferState.HeldWithUpgrades or OfferState.AcceptedWithUpgrades;
        if (!isOpen)
        {
            throw new InvalidOperationException($"Applicant {applicant} has no offer to answer.");
        }

        if (response == OfferResponse.Decline)
        {
            Release(applicant, OfferState.Declined);
            return;
        }

        _states[applicant] = response switch
        {
            OfferResponse.Hold => OfferState.Held,
            OfferResponse.HoldWithUpgrades => OfferState.HeldWithUpgrades,
            OfferResponse.Accept => OfferState.Accepted,
            _ => OfferState.AcceptedWithUpgrades,
        };
        if (response is OfferResponse.Hold or OfferResponse.HoldWithUpgrades && _rules.HoldDeadline is { } deadline)
        {
            EndsAt(deadline);
        }
    }

    private void EndsAt(DateTime end) => _nextEnd = end < _nextEnd ? end : _nextEnd;

    private void ExpireOverdue()
    {
        if (_now < _nextEnd)
        {
            return;
        }

        _nextEnd = DateTime.MaxValue;
        for (var applicant = 0; applicant < _states.Length; applicant++)
        {
            var isOverdue = _states[applicant] switch
            {
                OfferState.Offered => _now >= _expires[applicant],
                OfferState.Held or OfferState.HeldWithUpgrades => _now >= _rules.HoldDeadline,
                _ => false,
            };
            if (isOverdue)
            {
                Release(applicant, OfferState.Expired);
            }
            else if (_states[applicant] == OfferState.Offered)
            {
                EndsAt(_expires[applicant]);
            }
            else if (_states[applicant] is OfferState.Held or OfferState.HeldWithUpgrades && _rules.HoldDeadline is { } deadline)
            {
                EndsAt(deadline);
            }
        }
    }

    private void Release(int applicant, OfferState state)
    {
        if (_post[applicant] >= 0)
        {
            _free[_post[applicant]]++;
            _post[applicant] = -1;
        }

        _states[applicant] = state;
    }

    /// <summary>Gives each free place to the best-ranked person who would rather have it, which may free another place, until nobody would.</summary>
    private void Run()
    {
        var listers = _listers ??= ListersBestFirst();

        // Whoever does not want a post now will not want it later in the same run: places only get better. So each list is gone through once.
        var passed = new int[_free.Length];
        var expires = OfferClock.Expires(_now, _rules.Window);
        var waiting = new Queue<int>(Enumerable.Range(0, _free.Length).Where(post => _free[post] > 0));
        while (waiting.TryDequeue(out var post))
        {
            while (_free[post] > 0 && BestWanting(listers[post], post, ref passed[post]) is { } applicant)
            {
                var instead = _post[applicant];
                if (instead >= 0)
                {
                    _free[instead]++;
                    waiting.Enqueue(instead);
                }
                else
                {
                    _states[applicant] = OfferState.Offered;
                    _expires[applicant] = expires;
                    EndsAt(expires);
                }

                _free[post]--;
                _post[applicant] = post;
                Note(applicant, post, instead);
            }
        }
    }

    /// <summary>One offer for each applicant and run: a chain may move somebody new several times, and only where they end is offered.</summary>
    private void Note(int applicant, int post, int instead)
    {
        if (IsOfferedInThisRun(applicant))
        {
            _offers[_lastOffer[applicant]] = _offers[_lastOffer[applicant]] with { Post = post };
            return;
        }

        _lastOffer[applicant] = _offers.Count;
        _offers.Add(new OfferMade(_now, applicant, post, instead < 0 ? null : instead));
    }

    private bool IsOfferedInThisRun(int applicant) => _lastOffer[applicant] >= 0 && _offers[_lastOffer[applicant]].At == _now;

    private ReadOnlySpan<int> ChoicesOf(int applicant) => _changed.TryGetValue(applicant, out var changed) ? changed : _instance.ChoicesOf(applicant);

    private List<int>[] ListersBestFirst()
    {
        var listers = Array.ConvertAll(_free, _ => new List<int>());
        foreach (var applicant in _bestFirst)
        {
            foreach (var post in ChoicesOf(applicant))
            {
                listers[post].Add(applicant);
            }
        }

        return listers;
    }

    private int? BestWanting(List<int> listers, int post, ref int passed)
    {
        for (; passed < listers.Count; passed++)
        {
            if (Wants(listers[passed], post))
            {
                return listers[passed];
            }
        }

        return null;
    }

    private bool Wants(int applicant, int post)
    {
        // Somebody offered in this very run has not seen it yet and moves on within the run.
        var canMove = _states[applicant] switch
        {
            OfferState.Waiting => true,
            OfferState.Offered => IsOfferedInThisRun(applicant),
            OfferState.HeldWithUpgrades or OfferState.AcceptedWithUpgrades => _rules.UpgradeDeadline is not { } deadline || _now <= deadline,
            _ => false,
        };
        if (!canMove)
        {
            return false;
        }

        var choices = ChoicesOf(applicant);
        var wanted = choices.IndexOf(post);
        var has = _post[applicant] < 0 ? int.MaxValue : choices.IndexOf(_post[applicant]);
        return wanted >= 0 && wanted < (has < 0 ? int.MaxValue : has);
    }
}
