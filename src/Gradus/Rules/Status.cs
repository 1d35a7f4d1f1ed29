using System.Text.Json.Serialization;

namespace Gradus.Rules;

/// <summary>How sure we are of a figure. Doubt in the facts reaches the reader as doubt.</summary>
[JsonConverter(typeof(Keys<Status>))]
public enum Status
{
    /// <summary>Read on the publisher's own page, on the date its source names.</summary>
    Sure,
    /// <summary>Seen second-hand, likely to have changed, or two sources disagree: check before relying on it.</summary>
    Verify,
    /// <summary>Nobody has published this: the body that decides it says nothing, or says that it is decided case by case. The reader is told whom to ask.</summary>
    Unpublished,
    /// <summary>Worked out here from published figures.</summary>
    Computed,
    /// <summary>Our own judgement, named as such.</summary>
    Editorial,
    /// <summary>It is likely to be published and we have not found it. The reader is told where to look.</summary>
    NotFound,
}

/// <summary>How statuses are written and compared.</summary>
public static class StatusExtensions
{
    /// <summary>The key used in content and in JSON: <c>sure</c>, <c>verify</c>, <c>unpublished</c>, <c>not-found</c>, <c>computed</c> or <c>editorial</c>.</summary>
    public static string Key(this Status status) => status switch
    {
        Status.Sure => "sure",
        Status.Verify => "verify",
        Status.Unpublished => "unpublished",
        Status.NotFound => "not-found",
        Status.Computed => "computed",
        Status.Editorial => "editorial",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };

    /// <summary>The words a reader sees on the chip.</summary>
    public static string Words(this Status status) => status switch
    {
        Status.Sure => "Sure",
        Status.Verify => "Check this",
        Status.Unpublished => "Nobody has published this",
        Status.NotFound => "We have not found this",
        Status.Computed => "Worked out here",
        Status.Editorial => "Our judgement",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };

    /// <summary>Reads a status's key; <c>null</c> when it is none of the six.</summary>
    public static Status? Parse(string? key) => key switch
    {
        "sure" => Status.Sure,
        "verify" => Status.Verify,
        "unpublished" => Status.Unpublished,
        "not-found" => Status.NotFound,
        "computed" => Status.Computed,
        "editorial" => Status.Editorial,
        _ => null,
    };

    /// <summary>Whether there is no value to go with it: nobody has published one, or we have not found it.</summary>
    public static bool IsWithoutValue(this Status status) => status is Status.Unpublished or Status.NotFound;

    /// <summary>The most doubtful of several; <see cref="Status.Sure"/> when there are none.</summary>
    public static Status Weakest(this IEnumerable<Status> statuses) => statuses.Aggregate(Status.Sure, Worse);

    /// <summary>The more doubtful of two, in the order sure, computed, editorial, verify, not found, unpublished: a sum is only as sure as its least sure part.</summary>
    public static Status Worse(Status one, Status other) => Doubt(one) >= Doubt(other) ? one : other;

    private static int Doubt(Status status) => status switch
    {
        Status.Sure => 0,
        Status.Computed => 1,
        Status.Editorial => 2,
        Status.Verify => 3,
        Status.NotFound => 4,
        _ => 5,
    };
}
