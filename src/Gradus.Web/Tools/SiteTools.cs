using Gradus.Tools;

namespace Gradus.Web.Tools;

/// <summary>The declared tools that this site answers.</summary>
/// <param name="Declared">The tools, by room.</param>
public sealed record SiteTools(IReadOnlyList<DeclaredTool> Declared);
