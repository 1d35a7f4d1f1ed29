using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary>One doctor's answers in a file.</summary>
internal static class AnswersFile
{
    /// <summary>Reads the only answers of a file.</summary>
    /// <exception cref="UsageException">The file is longer than a megabyte, or something in it is wrong; every fault is named.</exception>
    public static Answers Read(string file, Questionnaire questionnaire)
    {
        using var input = FactsFile.Open(file);
        var text = new LineReader(input).Rest(FactsFile.Most) ?? throw new UsageException($"{file} is longer than a megabyte; one doctor’s answers are not.");
        var read = AnswersReader.Read(text, questionnaire);
        return read.IsValid
            ? read.Value
            : throw new UsageException(string.Join('\n',
                read.Errors.Select(error => error.Field.Length == 0 ? $"{file}: {error.Message}" : $"{file}: {error.Field}: {error.Message}")));
    }
}
