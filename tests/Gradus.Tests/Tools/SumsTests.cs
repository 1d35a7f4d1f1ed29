using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>A sum that an answer shows comes out as it says, also at the bounds of every number that can be told.</summary>
public sealed partial class SumsTests
{
    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void EverySum_OfAnAnswer_ComesOutAsItSays(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(ToolAsk.Library.Book);
        var questions = ToolAsk.Library.ExamplesOf(tool).Select(example => (Id: example.Id, example.Facts, example.On)).Concat(WorkedByHandTests.QuestionsOf(address)).ToList();
        var first = questions[0];
        var numbers = EveryFact.Of(tool).Where(fact => fact.Steps[^1].Kind is FactKind.Number or FactKind.Whole)
            .SelectMany(fact => new[] { fact.Steps[^1].Low, fact.Steps[^1].High }.Where(bound => decimal.Abs(bound) < decimal.MaxValue).Distinct()
                .Select(number => (Id: $"{fact.Path} = {number}", Facts: EveryFact.With(first.Facts, fact.Steps, JsonValue.Create(number)), first.On)));
        foreach (var (id, facts, on) in questions.Concat(numbers))
        {
            foreach (var nation in NationExtensions.All)
            {
                foreach (var line in bound.Answer(Encoding.UTF8.GetBytes(facts), new Asking(on, nation)).Answer?.Working ?? [])
                {
                    Fault(line.Says).ShouldBeNull($"{address} {id} in {nation.Name()}");
                }
            }
        }
    }

    [Theory]
    [InlineData("£41,226 ÷ 261 = £157.95 a day", null)]
    [InlineData("3 added days: £41,226 ÷ 261 × 3 = £473.86", null)]
    [InlineData("0 − 0.75 paid or given back = 0 hours owed", "0 − 0.75 paid or given back = 0")]
    [InlineData("1 − 0.75 paid or given back = 0.25 hours owed", null)]
    [InlineData("£20,000 × 6 ÷ 9 × 20% × 1 = £2,666.66", "£20,000 × 6 ÷ 9 × 20% × 1 = £2,666.66")]
    [InlineData("Hours: 4 × 4 h 10 = 16 h 40 a week", null)]
    public void AFault_IsSeen(string sum, string? fault) => Fault(sum).ShouldBe(fault);

    // A sum of numbers, each with the words of its unit; one with hours and minutes, with dates or in brackets is not read.
    private static string? Fault(string line)
    {
        if (Sum().Match(line) is not { Success: true } sum)
        {
            return null;
        }

        List<decimal> numbers = [Value(sum.Groups["first"]), .. sum.Groups["next"].Captures.Select(Value)];
        decimal total = 0, product = numbers[0];
        foreach (var (place, sign) in sum.Groups["sign"].Captures.Index())
        {
            var next = numbers[place + 1];
            if (sign.Value is "÷" or "×")
            {
                product = sign.Value == "×" ? product * next : product / next;
                continue;
            }

            total += product;
            product = sign.Value == "−" ? -next : next;
        }

        var said = sum.Groups["result"].Value.TrimEnd('%');
        var places = said.Contains('.', StringComparison.Ordinal) ? said.Length - said.IndexOf('.', StringComparison.Ordinal) - 1 : said.StartsWith('£') ? 2 : 0;
        return Math.Abs(total + product - Value(sum.Groups["result"])) > 0.51m / (decimal)Math.Pow(10, places + (sum.Groups["result"].Value.EndsWith('%') ? 2 : 0)) ? sum.Value : null;
    }

    private static decimal Value(Capture number)
    {
        var value = decimal.Parse(number.Value.Trim('£', '%').Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return number.Value.EndsWith('%') ? value / 100 : value;
    }

    [GeneratedRegex(@"(?<=^|: )(?<first>£?\d[\d,]*(\.\d+)?%?)( [a-z][a-z ]*)?( (?<sign>[÷×−+]) (?<next>£?\d[\d,]*(\.\d+)?%?)( [a-z][a-z ]*)?)+ = (?<result>£?\d[\d,]*(\.\d+)?%?)(?![\d.%]| h \d| \d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sum();
}
