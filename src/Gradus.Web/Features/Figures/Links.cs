using Gradus.Rules;

namespace Gradus.Web.Features.Figures;

/// <summary>Addresses of figures.</summary>
public static class Links
{
    /// <summary>The page of a figure.</summary>
    public static string Page(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return "/figures/" + figure.Name;
    }
}
