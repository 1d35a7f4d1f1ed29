using Gradus.Facts;
using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gradus.Web.Features;

/// <summary>Malformed input, answered as problem+json with the field and what was expected.</summary>
public static class ApiErrors
{
    private const int LongestField = 120;
    private const int LongestMessage = 200;
    private const int LongestOfFew = 1000; // A message that lists what is expected is told whole, where there are few.
    private const int Few = 5;

    /// <summary>One field's error.</summary>
    public static ValidationProblem Of(string field, string message) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] }, title: "The request is not as expected.");

    /// <summary>
    /// Everything that is wrong, field by field: at most fifty fields, the rest counted, and no field's name or message so long that an answer could grow
    /// beyond 100 kB.
    /// </summary>
    public static ValidationProblem Of(IReadOnlyList<FieldError> errors, string title = "The facts are not as expected.")
    {
        ArgumentNullException.ThrowIfNull(errors);
        var told = errors.Count <= FieldErrors.Most + 1
            ? errors
            : [.. errors.Take(FieldErrors.Most), new FieldError("", $"{errors.Count - FieldErrors.Most} more things are wrong.")]; // A reader that counts for itself has one more.
        var fields = told.GroupBy(error => FactsWords.Short(error.Field, LongestField), StringComparer.Ordinal)
            .ToDictionary(group => group.Key,
                group => group.Select(error => FactsWords.Short(error.Message, told.Count <= Few ? LongestOfFew : LongestMessage)).ToArray(), StringComparer.Ordinal);
        return TypedResults.ValidationProblem(fields, title: title);
    }

    /// <summary>The error for a nation that is none; <c>null</c> when it is one or absent.</summary>
    public static ValidationProblem? BadNation(string? nation) =>
        nation is null || NationExtensions.ParseNation(nation) is not null ? null : Of("nation", "Expected england, scotland, wales or northern-ireland.");

    /// <summary>The error for a date that is none; <c>null</c> when it is one or absent.</summary>
    public static ValidationProblem? BadDate(string? on) =>
        on is null || Reader.ParseDate(on) is not null ? null : Of("on", "Expected a date from 1900 to 2199 such as 2026-11-25.");
}
