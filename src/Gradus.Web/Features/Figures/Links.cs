using Gradus.Rules;

namespace Gradus.Web.Features.Figures;

/// <summary>Addresses of figures.</summary>
public static class Links
{
    /// <summary>Every value of every figure as CSV.</summary>
    public const string Csv = "/figures.csv";

    /// <summary>Every value of every figure as a workbook.</summary>
    public const string Xlsx = "/figures.xlsx";

    /// <summary>The page of a figure.</summary>
    public static string Page(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Page(figure.Name);
    }

    /// <summary>The page of a figure, by its name, such as <c>shadowing/minimum-days</c>.</summary>
    public static string Page(string name) => "/figures/" + name;
}
