using FsCheck;
using FsCheck.Fluent;
using Gradus.Matching.Draws;
using Gradus.Matching.Instances;

namespace Gradus.Tests.Matching;

/// <summary>Small instances for properties, made from a seed that FsCheck chooses; the seed is fixed, so a failure comes back.</summary>
internal static class RandomInstances
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_125, 7);

    public static void Check(Action<ulong> property) =>
        Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed => property(seed)).Check(Settings);

    public static AllocationInstance Make(ulong seed, int mostApplicants = 7, int mostPosts = 4, bool rankings = true, int tiers = 1, bool links = false,
        int mostPlaces = 3, bool scores = false)
    {
        var random = new SimulationRandom(seed, 1);
        var applicantCount = 1 + (int)random.NextBelow((uint)mostApplicants);
        var postCount = 1 + (int)random.NextBelow((uint)mostPosts);
        var lists = new List<string[]>();
        var applicants = new List<Applicant>();
        for (var i = 0; i < applicantCount; i++)
        {
            int[] posts = [.. Enumerable.Range(0, postCount)];
            random.Shuffle(posts);
            var length = (int)random.NextBelow((uint)postCount + 1);
            var isSecondOfPair = links && i % 2 == 1;
            lists.Add(isSecondOfPair && random.NextBelow(4) > 0 ? lists[i - 1] : [.. posts[..length].Select(post => $"p{post}")]);
            var partner = links && (i ^ 1) < applicantCount ? $"a{i ^ 1}" : null;
            applicants.Add(new Applicant($"a{i}", lists[i]) { Tier = 1 + (int)random.NextBelow((uint)tiers), LinkedWith = partner, Score = scores ? random.NextBelow(4) : null });
        }

        var made = new List<Post>();
        for (var post = 0; post < postCount; post++)
        {
            int[] all = [.. Enumerable.Range(0, applicantCount)];
            random.Shuffle(all);
            var ranked = all.Where(_ => random.NextBelow(8) > 0).Select(applicant => $"a{applicant}").ToList();
            made.Add(new Post($"p{post}", (int)random.NextBelow((uint)mostPlaces + 1)) { Ranking = rankings ? ranked : null });
        }

        return AllocationInstance.Create(applicants, made);
    }

    /// <summary>The same with other scores.</summary>
    public static AllocationInstance WithScores(AllocationInstance instance, Func<int, double> score) => AllocationInstance.Create(
        [.. Enumerable.Range(0, instance.ApplicantCount).Select(a => new Applicant(instance.Applicants[a], [.. instance.ChoicesOf(a).ToArray().Select(p => instance.Posts[p])])
        {
            Tier = instance.TierOf(a), LinkedWith = instance.PartnerOf(a) < 0 ? null : instance.Applicants[instance.PartnerOf(a)], Score = score(a),
        })],
        [.. Enumerable.Range(0, instance.PostCount).Select(p => new Post(instance.Posts[p], instance.Places[p]))]);

    public static ApplicantOrder Order(AllocationInstance instance, ulong seed) => ApplicantOrder.Seeded(instance, seed);
}
