using System.Diagnostics;

namespace Gradus.Tests.House;

/// <summary>The script that starts Gradus, in a folder like a fresh clone, with a compiler that only notes that it was called.</summary>
public sealed class StartScriptTests : IDisposable
{
    private readonly string _clone = Directory.CreateTempSubdirectory("gradus-clone-").FullName;

    public StartScriptTests()
    {
        Write("src/Gradus/Rules/Rule.cs", "// A rule.");
        Write("src/Gradus/Gradus.csproj", "<Project />");
        Write("src/Gradus.Web/Gradus.Web.csproj", "<Project />");
        Write("src/Gradus.Cli/Gradus.Cli.csproj", "<Project />");
        Write("global.json", "{}");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        File.Copy(Repository.At("gradus"), Path.Combine(_clone, "gradus"));

        // Builds as the compiler does: folders of its own beside the sources, and what was asked for.
        Write("tools/dotnet", """
            #!/usr/bin/env bash
            if [ "$1" != publish ]; then exit 0; fi
            name=${2#"$CLONE/"}; echo "$name" >>"$CLONE/published"
            mkdir -p "$CLONE/$name/bin" "$CLONE/$name/obj" "$CLONE/src/Gradus/bin" "$CLONE/src/Gradus/obj"
            while [ "$1" != -o ]; do shift; done
            mkdir -p "$2"
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(_clone, "tools/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => Directory.Delete(_clone, recursive: true);

    [Fact]
    public void AFreshClone_IsBuiltOnce_AndAgainOnlyAfterAChange()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The script is for a Unix shell.
        }

        var built = new List<int> { Builds(), Builds() };
        Write("src/Gradus/Rules/Rule.cs", "// Another rule.");
        File.SetLastWriteTimeUtc(Path.Combine(_clone, "src/Gradus/Rules/Rule.cs"), File.GetLastWriteTimeUtc(Path.Combine(_clone, ".gradus/stamp")).AddSeconds(5));
        built.Add(Builds());

        built.ShouldBe([2, 2, 4], "two projects each time");
    }

    // How many projects were built so far, after one more call.
    private int Builds()
    {
        var start = new ProcessStartInfo("bash",
            [Path.Combine(_clone, "gradus"), "--help"])
        { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = Path.Combine(_clone, "tools") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["CLONE"] = _clone;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, said);
        return File.ReadAllLines(Path.Combine(_clone, "published")).Length;
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_clone, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
