using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>What an error or a help says may be entered is what that door takes: over every fact of every tool, by its own example and by its range.</summary>
public partial class ExpectedWordsTests
{
    /// <summary>Every fact with words, by its tool and path; one row of each list stands for all.</summary>
    public static TheoryData<string> Tools => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [MemberData(nameof(Tools))]
    public void Example_AsAFormShowsIt_IsTakenByThatField(string address)
    {
        foreach (var (path, fact) in Facts(address).Where(fact => fact.Fact.Fact!.Example is not null))
        {
            var said = SuchAs().Match(FactsWords.Enter(fact)).Groups["example"].Value;

            var form = FactsForm.Read(ShapeOf(address), [KeyValuePair.Create(path, (IReadOnlyList<string>)[said])]);
            using var json = JsonDocument.Parse(form.Json);

            said.ShouldNotBeEmpty($"{address} {path}");
            form.InWords([new FieldError(path, "Refused.")])
                .ShouldBe([new FieldError(path, "Refused.")], $"{address} {path}: “{said}” is what the message says to enter, and the field says of it");
            if (fact.Kind is FactKind.Number or FactKind.Whole)
            {
                var value = At(json.RootElement, path).GetDecimal();
                value.ShouldBeInRange(fact.Low, fact.High, $"{address} {path}");
                value.ShouldBe(decimal.Parse(fact.Fact!.Example!, CultureInfo.InvariantCulture), $"{address} {path}: data has the same example");
            }
        }
    }

