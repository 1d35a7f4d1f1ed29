using System.CommandLine;
using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus search</c>: tools, specialties, guidance, figures and sources.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("words") { Description = "What to look for.", Arity = ArgumentArity.OneOrMore };
        var directory = Shared.Content();
        var nation = Shared.Nation();
        var on = Shared.On();
        var json = Shared.Json();
        var command = new Command("search", "Search tools, specialties, guidance, figures and sources.") { words, nation, on, json, directory };
        command.SetAction(parsed =>
        {
            var folder = ContentDirectory.Find(parsed.GetValue(directory));
            var explorer = Task.Run(() => SpecialtyExplorerContent.Load(folder));
            var library = ContentLoader.Load(folder);
            var reader = parsed.GetValue(nation) ?? Nation.England;
            var query = string.Join(' ', parsed.GetValue(words)!);
            var answer = ContentSearch.Build(library, explorer.GetAwaiter().GetResult(), reader, parsed.GetValue(on) ?? Shared.Today).Find(query, most: 10);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(SearchResults.Of(query, reader, library.Edition, answer));
                return ExitCode.Done;
            }

            foreach (var hit in answer.Hits)
            {
                Console.Out.WriteLine($"{hit.Entry.Address}  {hit.Entry.Title}{(hit.Entry.Heading.Length > 0 ? ": " + hit.Entry.Heading : "")}");
                Console.Out.WriteLine($"    {string.Concat(hit.Excerpt.Select(part => part.Text))}");
            }

            Console.Error.WriteLine($"{answer.Total} found.{(answer.ReadAs is null ? "" : $" Read as “{answer.ReadAs}”.")}");
            return ExitCode.Done;
        });
        return command;
    }
}
