using System.Reflection;
using Gradus.Data.Content;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus --version</c>: the program, and the content edition where there is content.</summary>
internal static class VersionCommand
{
    public static int Print()
    {
        var program = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        Console.Out.WriteLine($"gradus {program}, {Edition()}");
        return ExitCode.Done;
    }

    private static string Edition()
    {
        try
        {
            return $"content edition {ContentLoader.EditionOf(ContentDirectory.Find())}";
        }
        catch (DirectoryNotFoundException)
        {
            return "no content here";
        }
    }
}
