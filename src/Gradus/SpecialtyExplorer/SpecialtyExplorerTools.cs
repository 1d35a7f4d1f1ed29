using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.SpecialtyExplorer;

/// <summary>What the match reads: the model of the content's edition.</summary>
public sealed record ExplorerFigures
{
    /// <summary>The model.</summary>
    [MadeOfRoom]
    public required ExplorerModel Model { get; init; }
}

/// <summary>The declared tools of the specialty explorer.</summary>
public static class SpecialtyExplorerTools
{
    /// <summary>Which specialties are worth exploring?</summary>
    public static DeclaredTool Match { get; } = new Tool<ExplorerFacts, ExplorerFigures, MatchResult>(Matcher.Match, options => new SpecialtyExplorerJson(options))
    {
        Room = "specialty-explorer",
        Key = "match",
        Question = "Which specialties are worth exploring?",
        Name = "Specialty explorer",
        Words = "Which of 65 specialties would suit you, with reasons for and against, how sure that is, and how they compare.",
        SearchedAs = "questionnaire, explained match, map, specialty test, quiz, aptitude, career choice",
        Kind = ToolKind.Compare,
        Minutes = 8,
        IsPersonal = true,
        IsHeavy = true,
        HasOwnPage = true,
        FactsOption = "--answers",
        Check = (facts, figures, errors) => facts.Check(figures.Model.Questionnaire, errors),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Match];
}

/// <summary>How answers and results are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ExplorerFacts))]
[JsonSerializable(typeof(MatchResult))]
public sealed partial class SpecialtyExplorerJson : JsonSerializerContext;
