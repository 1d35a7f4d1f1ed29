using Gradus.Data.Content.Guidance;

namespace Gradus.Web.Reading;

/// <summary>Who a reader may say they are; it chooses the dates they see first and the stair that stands open.</summary>
/// <param name="Key">The word in the cookie, such as <c>foundation-doctor</c>.</param>
/// <param name="Words">The words after “I am a”.</param>
/// <param name="Stage">Their stair on the hub.</param>
/// <param name="Rooms">The rooms whose dates concern them.</param>
public sealed record Person(string Key, string Words, Stage Stage, IReadOnlyList<string> Rooms);

/// <summary>The people for whom the site is.</summary>
public static class People
{
    /// <summary>In the order of a career.</summary>
    public static IReadOnlyList<Person> All { get; } =
    [
        new("medical-student", "medical student", Stage.Foundation, ["foundation-applications", "shadowing", "specialty-explorer"]),
        new("foundation-doctor", "foundation doctor", Stage.Foundation,
            ["shadowing", "induction", "code-of-practice", "specialty-applications", "specialty-explorer", "medical-cv", "less-than-full-time"]),
        new("resident", "resident in training", Stage.InTraining,
            ["less-than-full-time", "code-of-practice", "changing-specialty", "specialty-applications", "induction", "handover", "medical-cv", "mentoring", "return-to-practice"]),
        new("gp", "GP", Stage.GpSasConsultant, ["gp-workforce", "gp-partnership", "gp-retention", "appraisal", "revalidation", "mentoring"]),
        new("sas-doctor", "SAS doctor", Stage.GpSasConsultant, ["sas-charter", "appraisal", "revalidation", "mentoring", "specialty-applications"]),
        new("consultant", "consultant", Stage.GpSasConsultant, ["appraisal", "revalidation", "mentoring", "sas-charter"]),
        new("away", "doctor away from work", Stage.Away, ["return-to-practice", "working-abroad", "volunteering-abroad", "revalidation"]),
    ];

    /// <summary>The person of a key; <c>null</c> when there is none.</summary>
    public static Person? Find(string? key) => All.FirstOrDefault(person => person.Key == key);
}
