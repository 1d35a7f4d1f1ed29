using System.Globalization;
using Gradus.Matching.Files;

namespace Gradus.Matching.Instances;

/// <summary>
/// An instance as CSV in one agreed form: posts and applicants sorted by the bytes of their ids, every column present, LF line ends.
/// An absent column of rankings, minimums or posts held before the run is left out. Two files that differ only in the order of rows, line ends, quoting or
/// a byte-order mark have the same canonical bytes.
/// </summary>
public static class CanonicalForm
{
    /// <summary>Writes it. O(m + n log n).</summary>
    public static void Write(Stream stream, AllocationInstance instance)
    {
        using var writer = new CsvWriter(stream);
        writer.Raw("gradus-allocation/1\n"u8);
        writer.Raw(instance.HasRankings ? "post,places,ranking"u8 : "post,places"u8);
        writer.Raw(instance.HasMinimums ? ",minimum\n"u8 : "\n"u8);
        foreach (var post in instance.Posts.Sorted())
        {
            writer.Field(instance.Posts.Utf8(post)).Number(instance.Places[post] + instance.HeldAt(post));
            if (instance.HasRankings)
            {
                writer.List(instance.RankingOf(post), instance.Applicants);
            }

            if (instance.HasMinimums)
            {
                writer.Number(instance.MinimumOf(post));
            }

            writer.EndRow();
        }

        writer.Raw("applicant,choices,tier,linked_with,score,order,levels"u8);
        writer.Raw(instance.HasHeld ? ",fixed\n"u8 : "\n"u8);
        foreach (var applicant in instance.Applicants.Sorted())
        {
            writer.Field(instance.Applicants.Utf8(applicant)).List(instance.ChoicesOf(applicant), instance.Posts).Number(instance.TierOf(applicant));
            writer.Field(instance.PartnerOf(applicant) < 0 ? [] : instance.Applicants.Utf8(instance.PartnerOf(applicant)));
            writer.Field(!instance.HasScores ? "" : instance.ScoreOf(applicant).ToString("R", CultureInfo.InvariantCulture));
            writer.Field(!instance.HasOrders ? "" : instance.OrderOf(applicant).ToString(CultureInfo.InvariantCulture));
            writer.Field(!instance.HasTies ? "" : string.Join(';', Levels(instance, applicant)));
            if (instance.HasHeld)
            {
                writer.Field(instance.HeldBy(applicant) < 0 ? [] : instance.Posts.Utf8(instance.HeldBy(applicant)));
            }

            writer.EndRow();
        }
    }

    /// <summary>SHA-256 of its bytes.</summary>
    public static byte[] Hash(AllocationInstance instance)
    {
        using var hash = new HashingStream(Stream.Null);
        Write(hash, instance);
        return hash.Hash();
    }

    private static IEnumerable<int> Levels(AllocationInstance instance, int applicant) =>
        Enumerable.Range(instance.Offsets[applicant], instance.ChoicesOf(applicant).Length).Select(instance.LevelAt);
}
