using System.Reflection;
using Gradus.Data.Content;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus --version</c>: the program and the content edition.</summary>
internal static class VersionCommand
{
    public static int Print()
    {
        var program = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        Console.Out.WriteLine($"gradus {program}, content edition {ContentLoader.EditionOf(ContentDirectory.Find())}");
        return ExitCode.Done;
    }
}
