using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Data.Content;

/// <summary>Reads the survey of doctors about their jobs: a CSV file with one doctor a row.</summary>
public static class SurveyFile
{
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim, MissingFieldFound = null, BadDataFound = null };

    private static readonly string[] Columns = ["version", "specialty", "would-choose-again"];

    /// <summary>Reads a file; a row with a fault is left out and its faults are named by line.</summary>
    public static (IReadOnlyList<SurveyResponse> Responses, IReadOnlyList<(int Line, FieldError Error)> Errors) Read(string file, ExplorerModel model)
    {
        using var text = new StreamReader(file);
        using var reader = new CsvReader(text, Csv);
        var responses = new List<SurveyResponse>();
        var errors = new List<(int, FieldError)>();
        if (!reader.Read() || !reader.ReadHeader())
        {
            return (responses, [(1, new FieldError("", "The file is empty."))]);
        }

        var missing = Columns.Concat(Dimensions.Ids).Where(column => !reader.HeaderRecord!.Contains(column, StringComparer.Ordinal)).ToList();
        if (missing.Count > 0)
        {
            return (responses, [(1, new FieldError("", $"These columns are missing: {string.Join(", ", missing)}."))]);
        }

        while (reader.Read())
        {
            var line = reader.Parser.RawRow;
            var faults = errors.Count;
            var version = reader.GetField("version");
            var specialty = reader.GetField("specialty") ?? "";
            var again = reader.GetField("would-choose-again") ?? "";
            if (version != SurveyAggregator.FormVersion)
            {
                errors.Add((line, new FieldError("version", $"“{version}” is not a version of the form that can be read. It is {SurveyAggregator.FormVersion}.")));
            }

            if (model.IndexOf(specialty) < 0)
            {
                errors.Add((line, new FieldError("specialty", $"There is no specialty “{specialty}”.")));
            }

            if (again is not ("yes" or "no" or "unsure" or ""))
            {
                errors.Add((line, new FieldError("would-choose-again", $"“{again}” is none of yes, no and unsure.")));
            }

            var ratings = new int?[Dimensions.Count];
            for (var d = 0; d < Dimensions.Count; d++)
            {
                var value = reader.GetField(Dimensions.Ids[d]);
                if (string.IsNullOrEmpty(value))
                {
                    continue;
                }

                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && rating is >= 1 and <= 5)
                {
                    ratings[d] = rating;
                }
                else
                {
                    errors.Add((line, new FieldError(Dimensions.Ids[d], $"“{value}” is not a whole number from 1 to 5.")));
                }
            }

            if (errors.Count == faults)
            {
                responses.Add(new SurveyResponse(specialty, again, ratings));
            }
        }

        return (responses, errors);
    }
}
