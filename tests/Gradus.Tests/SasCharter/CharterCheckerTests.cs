using Gradus.Rules;
using Gradus.SasCharter;
using Gradus.Tests.Tools;

namespace Gradus.Tests.SasCharter;

public sealed class CharterCheckerTests
{
    private static readonly string[] states = ["none", "partly", "fully", "do-not-know"];

    [Fact]
    public void Score_CountsOnlyWhatWasAnswered_AndRaisesAtMostThreeOfThese()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var items = Enumerable.Range(1, 25).Where(_ => random.Next(2) == 0).Select(number => (Item: $"{number}", State: states[random.Next(4)])).ToList();
            var counted = items.Where(item => item.State != "do-not-know").Select(item => item.State switch { "fully" => 100m, "partly" => 50m, _ => 0m }).ToList();

            var answer = Ask(items, NationExtensions.All[seed % 4]);

            answer.Percent.ShouldBe(counted.Count == 0 ? null : (int)decimal.Round(counted.Average(), MidpointRounding.AwayFromZero));
            answer.Themes.Sum(theme => theme.Answered).ShouldBe(counted.Count);
            answer.Themes.Sum(theme => theme.Of).ShouldBe(25);
            answer.Raise.Count.ShouldBe(Math.Min(3, counted.Count(state => state < 100)));
            answer.Raise.ShouldAllBe(item => item.State == KeptState.None || item.State == KeptState.Partly);
            (answer.Verdict == Verdict.Yes).ShouldBe(counted.Count == 25 && counted.TrueForAll(state => state == 100));
        }
    }

    [Fact]
    public void Everything_KeptFully_IsAYes() =>
        Ask([.. Enumerable.Range(1, 25).Select(number => ($"{number}", "fully"))], Nation.England).Verdict.ShouldBe(Verdict.Yes);

    [Theory]
    [InlineData("""{"items":[{"item":"26","state":"none"}]}""", "items[0].item")]
    [InlineData("""{"items":[{"item":"2","state":"none"},{"item":"2","state":"fully"}]}""", "items[1].item")]
    [InlineData("""{"items":[{"item":"2","state":"maybe"}]}""", "items[0].state")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("sas-charter/check", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    private static CharterCheck Ask(IReadOnlyList<(string Item, string State)> items, Nation nation) =>
        ToolAsk.Answer<CharterCheck>("sas-charter/check", new { items = items.Select(item => new { item = item.Item, state = item.State }) }, nation: nation);
}
