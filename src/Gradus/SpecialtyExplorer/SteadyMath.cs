using System.Numerics;

namespace Gradus.SpecialtyExplorer;

/// <summary>
/// Exponentials, logarithms and normal quantiles made of additions, multiplications, divisions and square roots only. IEEE 754 fixes those to the last bit, so the same
/// answers give the same result on every machine; the functions of the system's own mathematics library may differ in the last bit from one to the next.
/// </summary>
public static class SteadyMath
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;

    /// <summary>The exponential; relative error below 1e-15 for arguments from −700 to 700, which is as far as it is clamped.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -700, 700);
        var n = Math.Floor((x * Log2E) + 0.5);
        var r = (x - (n * Ln2High)) - (n * Ln2Low);
        var p = 1.0 / 6227020800;
        p = (p * r) + (1.0 / 479001600);
        p = (p * r) + (1.0 / 39916800);
        p = (p * r) + (1.0 / 3628800);
        p = (p * r) + (1.0 / 362880);
        p = (p * r) + (1.0 / 40320);
        p = (p * r) + (1.0 / 5040);
        p = (p * r) + (1.0 / 720);
        p = (p * r) + (1.0 / 120);
        p = (p * r) + (1.0 / 24);
        p = (p * r) + (1.0 / 6);
        p = (p * r) + 0.5;
        p = (p * r) + 1;
        p = (p * r) + 1;
        return p * BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);
    }

    /// <summary>The natural logarithm of a positive normal number; relative error below 1e-14.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        var s = (m - 1) / (m + 1);
        var z = s * s;
        var p = 2.0 / 21;
        for (var k = 19; k >= 1; k -= 2)
        {
            p = (p * z) + (2.0 / k);
        }

        return (exponent * Ln2High) + ((p * s) + (exponent * Ln2Low));
    }

    /// <summary>The base-2 logarithm.</summary>
    public static double Log2(double x) => Log(x) * Log2E;

    /// <summary>The logistic function.</summary>
    public static double Logistic(double x) => x >= 0 ? 1 / (1 + Exp(-x)) : 1 - (1 / (1 + Exp(x)));

    /// <summary>
    /// The standard normal quantile for a probability strictly between 0 and 1: algorithm AS 241, PPND16 (M. J. Wichura, Applied Statistics 37 (1988) 477–484),
    /// about 16 figures.
    /// </summary>
    public static double NormalQuantile(double probability)
    {
        var q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            return q * ((((((((((((((2509.0809287301226727 * r) + 33430.575583588128105) * r) + 67265.770927008700853) * r) + 45921.953931549871457) * r)
                + 13731.693765509461125) * r) + 1971.5909503065514427) * r) + 133.14166789178437745) * r) + 3.387132872796366608)
                / ((((((((((((((5226.495278852545925 * r) + 28729.085735721942674) * r) + 39307.89580009271061) * r) + 21213.794301586595867) * r)
                + 5394.1960214247511077) * r) + 687.1870074920579083) * r) + 42.313330701600911252) * r) + 1);
        }

        var tail = Math.Sqrt(-Log(q < 0 ? probability : 1 - probability));
        double value;
        if (tail <= 5)
        {
            var r = tail - 1.6;
            value = ((((((((((((((7.7454501427834140764e-4 * r) + 0.0227238449892691845833) * r) + 0.24178072517745061177) * r) + 1.27045825245236838258) * r)
                + 3.64784832476320460504) * r) + 5.7694972214606914055) * r) + 4.6303378461565452959) * r) + 1.42343711074968357734)
                / ((((((((((((((1.05075007164441684324e-9 * r) + 5.475938084995344946e-4) * r) + 0.0151986665636164571966) * r) + 0.14810397642748007459) * r)
                + 0.68976733498510000455) * r) + 1.6763848301838038494) * r) + 2.05319162663775882187) * r) + 1);
        }
        else
        {
            var r = tail - 5;
            value = ((((((((((((((2.01033439929228813265e-7 * r) + 2.71155556874348757815e-5) * r) + 0.0012426609473880784386) * r) + 0.026532189526576123093) * r)
                + 0.29656057182850489123) * r) + 1.7848265399172913358) * r) + 5.4637849111641143699) * r) + 6.6579046435011037772)
                / ((((((((((((((2.04426310338993978564e-15 * r) + 1.4215117583164458887e-7) * r) + 1.8463183175100546818e-5) * r) + 7.868691311456132591e-4) * r)
                + 0.0148753612908506148525) * r) + 0.13692988092273580531) * r) + 0.59983220655588793769) * r) + 1);
        }

        return q < 0 ? -value : value;
    }

    /// <summary>The exponential of each lane for arguments at or below 0, in single precision; relative error below 3e-7, and 0 for arguments below −87.</summary>
    internal static Vector<float> ExpOfNegative(Vector<float> x)
    {
        var t = Vector.Max(x, new Vector<float>(-87f)) * new Vector<float>(1.44269504f);
        var n = Vector.Floor(t);
        var f = t - n;
        var p = new Vector<float>(1.8775767e-3f);
        p = (p * f) + new Vector<float>(8.9893397e-3f);
        p = (p * f) + new Vector<float>(5.5826318e-2f);
        p = (p * f) + new Vector<float>(2.4015361e-1f);
        p = (p * f) + new Vector<float>(6.9315308e-1f);
        p = (p * f) + new Vector<float>(9.9999994e-1f);
        var power = Vector.ConvertToInt32(n) + new Vector<int>(127);
        return p * Vector.AsVectorSingle(Vector.ShiftLeft(power, 23));
    }
}
