namespace Gradus.Matching.Offers;

/// <summary>Where an applicant stands with an offer.</summary>
public enum OfferState
{
    /// <summary>None has been made.</summary>
    Waiting,
    /// <summary>Open, not answered.</summary>
    Offered,
    /// <summary>Held until the hold deadline.</summary>
    Held,
    /// <summary>Held, and something listed higher would be taken instead.</summary>
    HeldWithUpgrades,
    /// <summary>Accepted for good.</summary>
    Accepted,
    /// <summary>Accepted, and something listed higher would be taken instead.</summary>
    AcceptedWithUpgrades,
    /// <summary>Turned down; out of the round.</summary>
    Declined,
    /// <summary>Not answered in time, or held too long; out of the round.</summary>
    Expired,
    /// <summary>Out of the round.</summary>
    Withdrawn,
}

/// <summary>How an applicant answers an offer.</summary>
public enum OfferResponse
{
    /// <summary>Keep it open until the hold deadline.</summary>
    Hold,
    /// <summary>Keep it open, and take something better that comes.</summary>
    HoldWithUpgrades,
    /// <summary>Take it.</summary>
    Accept,
    /// <summary>Take it, and something better that comes.</summary>
    AcceptWithUpgrades,
    /// <summary>Turn it down.</summary>
    Decline,
}

/// <summary>Something that happened in a round of offers. The list of all events is the round; everything else follows from it.</summary>
/// <param name="At">When.</param>
public abstract record OfferEvent(DateTime At);

/// <summary>The offer algorithm was run: overdue offers expire, released places go up the list as upgrades and then to those waiting.</summary>
public sealed record OffersRun(DateTime At) : OfferEvent(At);

/// <summary>An applicant answered.</summary>
public sealed record Responded(DateTime At, int Applicant, OfferResponse Response) : OfferEvent(At);

/// <summary>An applicant left the round.</summary>
public sealed record ApplicantWithdrew(DateTime At, int Applicant) : OfferEvent(At);

/// <summary>An applicant put posts in another order; it counts from the next run.</summary>
public sealed record PreferencesChanged(DateTime At, int Applicant, IReadOnlyList<int> Choices) : OfferEvent(At);

/// <summary>What a run did for one applicant.</summary>
/// <param name="At">When.</param>
/// <param name="Applicant">The applicant.</param>
/// <param name="Post">The post offered.</param>
/// <param name="Instead">The post given up for it, an automatic upgrade that cannot be undone; <c>null</c> for a first offer.</param>
public sealed record OfferMade(DateTime At, int Applicant, int Post, int? Instead);
