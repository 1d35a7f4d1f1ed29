using Gradus.Data.Content;
using Gradus.FoundationApplications;
using Gradus.Tools;
using Gradus.Web.Tools;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>What the page of chances shows beside an answer: the years, their schools, and competition for first choices.</summary>
public sealed class ChancesDesk(ContentLibrary library, ToolDesk tools)
{
    private const int OldestYearOffered = 2023;

    /// <summary>The tool that answers.</summary>
    public BoundTool Tool => tools.Of(FoundationApplicationsTools.Chances);

    /// <summary>The figures.</summary>
    public ChancesFigures Figures { get; } = FoundationApplicationsContent.Figures(library);

    /// <summary>The years that a page offers, newest first.</summary>
    public IReadOnlyList<int> YearsOffered => field ??= [.. Figures.Years.Where(year => year >= OldestYearOffered)];

    /// <summary>Competition for first choices in the years offered.</summary>
    public Competition Competition => field ??= Competition.Of(Figures.Rows, YearsOffered);

    /// <summary>The schools of a year that has figures.</summary>
    public FoundationSchools SchoolsOf(int year) => Figures.SchoolsOf(year);
}