    // Whoever writes a decimal with a comma, or a share as 0.8 where per cent is asked for, is told so and is not taken for a number a hundred times as large.
    [Theory]
    [MemberData(nameof(Tools))]
    public void Number_WithACommaForItsPoint_IsRefused(string address)
    {
        foreach (var (path, _) in Facts(address).Where(fact => fact.Fact.Kind is FactKind.Number or FactKind.Whole))
        {
            foreach (var (typed, meant) in new[] { ("7,5", "7.5"), ("10,00", "10.00"), ("£1,50", "1.50") })
            {
                Refusal(address, path, typed).ShouldContain($"write decimals after a point, as in {meant}", Case.Sensitive, $"{address} {path} {typed}");
            }

            Refusal(address, path, "1,234,500").ShouldNotContain("is not a number", Case.Sensitive, $"{address} {path}");
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void PerCent_ThatIsReadWhole_SaysWhatIsWrongWithItsDecimals(string address)
    {
        foreach (var (path, _) in Facts(address).Where(fact => fact.Fact is { Kind: FactKind.Number, Fact: { IsShare: false, Unit: "%", Places: 0 } }))
        {
            Refusal(address, path, "0.8").ShouldContain("less than one per cent", Case.Sensitive, $"{address} {path}");
            Refusal(address, path, "66.667").ShouldContain("a whole number is read. Round it, to 67.", Case.Sensitive, $"{address} {path}");
        }
    }

    // A sign that says something else than what is asked for is not passed over.
    [Theory]
    [MemberData(nameof(Tools))]
    public void Number_OfAnotherMeasure_IsRefused(string address)
    {
        foreach (var (path, fact) in Facts(address).Where(fact => fact.Fact.Kind is FactKind.Number or FactKind.Whole))
        {
            var isShare = fact.Fact is { IsShare: true } or { Unit: "%" };
            Refusal(address, path, "80%").Contains("“80%” is a percentage", StringComparison.Ordinal).ShouldBe(!isShare, $"{address} {path}");
            Refusal(address, path, "£80").Contains("“£80” is money", StringComparison.Ordinal).ShouldBe(fact.Fact?.Unit != "£", $"{address} {path}");
            Refusal(address, path, "$80").ShouldContain("“$80” is money", Case.Sensitive, $"{address} {path}");
        }
    }

    private static string Refusal(string address, string path, string typed) =>
        FactsForm.Read(ShapeOf(address), [KeyValuePair.Create(path, (IReadOnlyList<string>)[typed])]).InWords([new FieldError(path, "Refused.")])[0].Message;

    // A message names a field by its label, apart from the field before it.
    [Theory]
    [MemberData(nameof(Tools))]
    public void Label_OfAField_CanStandAlone(string address)
    {
        foreach (var (path, fact) in Facts(address))
        {
            char.IsLower(fact.Fact?.Asks[0] ?? 'X').ShouldBeFalse($"{address} {path}: “{fact.Fact?.Asks}”");
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void Share_IsAskedForInPerCentWhereItIsTypedInPerCent(string address)
    {
        foreach (var (path, fact) in Facts(address).Where(fact => fact.Fact.Fact!.IsShare))
        {
            var form = FactsForm.Read(ShapeOf(address), [KeyValuePair.Create(path, (IReadOnlyList<string>)["101"])]);

            var said = form.InWords([new FieldError(path, $"Expected {fact.Expected}.") { IsExpectation = true }]).ShouldHaveSingleItem().Message;

            said.ShouldContain("per cent", Case.Sensitive, $"{address} {path}");
            said.ShouldNotMatch(@"\bto 1\b|\bmost 1\b|\b0\.\d", $"{address} {path}: a share in a form is a percentage");
            foreach (Match bound in Bounds().Matches(said))
            {
                (decimal.Parse(bound.Value, CultureInfo.InvariantCulture) / 100).ShouldBeInRange(decimal.Floor(fact.Low), fact.High, $"{address} {path}: {said}");
            }
        }
    }

    [Xunit.Fact]
    public void Rule_NamesDaysSharesAndRows_AsEachDoorHasThem()
    {
        var tool = ToolAsk.Tool("less-than-full-time/completion-date");
        var form = FactsForm.Read(tool.Shape, Fields(("plannedEnd", "1 August 2030"), ("baselineRate", "100"),
            ("changes[0].kind", "less-than-full-time"), ("changes[0].from", "1 March 2027"), ("changes[0].to", "29 February 2028"), ("changes[0].rate", "80"),
            ("changes[1].kind", "parental"), ("changes[1].from", "1 February 2028"), ("changes[1].to", "1 December 2028")));

        var refused = tool.Bind(ToolAsk.Library.Book).Answer(form.Json, new Asking(new DateOnly(2026, 11, 30), Nation.England)).Errors;

        refused.Select(error => error.Message).ShouldBe(
        [
            "Expected a day after 2028-02-29, the last day of changes[0]: changes may not overlap.",
            "Expected the share of full time after the last change, from 0 to 1, because that change has an end.",
        ]);
        form.InWords(refused).Select(error => error.Message).ShouldBe(
        [
            "Expected a day after 29 February 2028, the last day of “Change” 1: changes may not overlap.",
            "Expected the share of full time after the last change, from 0 to 100 per cent, because that change has an end.",
        ]);
    }

    [Xunit.Fact]
    public void Rule_OfFactsThatStandInOthers_NamesTheirFieldsWhereTheyStand()
    {
        var refused = ToolAsk.Reply("less-than-full-time/side-by-side", """
            { "plan": { "plannedEnd": "2030-08-01", "baselineRate": 1, "rateAfter": 1, "changes": [
              { "kind": "less-than-full-time", "from": "2027-03-01", "to": "2028-02-29", "rate": 0.8 },
              { "kind": "parental", "from": "2028-02-01", "to": "2028-12-01" } ] } }
            """).Errors;

        refused.Single(error => error.Field == "plan.changes[1].from").Message
            .ShouldBe("Expected a day after 2028-02-29, the last day of plan.changes[0]: changes may not overlap.");
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void AFactThatAppliesOnlyBesideAnother_NamesItByItsLabelAndItsChoices(string address)
    {
        var shape = ShapeOf(address);
        foreach (var (path, fact) in Facts(address).Where(fact => fact.Fact.Fact!.OnlyWhen is not null))
        {
            var (other, keys) = (fact.Fact!.OnlyWhen!.Split('=')[0], fact.Fact.OnlyWhen.Split('=')[1].Split(','));
            var at = path.LastIndexOf('.') is > 0 and var dot ? $"{path[..dot]}.{other}" : other;
            var errors = new FieldErrors();
            errors.Add(path, $"Expected this only when {new FieldIs(at, keys)}.");
            errors.All.ShouldHaveSingleItem().Message.ShouldBe($"Expected this only when {other} is {string.Join(" or ", keys)}.");

            var said = FactsForm.Read(shape, []).InWords(errors.All).ShouldHaveSingleItem().Message;

            var beside = FactsForm.Find(shape, at)!;
            said.ShouldStartWith($"Expected this only when “{beside.Fact!.Asks}” is ");
            foreach (var key in keys)
            {
                said.ShouldContain(beside.Kind == FactKind.YesNo ? "is yes" : $"“{beside.Choices.First(choice => choice.Key == key).Label}”", Case.Sensitive, $"{address} {path}");
            }
        }
    }

    [Xunit.Fact]
    public void SeveralThings_WrongInDifferentWays_AreAllSaidAtOnce()
    {
        var errors = ToolAsk.Reply("foundation-applications/chances", """{ "order": [], "priorityFrom": "0.8", "scenarios": 3000, "seed": -1 }""").Errors;

        errors.Select(error => error.Field).Order(StringComparer.Ordinal).ShouldBe(["priorityFrom", "scenarios", "seed"]);
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Fields(params (string Path, string Typed)[] fields) =>
        fields.Select(field => KeyValuePair.Create(field.Path, (IReadOnlyList<string>)[field.Typed]));

    private static FactsShape ShapeOf(string address) => AllTools.Declared.First(tool => tool.Address == address).Shape;

    private static IEnumerable<(string Path, FactsShape Fact)> Facts(string address) =>
        EveryFact.Of(AllTools.Declared.First(tool => tool.Address == address)).Select(fact => (fact.Path, Fact: fact.Steps[^1])).Where(fact => fact.Fact.Fact is not null);

    private static JsonElement At(JsonElement json, string path) => path.Split('.').Aggregate(json, (at, step) =>
        step.EndsWith("[0]", StringComparison.Ordinal) ? at.GetProperty(step[..^3])[0] : at.GetProperty(step));

    [GeneratedRegex(@", such as (?<example>.+)\.$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SuchAs();

    [GeneratedRegex(@"(?<=\bto |\bmost |\bfrom |\babove |\bsuch as )\d+(\.\d+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bounds();
}
