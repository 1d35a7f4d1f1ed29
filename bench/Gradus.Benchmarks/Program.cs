using Gradus.Benchmarks;
using Gradus.Data.Content;

var suites = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["completion-date"] = CompletionDateSuite.Run,
    ["abroad"] = AbroadSuite.Run,
    ["practice"] = PracticeSuite.Run,
    ["rights"] = RightsSuite.Run,
    ["site"] = SiteSuite.Run,
    ["start"] = StartSuite.Run,
    ["flood"] = FloodSuite.Run,
    ["search"] = SearchSuite.Run,
    ["matching"] = MatchingSuite.Run,
    ["explorer"] = args => ExplorerSuite.Run(ContentDirectory.Find(), Path.Combine(ContentDirectory.Find(), "..", "bench", "explorer_baseline.py")),
};

if (args.Length == 0 || !suites.TryGetValue(args[0], out var suite))
{
    Console.Error.WriteLine($"usage: dotnet run -c Release --project bench/Gradus.Benchmarks -- {string.Join('|', suites.Keys)}");
    return 2;
}

if (args is not ["start", "--serve", ..])
{
    Console.WriteLine(Machine.Describe());
}

return suite(args[1..]);
