using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>
/// Reads an instance from two CSV streams in one go, without an object for each applicant.
/// <c>applicant,choices[,tier][,linked_with][,score][,order][,fixed]</c> and <c>post,places[,ranking][,minimum]</c>, columns in any order, lists separated by
/// semicolons, best first.
/// Who holds a post before the run has it in <c>fixed</c>, or stands in a third stream, <c>applicant,post</c>; their other cells may be empty.
/// Columns and rows of a spreadsheet with nothing in them are passed over, and so is a ranking column that is empty everywhere.
/// A duplicate, two ids that differ only in case or white space, an unknown id, places that are not a whole number from 0, a link that is not returned, more
/// who hold a post than it has places, a minimum above the places, or an empty list of choices is an
/// <see cref="InputException"/> with file, line and column.
/// </summary>
public sealed class AllocationReader
{
    private const int LongestApplicantRecord = 8 << 20;
    private const int LongestPostRecord = 256 << 20;

    private readonly CsvReader _applicantFile;
    private readonly CsvReader _postFile;
    private readonly InstanceParts _parts = new();
    private readonly List<int> _tiers = [];
    private readonly List<double> _scores = [];
    private readonly List<long> _orders = [];
    private readonly LinkedApplicants _links = new();
    private readonly SamePerson _samePeople = new();
    private readonly SamePerson _samePosts = new();
    private readonly HeldPosts _held = new();
    private readonly CsvReader? _heldFile;
    private readonly ChoiceLists _lists;
    private int[] _offsets = new int[1 << 10];

    private AllocationReader(CsvReader applicantFile, CsvReader postFile, CsvReader? heldFile, int choicesExpected)
    {
        _applicantFile = applicantFile;
        _postFile = postFile;
        _heldFile = heldFile;
        _lists = new ChoiceLists(choicesExpected);
    }

    /// <summary>Reads an instance. The names are used in errors; each progress hears the bytes read of its file. O(bytes).</summary>
    /// <exception cref="InputException">Something in either file is not as it should be.</exception>
    public static AllocationInstance Read(
        Stream applicants, Stream posts, string applicantsName = "applicants.csv", string postsName = "posts.csv", IProgress<long>? applicantsProgress = null,
            IProgress<long>? postsProgress = null,
        Stream? held = null, string heldName = "fixed.csv")
    {
        using var applicantFile = new CsvReader(applicants, applicantsName, LongestApplicantRecord, applicantsProgress);
        using var postFile = new CsvReader(posts, postsName, LongestPostRecord, postsProgress);
        using var heldFile = held is null ? null : new CsvReader(held, heldName, LongestApplicantRecord);
        return new AllocationReader(applicantFile, postFile, heldFile, ChoicesIn(applicants)).Read();
    }

    /// <summary>As many choices as a file of this length is likely to hold; it may hold more.</summary>
    private static int ChoicesIn(Stream applicants)
    {
        const int BytesPerChoice = 4;
        const int Least = 1 << 10;
        const int Most = 1 << 26;
        try
        {
            return (int)long.Clamp(applicants.Length / BytesPerChoice, Least, Most);
        }
        catch (NotSupportedException)
        {
            return Least;
        }
    }

    private AllocationInstance Read()
    {
        if (_heldFile is not null)
        {
            _held.Read(_heldFile);
        }

        ReadApplicants();
        ReadPosts();
        _parts.Offsets = _offsets;
        _parts.Choices = _lists.Choices;
        _held.TakeOut(_parts, _applicantFile.Name, _postFile.Name);
        return new AllocationInstance(_parts);
    }

