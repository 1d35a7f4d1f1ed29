using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Tests.Matching;

/// <summary>What an input holds either has a part in the result or is named as having none.</summary>
public sealed class UnusedInputTests
{
    public static TheoryData<string> Mechanisms => [.. MechanismNames.All, "parallel:2,*"];

    [Theory]
    [InlineData("serial-dictatorship")]
    [InlineData("preference-informed")]
    public void Scores_WherePeopleTakeTurns_AreTheOrder(string name)
    {
        var instance = AllocationInstance.Create(
            [new("ann", ["North"]) { Score = 55 }, new("bob", ["North"]) { Score = 91 }, new("cat", ["North"]) { Score = 72 }], [new("North", 1)]);
        var mechanism = MechanismNames.Find(name)!;
        foreach (var seed in new ulong?[] { null, 1, 2, 3, 4 })
        {
            var order = new OrderRequest(seed).For(instance, mechanism);
            var allocation = mechanism.Run(instance, order);

            allocation.PostOf(1).ShouldBe(0);
            (order.Source, order.Seed).ShouldBe((OrderSource.Score, 0UL));
            Certificate.From(allocation).Unused.ShouldBeEmpty();
        }
    }

    /// <summary>
    /// For each column: when another value of it changes nothing in any of many small inputs it is named, and when it is not named some value of it changes
    /// something.
    /// </summary>
    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void EachColumn_IsUsedOrNamed(string name)
    {
        var mechanism = MechanismNames.Find(name)!;
        foreach (var column in new[] { "score", "order", "linked_with" })
        {
            foreach (var rankings in new[] { false, true })
            {
                var changed = false;
                var named = new HashSet<bool>();
                for (var seed = 1UL; seed <= 60; seed++)
                {
                    var plain = RandomInstances.Make(seed, rankings: rankings);
                    if (plain.ApplicantCount < 4)
                    {
                        continue;
                    }

                    var (with, without) = (With(plain, column, seed), With(plain, column, seed + 1000));
                    var one = Placed(mechanism, with);
                    named.Add(one.Unused.Any(unused => unused.Column == column));
                    changed |= !one.Choices.SequenceEqual(Placed(mechanism, without).Choices);
                }

                named.Count.ShouldBe(1, $"{name} {column}");
                changed.ShouldBe(!named.Single(), $"{name} {column} {(rankings ? "with" : "without")} rankings");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void LinkedPairs_WhereEverybodyIsPlacedAlone_AreNamedWhenNotTogether(string name)
    {
        var instance = AllocationInstance.Create(
            [new("a", ["N", "S"]) { LinkedWith = "b", Order = 1 }, new("c", ["N", "S"]) { Order = 2 }, new("b", ["N", "S"]) { LinkedWith = "a", Order = 3 },
                new("d", ["S", "N"]) { Order = 4 }],
            [new("N", 2), new("S", 2)]);
        var mechanism = MechanismNames.Find(name)!;

        var certificate = Certificate.From(mechanism.Run(instance, ApplicantOrder.FromColumn(instance, 1)));

        var together = certificate.BrokenLinks.Count == 0;
        var allocation = mechanism.Run(instance, ApplicantOrder.FromColumn(instance, 1));
        together.ShouldBe(allocation.PostOf(0) == allocation.PostOf(2));
        certificate.Unused.Any(unused => unused.Column == "linked_with").ShouldBe(mechanism is not PreferenceInformed);
    }

    [Fact]
    public void ARankingColumnThatIsEmptyEverywhere_IsNamed()
    {
        var instance = AllocationReader.Read(new MemoryStream("applicant,choices\na,x\n"u8.ToArray()), new MemoryStream("post,places,ranking\nx,1,\n"u8.ToArray()));

        var certificate = Certificate.From(new DeferredAcceptance().Run(instance, ApplicantOrder.Seeded(instance, 1)));

        certificate.Placed.ShouldBe(1);
        certificate.Unused.ShouldHaveSingleItem().Column.ShouldBe("ranking");
    }

    private static (int[] Choices, IReadOnlyList<UnusedInput> Unused) Placed(IMechanism mechanism, AllocationInstance instance)
    {
        var allocation = mechanism.Run(instance, new OrderRequest().For(instance, mechanism));
        return (allocation.ChoiceOf.ToArray(), Certificate.From(allocation).Unused);
    }

    private static AllocationInstance With(AllocationInstance plain, string column, ulong seed)
    {
        int Number(int applicant) => (int)((((ulong)applicant + 1) * 2654435761UL * (seed + 7)) % 1009);
        // Neighbours are linked in one case, nobody in the other.
        int Partner(int applicant) => seed < 1000
            ? ((applicant ^ 1) < plain.ApplicantCount ? applicant ^ 1 : -1)
            : -1;
        return AllocationInstance.Create(
            [.. Enumerable.Range(0, plain.ApplicantCount)
                .Select(a => new Applicant(plain.Applicants[a], [.. plain.ChoicesOf(column == "linked_with" ? a & ~1 : a).ToArray().Select(p => plain.Posts[p])])
            {
                Score = column == "score" ? Number(a) : null,
                Order = column == "order" ? Number(a) : null,
                LinkedWith = column == "linked_with" && Partner(a) is >= 0 and var partner ? plain.Applicants[partner] : null,
            })],
            [.. Enumerable.Range(0, plain.PostCount).Select(p => new Post(plain.Posts[p], plain.Places[p])
            {
                Ranking = plain.HasRankings ? [.. plain.RankingOf(p).ToArray().Select(a => plain.Applicants[a])] : null,
            })]);
    }
}
