namespace Gradus.Rules;

/// <summary>How sure we are of a figure. Doubt in the facts reaches the reader as doubt.</summary>
public enum Status
{
    /// <summary>Read on the publisher's own page, on the date its source names.</summary>
    Sure,
    /// <summary>Seen second-hand, likely to have changed, or two sources disagree: check before relying on it.</summary>
    Verify,
    /// <summary>Nobody has published this, or we have not found it; the reader is told whom to ask.</summary>
    Unknown,
    /// <summary>Worked out here from published figures.</summary>
    Computed,
    /// <summary>Our own judgement, named as such.</summary>
    Editorial,
}

/// <summary>How statuses are written and compared.</summary>
public static class StatusExtensions
{
    /// <summary>The key used in content and in JSON: <c>sure</c>, <c>verify</c>, <c>unknown</c>, <c>computed</c> or <c>editorial</c>.</summary>
    public static string Key(this Status status) => status switch
    {
        Status.Sure => "sure",
        Status.Verify => "verify",
        Status.Unknown => "unknown",
        Status.Computed => "computed",
        Status.Editorial => "editorial",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };

    /// <summary>The words a reader sees on the chip.</summary>
    public static string Words(this Status status) => status switch
    {
        Status.Sure => "Sure",
        Status.Verify => "Check this",
        Status.Unknown => "Nobody has published this",
        Status.Computed => "Worked out here",
        Status.Editorial => "Our judgement",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };

    /// <summary>Reads a status's key; <c>null</c> when it is none of the five.</summary>
    public static Status? Parse(string? key) => key switch
    {
        "sure" => Status.Sure,
        "verify" => Status.Verify,
        "unknown" => Status.Unknown,
        "computed" => Status.Computed,
        "editorial" => Status.Editorial,
        _ => null,
    };

    /// <summary>The more doubtful of two, in the order sure, computed, editorial, verify, unknown: a sum is only as sure as its least sure part.</summary>
    public static Status Worse(Status one, Status other) => Doubt(one) >= Doubt(other) ? one : other;

    private static int Doubt(Status status) => status switch
    {
        Status.Sure => 0,
        Status.Computed => 1,
        Status.Editorial => 2,
        Status.Verify => 3,
        _ => 4,
    };
}
