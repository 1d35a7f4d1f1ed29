using System.Globalization;
using System.Text;
using Gradus.Matching.Draws;
using Gradus.Matching.Files;

namespace Gradus.Matching.Instances;

/// <summary>What a generated instance looks like.</summary>
/// <param name="Applicants">How many applicants.</param>
/// <param name="Posts">How many posts.</param>
/// <param name="Seed">The seed; the same seed gives the same bytes everywhere.</param>
public sealed record GeneratorSettings(int Applicants, int Posts, ulong Seed)
{
    /// <summary>The shortest list.</summary>
    public int ShortestList { get; init; } = 10;

    /// <summary>The longest list.</summary>
    public int LongestList { get; init; } = 20;

    /// <summary>All places together; as many as the larger of applicants and posts unless said otherwise. Spread evenly.</summary>
    public int? Places { get; init; }

    /// <summary>Whether posts rank those who list them, each in a random order of its own.</summary>
    public bool Rankings { get; init; } = true;

    /// <summary>Which part of applicants is in linked pairs with the same list.</summary>
    public double LinkedShare { get; init; }

    /// <summary>Which part of applicants is in tier 2.</summary>
    public double SecondTierShare { get; init; }
}

/// <summary>
/// Makes instances for tests and benchmarks, as CSV: list lengths even between the limits, popularity of posts rising linearly from 1 to 5 in a random order of posts,
/// rankings independent shuffles. Written as made, so a million applicants need little more memory than their lists.
/// </summary>
public static class InstanceGenerator
{
    /// <summary>Writes both files.</summary>
    public static void Write(GeneratorSettings settings, Stream applicants, Stream posts)
    {
        var random = new SimulationRandom(settings.Seed, 0);
        var lists = MakeLists(settings, ref random);
        WriteApplicants(settings, lists, applicants, ref random);
        WritePosts(settings, lists, posts, ref random);
    }

    /// <summary>Makes an instance in memory, the same that reading the written files would give.</summary>
    public static AllocationInstance Make(GeneratorSettings settings)
    {
        using var applicants = new MemoryStream();
        using var posts = new MemoryStream();
        Write(settings, applicants, posts);
        applicants.Position = 0;
        posts.Position = 0;
        return AllocationReader.Read(applicants, posts);
    }

    private static int[][] MakeLists(GeneratorSettings settings, ref SimulationRandom random)
    {
        var byPopularity = ApplicantOrder.Numbers(settings.Posts);
        random.Shuffle(byPopularity);
        var total = new double[settings.Posts];
        var sum = 0.0;
        for (var i = 0; i < total.Length; i++)
        {
            sum += 1 + (4.0 * i / int.Max(1, settings.Posts - 1));
            total[i] = sum;
        }

        var lists = new int[settings.Applicants][];
        var lister = new int[settings.Posts];
        var linked = (int)(settings.Applicants * settings.LinkedShare / 2) * 2;
        for (var applicant = 0; applicant < lists.Length; applicant++)
        {
            if (applicant < linked && applicant % 2 == 1)
            {
                lists[applicant] = lists[applicant - 1];
                continue;
            }

            var spread = (uint)(settings.LongestList - settings.ShortestList + 1);
            var list = new int[int.Min(settings.Posts, settings.ShortestList + (int)random.NextBelow(spread))];
            for (var i = 0; i < list.Length;)
            {
                var found = Array.BinarySearch(total, random.NextDouble() * sum);
                var post = byPopularity[int.Min(settings.Posts - 1, found < 0 ? ~found : found)];
                if (lister[post] != applicant + 1)
                {
                    lister[post] = applicant + 1;
                    list[i++] = post;
                }
            }

            lists[applicant] = list;
        }

        return lists;
    }

    private static void WriteApplicants(GeneratorSettings settings, int[][] lists, Stream stream, ref SimulationRandom random)
    {
        using var writer = new CsvWriter(stream);
        var hasTiers = settings.SecondTierShare > 0;
        var linked = (int)(settings.Applicants * settings.LinkedShare / 2) * 2;
        writer.Raw("applicant,choices"u8);
        writer.Raw(hasTiers ? ",tier"u8 : []);
        writer.Raw(linked > 0 ? ",linked_with\n"u8 : "\n"u8);
        var text = new StringBuilder();
        for (var applicant = 0; applicant < lists.Length; applicant++)
        {
            text.Clear().AppendJoin(';', lists[applicant].Select(PostId));
            writer.Field(ApplicantId(applicant)).Field(text.ToString());
            if (hasTiers)
            {
                writer.Number(random.NextDouble() < settings.SecondTierShare ? 2 : 1);
            }

            if (linked > 0)
            {
                writer.Field(applicant < linked ? ApplicantId(applicant ^ 1) : "");
            }

            writer.EndRow();
        }
    }

    private static void WritePosts(GeneratorSettings settings, int[][] lists, Stream stream, ref SimulationRandom random)
    {
        using var writer = new CsvWriter(stream);
        writer.Raw(settings.Rankings ? "post,places,ranking\n"u8 : "post,places\n"u8);
        var places = settings.Places ?? int.Max(settings.Applicants, settings.Posts);
        var listers = settings.Rankings ? ListersByPost(settings, lists) : [];
        for (var post = 0; post < settings.Posts; post++)
        {
            writer.Field(PostId(post)).Number((places / settings.Posts) + (post < places % settings.Posts ? 1 : 0));
            if (settings.Rankings)
            {
                random.Shuffle(listers[post]);
                var text = new StringBuilder().AppendJoin(';', listers[post].Select(ApplicantId));
                writer.Field(text.ToString());
            }

            writer.EndRow();
        }
    }

    private static int[][] ListersByPost(GeneratorSettings settings, int[][] lists)
    {
        var count = new int[settings.Posts];
        foreach (var post in lists.SelectMany(list => list))
        {
            count[post]++;
        }

        var listers = Array.ConvertAll(count, length => new int[length]);
        for (var applicant = 0; applicant < lists.Length; applicant++)
        {
            foreach (var post in lists[applicant])
            {
                listers[post][^count[post]--] = applicant;
            }
        }

        return listers;
    }

    private static string ApplicantId(int number) => string.Create(CultureInfo.InvariantCulture, $"a{number + 1}");

    private static string PostId(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number + 1}");
}
