using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.SpecialtyExplorer;

namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>Answers and results as JSON: the same shape through every door.</summary>
public static class AnswersJson
{
    /// <summary>How results are written, here and on the command line.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same with one member a line, for files that people open.</summary>
    public static JsonSerializerOptions Pretty { get; } = new(Options) { WriteIndented = true };

    /// <summary>Answers in the shape that the reader of answers accepts; what was not answered is left out.</summary>
    public static string Write(Answers answers, Questionnaire questionnaire, bool pretty = false)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(questionnaire);
        var limits = new Dictionary<string, object>(StringComparer.Ordinal);
        Put("no-night-on-call", answers.Limits.NoNightOnCall);
        if (answers.Limits.MaxYears is { } years)
        {
            limits["max-years"] = years;
        }

        Put("no-children", answers.Limits.NoChildren);
        if (answers.Limits.Nation is { } nation)
        {
            limits["nation"] = nation;
        }

        Put("run-through-only", answers.Limits.RunThroughOnly);
        var written = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["statements"] = questionnaire.Statements.Where(statement => answers.Statements.ContainsKey(statement.Id)).ToDictionary(statement => statement.Id, statement => answers.Statements[statement.Id], StringComparer.Ordinal),
            ["bestWorst"] = answers.BestWorst.OrderBy(answer => answer.Task).ToList(),
            ["interests"] = questionnaire.Interests.Where(area => answers.Interests.ContainsKey(area.Id)).ToDictionary(area => area.Id, area => answers.Interests[area.Id], StringComparer.Ordinal),
            ["limits"] = limits,
        };
        var importance = Dimensions.Ids.Where(answers.Importance.ContainsKey).ToDictionary(id => id, id => answers.Importance[id], StringComparer.Ordinal);
        if (importance.Count > 0)
        {
            written["importance"] = importance;
        }

        if (answers.Seed is { } seed)
        {
            written["seed"] = seed;
        }

        return JsonSerializer.Serialize(written, pretty ? Pretty : Options);

        void Put(string limit, bool holds)
        {
            if (holds)
            {
                limits[limit] = true;
            }
        }
    }
}