    private void ReadApplicants()
    {
        var file = _applicantFile;
        var columns = Records.Columns(file, ["applicant", "choices"], ["tier", "linked_with", "score", "order", "fixed"]);
        var (id, choices, tier, link, score, order, fix) = (columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
        var fieldCount = Records.FilledFields(file);
        while (file.Read())
        {
            if (Records.IsBlank(file, 0))
            {
                continue;
            }

            Records.RequireFields(file, fieldCount);
            var applicant = IdFields.Add(file, id, _parts.Applicants, _samePeople, "applicant");
            var isFixed = fix >= 0 && !SamePerson.IsBlank(file.Field(fix));
            if (isFixed)
            {
                _held.Add(file, fix, applicant, id);
            }

            isFixed |= _heldFile is not null && _held.Names(file.Field(id));
            var (start, length) = file.Range(choices);
            if (length > 0)
            {
                _lists.Read(file, start, start + length, applicant);
            }
            else if (!isFixed)
            {
                throw file.Error(choices, 0, "at least one choice; an applicant with an empty list cannot be placed");
            }

            if (applicant + 2 > _offsets.Length)
            {
                Array.Resize(ref _offsets, 2 * _offsets.Length);
            }

            _offsets[applicant + 1] = _lists.Count;
            if (tier >= 0)
            {
                _tiers.Add(isFixed && SamePerson.IsBlank(file.Field(tier)) ? 1 : (int)file.WholeNumber(tier, 1, 1_000_000, "a tier as a whole number from 1"));
            }

            if (link >= 0 && file.Field(link).Length > 0)
            {
                _links.Add(file, link, applicant);
            }

            if (score >= 0)
            {
                _scores.Add(isFixed && SamePerson.IsBlank(file.Field(score)) ? double.MinValue : file.Number(score, "a score as a number"));
            }

            if (order >= 0)
            {
                _orders.Add(isFixed && SamePerson.IsBlank(file.Field(order))
                    ? long.MaxValue
                    : file.WholeNumber(order, long.MinValue, long.MaxValue, "a place in the order as a whole number"));
            }
        }

        Array.Resize(ref _offsets, _parts.Applicants.Count + 1);
        _parts.Tiers = _tiers.Exists(value => value > 1) ? [.. _tiers] : null;
        _parts.Scores = score >= 0 ? [.. _scores] : null;
        _parts.Orders = order >= 0 ? [.. _orders] : null;
        _parts.Partners = _links.Partners(_parts.Applicants, file.Name);
    }

    private void ReadPosts()
    {
        var file = _postFile;
        var columns = Records.Columns(file, ["post", "places"], ["ranking", "minimum"]);
        var (id, places, ranking, minimum) = (columns[0], columns[1], columns[2], columns[3]);
        var minimums = new List<int>();
        var fieldCount = Records.FilledFields(file);
        var allPlaces = new List<int>();
        var rankingOffsets = new List<int> { 0 };
        using var rankings = new RankingLists(_parts.Applicants, ranking >= 0 ? int.Max(16, _lists.Count + (_lists.Count / 8)) : 0);
        while (file.Read())
        {
            if (Records.IsBlank(file, 0))
            {
                continue;
            }

            Records.RequireFields(file, fieldCount);
            var post = IdFields.Add(file, id, _parts.Posts, _samePosts, "post");
            allPlaces.Add((int)file.WholeNumber(places, 0, int.MaxValue, "places as a whole number from 0"));
            if (minimum >= 0)
            {
                minimums.Add(SamePerson.IsBlank(file.Field(minimum)) ? 0
                    : (int)file.WholeNumber(minimum, 0, allPlaces[post], $"a minimum as a whole number from 0 to the places, {allPlaces[post]}"));
            }

            if (ranking >= 0)
            {
                var (start, length) = file.Range(ranking);
                rankings.Read(file, start, start + length, post);
                rankingOffsets.Add(rankings.Count);
            }
        }

        _parts.Places = [.. allPlaces];
        _parts.Minimums = minimums.Exists(value => value > 0) ? [.. minimums] : null;
        if (rankings.Count > 0)
        {
            _parts.Ranking = rankings.Ranking;
            _parts.RankingOffsets = [.. rankingOffsets];
        }

        _parts.HasBlankRankings = ranking >= 0 && rankings.Count == 0;
        _lists.Renumber(_parts.Posts, _applicantFile.Name, file.Name);
    }
}
