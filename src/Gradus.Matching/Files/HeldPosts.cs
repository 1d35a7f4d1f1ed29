using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>Who holds a post before the run: by a file of their own, with the ids it names, and by the applicants' own column.</summary>
internal sealed class HeldPosts
{
    private readonly IdTable _ids = new();
    private readonly List<PendingHold> _holds = [];

    /// <summary>Reads them from a file of their own, <c>applicant,post</c>.</summary>
    /// <exception cref="InputException">A row is no applicant and post, or names an applicant twice.</exception>
    public void Read(CsvReader file)
    {
        var columns = Records.Columns(file, ["applicant", "post"], []);
        var fieldCount = Records.FilledFields(file);
        while (file.Read())
        {
            if (Records.IsBlank(file, 0))
            {
                continue;
            }

            Records.RequireFields(file, fieldCount);
            var id = file.Field(columns[0]);
            IdFields.Require(file, file.Range(columns[0]).Start, id, "applicant");
            if (_ids.Add(id) < 0)
            {
                throw file.Error(columns[0], 0, $"every applicant once; “{CsvReader.Excerpt(id)}” is there already");
            }

            _holds.Add(Hold(file, columns[1], -1, file.Place(file.Range(columns[0]).Start)));
        }
    }

    /// <summary>Notes the post that a field of an applicant's own row names.</summary>
    public void Add(CsvReader file, int field, int applicant, int idField) => _holds.Add(Hold(file, field, applicant, file.Place(file.Range(idField).Start)));

    /// <summary>Whether the file of their own names somebody.</summary>
    public bool Names(ReadOnlySpan<byte> applicant) => _ids.Find(applicant) >= 0;

    /// <summary>Finds whom and what the ids mean that hold a post before the run, and takes both out of the run.</summary>
    /// <exception cref="InputException">An id is unknown, somebody is held twice, or a post is held by more than it has places.</exception>
    public void TakeOut(InstanceParts parts, string applicantsName, string postsName)
    {
        if (_holds.Count == 0)
        {
            return;
        }

        var held = new int[parts.Applicants.Count];
        Array.Fill(held, -1);
        var left = (int[])parts.Places.Clone();
        var named = 0;
        foreach (var hold in _holds)
        {
            var applicant = hold.Applicant >= 0 ? hold.Applicant : parts.Applicants.Find(_ids.Utf8(named++));
            if (applicant < 0)
            {
                throw hold.Error(hold.ApplicantPlace, $"the id of an applicant that {applicantsName} has, found “{CsvReader.Excerpt(_ids.Utf8(named - 1))}”");
            }

            var post = parts.Posts.Find(hold.Post);
            if (post < 0)
            {
                throw hold.Error(hold.PostPlace, $"a post that {postsName} has, found “{CsvReader.Excerpt(hold.Post)}”");
            }

            if (held[applicant] >= 0)
            {
                throw hold.Error(hold.ApplicantPlace, $"every applicant fixed once; “{parts.Applicants[applicant]}” is fixed at “{parts.Posts[held[applicant]]}” already");
            }

            if (--left[post] < 0)
            {
                throw hold.Error(hold.PostPlace,
                    $"at most {parts.Places[post]} fixed at “{parts.Posts[post]}”, which has {parts.Places[post]} {(parts.Places[post] == 1 ? "place" : "places")}");
            }

            held[applicant] = post;
        }

        parts.Hold(held);
    }

    private static PendingHold Hold(CsvReader file, int field, int applicant, (long Line, long Column) applicantPlace)
    {
        IdFields.Require(file, file.Range(field).Start, file.Field(field), "post");
        return new PendingHold(file.Name, applicant, file.Field(field).ToArray(), applicantPlace, file.Place(file.Range(field).Start));
    }

    /// <summary>Somebody who holds a post before the run, as a file says it; the applicant's number is −1 where a file of their own names them.</summary>
    private readonly record struct PendingHold(string File, int Applicant, byte[] Post, (long Line, long Column) ApplicantPlace, (long Line, long Column) PostPlace)
    {
        public InputException Error((long Line, long Column) place, string expected) => new(File, place.Line, place.Column, expected);
    }
}
