using System.Text;
using System.Text.Json;
using Gradus.SasCharter;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.SasCharter;

/// <summary>No number under five can be told from a hospital's picture, nor from two of them.</summary>
public sealed class CharterBoardTests
{
    private const int Least = 5;
    private static readonly string[] states = ["none", "partly", "fully", "do-not-know"];

    [Fact]
    public void WhatIsPrinted_LeavesEverySmallNumberOpen_ForWhoeverKnowsTheRule()
    {
        for (var checks = Least; checks <= 24; checks++)
        {
            // Everything that could have been said, by what is printed of it.
            foreach (var alike in Every(checks).GroupBy(counts => CharterBoardCalculator.Printed((counts[0], counts[1], counts[2]), checks, Least)))
            {
                foreach (var what in new Func<int[], int>[] { counts => counts[0], counts => counts[1], counts => counts[2], counts => counts[3],
                    counts => counts[0] + counts[1], counts => checks - counts[2], counts => counts[0] + counts[1] + counts[2] })
                {
                    var could = alike.Select(what).Distinct().ToList();
                    (could is [> 0 and < Least]).ShouldBeFalse($"{could[0]} of {checks} could be told from {alike.Key}");
                }
            }
        }
    }

    [Fact]
    public void NothingFromOneToFour_IsPrinted_WhateverIsSaid()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var board = Ask(Rows(random, random.Next(5, 40)));

            foreach (var item in board.Items)
            {
                foreach (var count in new[] { item.None, item.Partly, item.NotInFull, item.Fully, item.DoNotKnow, board.Checks - item.Fully, item.None + item.Fully + item.Partly })
                {
                    (count is > 0 and < Least).ShouldBeFalse($"{count} in {item}");
                }
            }

            foreach (var theme in board.Themes.Where(theme => theme.FullyPercent is not null))
            {
                theme.FullyPercent.ShouldBe((int)decimal.Round(100m * board.Items.Where(item => item.Theme == theme.Theme)
                    .Sum(item => item.Fully ?? 0) / (board.Checks!.Value * theme.Shown),
                    MidpointRounding.AwayFromZero));
            }
        }
    }

    [Fact]
    public void TwoPictures_OfNearlyTheSameDoctors_DoNotTellWhoSaidWhat()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var before = Rows(random, random.Next(8, 30));
            var now = before.Select(row => random.Next(12) == 0 ? row with { State = states[random.Next(4)] } : row).ToList();
            if (random.Next(3) == 0)
            {
                now = [.. now, .. Enumerable.Range(1, 25).Select(item => new Row("late", $"{item}", states[random.Next(4)]))];
            }

            foreach (var item in Ask(now, before).Items)
            {
                var changed = now.Concat(before).Select(row => row.Check).Distinct().Count(check => Said(now, check, item.Number) != Said(before, check, item.Number));
                (item.Shows == BoardShows.AsBefore).ShouldBe(changed is > 0 and < Least, $"{changed} changed");
                (item.Shows == BoardShows.AsBefore && item.Fully is not null).ShouldBeFalse();
            }
        }

        static string? Said(IReadOnlyList<Row> rows, string check, int item) =>
            !rows.Any(row => row.Check == check) ? null : rows.FirstOrDefault(row => row.Check == check && row.Item == $"{item}")?.State ?? "do-not-know";
    }

    [Fact]
    public void AFolderOfSavedChecks_IsTheSameAsItsRows()
    {
        var files = Enumerable.Range(1, 6)
            .Select(number => new SavedFacts($"check-{number}",
                Encoding.UTF8.GetBytes($$"""{"employer":"St Elsewhere","items":[{"item":"1","state":"fully","evidence":"said"},{"item":"2","state":"none"}]}""")))
            .ToList();

        var board = ToolAsk.Answer<CharterBoard>("sas-charter/board", Encoding.UTF8.GetString(CharterBoardCalculator.OfFolder(files)));

        board.Checks.ShouldBe(6);
        board.Items[0].Fully.ShouldBe(6);
        board.Items[1].None.ShouldBe(6);
        Should.Throw<InvalidDataException>(() => CharterBoardCalculator.OfFolder([new SavedFacts("list", "[]"u8.ToArray())])).Message
            .ShouldContain("list is no saved charter check");
    }

    [Theory]
    [InlineData("""{"answers":[{"check":"a","item":"1","state":"none"},{"check":" a","item":"1","state":"fully"}]}""", "answers[1].item")]
    [InlineData("""{"answers":[{"check":"a","item":"26","state":"none"}]}""", "answers[0].item")]
    [InlineData("""{"answers":[],"before":[{"check":"a","item":"1","state":"none"},{"check":"a","item":"1","state":"none"}]}""", "before[1].item")]
    [InlineData("{}", "answers")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("sas-charter/board", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    private static IEnumerable<int[]> Every(int checks) =>
        from none in Enumerable.Range(0, checks + 1)
        from partly in Enumerable.Range(0, checks + 1 - none)
        from fully in Enumerable.Range(0, checks + 1 - none - partly)
        select new[] { none, partly, fully, checks - none - partly - fully };

    private static List<Row> Rows(Random random, int checks)
    {
        var likely = Enumerable.Range(0, 25).Select(_ => random.Next(4)).ToList();
        return [.. from check in Enumerable.Range(1,
            checks) from item in Enumerable.Range(1,
                25) where random.Next(10) > 0 select new Row($"c{check}", $"{item}", states[random.Next(3) == 0 ? random.Next(4) : likely[item - 1]])];
    }

    private static CharterBoard Ask(IReadOnlyList<Row> answers, IReadOnlyList<Row>? before = null) =>
        ToolAsk.Answer<CharterBoard>("sas-charter/board", JsonSerializer.Serialize(new { answers, before = before ?? [] }, JsonSerializerOptions.Web));

    private sealed record Row(string Check, string Item, string State);
}
