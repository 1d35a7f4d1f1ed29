using Gradus.FoundationApplications;
using Gradus.Tools;

namespace Gradus.Data.Content;

/// <summary>The tables of applying to the foundation programme, as the simulator takes them.</summary>
public static class FoundationApplicationsContent
{
    /// <summary>The system's name.</summary>
    public const string System = "foundation-applications";

    /// <summary>The figures of the chances, all that are known.</summary>
    public static ChancesFigures Figures(ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return FiguresBinder.Of<ChancesFigures>(System, library.Book, DateOnly.MaxValue);
    }

    /// <summary>Every school in every year.</summary>
    public static IReadOnlyList<FoundationSchoolYear> Schools(ContentLibrary library) => Figures(library).Rows;
}
