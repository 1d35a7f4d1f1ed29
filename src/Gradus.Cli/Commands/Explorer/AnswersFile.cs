using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary>One doctor's answers in a file.</summary>
internal static class AnswersFile
{
    /// <summary>The longest that one doctor’s answers can be, in bytes.</summary>
    public const int Longest = 1024 * 1024;

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static Stream Open(string file) =>
        file == "-" ? Console.OpenStandardInput() : File.Exists(file) ? File.OpenRead(file) : throw new UsageException($"There is no file {file}.");

    /// <summary>Reads the only answers of a file.</summary>
    /// <exception cref="UsageException">The file is longer than a megabyte, or something in it is wrong; every fault is named.</exception>
    public static Answers Read(string file, Questionnaire questionnaire)
    {
        using var input = Open(file);
        var text = new LineReader(input).Rest(Longest) ?? throw new UsageException($"{file} is longer than a megabyte; one doctor’s answers are not.");
        return Read(text, file, questionnaire);
    }

    /// <summary>Reads one JSON object.</summary>
    /// <exception cref="UsageException">Something in it is wrong; every fault is named.</exception>
    public static Answers Read(byte[] text, string file, Questionnaire questionnaire)
    {
        var read = AnswersReader.Read(text, questionnaire);
        return read.IsValid
            ? read.Value
            : throw new UsageException(string.Join('\n', read.Errors.Select(error => error.Field.Length == 0 ? $"{file}: {error.Message}" : $"{file}: {error.Field}: {error.Message}")));
    }
}
