using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Dates;

/// <summary>
/// An exact number of days, or of days earned a day: a whole number over a whole number, in lowest terms. Thirds and credited days spread over a year keep their value,
/// which <see cref="decimal"/> cannot promise.
/// </summary>
/// <remarks>Sums that no longer fit 64 bits throw <see cref="OverflowException"/>; they never round.</remarks>
[JsonConverter(typeof(FractionConverter))]
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>, ISpanFormattable
{
    private readonly long denominatorLessOne;

    /// <summary>Makes a fraction and reduces it to lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Fraction(long numerator, long denominator = 1)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException();
        }

        if (denominator < 0)
        {
            numerator = checked(-numerator);
            denominator = checked(-denominator);
        }

        if (denominator != 1)
        {
            var divisor = (long)GreatestCommonDivisor((ulong)Math.Abs(numerator), (ulong)denominator);
            numerator /= divisor;
            denominator /= divisor;
        }

        Numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    private Fraction((long Numerator, long Denominator) inLowestTerms)
    {
        Numerator = inLowestTerms.Numerator;
        denominatorLessOne = inLowestTerms.Denominator - 1;
    }

    /// <summary>0.</summary>
    public static Fraction Zero => default;

    /// <summary>One.</summary>
    public static Fraction One => new(1);

    /// <summary>One half.</summary>
    public static Fraction Half => new(1, 2);

    /// <summary>The number above the line; it carries the sign.</summary>
    public long Numerator { get; }

    /// <summary>The number below the line; never below one.</summary>
    public long Denominator => denominatorLessOne + 1;

    /// <summary>Whether it has no part of a whole.</summary>
    public bool IsWhole => denominatorLessOne == 0;

    /// <summary>The same value as a decimal fraction has, exactly: 0.8 is 4/5.</summary>
    /// <exception cref="OverflowException">It has more digits than 64 bits hold.</exception>
    public static Fraction Of(decimal number)
    {
        const decimal withoutTrailingZeros = 1.0000000000000000000000000000m;
        if (number.Scale > 9)
        {
            number /= withoutTrailingZeros;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var digits = (Int128)(uint)bits[0] | ((Int128)(uint)bits[1] << 32) | ((Int128)(uint)bits[2] << 64);
        long denominator = 1;
        for (var place = number.Scale; place > 0; place--)
        {
            denominator = checked(denominator * 10);
        }

        return new Fraction(checked((long)(number < 0 ? -digits : digits)), denominator);
    }

    /// <summary>The largest whole number that is not above it; −2.5 gives −3.</summary>
    public long Floor()
    {
        var whole = Numerator / Denominator;
        return Numerator < 0 && whole * Denominator != Numerator ? whole - 1 : whole;
    }

    /// <summary>The smallest whole number that is not below it; 2.1 gives 3.</summary>
    public long Ceiling() => -(-this).Floor();

    /// <summary>The nearest whole number, a half going up: 2.5 gives 3 and −2.5 gives −2, as the national calculator rounded.</summary>
    public long RoundHalfUp() => (this + Half).Floor();

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right)
    {
        if (left.Denominator == right.Denominator)
        {
            return new Fraction(checked(left.Numerator + right.Numerator), left.Denominator);
        }

        if (left.IsWhole || right.IsWhole)
        {
            return new Fraction((
                checked((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator)),
                left.IsWhole ? right.Denominator : left.Denominator));
        }

        var shared = (long)GreatestCommonDivisor((ulong)left.Denominator, (ulong)right.Denominator);
        var rightShare = right.Denominator / shared;
        return new Fraction(
            checked((left.Numerator * rightShare) + (right.Numerator * (left.Denominator / shared))),
            checked(left.Denominator * rightShare));
    }

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) => left + (-right);

    /// <summary>The same size with the other sign.</summary>
    public static Fraction operator -(Fraction value) => new((checked(-value.Numerator), value.Denominator));

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction left, Fraction right)
    {
        var one = new Fraction(left.Numerator, right.Denominator);
        var other = new Fraction(right.Numerator, left.Denominator);
        return new Fraction((checked(one.Numerator * other.Numerator), checked(one.Denominator * other.Denominator)));
    }

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Fraction operator /(Fraction left, Fraction right) => left * new Fraction(right.Denominator, right.Numerator);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Whether they are different numbers.</summary>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Whether the left is smaller.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left is larger.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left is smaller or the same.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left is larger or the same.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>A whole number is a fraction.</summary>
    public static implicit operator Fraction(long whole) => new((whole, 1));

    /// <inheritdoc />
    public int CompareTo(Fraction other) =>
        Denominator == other.Denominator
            ? Numerator.CompareTo(other.Numerator)
            : ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <inheritdoc />
    public bool Equals(Fraction other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    /// <summary>As written by hand: <c>365</c>, <c>4/5</c>, <c>292 4/5</c>, <c>-1 1/2</c>.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[64];
        return TryFormat(text, out var written, format: default, provider: null)
            ? new string(text[..written])
            : throw new InvalidOperationException("Three whole numbers fit in 64 characters.");
    }

    /// <inheritdoc />
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc />
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var (whole, part) = Math.DivRem(Math.Abs(Numerator), Denominator);
        var sign = Numerator < 0 ? "-" : "";
        return (whole, part) switch
        {
            (_, 0) => destination.TryWrite(CultureInfo.InvariantCulture, $"{sign}{whole}", out charsWritten),
            (0, _) => destination.TryWrite(CultureInfo.InvariantCulture, $"{sign}{part}/{Denominator}", out charsWritten),
            _ => destination.TryWrite(CultureInfo.InvariantCulture, $"{sign}{whole} {part}/{Denominator}", out charsWritten),
        };
    }

    /// <summary>A value for a person: a percentage when it is one to four places (“80%”), else the fraction.</summary>
    public string ToPercentage() => 100 % Denominator == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Numerator * (100 / Denominator)}%")
        : 1_000_000 % Denominator == 0
        ? (((decimal)Numerator / Denominator) * 100m).ToString("0.####", CultureInfo.InvariantCulture) + "%"
        : ToString();

    private static ulong GreatestCommonDivisor(ulong one, ulong other)
    {
        while (other != 0)
        {
            if ((one | other) <= uint.MaxValue)
            {
                return GreatestCommonDivisor((uint)one, (uint)other);
            }

            (one, other) = (other, one % other);
        }

        return one;
    }

    private static uint GreatestCommonDivisor(uint one, uint other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }
}

/// <summary>Writes a fraction exactly, as text such as <c>292 4/5</c>.</summary>
public sealed class FractionConverter : JsonConverter<Fraction>
{
    /// <inheritdoc/>
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Fractions are only written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<char> text = stackalloc char[64];
        value.TryFormat(text, out var written, format: default, provider: null);
        writer.WriteStringValue(text[..written]);
    }
}
