using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.SpecialtyExplorer;

/// <summary>A reader's answers; whatever is left out is not answered. There is no place here for sex, ethnicity, age or country of training.</summary>
public sealed record ExplorerFacts : ToolFacts
{
    /// <summary>By the statement's id: how far it is agreed with, from 1 to 5; null to skip it.</summary>
    [Fact("Statements", "for each statement a whole number from 1 (not at all) to 5 (completely), or null to skip it"), Range(1, 5)]
    public IReadOnlyDictionary<string, int?>? Statements { get; init; }

    /// <summary>The best-worst tasks that were done, each once.</summary>
    [Fact("What matters most and least", "a list of tasks, each with what matters most and least in it"), MaxLength(100)]
    public IReadOnlyList<BestWorstAnswer>? BestWorst { get; init; }

    /// <summary>What the reader would like to work with.</summary>
    [Fact("Interests", "an object of choices by area")]
    public InterestFacts? Interests { get; init; }

    /// <summary>What hides a specialty.</summary>
    [Fact("Limits", "an object of limits")]
    public HardLimits? Limits { get; init; }

    /// <summary>By the dimension's id: how many times its usual weight, from 0 to 3.</summary>
    [Fact("Importance", "for each dimension a number from 0 to 3"), Range(0, 3)]
    public IReadOnlyDictionary<string, decimal>? Importance { get; init; }

    /// <summary>The seed of the draws; made from the answers unless given.</summary>
    [Fact("Seed of the draws", "a whole number from 0", Places = 0), Range(typeof(decimal), "0", "18446744073709551615")]
    public decimal? Seed { get; init; }

    /// <summary>How many specialties of the result are kept, best first; all unless given.</summary>
    [Fact("Keep only the first", "a whole number from 1 to 200"), Range(1, 200)]
    public int? Top { get; init; }

    /// <summary>The same as the model takes it.</summary>
    [JsonIgnore]
    public Answers Answers => new()
    {
        Statements = (Statements ?? new Dictionary<string, int?>()).Where(statement => statement.Value is not null)
            .ToDictionary(statement => statement.Key, statement => statement.Value!.Value, StringComparer.Ordinal),
        BestWorst = BestWorst ?? [],
        Interests = (Interests?.ByArea() ?? [])
            .Select(area => (area.Area,
                Chosen: (IReadOnlyList<string>)[.. (area.Chosen ?? []).Where(choice => choice != Questionnaire.NoPreference).Distinct(StringComparer.Ordinal)]))
            .Where(area => area.Chosen.Count > 0).ToDictionary(area => area.Area, area => area.Chosen, StringComparer.Ordinal),
        Limits = Limits ?? HardLimits.None,
        Importance = (Importance ?? new Dictionary<string, decimal>()).ToDictionary(dimension => dimension.Key, dimension => (double)dimension.Value, StringComparer.Ordinal),
        Seed = (ulong?)Seed,
    };

    /// <summary>Answers as facts, in the order of the questionnaire.</summary>
    public static ExplorerFacts Of(Answers answers, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(questionnaire);
        return new ExplorerFacts
        {
            Statements = questionnaire.Statements.Where(statement => answers.Statements.ContainsKey(statement.Id))
                .ToDictionary(statement => statement.Id, statement => (int?)answers.Statements[statement.Id], StringComparer.Ordinal),
            BestWorst = [.. answers.BestWorst.OrderBy(answer => answer.Task)],
            Interests = InterestFacts.Of(answers.Interests),
            Limits = answers.Limits,
            Importance = answers.Importance.Count == 0
                ? null
                : Dimensions.Ids.Where(answers.Importance.ContainsKey).ToDictionary(id => id, id => (decimal)answers.Importance[id], StringComparer.Ordinal),
            Seed = answers.Seed,
        };
    }

    /// <summary>What is wrong in the light of the questionnaire: statements, tasks, choices and dimensions that it does not have.</summary>
    public void Check(Questionnaire questionnaire, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var statement in (Statements?.Keys ?? []).Where(id => questionnaire.IndexOfStatement(id) < 0))
        {
            errors.Add($"statements.{FactsWords.Short(statement)}", $"Expected a statement of the questionnaire; there is no “{FactsWords.Short(statement)}”.");
        }

