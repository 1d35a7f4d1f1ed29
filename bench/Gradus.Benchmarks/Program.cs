using Gradus.Benchmarks;

// One file for each suite; each is given the arguments after its name.
var suites = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["matching"] = MatchingSuite.Run,
};

if (args is [var name, .. var rest] && suites.TryGetValue(name, out var run))
{
    Machine.Print();
    return run(rest);
}

await Console.Error.WriteLineAsync($"Usage: dotnet run -c Release --project bench/Gradus.Benchmarks -- {string.Join('|', suites.Keys)}");
return 2;
