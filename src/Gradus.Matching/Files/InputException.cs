using System.Globalization;

namespace Gradus.Matching.Files;

/// <summary>A file that cannot be read as what it should be: where, and what was expected there.</summary>
public sealed class InputException : Exception
{
    /// <summary>Names the place and what was expected.</summary>
    public InputException(string file, long line, long column, string expected)
        : base(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column {column}: expected {expected}"))
    {
        File = file;
        Line = line;
        Column = column;
        Expected = expected;
    }

    /// <summary>The name of the file.</summary>
    public string File { get; }

    /// <summary>The line, from 1; line ends inside quotes count.</summary>
    public long Line { get; }

    /// <summary>The column in characters, from 1.</summary>
    public long Column { get; }

    /// <summary>What should have been there.</summary>
    public string Expected { get; }
}
