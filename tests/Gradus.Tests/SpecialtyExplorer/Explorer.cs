using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.SpecialtyExplorer;

/// <summary>The content of this edition, read once, and doctors to try it with.</summary>
internal static class Explorer
{
    public static string ContentDirectory { get; } = FindContent();

    public static SpecialtyExplorerContent Content { get; } = SpecialtyExplorerContent.Load(ContentDirectory);

    public static ExplorerModel Model { get; } = Content.CreateModel();

    public static Questionnaire Questionnaire => Content.Questionnaire;

    public static Answers ADoctorOf(string specialty, ulong seed = 1) => ADoctor(Model.IndexOf(specialty), seed);

    public static Answers ADoctor(int specialty, ulong seed)
    {
        var random = new SteadyRandom(seed);
        var noise = AnswerNoise.Levels[1];
        return SyntheticDoctor.Make(Model, specialty, noise, ref random).Answer(Model, noise, Questionnaire.Statements, Questionnaire.Tasks, ref random);
    }

    public static Answers AllRated(int rating) =>
        Answers.None with { Statements = Questionnaire.Statements.ToDictionary(statement => statement.Id, _ => rating, StringComparer.Ordinal) };

    private static string FindContent()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var content = Path.Combine(directory.FullName, "content");
            if (Directory.Exists(Path.Combine(content, "specialty-explorer")))
            {
                return content;
            }
        }

        throw new DirectoryNotFoundException("content/specialty-explorer is not above the tests.");
    }
}
