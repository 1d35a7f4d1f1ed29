using System.CommandLine;
using Gradus.Data.Content;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus content check</c>: what is wrong in the content, what is overdue for review, what is in doubt.</summary>
internal static class ContentCommand
{
    public static Command Create()
    {
        var directory = Shared.Content();
        var strict = new Option<bool>("--strict") { Description = "Exit 1 also when something is overdue or in doubt." };
        var all = new Option<bool>("--all") { Description = "List every doubt, not only how many each system has." };
        var on = Shared.On();
        var json = Shared.Json();
        var check = new Command("check",
            "Read all content strictly: how much there is, then the faults, what is overdue for review, and how much is in doubt.") { directory, strict, all, on, json };
        check.SetAction(parsed =>
        {
            var folder = ContentDirectory.Find(parsed.GetValue(directory));
            var (library, faults) = ContentLoader.Read(folder);
            if (faults.Count == 0)
            {
                faults = ContentReadings.Check(folder, library);
            }

            var review = ContentReview.Of(library, parsed.GetValue(on) ?? Shared.Today);
            if (parsed.GetValue(json))
            {
                PrintJson(library, faults, review);
            }
            else
            {
                Print(library, faults, review, parsed.GetValue(all));
            }

            var inDoubt = review.Overdue.Count + review.Doubtful.Count > 0;
            return faults.Count > 0 || (parsed.GetValue(strict) && inDoubt) ? ExitCode.No : ExitCode.Done;
        });
        return new Command("content", "Words and figures.") { check };
    }

    // The line that matters first; whoever wants each of the doubts asks for them.
    private static void Print(ContentLibrary library, IReadOnlyList<ContentFault> faults, ContentReview review, bool all)
    {
        Console.Error.WriteLine($"Edition {library.Edition}: {library.Pages.Count} pages, {library.Figures.Count} figures, {library.Sources.Count} sources. {faults.Count} faults, {review.Overdue.Count} overdue, {review.Doubtful.Count} in doubt.");
        foreach (var fault in faults)
        {
            Console.Out.WriteLine(fault);
        }

        foreach (var page in review.Overdue)
        {
            Console.Out.WriteLine($"overdue: {page.Address} “{page.Title}” was reviewed on {page.Reviewed.Iso()} and due on {page.Due.Iso()}");
        }

        if (all)
        {
            foreach (var doubt in review.Doubtful)
            {
                Console.Out.WriteLine($"{doubt.Status.Key()}: {doubt.Name}: {doubt.Says}{(doubt.Note is null ? "" : " " + doubt.Note)}");
            }
        }
        else if (review.Doubtful.Count > 0)
        {
            foreach (var system in review.Doubtful.GroupBy(doubt => doubt.Name.Split('/')[0], StringComparer.Ordinal)
                .OrderByDescending(system => system.Count())
                .ThenBy(system => system.Key, StringComparer.Ordinal))
            {
                Console.Out.WriteLine($"in doubt: {system.Count()} in {system.Key}");
            }

            Console.Out.WriteLine("--all lists each doubt.");
        }
    }

    private static void PrintJson(ContentLibrary library, IReadOnlyList<ContentFault> faults, ContentReview review) => Shared.PrintJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("edition", library.Edition);
        json.WriteStartArray("faults");
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            json.WriteString("file", fault.File);
            json.WriteNumber("line", fault.Line);
            json.WriteNumber("column", fault.Column);
            json.WriteString("message", fault.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("overdue");
        foreach (var page in review.Overdue)
        {
            json.WriteStartObject();
            json.WriteString("address", page.Address);
            json.WriteString("title", page.Title);
            json.WriteString("reviewed", page.Reviewed.Iso());
            json.WriteString("due", page.Due.Iso());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("doubtful");
        foreach (var doubt in review.Doubtful)
        {
            json.WriteStartObject();
            json.WriteString("name", doubt.Name);
            json.WriteString("says", doubt.Says);
            json.WriteString("status", doubt.Status.Key());
            json.WriteString("note", doubt.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
