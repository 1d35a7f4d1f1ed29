using System.Runtime.CompilerServices;

namespace Gradus.Matching.Draws;

/// <summary>
/// A small fast generator for simulations, seeded afresh for every run from a master seed and the run's number, so that results do not depend on how runs are
/// shared out between threads.
/// </summary>
/// <remarks>
/// wyrand by Wang Yi: a counter stepped by an odd constant and mixed by one wide multiplication; it passes BigCrush and PractRand. Not for official draws, which must be checkable
/// by hand and unpredictable: see <see cref="OfficialDraw"/>. Whole numbers below a bound by Lemire's method, without division and without bias:
/// “Fast random integer generation in an interval”, ACM TOMACS 29 (2019).
/// </remarks>
public struct SimulationRandom
{
    private ulong _state;

    /// <summary>The generator of one run.</summary>
    public SimulationRandom(ulong seed, long run)
    {
        _state = Mix(seed + (0x9E3779B97F4A7C15 * (ulong)(run + 1)));
    }

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        _state += 0xA0761D6478BD642F;
        var high = Math.BigMul(_state, _state ^ 0xE7037ED1A0B428DB, out var low);
        return high ^ low;
    }

    /// <summary>A number from 0 up to and without 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from a standard normal distribution (Box and Muller 1958).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(Math.Tau * NextDouble());

    /// <summary>A whole number from 0 up to and without a bound, every one equally likely.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextBelow(uint bound)
    {
        var product = (ulong)(uint)Next() * bound;
        if ((uint)product < bound)
        {
            product = Retry(product, bound);
        }

        return (uint)(product >> 32);
    }

    /// <summary>Shuffles in place, every order equally likely (Fisher and Yates, as Durstenfeld 1964). O(n).</summary>
    public void Shuffle(Span<int> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = (int)NextBelow((uint)i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Retry(ulong product, uint bound)
    {
        var threshold = (0u - bound) % bound;
        while ((uint)product < threshold)
        {
            product = (ulong)(uint)Next() * bound;
        }

        return product;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
