using Gradus.FoundationApplications;

namespace Gradus.Tests.FoundationApplications;

public class InventedRoundTests
{
    private const int Amir = 0;
    private const int Hill = 1;

    [Fact]
    public void FourPeople_OverAllDraws_GiveAThirdEachAndCertaintyAfterTheSwap()
    {
        InventedRound.FourPeople.OverAllDraws(Amir).ShouldBe([8, 8, 0, 8]);
        InventedRound.FourPeople.With(Amir, Hill).OverAllDraws(Amir).ShouldBe([0, 24, 0, 0]);
    }

    [Fact]
    public void With_ASchoolFirst_MovesItAndKeepsTheRest()
    {
        var swapped = InventedRound.FourPeople.With(Amir, schoolFirst: 2);

        swapped.Lists[Amir].ShouldBe([2, 0, 1, 3]);
        swapped.Lists.Skip(1).ShouldBe(InventedRound.FourPeople.Lists.Skip(1));
    }

    /// <summary>The two passes as the rule says, written down again: first choices with a place, then the best school left.</summary>
    [Fact]
    public void Play_InEveryDraw_IsTheTwoPassesByHand()
    {
        InventedRound[] rounds = [InventedRound.FourPeople, InventedRound.FourPeople.With(Amir, Hill)];
        int[][] draws = [.. from a in Enumerable.Range(0,
            4) from b in Enumerable.Range(0, 4) from c in Enumerable.Range(0, 4) from d in Enumerable.Range(0, 4) where new[] { a, b, c, d }.Distinct()
                .Count() == 4 select (int[])[a, b, c, d]];

        draws.Length.ShouldBe(24);
        foreach (var (round, draw) in rounds.SelectMany(round => draws.Select(draw => (round, draw))))
        {
            var placed = new int?[4];
            var expected = new List<(int Pass, int Person, int? Got)>();
            foreach (var person in draw)
            {
                var first = round.Lists[person][0];
                placed[person] = placed.Contains(first) ? null : first;
                expected.Add((1, person, placed[person]));
            }

            foreach (var person in draw.Where(person => placed[person] is null).ToList())
            {
                placed[person] = round.Lists[person].First(school => !placed.Contains(school));
                expected.Add((2, person, placed[person]));
            }

            var turns = round.Play(draw);

            turns.Select(turn => (turn.Pass, turn.Person, turn.Got)).ShouldBe(expected);
            turns[^1].Placed.ShouldBe(placed);
        }
    }

    [Fact]
    public void TenPeople_ShowOneFullSchoolOneFilledInTheSecondPassAndOneWithRoom()
    {
        var round = InventedRound.TenPeople;

        var turns = round.Play([.. Enumerable.Range(0, 10)]);

        turns.Where(turn => turn.Pass == 1 && turn.Got is null).Select(turn => turn.Person).ShouldBe([6, 8]);
        turns.Where(turn => turn.Pass == 2).Select(turn => turn.Got).ShouldBe([1, 2]);
        Enumerable.Range(0, 3).Select(school => turns[^1].Placed.Count(got => got == school)).ShouldBe([4, 4, 2]);
    }
}
