namespace Gradus.SpecialtyExplorer;

/// <summary>
/// A stream of random numbers that is the same everywhere for the same seed: xoshiro256** (D. Blackman and S. Vigna, ACM Transactions on Mathematical Software 47 (2021) 36),
/// seeded by SplitMix64.
/// </summary>
public struct SteadyRandom
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    /// <summary>A stream for a seed; any seed is good.</summary>
    public SteadyRandom(ulong seed)
    {
        a = Split(ref seed);
        b = Split(ref seed);
        c = Split(ref seed);
        d = Split(ref seed);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        var result = ulong.RotateLeft(b * 5, 7) * 9;
        var shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = ulong.RotateLeft(d, 45);
        return result;
    }

    /// <summary>A number strictly between 0 and 1.</summary>
    public double NextUniform() => ((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>A whole number from 0 up to but not including a bound.</summary>
    public int NextBelow(int bound) => (int)(NextUniform() * bound);

    /// <summary>A standard normal number, by inversion.</summary>
    public double NextNormal() => SteadyMath.NormalQuantile(NextUniform());

    /// <summary>A gamma number with a shape above 0 and scale 1 (G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000) 363–372).</summary>
    public double NextGamma(double shape)
    {
        var boost = 1.0;
        if (shape < 1)
        {
            boost = SteadyMath.Exp(SteadyMath.Log(NextUniform()) / shape);
            shape++;
        }

        var size = shape - (1.0 / 3);
        var slope = 1 / Math.Sqrt(9 * size);
        while (true)
        {
            var x = NextNormal();
            var v = 1 + (slope * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            var u = NextUniform();
            var square = x * x;
            if (u < 1 - (0.0331 * square * square) || SteadyMath.Log(u) < (0.5 * square) + (size * (1 - v + SteadyMath.Log(v))))
            {
                return size * v * boost;
            }
        }
    }

    private static ulong Split(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
