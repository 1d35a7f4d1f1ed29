using Gradus.Rules;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gradus.Web.Features;

/// <summary>Malformed input, answered as problem+json with the field and what was expected.</summary>
public static class ApiErrors
{
    /// <summary>One field's error.</summary>
    public static ValidationProblem Of(string field, string message) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] }, title: "The request is not as expected.");

    /// <summary>Everything that is wrong, field by field.</summary>
    public static ValidationProblem Of(IReadOnlyList<FieldError> errors) =>
        TypedResults.ValidationProblem(errors.GroupBy(error => error.Field, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(error => error.Message).ToArray(), StringComparer.Ordinal), title: "The facts are not as expected.");

    /// <summary>The error for a nation that is none; <c>null</c> when it is one or absent.</summary>
    public static ValidationProblem? BadNation(string? nation) =>
        nation is null || NationExtensions.ParseNation(nation) is not null ? null : Of("nation", "expected england, scotland, wales or northern-ireland");

    /// <summary>The error for a date that is none; <c>null</c> when it is one or absent.</summary>
    public static ValidationProblem? BadDate(string? on) =>
        on is null || Reader.ParseDate(on) is not null ? null : Of("on", "expected a date from 1990 to 2100 such as 2026-11-25");
}
