namespace Gradus.SpecialtyExplorer;

/// <summary>What one doctor said about their job, not about themselves: each dimension from 1 (none) to 5 (all), or skipped.</summary>
/// <param name="Specialty">The specialty's id.</param>
/// <param name="WouldChooseAgain">Whether they would choose it again: <c>yes</c>, <c>no</c> or <c>unsure</c>.</param>
/// <param name="Ratings">The 13 ratings in the fixed order; <c>null</c> where skipped.</param>
public sealed record SurveyResponse(string Specialty, string WouldChooseAgain, IReadOnlyList<int?> Ratings);

/// <summary>What the survey would change in one cell.</summary>
/// <param name="Specialty">The specialty's id.</param>
/// <param name="Dimension">The dimension's id.</param>
/// <param name="Answers">How many doctors answered; <c>null</c> where fewer than five did, which is not shown.</param>
/// <param name="Before">The mean before.</param>
/// <param name="After">The mean after.</param>
/// <param name="SpreadAfter">The spread after.</param>
public sealed record SurveyChange(string Specialty, string Dimension, int? Answers, double Before, double After, double SpreadAfter);

/// <summary>The effect of a survey, reported before anything is changed.</summary>
/// <param name="Responses">How many responses were read.</param>
/// <param name="Changes">Cells with five answers or more, and their new values.</param>
/// <param name="Suppressed">How many cells had one to four answers and stay as they are.</param>
/// <param name="Profiles">The profiles as they would be.</param>
public sealed record SurveyEffect(int Responses, IReadOnlyList<SurveyChange> Changes, int Suppressed, IReadOnlyList<SpecialtyProfile> Profiles);
