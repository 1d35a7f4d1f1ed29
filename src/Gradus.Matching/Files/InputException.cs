using System.Globalization;
using System.Text.Json;

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

    /// <summary>What is wrong with a file that should be JSON: the line of the fault where the reader names one.</summary>
    internal static InputException OfJson(string file, Exception fault, string expected) =>
        new(file, fault is JsonException json ? (json.LineNumber ?? 0) + 1 : 1, 1, $"{expected} ({fault.Message})");

    /// <summary>The name of the file.</summary>
    public string File { get; }

    /// <summary>The line, from 1; line ends inside quotes count.</summary>
    public long Line { get; }

    /// <summary>The column in characters, from 1.</summary>
    public long Column { get; }

    /// <summary>What should have been there.</summary>
    public string Expected { get; }
}
