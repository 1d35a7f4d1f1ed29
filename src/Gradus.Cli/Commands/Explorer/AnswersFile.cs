using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary>One doctor's answers in a file.</summary>
internal static class AnswersFile
{
    private const int Longest = 1024 * 1024;

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static Stream Open(string file) =>
        file == "-" ? Console.OpenStandardInput() : File.Exists(file) ? File.OpenRead(file) : throw new UsageException($"There is no file {file}.");

    /// <summary>Reads one JSON object, what is left of a file.</summary>
    /// <exception cref="UsageException">Something in it is wrong; every fault is named.</exception>
    public static Answers Read(LineReader reader, string file, Questionnaire questionnaire)
    {
        var text = reader.Rest(Longest) ?? throw new UsageException($"{file} is longer than a megabyte. One doctor’s answers are not: for many, put one JSON object on each line and add --lines.");
        var read = AnswersReader.Read(text, questionnaire);
        return read.IsValid
            ? read.Value
            : throw new UsageException(string.Join('\n', read.Errors.Select(error => error.Field.Length == 0 ? $"{file}: {error.Message}" : $"{file}: {error.Field}: {error.Message}")));
    }
}
