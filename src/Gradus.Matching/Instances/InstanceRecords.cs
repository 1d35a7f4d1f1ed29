using System.Text;

namespace Gradus.Matching.Instances;

/// <summary>Makes the parts of an instance from records, and refuses those that do not fit together.</summary>
internal static class InstanceRecords
{
    /// <summary>The parts.</summary>
    /// <exception cref="ArgumentException">Something does not fit, as <see cref="AllocationInstance.Create"/> says.</exception>
    public static InstanceParts Parts(IReadOnlyCollection<Applicant> applicants, IReadOnlyCollection<Post> posts)
    {
        var parts = new InstanceParts { Places = new int[posts.Count], Offsets = new int[applicants.Count + 1] };
        foreach (var post in posts)
        {
            Require(post.Places >= 0, $"The places of post “{post.Id}” are a whole number from 0.");
            Require(post.Minimum >= 0 && post.Minimum <= post.Places, $"The minimum of post “{post.Id}” is a whole number from 0 to its places.");
            parts.Places[parts.Posts.Count] = post.Places;
            AddId(parts.Posts, post.Id, "post");
        }

        foreach (var applicant in applicants)
        {
            AddId(parts.Applicants, applicant.Id, "applicant");
        }

        AddLists(parts, applicants);
        AddRankings(parts, posts);
        AddAttributes(parts, applicants);
        parts.Minimums = posts.Any(post => post.Minimum > 0) ? [.. posts.Select(post => post.Minimum)] : null;
        AddHeld(parts, applicants);
        return parts;
    }

    private static void AddId(IdTable table, string id, string kind)
    {
        if (id.Length == 0 || id.AsSpan().ContainsAnyInRange('\0', '\x1F') || id.Contains(';'))
        {
            throw Invalid($"An id of a {kind} is not empty and holds no semicolon or control character.");
        }

        if (table.Add(Encoding.UTF8.GetBytes(id)) < 0)
        {
            throw Invalid($"The {kind} “{id}” is there twice.");
        }
    }

    private static void AddLists(InstanceParts parts, IReadOnlyCollection<Applicant> applicants)
    {
        var choices = new int[applicants.Sum(applicant => applicant.Choices.Count)];
        var levels = applicants.Any(applicant => applicant.Levels is not null) ? new List<int>(choices.Length) : null;
        var lastNamed = new int[parts.Posts.Count];
        var number = 0;
        foreach (var applicant in applicants)
        {
            var start = parts.Offsets[number];
            parts.Offsets[number + 1] = start + applicant.Choices.Count;
            Resolve(parts.Posts, applicant.Choices, choices.AsSpan(start), lastNamed, ++number, () => $"the list of “{applicant.Id}”");
            if (levels is not null)
            {
                var ownLevels = applicant.Levels ?? [.. Enumerable.Range(1, applicant.Choices.Count)];
                Require(ownLevels.Count == applicant.Choices.Count && ownLevels.Zip(ownLevels.Skip(1)).All(pair => pair.First <= pair.Second),
                    $"The levels of “{applicant.Id}” never fall, one for each choice.");
                levels.AddRange(ownLevels);
            }
        }

        parts.Choices = choices;
        parts.Levels = levels is null ? null : [.. levels];
    }

    private static void AddRankings(InstanceParts parts, IReadOnlyCollection<Post> posts)
    {
        if (posts.All(post => post.Ranking is null))
        {
            return;
        }

        var ranking = new int[posts.Sum(post => post.Ranking?.Count ?? 0)];
        var offsets = new int[posts.Count + 1];
        var lastNamed = new int[parts.Applicants.Count];
        var number = 0;
        foreach (var post in posts)
        {
            Require(post.Ranking is not null, $"Either every post has a ranking or none has; “{post.Id}” has none.");
            var start = offsets[number];
            offsets[number + 1] = start + post.Ranking!.Count;
            Resolve(parts.Applicants, post.Ranking, ranking.AsSpan(start), lastNamed, ++number, () => $"the ranking of “{post.Id}”");
        }

        parts.Ranking = ranking;
        parts.RankingOffsets = offsets;
    }

    private static void AddAttributes(InstanceParts parts, IReadOnlyCollection<Applicant> applicants)
    {
        Require(applicants.All(applicant => applicant.Tier >= 1), "A tier is a whole number from 1.");
        Require(applicants.All(a => a.Score is not null) || applicants.All(a => a.Score is null), "Either every applicant has a score or nobody has.");
        Require(applicants.All(a => a.Order is not null) || applicants.All(a => a.Order is null), "Either every applicant has a place in the order or nobody has.");
        Require(applicants.All(a => a.Score is null || double.IsFinite(a.Score.Value)), "A score is a finite number.");
        if (applicants.Any(applicant => applicant.Tier > 1))
        {
            parts.Tiers = [.. applicants.Select(applicant => applicant.Tier)];
        }

        if (applicants.Any(applicant => applicant.Score is not null))
        {
            parts.Scores = [.. applicants.Select(applicant => applicant.Score!.Value)];
        }

        if (applicants.Any(applicant => applicant.Order is not null))
        {
            parts.Orders = [.. applicants.Select(applicant => applicant.Order!.Value)];
        }

        if (applicants.Any(applicant => applicant.LinkedWith is not null))
        {
            parts.Partners = [.. applicants.Select(applicant => applicant.LinkedWith is null ? -1 : parts.Applicants.Find(applicant.LinkedWith))];
            for (var i = 0; i < parts.Partners.Length; i++)
            {
                var unlinked = parts.Partners[i] < 0 && applicants.ElementAt(i).LinkedWith is null;
                Require(unlinked || (parts.Partners[i] >= 0 && parts.Partners[i] != i && parts.Partners[parts.Partners[i]] == i),
                    $"The link of “{parts.Applicants[i]}” is not returned.");
            }
        }
    }

    private static void AddHeld(InstanceParts parts, IReadOnlyCollection<Applicant> applicants)
    {
        if (applicants.All(applicant => applicant.Holds is null))
        {
            return;
        }

        int[] held = [.. applicants.Select(applicant => applicant.Holds is null ? -1 : parts.Posts.Find(applicant.Holds))];
        Require(applicants.Zip(held).All(pair => pair.First.Holds is null || pair.Second >= 0), "Somebody holds a post that is not known.");
        parts.Hold(held);
        Require(parts.Places.All(places => places >= 0), "More hold a post before the run than it has places.");
    }

    /// <summary>Writes the numbers of a list's ids. Whom a list has named already is known by the list's own number, from 1, in <paramref name="lastNamed"/>.</summary>
    private static void Resolve(IdTable table, IReadOnlyList<string> ids, Span<int> numbers, int[] lastNamed, int list, Func<string> where)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            var number = table.Find(ids[i]);
            if (number < 0)
            {
                throw Invalid($"“{ids[i]}” in {where()} is not known.");
            }

            if (lastNamed[number] == list)
            {
                throw Invalid($"Somebody is twice in {where()}.");
            }

            lastNamed[number] = list;
            numbers[i] = number;
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw Invalid(message);
        }
    }

    private static ArgumentException Invalid(string message) => new(message, nameof(message));
}
