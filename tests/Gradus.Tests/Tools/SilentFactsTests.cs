using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Nothing supplied is ignored without a word: a fact that changes nothing, whatever its value, is refused or announced.</summary>
public sealed class SilentFactsTests
{
    // In a simulation a fact may have no effect by how the draws fall; of rows the workbench says it of a column, not of one row. Nothing else may join them.
    private static readonly (string Address, string Path)[] notSaid =
    [
        ("/foundation-applications/chances", "seed"), ("/specialty-applications/offers", "seed"), ("/specialty-applications/offers", "posts"),
            ("/specialty-applications/offers", "applicants"), ("/specialty-applications/offers", "rank"), ("/specialty-applications/offers", "sure"),
        ("/code-of-practice/board", "doctors[0].owner"), ("/specialty-applications/self-assessment", "evidence[0].count"),
    ];

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    public static TheoryData<string> All => [.. AllTools.Declared.Where(tool => !tool.IsHeavy).Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Fact_ThatChangesNothingWhateverItsValue_IsRefusedOrAnnounced(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var silent = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var example in ToolAsk.Library.ExamplesOf(tool))
        {
            var asking = new Asking(example.On, Nation.England);
            foreach (var (path, steps) in EveryFact.Of(tool)
                .Where(fact => !fact.Steps[^1].IsNeeded && fact.Path.Split('.')[^1] is not ("on" or "nation" or "calendarId") && !notSaid.Contains((address, fact.Path))))
            {
                if (IsSilent(bound, example.Facts, steps, path, asking))
                {
                    (silent.TryGetValue(path, out var list) ? list : silent[path] = []).Add(example.Id);
                }
            }
        }

        silent.Select(one => $"{one.Key}: {one.Value.Count} of {ToolAsk.Library.ExamplesOf(tool).Count}: {string.Join(", ", one.Value.Take(3))}").ShouldBeEmpty(address);
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(All))]
    public void Fact_ThatIsSaidToHaveNoEffect_HasNone(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        foreach (var example in ToolAsk.Library.ExamplesOf(tool))
        {
            var asking = new Asking(example.On, Nation.England);
            foreach (var (path, steps) in EveryFact.Of(tool).Where(fact => !fact.Steps[^1].IsNeeded))
            {
                foreach (var told in Values(bound, steps[^1], asking.On).Select(value => EveryFact.With(example.Facts, steps, value)))
                {
                    var with = bound.Answer(Encoding.UTF8.GetBytes(told), asking).Answer;
                    if (with is not null && with.Warnings.Any(warning => warning.Field == path && warning.Says.Contains("no effect", StringComparison.Ordinal))
                        && bound.Answer(Encoding.UTF8.GetBytes(EveryFact.Without(told, steps)), asking).Answer is { } without)
                    {
                        (WithoutWarnings(bound, with) == WithoutWarnings(bound,
                            without)).ShouldBeTrue($"{address} {example.Id}: {path} is said to have no effect, and it has one: {told}");
                    }
                }
            }
        }
    }

    [Xunit.Fact]
    public void EveryRecordOfFacts_CanBeMadeAsIfNothingHadBeenTold()
    {
        var (seen, waiting) = (new HashSet<Type>(), new Queue<Type>(AllTools.Declared.Where(tool => !tool.IsHeavy && !tool.SaysWhatIsUnused).Select(tool => tool.FactsType)));
        while (waiting.TryDequeue(out var type))
        {
            foreach (var property in seen.Add(type) ? type.GetProperties().Where(property => property.SetMethod is not null) : [])
            {
                var value = property.PropertyType.IsGenericType ? property.PropertyType.GenericTypeArguments[^1] : property.PropertyType;
                if (value.Assembly == typeof(DeclaredTool).Assembly && value.IsClass)
                {
                    waiting.Enqueue(value);
                }
            }
        }

        seen.Where(type => type.GetConstructor(Type.EmptyTypes) is null).ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(40);
    }

    private static string WithoutWarnings(BoundTool bound, ToolAnswer answer)
    {
        var json = JsonNode.Parse(AnswerText.Json(bound, answer))!.AsObject();
        json.Remove("warnings");
        return json.ToJsonString();
    }

    private static bool IsSilent(BoundTool bound, string facts, IReadOnlyList<FactsShape> steps, string path, Asking asking)
    {
        var tried = 0;
        foreach (var value in Values(bound, steps[^1], asking.On))
        {
            var told = EveryFact.With(facts, steps, value);
            var with = bound.Answer(Encoding.UTF8.GetBytes(told), asking);
            if (with.Answer is not { } answer)
            {
                continue;
            }

            if (answer.Warnings.Any(warning => path == warning.Field
                || path.StartsWith(warning.Field + ".", StringComparison.Ordinal)
                || path.StartsWith(warning.Field + "[", StringComparison.Ordinal)))
            {
                return false;
            }

            var without = bound.Answer(Encoding.UTF8.GetBytes(EveryFact.Without(told, steps)), asking);
            if (without.Answer is null || AnswerText.Json(bound, answer) != AnswerText.Json(bound, without.Answer))
            {
                return false;
            }

            tried++;
        }

        return tried > 1;
    }

    private static IEnumerable<JsonNode> Values(BoundTool bound, FactsShape fact, DateOnly on) => fact.Kind switch
    {
        FactKind.YesNo => [JsonValue.Create(true), JsonValue.Create(false)],
        FactKind.Choice => fact.Choices.Select(choice => (JsonNode)JsonValue.Create(choice.Key)),
        FactKind.Number or FactKind.Whole => new[] { fact.Low, fact.Low + 1, fact.High, decimal.Truncate((fact.Low / 2) + (fact.High / 2)),
            fact.Fact?.Example is { } text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? number
                : fact.Low + 2 }.Where(number => decimal.Abs(number) < 1_000_000_000)
            .Select(number => (JsonNode)JsonValue.Create(number)),
        FactKind.Day => ((int[])[-4000, -400, -40, -1, 40, 400,
            4000]).Select(days => (JsonNode)JsonValue.Create(on.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        FactKind.Moment => ((int[])[-4000, -40, -1, 40,
            400]).Select(days => (JsonNode)JsonValue.Create(on.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T11:05")),
        _ when fact.Fact?.KeysOf is not null => bound.ChoicesOf(fact).Select(choice => (JsonNode)JsonValue.Create(choice.Key)).Where((_, index) => index < 40),
        _ => [JsonValue.Create("something"), JsonValue.Create("another")],
    };
}
