using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SpecialtyExplorer;

/// <summary>Reads answers from JSON as the tool does, without matching them, and writes them so that they can be read again.</summary>
public static class AnswersReader
{
    private static readonly FactsReader<ExplorerFacts> reader = new(new SpecialtyExplorerJson(DeclaredTool.StrictFacts()).ExplorerFacts);

    /// <summary>Reads one JSON object as UTF-8; a byte-order mark before it is skipped.</summary>
    public static ReadResult<Answers> Read(ReadOnlySpan<byte> json, Questionnaire questionnaire)
    {
        var read = reader.Read(json, (facts, errors) => facts.Check(questionnaire, errors));
        return read.IsValid ? ReadResult.Of(read.Value.Answers) : ReadResult.Wrong<Answers>(read.Errors);
    }

    /// <summary>Reads one JSON object from text.</summary>
    public static ReadResult<Answers> Read(string json, Questionnaire questionnaire) => Read(System.Text.Encoding.UTF8.GetBytes(json), questionnaire);

    /// <summary>Writes answers as they are read, in the order of the questionnaire; what was not answered is left out.</summary>
    public static byte[] Write(Answers answers, Questionnaire questionnaire) => reader.Write(ExplorerFacts.Of(answers, questionnaire));
}