        foreach (var dimension in (Importance?.Keys ?? []).Where(id => Dimensions.IndexOf(id) < 0))
        {
            errors.Add($"importance.{FactsWords.Short(dimension)}", $"Expected one of {string.Join(", ", Dimensions.Ids)}; “{FactsWords.Short(dimension)}” is none.");
        }

        foreach (var (area, chosen) in Interests?.ByArea() ?? [])
        {
            var choices = questionnaire.Interests.First(known => known.Id == area).Choices;
            foreach (var (index, choice) in (chosen ?? []).Index()
                .Where(choice => choice.Item is not null && choice.Item != Questionnaire.NoPreference && !choices.Any(known => known.Id == choice.Item)))
            {
                errors.Add($"interests.{area}[{index}]",
                    $"Expected one of {string.Join(", ", choices.Select(known => known.Id))} and {Questionnaire.NoPreference}; “{FactsWords.Short(choice)}” is none.");
            }
        }

        foreach (var (index, answer) in (BestWorst ?? []).Index())
        {
            if (answer is not null)
            {
                Check(answer, index, questionnaire, errors);
            }
        }
    }

    private void Check(BestWorstAnswer answer, int index, Questionnaire questionnaire, FieldErrors errors)
    {
        var at = $"bestWorst[{index}]";
        if (questionnaire.Tasks.FirstOrDefault(known => known.Task == answer.Task) is not { } task)
        {
            errors.Add(at + ".task", $"Expected the number of a task, from 0 to {questionnaire.Tasks.Count - 1}.");
            return;
        }

        if (BestWorst!.Take(index).Any(earlier => earlier?.Task == answer.Task))
        {
            errors.Add(at + ".task", $"Expected each task once; {task.Task} is answered twice.");
        }

        foreach (var (name, id) in new[] { ("best", answer.Best), ("worst", answer.Worst) })
        {
            if (!task.Dimensions.Contains(id, StringComparer.Ordinal))
            {
                errors.Add($"{at}.{name}", $"Expected one of {string.Join(", ", task.Dimensions)}, which task {task.Task} shows.");
            }
        }

        if (answer.Best == answer.Worst)
        {
            errors.Add(at + ".worst", "Expected another than the one that matters most.");
        }
    }
}

/// <summary>What the reader would like to work with, by area: the ids of the choices. An area left out, or with no preference, counts for nothing.</summary>
public sealed record InterestFacts
{
    /// <summary>Whom the reader would like to look after.</summary>
    [Fact("Whom you look after", "a list of choices"), JsonPropertyName("patient-age"), MaxLength(20)]
    public IReadOnlyList<string>? PatientAge { get; init; }

    /// <summary>Where the reader would like to work.</summary>
    [Fact("Where you work", "a list of choices"), JsonPropertyName("setting"), MaxLength(20)]
    public IReadOnlyList<string>? Setting { get; init; }

    /// <summary>Which part of medicine.</summary>
    [Fact("Part of medicine", "a list of choices"), JsonPropertyName("body-system"), MaxLength(50)]
    public IReadOnlyList<string>? BodySystem { get; init; }

    /// <summary>Mind, body or both.</summary>
    [Fact("Mind or body", "a list of choices"), JsonPropertyName("mind-body"), MaxLength(20)]
    public IReadOnlyList<string>? MindBody { get; init; }

    internal IEnumerable<(string Area, IReadOnlyList<string>? Chosen)> ByArea() => Questionnaire.InterestIds.Zip(new[] { PatientAge, Setting, BodySystem, MindBody });

    internal static InterestFacts Of(IReadOnlyDictionary<string, IReadOnlyList<string>> interests) => new()
    {
        PatientAge = interests.GetValueOrDefault("patient-age"),
        Setting = interests.GetValueOrDefault("setting"),
        BodySystem = interests.GetValueOrDefault("body-system"),
        MindBody = interests.GetValueOrDefault("mind-body"),
    };
}
