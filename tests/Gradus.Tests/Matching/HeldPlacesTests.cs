using Gradus.Data.Allocation;
using Gradus.Matching.Chances;
using Gradus.Matching.Draws;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Tests.Matching;

/// <summary>Who holds a post before a run keeps it, takes its place out of the run, and is in the run no more.</summary>
public sealed class HeldPlacesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gradus-").FullName;

    public static TheoryData<string> Mechanisms => [.. MechanismNames.All, "parallel:2,*"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The same as a run without them on the places that are left.</summary>
    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void ARun_PlacesTheOthersAsThoughTheHoldersAndTheirPlacesWereNotThere(string name)
    {
        var mechanism = MechanismNames.Find(name)!;
        var (helds, placed) = (0, 0);
        RandomInstances.Check(seed =>
        {
            var plain = RandomInstances.Make(seed, mostApplicants: 9, rankings: seed % 2 == 0, tiers: 1 + (int)(seed % 3));
            var held = Holders(plain, seed);
            var with = Rebuild(plain, held, keepHolders: true);
            var without = Rebuild(plain, held, keepHolders: false);
            var order = RandomInstances.Order(with, seed);
            var others = order.BestFirst.ToArray().Select(applicant => with.Applicants[applicant]).Where(id => without.Applicants.Find(id) >= 0).ToList();

            var one = mechanism.Run(with, order);
            var other = mechanism.Run(without, ApplicantOrder.Listed(without, others));

            for (var applicant = 0; applicant < with.ApplicantCount; applicant++)
            {
                var id = with.Applicants[applicant];
                var post = one.PostOf(applicant) < 0 ? null : with.Posts[one.PostOf(applicant)];
                var expected = held[applicant] >= 0 ? plain.Posts[held[applicant]] : Post(other, without.Applicants.Find(id));
                post.ShouldBe(expected);
            }

            var certificate = Certificate.From(one);
            certificate.Held.Select(place => place.Applicant).ShouldBe(Enumerable.Range(0, held.Length).Where(a => held[a] >= 0).Select(a => plain.Applicants[a]));
            certificate.Placed.ShouldBe(Certificate.From(other).Placed);
            certificate.JustifiedEnvy.ShouldBe(Certificate.From(other).JustifiedEnvy);
            (helds, placed) = (helds + certificate.Held.Count, placed + certificate.Placed);
        });
        helds.ShouldBeGreaterThan(100);
        placed.ShouldBeGreaterThan(100);
    }

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void ACertificate_WithHolders_HoldsForNoOtherPlacementsAndNoOtherHolders(string name)
    {
        var mechanism = MechanismNames.Find(name)!;
        RandomInstances.Check(seed =>
        {
            var plain = RandomInstances.Make(seed, mostApplicants: 5, mostPosts: 3, rankings: seed % 2 == 0, links: seed % 5 < 2);
            var instance = Rebuild(plain, Holders(plain, seed), keepHolders: true);
            var order = RandomInstances.Order(instance, seed);
            var allocation = mechanism.Run(instance, order);
            var certificate = Certificate.From(allocation);

            Certificate.Check(instance, order, mechanism, allocation.ChoiceOf, certificate).ShouldBeNull();
            foreach (var other in BruteForce.Assignments(instance).Where(other => !other.AsSpan().SequenceEqual(allocation.ChoiceOf)))
            {
                Certificate.Check(instance, order, mechanism, other, certificate).ShouldNotBeNull();
            }

            if (instance.HasHeld)
            {
                Certificate.Check(instance, order, mechanism, allocation.ChoiceOf, certificate with { Held = [] }).ShouldNotBeNull();
                Certificate.Check(plain, order, mechanism, allocation.ChoiceOf, certificate).ShouldNotBeNull();
            }
        });
    }

    [Fact]
    public void Odds_AreThoseOfTheOthersAlone()
    {
        var applicants = Enumerable.Range(0, 12).Select(i => new Applicant($"a{i}", i % 2 == 0 ? ["n", "s"] : ["s", "n"]) { Holds = i == 3 ? "n" : null, Order = i }).ToList();
        var with = AllocationInstance.Create(applicants, [new("n", 4), new("s", 5)]);
        var without = AllocationInstance.Create([.. applicants.Where(applicant => applicant.Holds is null)], [new("n", 3), new("s", 5)]);
        foreach (var mechanism in (IMechanism[])[new PreferenceInformed(), new SerialDictatorship()])
        {
            var one = AllocationSimulator.Run(with, mechanism, 20_000, 1);
            var other = AllocationSimulator.Run(without, mechanism, 20_000, 1);

            one.CountsOf(3).Length.ShouldBe(0);
            for (var applicant = 0; applicant < 11; applicant++)
            {
                one.ChanceOf(applicant + (applicant >= 3 ? 1 : 0), 0).ShouldBe(other.ChanceOf(applicant, 0), 0.02);
            }
        }
    }

    [Theory]
    [InlineData("North", "North", false)]
    [InlineData("North", "South", true)]
    [InlineData("North", null, true)]
    public void ALinkWithAHolder_IsBrokenUnlessBothHoldTheSamePost(string one, string? other, bool broken)
    {
        var instance = AllocationInstance.Create(
            [new("a", ["North", "South"]) { LinkedWith = "b", Holds = one }, new("b", ["North", "South"]) { LinkedWith = "a", Holds = other }, new("c", ["North"])],
                [new("North", 2), new("South", 2)]);

        var certificate = Certificate.From(new PreferenceInformed().Run(instance, ApplicantOrder.Listed(instance, ["c", "a", "b"])));

        certificate.BrokenLinks.ShouldBe(broken ? ["a"] : []);
    }

    [Fact]
    public void WhyNot_OfAHolder_SaysThatTheyTookNoPart()
    {
        var instance = AllocationInstance.Create([new("a", ["N", "S"]) { Holds = "S" }, new("b", ["S"])], [new("N", 1), new("S", 1)]);
        var allocation = new SerialDictatorship().Run(instance, ApplicantOrder.Listed(instance, ["a", "b"]));

        Explain.WhyNot(allocation, 0, 0).Reason.ShouldBe(WhyNotReason.HeldBefore);
        Explain.WhyNot(allocation, 0, 1).Reason.ShouldBe(WhyNotReason.HasIt);
        Explain.WhyNot(allocation, 1, 1).Says.ShouldBe("“S” had no places left for the run: all were held before it.");
    }

    [Theory]
    [InlineData("applicant,choices,fixed\na,x,\nb,x,q\n", null, "applicants.csv", 3, 5, "a post that posts.csv has, found “q”")]
    [InlineData("applicant,choices,fixed\na,x,x\nb,y,x\n", null, "applicants.csv", 3, 5, "at most 1 fixed at “x”, which has 1 place")]
    [InlineData("applicant,choices,fixed\na,x,x;y\n", null, "applicants.csv", 2, 5, "an id of a post without semicolons")]
    [InlineData("applicant,choices,fixed\na,,\n", null, "applicants.csv", 2, 3, "at least one choice")]
    [InlineData("applicant,choices\na,x\n", "applicant,post\nb,x\n", "fixed.csv", 2, 1, "the id of an applicant that applicants.csv has, found “b”")]
    [InlineData("applicant,choices\na,x\n", "applicant,post\n\na,q\n", "fixed.csv", 3, 3, "a post that posts.csv has, found “q”")]
    [InlineData("applicant,choices\na,x\n", "applicant,post\na,y\na,y\n", "fixed.csv", 3, 1, "every applicant once")]
    [InlineData("applicant,choices\na,x\nb,x\n", "applicant,post\na,x\nb,x\n", "fixed.csv", 3, 3, "at most 1 fixed at “x”, which has 1 place")]
    [InlineData("applicant,choices,fixed\na,x,y\n", "applicant,post\na,y\n", "applicants.csv", 2, 1, "every applicant fixed once; “a” is fixed at “y” already")]
    [InlineData("applicant,choices\na,x\n", "applicant,post\na,\n", "fixed.csv", 2, 3, "the id of a post, found nothing")]
    [InlineData("applicant,choices\na,x\n", "applicant\na\n", "fixed.csv", 1, 10, "the columns applicant,post")]
    [InlineData("applicant,choices\na,x\n", "", "fixed.csv", 1, 1, "the columns applicant,post")]
    public void Read_WhatCannotBeFixed_NamesTheLine(string applicants, string? held, string file, long line, long column, string expected)
    {
        var fault = Should.Throw<InputException>(() => Read(applicants, held));

        (fault.File, fault.Line, fault.Column).ShouldBe((file, line, column));
        fault.Expected.ShouldStartWith(expected);
    }

    [Fact]
    public void Read_ByColumnOrByAFileOfTheirOwn_IsTheSame()
    {
        var column = Read("applicant,choices,score,order,tier,fixed\na,x;y,1,1,1,\nb,,,,,y\nc,y,2,3,2,\n", null);
        var file = Read("applicant,choices,score,order,tier\na,x;y,1,1,1\nb,,,,\nc,y,2,3,2\n", "post,applicant\n\"y\",b\n");

        column.CanonicalHash().ShouldBe(file.CanonicalHash());
        (column.HeldBy(1), column.HeldAt(1), column.Places[1]).ShouldBe((1, 1, 1));
        column.CanonicalHash().ShouldNotBe(Read("applicant,choices,score,order,tier,fixed\na,x;y,1,1,1,\nb,y,0,9,1,\nc,y,2,3,2,\n", null).CanonicalHash());
        var order = OrderFile.Read(Stream("c\na\n"), "order.txt", column);
        order.BestFirst.ToArray().ShouldBe([2, 0, 1]);
    }

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void Verify_OfAResultWithHolders_HoldsAndRefusesEachChangeOfThem(string name)
    {
        var applicants = Write("applicants.csv", "applicant,choices,order\nann,North;South,3\nbob,North,1\ncat,,\ndan,South;North,2\n");
        var posts = Write("posts.csv", "post,places,minimum\nNorth,2,\nSouth,3,3\n");
        var held = Write("fixed.csv", "applicant,post\ncat,South\n");
        var result = Path.Combine(_folder, "result");
        var input = AllocationStore.Read(applicants, posts, heldPath: held);
        var mechanism = MechanismNames.Find(name)!;
        AllocationStore.WriteResult(result, input, mechanism.Run(input.Instance, new OrderRequest().For(input.Instance, mechanism)), 0);

        File.ReadAllText(Path.Combine(result, AllocationStore.AllocationFile)).ShouldContain("\ncat,South,fixed\n");
        AllocationStore.Verify(applicants, posts, result, held).ShouldBeNull();
        AllocationStore.Verify(applicants, posts, result).ShouldBe(AllocationStore.HeldMissing);
        foreach (var (file, from, to) in new[]
        {
            (AllocationStore.AllocationFile, "cat,South,fixed", "cat,North,fixed"), (AllocationStore.AllocationFile, "cat,South,fixed", "cat,,"),
                (AllocationStore.AllocationFile, "cat,South,fixed", "cat,South,1"),
            (AllocationStore.CertificateFileName, "\"cat\"", "\"ann\""), (AllocationStore.CertificateFileName, "\"minimum\": 3", "\"minimum\": 2"),
            (AllocationStore.SummaryFile, "\"cat\"", "\"ann\""), (AllocationStore.SummaryFile, "\"worse\": 1", "\"worse\": 0"),
        })
        {
            var path = Path.Combine(result, file);
            var before = File.ReadAllText(path);
            File.WriteAllText(path, before.Replace(from, to, StringComparison.Ordinal));
            File.ReadAllText(path).ShouldNotBe(before);
            AllocationStore.Verify(applicants, posts, result, held).ShouldNotBeNull();
            File.WriteAllText(path, before);
        }

        File.WriteAllText(held, "applicant,post\ncat,South\nbob,North\n");
        AllocationStore.Verify(applicants, posts, result, held).ShouldNotBeNull();
    }

    private static int[] Holders(AllocationInstance plain, ulong seed)
    {
        var random = new SimulationRandom(seed, 9);
        var left = plain.Places.ToArray();
        var held = new int[plain.ApplicantCount];
        for (var applicant = 0; applicant < held.Length; applicant++)
        {
            var post = (int)random.NextBelow((uint)plain.PostCount);
            held[applicant] = random.NextBelow(3) == 0 && left[post]-- > 0 ? post : -1;
        }

        return held;
    }

    private static AllocationInstance Rebuild(AllocationInstance plain, int[] held, bool keepHolders) => AllocationInstance.Create(
        [.. Enumerable.Range(0, plain.ApplicantCount)
            .Where(a => keepHolders || held[a] < 0)
            .Select(a => new Applicant(plain.Applicants[a], [.. plain.ChoicesOf(a).ToArray().Select(p => plain.Posts[p])])
        {
            Tier = plain.TierOf(a),
            LinkedWith = plain.PartnerOf(a) < 0 ? null : plain.Applicants[plain.PartnerOf(a)],
            Holds = held[a] < 0 ? null : plain.Posts[held[a]],
        })],
        [.. Enumerable.Range(0, plain.PostCount).Select(p => new Post(plain.Posts[p], plain.Places[p] - (keepHolders ? 0 : held.Count(post => post == p)))
        {
            Ranking = plain.HasRankings ? [.. plain.RankingOf(p).ToArray().Where(a => keepHolders || held[a] < 0).Select(a => plain.Applicants[a])] : null,
        })]);

    private static string? Post(Allocation allocation, int applicant) => allocation.PostOf(applicant) < 0 ? null : allocation.Instance.Posts[allocation.PostOf(applicant)];

    private static AllocationInstance Read(string applicants, string? held) =>
        AllocationReader.Read(Stream(applicants), Stream("post,places\nx,1\ny,2\n"), held: held is null ? null : Stream(held));

    private static MemoryStream Stream(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return Path.Combine(_folder, name);
    }
}
