namespace Gradus.SpecialtyExplorer;

/// <summary>A reason why a choice may be hard, and the conversation that helps.</summary>
/// <param name="Id">Its id, such as <c>information</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Says">What it is, in a sentence to the reader.</param>
/// <param name="Conversation">The next conversation to have.</param>
public sealed record IndecisionCause(string Id, string Name, string Says, string Conversation);

/// <summary>A statement of the check, from 1 (not at all) to 5 (completely).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Cause">The id of the cause.</param>
/// <param name="Text">The words the reader sees.</param>
public sealed record IndecisionStatement(string Id, string Cause, string Text);

/// <summary>How strongly a cause is felt.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Strength">The mean of the answered statements, from 1 to 5.</param>
public sealed record FeltCause(IndecisionCause Cause, double Strength);

/// <summary>
/// <em>Why can't I decide?</em> The causes follow the taxonomy of career decision difficulties: lack of information, inconsistent information, lack of readiness
/// (I. Gati, M. Krausz and S. H. Osipow, Journal of Counseling Psychology 43 (1996) 510–526), in words of our own. It ends in a conversation, never in a specialty.
/// </summary>
public static class IndecisionChecker
{
    /// <summary>From this mean on a cause is worth a conversation.</summary>
    public const double WorthAConversation = 3.5;

    /// <summary>The causes worth a conversation, strongest first; empty when none stands out.</summary>
    public static IReadOnlyList<FeltCause> Check(IReadOnlyList<IndecisionCause> causes, IReadOnlyList<IndecisionStatement> statements, IReadOnlyDictionary<string, int> ratings)
    {
        var felt = new List<FeltCause>();
        foreach (var cause in causes)
        {
            var answered = statements.Where(statement => statement.Cause == cause.Id && ratings.ContainsKey(statement.Id)).Select(statement => ratings[statement.Id]).ToList();
            if (answered.Count > 0 && answered.Average() >= WorthAConversation)
            {
                felt.Add(new FeltCause(cause, answered.Average()));
            }
        }

        return [.. felt.OrderByDescending(one => one.Strength)];
    }
}
