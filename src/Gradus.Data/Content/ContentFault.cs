namespace Gradus.Data.Content;

/// <summary>Something in <c>content/</c> that is not as it must be.</summary>
/// <param name="File">The file, relative to the content folder.</param>
/// <param name="Line">The line, from 1; 0 when it concerns the whole file.</param>
/// <param name="Column">The column, from 1; 0 when it concerns the whole line.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record ContentFault(string File, int Line, int Column, string Message)
{
    /// <summary>One line in the shape that editors turn into a link: <c>file:line:column: message</c>.</summary>
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}:{Column}: {Message}";
}

/// <summary>The content cannot be used: it has faults, listed in full.</summary>
public sealed class ContentFaultsException(IReadOnlyList<ContentFault> faults)
    : Exception($"The content has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    /// <summary>Every fault found.</summary>
    public IReadOnlyList<ContentFault> Faults { get; } = faults;
}
