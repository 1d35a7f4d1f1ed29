using System.CommandLine;
using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Cli.Commands.Explorer;

/// <summary><c>gradus specialty-explorer questions</c>: the statements, best-worst tasks, interest areas and limits.</summary>
internal static class QuestionsCommand
{
    public static Command Create()
    {
        var content = Shared.Content();
        var json = Shared.Json();
        var command = new Command("questions", "The statements, best-worst tasks, interest areas and limits.") { json, content };
        command.SetAction(parsed =>
        {
            var questionnaire = SpecialtyExplorerContent.Load(ContentDirectory.Find(parsed.GetValue(content))).Questionnaire;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(
                    new
                    {
                        questionnaire.Statements,
                        questionnaire.Tasks,
                        questionnaire.Interests,
                        Limits = Questionnaire.LimitIds,
                        questionnaire.Dimensions,
                        ShortTasks = questionnaire.ShortTasks.Select(task => task.Task),
                    });
                return ExitCode.Done;
            }

            foreach (var statement in questionnaire.Statements)
            {
                Console.Out.WriteLine($"{statement.Id,-22} {statement.Text}{(statement.Reversed ? "  [reversed]" : "")}");
            }

            foreach (var task in questionnaire.Tasks)
            {
                Console.Out.WriteLine($"task {task.Task,-17} {string.Join(", ", task.Dimensions)}");
            }

            foreach (var area in questionnaire.Interests)
            {
                Console.Out.WriteLine($"{area.Id,-22} {string.Join(", ", area.Choices.Select(choice => choice.Id))}, {Questionnaire.NoPreference}");
            }

            Console.Out.WriteLine($"{"limits",-22} {string.Join(", ", Questionnaire.LimitIds)}");
            return ExitCode.Done;
        });
        return command;
    }
}
