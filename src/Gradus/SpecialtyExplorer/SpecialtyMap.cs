namespace Gradus.SpecialtyExplorer;

/// <summary>A point on the map of specialties.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
public readonly record struct MapPoint(double X, double Y);

/// <summary>Where the reader is on the map and how doubtful that is.</summary>
/// <param name="Centre">The reader's point.</param>
/// <param name="Major">The longer half-axis of the ellipse that holds 80 of 100 draws.</param>
/// <param name="Minor">The shorter half-axis.</param>
/// <param name="Angle">The angle of the longer axis from across, in degrees.</param>
public sealed record ReaderOnMap(MapPoint Centre, double Major, double Minor, double Angle);

/// <summary>
/// A map on which specialties that resemble one another lie close: the first two principal components of the profiles (K. Pearson, 1901; Jacobi's method). In UK studies of
/// how doctors see specialties two axes recur, things against people and data against ideas (Petrides and McManus, BMC Medical Education 2004;4:18); these
/// components are named by what
/// loads on them.
/// </summary>
public sealed class SpecialtyMap
{
    private const double EightyOfHundred = 1.7941225779941015;

    private readonly double[] centre = new double[Dimensions.Count];
    private readonly double[] across = new double[Dimensions.Count];
    private readonly double[] up = new double[Dimensions.Count];

    /// <summary>Draws the map of a model.</summary>
    public SpecialtyMap(ExplorerModel model)
    {
        const int n = Dimensions.Count;
        var count = model.Profiles.Count;
        var means = new double[count, n];
        for (var d = 0; d < n; d++)
        {
            var known = model.Profiles.Select(profile => profile.Cells[d].Mean).OfType<double>().ToList();
            centre[d] = known.Count == 0 ? 0.5 : known.Sum() / known.Count;
            for (var j = 0; j < count; j++)
            {
                means[j, d] = (model.Profiles[j].Cells[d].Mean ?? centre[d]) - centre[d];
            }
        }

        var covariance = new double[n, n];
        var total = 0.0;
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                for (var j = 0; j < count; j++)
                {
                    covariance[a, b] += means[j, a] * means[j, b] / count;
                }
            }

            total += covariance[a, a];
        }

        var vectors = Jacobi(covariance);
        var order = Enumerable.Range(0, n).OrderByDescending(k => covariance[k, k]).ThenBy(k => k).ToArray();
        for (var d = 0; d < n; d++)
        {
            across[d] = vectors[d, order[0]];
            up[d] = vectors[d, order[1]];
        }

        Orient(across, Dimensions.IndexOf("patient-contact"));
        Orient(up, Dimensions.IndexOf("pace"));
        Explained = total > 0 ? (covariance[order[0], order[0]] + covariance[order[1], order[1]]) / total : 0;
        Points = [.. Enumerable.Range(0, count)
            .Select(j => new MapPoint(Enumerable.Range(0, n).Sum(d => means[j, d] * across[d]), Enumerable.Range(0, n).Sum(d => means[j, d] * up[d])))];
        AcrossNames = Names(model, across);
        UpNames = Names(model, up);
    }

    /// <summary>The specialties, in the order of the model's profiles.</summary>
    public IReadOnlyList<MapPoint> Points { get; }

    /// <summary>The share of the differences between specialties that the map shows, from 0 to 1.</summary>
    public double Explained { get; }

    /// <summary>What the left and right ends mean.</summary>
    public (string Low, string High) AcrossNames { get; }

    /// <summary>What the lower and upper ends mean.</summary>
    public (string Low, string High) UpNames { get; }

    /// <summary>Puts a reader on the map, with the ellipse that holds 80 of 100 places their statements allow.</summary>
    public ReaderOnMap Place(IReadOnlyList<ReaderPosition> positions)
    {
        double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        for (var d = 0; d < Dimensions.Count; d++)
        {
            var away = positions[d].Mean - centre[d];
            var variance = positions[d].Deviation * positions[d].Deviation;
            x += away * across[d];
            y += away * up[d];
            xx += variance * across[d] * across[d];
            yy += variance * up[d] * up[d];
            xy += variance * across[d] * up[d];
        }

        var middle = (xx + yy) / 2;
        var half = Math.Sqrt(((xx - yy) * (xx - yy) / 4) + (xy * xy));
        return new ReaderOnMap(
            new MapPoint(x, y),
            EightyOfHundred * Math.Sqrt(middle + half),
            EightyOfHundred * Math.Sqrt(Math.Max(0, middle - half)),
            Math.Atan2(xy, half + ((xx - yy) / 2)) * 180 / Math.PI);
    }

    private static void Orient(double[] axis, int dimension)
    {
        if (axis[dimension] < 0)
        {
            for (var d = 0; d < axis.Length; d++)
            {
                axis[d] = -axis[d];
            }
        }
    }

    private static (string Low, string High) Names(ExplorerModel model, double[] axis)
    {
        var strongest = Enumerable.Range(0, axis.Length).OrderByDescending(d => Math.Abs(axis[d])).ThenBy(d => d).Take(2).ToList();
        string End(int sign) => string.Join(", ", strongest.Select(d => axis[d] * sign > 0 ? model.Questionnaire.Dimensions[d].High : model.Questionnaire.Dimensions[d].Low));
        return (End(-1), End(1));
    }

    /// <summary>Turns a symmetric matrix into its eigenvalues on the diagonal, in place; returns the eigenvectors as columns.</summary>
    private static double[,] Jacobi(double[,] a)
    {
        var n = a.GetLength(0);
        var v = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            v[i, i] = 1;
        }

        for (var sweep = 0; sweep < 60; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    if (Math.Abs(a[p, q]) < 1e-15)
                    {
                        continue;
                    }

                    var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
                    var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                    var c = 1 / Math.Sqrt((t * t) + 1);
                    var s = t * c;
                    for (var k = 0; k < n; k++)
                    {
                        (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
                    }

                    for (var k = 0; k < n; k++)
                    {
                        (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
                        (v[k, p], v[k, q]) = ((c * v[k, p]) - (s * v[k, q]), (s * v[k, p]) + (c * v[k, q]));
                    }
                }
            }
        }

        return v;
    }
}
