using System.Text.Json;
using Gradus.Data.Content;
using Gradus.Rules;
using Gradus.SpecialtyApplications;
using Gradus.Tests.Tools;

namespace Gradus.Tests.SpecialtyApplications;

/// <summary>The clock of an offer, practice rounds, the chances of a list, and the dates of the rounds.</summary>
public sealed class OfferTests
{
    private const string Practice = "/specialty-applications/offers";

    [Fact]
    public void Deadline_OfAnyMinute_LeavesExactlyTheHoursThatCount()
    {
        var random = new Random(11);
        for (var turn = 0; turn < 300; turn++)
        {
            var arrived = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(random.Next(3 * 366 * 24 * 60));
            var reply = ToolAnswers.Reply("/specialty-applications/offer-deadline", $$"""{"arrived":"{{arrived:yyyy-MM-dd'T'HH:mm}}"}""");
            if (reply.Answer is not OfferDeadline { Deadline: { } deadline })
            {
                // Only the hour that London never had is refused.
                (arrived.Month, arrived.DayOfWeek, arrived.Hour).ShouldBe((3, DayOfWeek.Sunday, 1));
                continue;
            }

            var end = deadline.Day.ToDateTime(deadline.Time);
            var minutes = 0;
            for (var at = arrived; at < end; at = at.AddMinutes(1))
            {
                minutes += at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
            }

            minutes.ShouldBe(48 * 60, $"{arrived:s}");
        }
    }

    [Theory]
    [InlineData("2027-03-28T01:30", true)]
    [InlineData("2027-03-28T02:00", false)]
    [InlineData("2027-03-21T01:30", false)]
    [InlineData("2027-10-31T01:30", false)]
    public void Deadline_OfTheHourThatLondonNeverHad_IsRefused(string arrived, bool isRefused) =>
        ToolAnswers.Reply("/specialty-applications/offer-deadline", $$"""{"arrived":"{{arrived}}"}""").Errors.Count.ShouldBe(isRefused ? 1 : 0);

    [Fact]
    public void Practice_OfTheSameSeed_IsTheSameRound()
    {
        var one = JsonSerializer.Serialize(Play(5, ["hold-with-upgrades", "accept"]).Events);
        var other = JsonSerializer.Serialize(Play(5, ["hold-with-upgrades", "accept"]).Events);

        one.ShouldBe(other);
    }

    [Fact]
    public void Practice_OverManyRounds_KeepsTheRules()
    {
        var upgraded = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var begun = Play(seed, []);
            if (!begun.YourTurn)
            {
                begun.Post.ShouldBeNull();
                continue;
            }

            begun.Choices.Count.ShouldBe(6);
            begun.Deadline.ShouldNotBeNull();
            var accepted = Play(seed, ["accept"]);
            accepted.Post.ShouldBe(begun.Post, $"round {seed}");
            var upgrades = Play(seed, ["accept-with-upgrades"]);
            upgrades.Post!.Value.ShouldBeLessThanOrEqualTo(accepted.Post!.Value, $"round {seed}: an upgrade is to something higher on the list");
            upgraded += upgrades.Post < accepted.Post ? 1 : 0;
            Play(seed, ["decline"]).Post.ShouldBeNull();
            Play(seed, ["let-expire"]).Post.ShouldBeNull();
            var held = Play(seed, ["hold"]);
            held.State.ShouldBe("held");
            held.Choices.Select(choice => choice.Key).ShouldBe([OfferAnswer.Accept, OfferAnswer.AcceptWithUpgrades, OfferAnswer.Decline, OfferAnswer.LetExpire]);
            Play(seed, ["hold", "accept"]).Post.ShouldBe(begun.Post);
            Play(seed, ["hold", "let-expire"]).Post.ShouldBeNull();
            accepted.Otherwise.Single(other => other.Key == OfferAnswer.Decline).Post.ShouldBeNull();
            accepted.Otherwise.Single(other => other.Key == OfferAnswer.Accept).Post.ShouldBe(accepted.Post);
        }

        upgraded.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Practice_WithAnAnswerThatIsNotThere_SaysSoAndWaits()
    {
        var answer = Play(5, ["hold", "hold"]);

        answer.YourTurn.ShouldBeTrue();
        answer.Warnings.Select(warning => warning.Field).ShouldBe(["answers[1]"]);
    }

