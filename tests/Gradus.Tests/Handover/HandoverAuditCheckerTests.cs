using Gradus.Dates;
using Gradus.Handover;
using Gradus.Tests.Tools;

namespace Gradus.Tests.Handover;

public sealed class HandoverAuditCheckerTests
{
    [Fact]
    public void Signals_MirrorWhenEveryShareIsTurnedRound()
    {
        var random = new Random(30);
        for (var time = 0; time < 200; time++)
        {
            var counts = Enumerable.Range(0, random.Next(10, 40)).Select(_ => random.Next(0, 21)).ToList();

            var answer = Ask(counts);
            var turned = Ask(counts.ConvertAll(count => 20 - count));

            turned.Median.ShouldBe(100 - answer.Median);
            turned.Signals.Select(signal => (signal.Key, signal.From, signal.To, signal.IsUp))
                .ShouldBe(answer.Signals.Select(signal => (signal.Key, signal.From, signal.To, !signal.IsUp)));
        }
    }

    [Fact]
    public void Shifts_HoldSixPointsOrMoreOnOneSide_AndNoneIsMissed()
    {
        var random = new Random(31);
        for (var time = 0; time < 300; time++)
        {
            var answer = Ask([.. Enumerable.Range(0, 25).Select(_ => random.Next(8, 13))]);
            var sides = answer.Points.Where(point => point.Percent != answer.Median).Select(point => (point.On, Up: point.Percent > answer.Median)).ToList();
            var expected = 0;
            for (var (index, run) = (0, 0); index < sides.Count; index++)
            {
                run = index > 0 && sides[index - 1].Up == sides[index].Up ? run + 1 : 1;
                expected += run == 6 ? 1 : 0;
            }

            answer.Signals.Count(signal => signal.Key == "shift").ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("""{"audits":[]}""", "audits")]
    [InlineData("""{"audits":[{"on":"2027-01-01","seen":5,"complete":6}]}""", "audits[0].complete")]
    [InlineData("""{"audits":[{"on":"2027-01-01","seen":5,"complete":5},{"on":"2027-01-01","seen":5,"complete":5}]}""", "audits[1].on")]
    [InlineData("""{"changedOn":"2027-01-01","audits":[{"on":"2027-01-01","seen":5,"complete":5}]}""", "changedOn")]
    [InlineData("""{"audits":[{"on":"2027-01-01","seen":0,"complete":0}]}""", "audits[0].seen")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("handover/audit", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    private static HandoverAudit Ask(IReadOnlyList<int> counts) =>
        ToolAsk.Answer<HandoverAudit>("handover/audit",
            new { audits = counts.Select((complete, week) => new { on = new DateOnly(2025, 1, 6).AddDays(7 * week).Iso(), seen = 20, complete }) });
}
