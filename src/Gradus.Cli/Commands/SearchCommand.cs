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
        var from = new Option<int>("--from") { Description = "The place of the first result; ten are shown.", HelpName = "N", DefaultValueFactory = _ => 1 };
        from.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && SearchResults.ParseFrom(result.Tokens[0].Value) is null)
            {
                result.AddError($"--from is “{result.Tokens[0].Value}”; expected a whole number from 1 to {SearchResults.LastFrom}.");
            }
        });
        var command = new Command("search", "Search tools, specialties, guidance, figures and sources, as at a day in a nation.") { words, nation, on, from, json, directory };
        command.SetAction(parsed =>
        {
            var folder = ContentDirectory.Find(parsed.GetValue(directory));
            var library = ContentLoader.Load(folder);
            var reader = parsed.GetValue(nation) ?? Nation.England;
            var date = parsed.GetValue(on) ?? Shared.Today;
            var first = parsed.GetValue(from);
            var query = string.Join(' ', parsed.GetValue(words)!);
            if (string.IsNullOrWhiteSpace(query))
            {
                throw new UsageException("Expected words to search for: ./gradus search study leave");
            }

            var answer = ContentSearch.Build(library, SpecialtyExplorerContent.Of(library.System(SpecialtyExplorerContent.System).Tables, folder), reader, date)
                .Find(query, skip: first - 1);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(SearchResults.Of(query, reader, date, first, library.Edition, answer));
                return ExitCode.Done;
            }

            foreach (var hit in answer.Hits)
            {
                Console.Out.WriteLine($"{hit.Address}  {hit.Entry.Title}");
                Console.Out.WriteLine($"    {ExcerptPart.Words(hit.Excerpt)}");
                foreach (var section in hit.Sections)
                {
                    Console.Out.WriteLine($"    {section.Entry.Address}  {section.Heading}");
                    Console.Out.WriteLine($"        {ExcerptPart.Words(section.Excerpt)}");
                }
            }

            Console.Error.WriteLine($"{answer.Total} found.{(answer.ReadAs is { } readAs ? $" Read as “{readAs}”." : "")}{(answer.DidYouMean is { } meant ? $" Did you mean “{meant}”?" : "")}{(SearchResults.MoreFrom(first, answer) is { } more ? $" More: --from {more}." : "")}");
            return ExitCode.Done;
        });
        return command;
    }
}