    [Theory]
    [InlineData("""{"rank":301}""", "rank")]
    [InlineData("""{"wanted":[13]}""", "wanted[0]")]
    [InlineData("""{"wanted":[2,2]}""", "wanted[1]")]
    public void Practice_BeyondTheRound_IsRefused(string facts, string field) => ToolAnswers.Reply(Practice, facts).Errors.Select(error => error.Field).ShouldBe([field]);

    [Fact]
    public void Chances_OfAnyList_AddUpToOneAndAreAsCountedRankByRank()
    {
        var random = new Random(3);
        for (var turn = 0; turn < 100; turn++)
        {
            var posts = Enumerable.Range(0, 1 + random.Next(8))
                .Select(index => (Name: $"post {index}", Places: random.Next(3) == 0 ? (int?)null : random.Next(30), Last: random.Next(4) == 0 ? (int?)null : 1 + random.Next(400)))
                .ToList();
            var from = 1 + random.Next(200);
            var to = from + random.Next(200);
            var answer = ToolAnswers.Of<PostChances>("/specialty-applications/chances",
                JsonSerializer.Serialize(new { rankFrom = from, rankTo = to, posts = posts.Select(post => new { name = post.Name, places = post.Places, lastRank = post.Last }) }));

            var counts = new int[posts.Count];
            var none = 0;
            for (var rank = from; rank <= to; rank++)
            {
                var first = posts.FindIndex(post => post.Places != 0 && (post.Last < post.Places || (post.Last ?? post.Places ?? 0) >= rank));
                if (first < 0)
                {
                    none++;
                }
                else
                {
                    counts[first]++;
                }
            }

            var all = to - from + 1m;
            answer.None.Usual.ShouldBe(none / all, tolerance: 1e-12m);
            foreach (var (index, post) in answer.Posts.Index())
            {
                (post.Chance?.Usual ?? 0).ShouldBe(counts[index] / all, tolerance: 1e-12m);
                if (post.CanBeStruck)
                {
                    (post.Chance!.Usual, post.Chance.Harder, post.Chance.Easier).ShouldBe((0m, 0m, 0m), post.Name);
                }
            }
        }
    }

    [Fact]
    public void Chances_OutOfReach_IsSaidOnlyOfAPostThatAloneOnTheListWouldBeToo()
    {
        var random = new Random(4);
        var said = 0;
        for (var turn = 0; turn < 100; turn++)
        {
            var posts = Enumerable.Range(0, 1 + random.Next(5))
                .Select(index => new
                {
                    name = $"post {index}",
                    places = random.Next(3) == 0
                    ? (int?)null
                    : random.Next(30),
                    lastRank = random.Next(4) == 0 ? (int?)null : 1 + random.Next(400)
                })
                .ToList();
            var from = 1 + random.Next(400);
            PostChances Of(object list) =>
                ToolAnswers.Of<PostChances>("/specialty-applications/chances", JsonSerializer.Serialize(new { rankFrom = from, rankTo = from + 20, posts = list }));

            foreach (var (index, post) in Of(posts).Posts.Index().Where(post => post.Item.Says.StartsWith("Out of reach", StringComparison.Ordinal)))
            {
                said++;
                post.Chance.ShouldBe(new ScenarioShares(0, 0, 0));
                Of(new[] { posts[index] }).None.ShouldBe(new ScenarioShares(1, 1, 1));
            }
        }

        said.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("specialty-applications")]
    [InlineData("foundation-applications")]
    public void Milestones_AndTheStagesOfTheRounds_SayTheSame(string room)
    {
        var milestones = ContentLoader.Load(Repository.At("content")).Milestones.Where(milestone => milestone.System == room).ToDictionary(milestone => milestone.Id);
        var table = ToolAnswers.Book.Tables[room + "/rounds"];
        var stages = table.Rows.Where(row => row[table.Column("first")].Length > 0).ToDictionary(row => row[table.Column("id")]);

        milestones.Keys.Except(stages.Keys).ShouldBeEmpty("every milestone of a round is a stage");
        foreach (var (id, milestone) in milestones)
        {
            var row = stages[id];
            (row[table.Column("first")], row[table.Column("last")], row[table.Column("time")], row[table.Column("source")], row[table.Column("status")])
                .ShouldBe((milestone.First.ToString("yyyy-MM-dd"), milestone.Last.ToString("yyyy-MM-dd"), milestone.At?.ToString("HH':'mm") ?? "",
                    milestone.SourceId!, milestone.Status.Key()), id);
        }
    }

    private static PracticeRound Play(int seed, string[] answers) => ToolAnswers.Of<PracticeRound>(Practice, JsonSerializer.Serialize(new { seed, answers }));
}
