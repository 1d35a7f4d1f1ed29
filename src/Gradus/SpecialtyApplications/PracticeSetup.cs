using System.Globalization;
using Gradus.Matching.Draws;
using Gradus.Matching.Instances;

namespace Gradus.SpecialtyApplications;

/// <summary>The size of the round and the doctor's part in it.</summary>
internal sealed record PracticeSetup(int Seed, int Applicants, int Posts, int Rank, IReadOnlyList<int> Wanted)
{
    public const int Me = 0;

    public static PracticeSetup Of(PracticeFacts facts)
    {
        var applicants = facts.Applicants ?? 300;
        var posts = facts.Posts ?? 12;
        return new PracticeSetup(facts.Seed ?? 1, applicants, posts, facts.Rank ?? applicants * 2 / 5, facts.Wanted.Count > 0 ? facts.Wanted : [.. Enumerable.Range(1, posts)]);
    }

    public int PlaceOf(int post) => Wanted.ToList().IndexOf(post) + 1;

    /// <summary>Half as many places as applicants, spread evenly; everybody lists up to eight posts, the lower numbers more often.</summary>
    public AllocationInstance Instance()
    {
        var random = new SimulationRandom((ulong)Seed, 0);
        string[] ids = [.. Enumerable.Range(1, Posts).Select(PostId)];
        var applicants = new List<Applicant>(Applicants) { new("me", [.. Wanted.Select(PostId)]) { Order = Rank } };
        for (var other = 1; other < Applicants; other++)
        {
            var list = new string[Math.Min(Posts, 3 + (int)random.NextBelow(6))];
            for (var listed = 0; listed < list.Length;)
            {
                var post = ids[Math.Min((int)random.NextBelow((uint)Posts), (int)random.NextBelow((uint)Posts))];
                if (Array.IndexOf(list, post, 0, listed) < 0)
                {
                    list[listed++] = post;
                }
            }

            applicants.Add(new Applicant("a" + other.ToString(CultureInfo.InvariantCulture), list) { Order = other < Rank ? other : other + 1 });
        }

        var places = Math.Max(Posts, Applicants / 2);
        return AllocationInstance.Create(applicants,
            [.. Enumerable.Range(1, Posts).Select(post => new Post(PostId(post), (places / Posts) + (post <= places % Posts ? 1 : 0)))]);
    }

    private static string PostId(int post) => "p" + post.ToString(CultureInfo.InvariantCulture);
}
