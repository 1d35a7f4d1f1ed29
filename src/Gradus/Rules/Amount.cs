using System.Globalization;

namespace Gradus.Rules;

/// <summary>A figure's value: one number, a range with both ends inside, or nothing because nobody has published it.</summary>
/// <param name="Low">The number, or the lower end of the range; <c>null</c> when unknown.</param>
/// <param name="High">The number again, or the upper end of the range; <c>null</c> when unknown.</param>
public readonly record struct Amount(decimal? Low, decimal? High)
{
    /// <summary>The value that nobody has published.</summary>
    public static Amount Unknown => default;

    /// <summary>Whether there is no value.</summary>
    public bool IsUnknown => Low is null;

    /// <summary>Whether the two ends differ.</summary>
    public bool IsRange => Low != High;

    /// <summary>The one number; <c>null</c> when the value is a range or unknown.</summary>
    public decimal? Number => IsRange ? null : Low;

    /// <summary>One number.</summary>
    public static Amount Of(decimal number) => new(number, number);

    /// <summary>A range with both ends inside.</summary>
    /// <exception cref="ArgumentException">The lower end is above the upper.</exception>
    public static Amount Range(decimal low, decimal high) =>
        low <= high ? new(low, high) : throw new ArgumentException("The lower end of a range is not above its upper end.", nameof(low));

    /// <summary>The value as plain digits: <c>16</c>, <c>40–48</c> or <c>unknown</c>.</summary>
    public override string ToString() => (Low, High) switch
    {
        (null, _) => "unknown",
        _ when !IsRange => Low.Value.ToString("0.############", CultureInfo.InvariantCulture),
        _ => Low.Value.ToString("0.############", CultureInfo.InvariantCulture) + "–" + High!.Value.ToString("0.############", CultureInfo.InvariantCulture),
    };
}
