using System.CommandLine;
using Gradus.Data.Allocation;
using Gradus.Matching.Files;

namespace Gradus.Cli.Commands.Allocate;

/// <summary>Turns what is wrong with files into what the person who called can put right.</summary>
internal static class Inputs
{
    /// <summary>A folder that was named; an empty name is refused before anything is read.</summary>
    public static string Folder(ParseResult parsed, Option<string> option) =>
        parsed.GetRequiredValue(option) is var path && !string.IsNullOrWhiteSpace(path) ? path : throw new UsageException($"{option.Name}: expected a folder, found nothing");

    /// <summary>The folder of a result, and the workbook where one was named: the result of <c>x.xlsx</c> lies in the folder <c>x</c> beside it.</summary>
    public static (string Folder, string? Workbook) Result(ParseResult parsed, Option<string> option)
    {
        var path = Folder(parsed, option);
        if (!AllocationStore.IsWorkbook(path) || Directory.Exists(path))
        {
            return (path, null);
        }

        return Path.GetFileNameWithoutExtension(path).Length > 0
            ? (Path.ChangeExtension(path, null), path)
            : throw new UsageException($"{option.Name}: expected a name before .xlsx");
    }

    /// <summary>Runs an action; a file that cannot be read or written is wrong usage. A reader who has had enough of the output is not.</summary>
    public static int Answer(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (InputException fault)
        {
            throw new UsageException(fault.Message);
        }
        catch (IOException fault) when (!fault.Message.Contains("Broken pipe", StringComparison.Ordinal))
        {
            throw new UsageException(fault.Message);
        }
    }
}
