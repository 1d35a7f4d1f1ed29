using System.Diagnostics;
using System.Globalization;

namespace Gradus.Benchmarks;

/// <summary>A C++ baseline: compiled once into the temporary folder, run as often as asked, its timings read from what it prints.</summary>
internal sealed class Native
{
    private const int MissingPackage = 3;
    private readonly string _program;

    private Native(string program) => _program = program;

    /// <summary>Compiles a file of <c>bench/native</c>; <c>null</c> when there is no compiler.</summary>
    public static Native? Compile(string file, string folder)
    {
        var program = Path.Combine(folder, Path.GetFileNameWithoutExtension(file));
        try
        {
            Start("g++", "-O3", "-march=native", "-std=c++20", "-pthread", Path.Combine(SourceFolder(), file), "-o", program);
            return new Native(program);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs the program; by name, the seconds and the checksum it found.</summary>
    public Dictionary<string, (double Seconds, long Checksum)> Run(params string[] arguments) => Lines(Start(_program, arguments));

    /// <summary>Runs a Python script of <c>bench/native</c>; <c>null</c> when there is no Python, or the script ends with 3 because its package is missing.</summary>
    public static Dictionary<string, (double Seconds, long Checksum)>? RunPython(string script, params string[] arguments)
    {
        try
        {
            var (output, exit) = End("/usr/bin/python3", [Path.Combine(SourceFolder(), script), .. arguments]);
            return exit == MissingPackage ? null : exit == 0 ? Lines(output) : throw new InvalidOperationException($"{script} ended with {exit}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static Dictionary<string, (double Seconds, long Checksum)> Lines(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(parts => parts[0],
                parts => (double.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture)), StringComparer.Ordinal);

    private static string Start(string program, params string[] arguments)
    {
        var (output, exit) = End(program, arguments);
        return exit == 0 ? output : throw new InvalidOperationException($"{program} ended with {exit}");
    }

    private static (string Output, int Exit) End(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "bench", "native");
            if (Directory.Exists(found))
            {
                return found;
            }
        }

        throw new DirectoryNotFoundException("bench/native is not above the current folder");
    }
}
