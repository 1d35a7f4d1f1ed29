using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Matching.Files;

/// <summary>Placements as CSV: written to a stream and read back. Opening, limiting and renaming files is the caller’s business.</summary>
public static class PlacementsFile
{
    /// <summary>What stands in place of a choice where the post was held before the run.</summary>
    public static ReadOnlySpan<byte> Held => "fixed"u8;

    /// <summary>
    /// Writes <c>applicant,post,choice</c>, one row for each applicant in the order of the input, post and choice blank when unplaced, <c>fixed</c> instead of
    /// a choice for whoever held the post before the run; an id that a spreadsheet would run begins with an apostrophe.
    /// </summary>
    public static void Write(Stream stream, Allocation allocation)
    {
        using var writer = new CsvWriter(stream);
        writer.Raw("applicant,post,choice\n"u8);
        var instance = allocation.Instance;
        for (var applicant = 0; applicant < instance.ApplicantCount; applicant++)
        {
            writer.Text(instance.Applicants.Utf8(applicant));
            var choice = allocation.ChoiceOf[applicant];
            if (instance.HeldBy(applicant) is >= 0 and var held)
            {
                writer.Text(instance.Posts.Utf8(held)).Field(Held);
            }
            else if (choice < 0)
            {
                writer.Raw(",,"u8);
            }
            else
            {
                writer.Text(instance.Posts.Utf8(allocation.PostOf(applicant))).Number(choice + 1);
            }

            writer.EndRow();
        }
    }

    /// <summary>Reads placements back: each applicant's choice as a place in their list from 0, −1 when unplaced.</summary>
    /// <exception cref="InputException">A row is not an applicant of the input in its order, or names a post not on their list, or a choice that is another post.</exception>
    public static int[] Read(Stream stream, string name, AllocationInstance instance)
    {
        using var reader = new CsvReader(stream, name);
        if (!reader.Read()
            || reader.FieldCount != 3
            || !reader.Field(0).SequenceEqual("applicant"u8)
            || !reader.Field(1).SequenceEqual("post"u8)
            || !reader.Field(2).SequenceEqual("choice"u8))
        {
            throw new InputException(name, 1, 1, "the columns applicant,post,choice");
        }

        var choiceOf = new int[instance.ApplicantCount];
        for (var applicant = 0; applicant < choiceOf.Length; applicant++)
        {
            if (!reader.Read() || reader.FieldCount != 3 || !CsvWriter.IsTextOf(reader.Field(0), instance.Applicants.Utf8(applicant)))
            {
                throw reader.Error(0, 0, $"a row for applicant “{instance.Applicants[applicant]}” with three fields");
            }

            if (instance.HeldBy(applicant) is >= 0 and var held)
            {
                choiceOf[applicant] = CsvWriter.IsTextOf(reader.Field(1), instance.Posts.Utf8(held)) && reader.Field(2).SequenceEqual(Held)
                    ? -1
                    : throw reader.Error(1, 0, $"“{instance.Posts[held]}”, fixed: “{instance.Applicants[applicant]}” held it before the run");
                continue;
            }

            if (reader.Field(1).Length == 0 && reader.Field(2).Length == 0)
            {
                choiceOf[applicant] = -1;
                continue;
            }

            var choice = reader.WholeNumber(2, 1, instance.ChoicesOf(applicant).Length, "the number of a choice on the applicant's list");
            choiceOf[applicant] = CsvWriter.IsTextOf(reader.Field(1), instance.Posts.Utf8(instance.ChoicesOf(applicant)[(int)choice - 1]))
                ? (int)choice - 1
                : throw reader.Error(1, 0, $"choice {choice} of “{instance.Applicants[applicant]}”, which is “{instance.Posts[instance.ChoicesOf(applicant)[(int)choice - 1]]}”");
        }

        return reader.Read() ? throw reader.Error(0, 0, "the end of the file after the last applicant") : choiceOf;
    }
}
