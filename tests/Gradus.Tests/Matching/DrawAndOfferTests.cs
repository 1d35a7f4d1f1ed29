using System.Text;
using Gradus.Matching.Draws;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Offers;

namespace Gradus.Tests.Matching;

public class DrawAndOfferTests
{
    private static readonly TimeSpan FortyEightHours = TimeSpan.FromHours(48);

    private static readonly DateTime Monday = new(2027, 4, 12, 9, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public void Key_OfTheTestVector_IsHmacSha256AsPublished() =>
        // RFC 4231, test case 2.
        Convert.ToHexStringLower(OfficialDraw.Key(Encoding.ASCII.GetBytes("Jefe"), "what do ya want for nothing?"))
            .ShouldBe("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

    [Fact]
    public void SipHash_OfTheTestVector_IsAsPublished() =>
        ApplicantOrder.SipHash([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], 0x0706050403020100, 0x0f0e0d0c0b0a0908).ShouldBe(0xa129ca6149be45e5);

    [Fact]
    public void Orders_OfShuffledRows_AreTheSame() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, mostApplicants: 20, rankings: false);
        var reversed = AllocationInstance.Create(
            [.. Enumerable.Range(0, instance.ApplicantCount).Reverse().Select(a => new Applicant(instance.Applicants[a], []))], []);
        static string[] Names(AllocationInstance of, ApplicantOrder order) => [.. order.BestFirst.ToArray().Select(a => of.Applicants[a])];

        Names(reversed, ApplicantOrder.Seeded(reversed, seed)).ShouldBe(Names(instance, ApplicantOrder.Seeded(instance, seed)));
        Names(reversed, OfficialDraw.Order(reversed, [1, 2, 3])).ShouldBe(Names(instance, OfficialDraw.Order(instance, [1, 2, 3])));
    });

    [Fact]
    public void Verify_OfADrawAndEachKindOfTampering_HoldsAndIsRefused()
    {
        var instance = RandomInstances.Make(5);
        var commitment = DrawCommitment.Commit(instance, [1, 2, 3], "round 5");
        var reveal = DrawReveal.Reveal(commitment, [1, 2, 3], [9]);

        DrawReveal.Verify(instance, commitment, reveal).ShouldBeNull();
        DrawReveal.Verify(RandomInstances.Make(6), commitment, reveal).ShouldNotBeNull();
        DrawReveal.Verify(instance, commitment, reveal with { Secret = [1, 2, 4] }).ShouldNotBeNull();
        DrawReveal.Verify(instance, commitment, reveal with { BeaconValue = [8] }).ShouldNotBeNull();
        DrawReveal.Verify(instance, commitment, reveal with { Seed = new byte[32] }).ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => DrawReveal.Reveal(commitment, [4], [9]));
    }

    [Theory]
    [InlineData("2027-04-12T09:00", "2027-04-14T09:00")]
    [InlineData("2027-04-15T09:00", "2027-04-19T09:00")]
    [InlineData("2027-04-16T17:00", "2027-04-20T17:00")]
    [InlineData("2027-04-17T10:00", "2027-04-21T00:00")]
    public void Expires_FortyEightHoursLater_LeavesOutSaturdayAndSunday(string offered, string expires) =>
        OfferClock.Expires(DateTime.Parse(offered, System.Globalization.CultureInfo.InvariantCulture), FortyEightHours)
            .ShouldBe(DateTime.Parse(expires, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Cascade_WithEverybodyOptedIntoUpgrades_ComesToSerialDictatorshipOnThoseWhoRemain() => RandomInstances.Check(seed =>
    {
        var instance = RandomInstances.Make(seed, mostApplicants: 12, mostPosts: 5, rankings: false);
        var order = RandomInstances.Order(instance, seed);
        var random = new SimulationRandom(seed, 3);
        var round = new OfferCascade(instance, order, new OfferRules(FortyEightHours));
        var gone = new HashSet<int>();
        var at = Monday;
        for (var batch = 0; batch < 4; batch++)
        {
            round.Apply(new OffersRun(at));
            for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
            {
                if (round.StateOf(applicant) == OfferState.Offered)
                {
                    round.Apply(new Responded(at, applicant, OfferResponse.HoldWithUpgrades));
                }

                if (!gone.Contains(applicant) && random.NextBelow(6) == 0)
                {
                    gone.Add(applicant);
                    round.Apply(new ApplicantWithdrew(at, applicant));
                }
            }

            at = at.AddHours(1);
        }

        round.Apply(new OffersRun(at));
        var remaining = AllocationInstance.Create(
            [.. Enumerable.Range(0, instance.ApplicantCount)
                .Select(a => new Applicant(instance.Applicants[a], gone.Contains(a) ? [] : [.. instance.ChoicesOf(a).ToArray().Select(p => instance.Posts[p])]))],
            [.. Enumerable.Range(0, instance.PostCount).Select(p => new Post(instance.Posts[p], instance.Places[p]))]);
        var expected = new SerialDictatorship().Run(remaining, order);
        for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
        {
            round.PostOf(applicant).ShouldBe(expected.PostOf(applicant));
        }
    });

    [Fact]
    public void Cascade_AcceptedWithoutUpgrades_StaysAndAnUnansweredOfferExpires()
    {
        var instance = AllocationInstance.Create([new("a", ["x", "y"]), new("b", ["x", "y"]), new("c", ["y"])], [new("x", 1), new("y", 1)]);
        var round = new OfferCascade(instance, ApplicantOrder.Listed(instance, ["a", "b", "c"]), new OfferRules(FortyEightHours));

        round.Apply(new OffersRun(Monday));
        round.Apply(new Responded(Monday.AddHours(1), 1, OfferResponse.Accept));
        round.Apply(new OffersRun(Monday.AddDays(2)));

        round.StateOf(0).ShouldBe(OfferState.Expired);
        round.PostOf(1).ShouldBe(1);
        round.StateOf(2).ShouldBe(OfferState.Waiting);
        Should.Throw<InvalidOperationException>(() => round.Apply(new Responded(Monday.AddDays(2), 0, OfferResponse.Accept)));
    }
}
