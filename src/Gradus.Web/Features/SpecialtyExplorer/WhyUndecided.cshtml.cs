using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Gradus.Web.Features.SpecialtyExplorer;

/// <summary>Why can't I decide? Statements about what stands in the way; it ends in a conversation to have next, never in a specialty. Nothing is stored.</summary>
[OutputCache(PolicyName = PageCachePolicy.Name)]
public sealed class WhyUndecidedModel(ExplorerDesk desk) : FormPage
{
    /// <summary>The statements.</summary>
    public IReadOnlyList<IndecisionStatement> Statements => desk.Content.IndecisionStatements;

    /// <summary>What was said, by statement id.</summary>
    public IReadOnlyDictionary<string, int> Ratings { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The causes worth a conversation, strongest first; <c>null</c> before anything was sent.</summary>
    public IReadOnlyList<FeltCause>? Felt { get; private set; }

    /// <summary>Shows the statements.</summary>
    public void OnGet()
    {
    }

    /// <summary>Answers. Without parameters, so that the framework binds nothing: the form is read by name.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers.CacheControl = "private, no-cache"; // For the browser's own back button, as in the questionnaire.
        var (posted, status) = await PostedForm.ReadAsync(Request, HttpContext.RequestAborted);
        if (posted is null)
        {
            return StatusCode(status);
        }

        var ratings = new Dictionary<string, int>(StringComparer.Ordinal);
        var errors = new List<FieldError>();
        foreach (var statement in Statements)
        {
            var said = posted[statement.Id].ToString();
            if (said is [>= '1' and <= '5'])
            {
                ratings[statement.Id] = said[0] - '0';
            }
            else if (said.Length > 0)
            {
                errors.Add(new FieldError(statement.Id, "Choose one of the five answers, or none."));
            }
        }

        Ratings = ratings;
        if (errors.Count == 0 && ratings.Count == 0)
        {
            errors.Add(new FieldError(Statements[0].Id, "Answer at least one statement."));
        }

        if (errors.Count > 0)
        {
            return Refuse(errors);
        }

        Felt = IndecisionChecker.Check(desk.Content.IndecisionCauses, Statements, ratings);
        return Page();
    }

    /// <summary>How strongly a cause is felt, in words.</summary>
    public static string Strength(double strength) => strength switch
    {
        >= 4.5 => "Very strongly felt",
        >= 4 => "Strongly felt",
        _ => "Felt",
    };
}
