using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
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
public sealed unsafe class AllocationReader
{
    private const int LongestApplicantRecord = 8 << 20;
    private const int LongestPostRecord = 256 << 20;
    private const int LongestId = 1024;
    private const int TokensAhead = 32;

    private readonly CsvReader _applicantFile;
    private readonly CsvReader _postFile;
    private readonly InstanceParts _parts = new();
    private readonly List<int> _tiers = [];
    private readonly List<double> _scores = [];
    private readonly List<long> _orders = [];
    private readonly List<PendingLink> _links = [];
    private readonly SamePerson _samePeople = new();
    private readonly SamePerson _samePosts = new();

    // Who holds a post before the run: by the file of their own, with the ids it names, and by the column.
    private readonly CsvReader? _heldFile;
    private readonly IdTable _heldIds = new();
    private readonly List<PendingHold> _holds = [];

    // Posts are met in the applicants' lists before their own file is read; they are numbered as met, and renumbered at the end.
    private readonly IdTable _postsAsMet = new();
    private readonly List<(long Line, long Column)> _firstMet = [];
    private int[] _lastLister = new int[64];
    private int[] _choices;
    private int _choiceCount;
    private int[] _offsets = new int[1 << 10];

    private AllocationReader(CsvReader applicantFile, CsvReader postFile, CsvReader? heldFile, int choicesExpected)
    {
        _applicantFile = applicantFile;
        _postFile = postFile;
        _heldFile = heldFile;
        _choices = LargeArray.Allocate<int>(choicesExpected);
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

    /// <summary>Reads an order: one applicant per line, best first, everybody once. Who holds a post before the run may be missing, and then comes last.</summary>
    /// <exception cref="InputException">A line is not an applicant, names one twice, or applicants are missing.</exception>
    public static ApplicantOrder ReadOrder(Stream stream, string name, AllocationInstance instance)
    {
        using var reader = new CsvReader(stream, name);
        var seen = new bool[instance.ApplicantCount];
        var bestFirst = new List<int>(seen.Length);
        while (reader.Read())
        {
            var applicant = instance.Applicants.Find(reader.Field(0));
            if (IsBlank(reader, 0))
            {
                continue;
            }

            if (applicant < 0 || !IsBlank(reader, 1))
            {
                throw reader.Error(0, 0, $"the id of an applicant alone on its line, found “{CsvReader.Excerpt(reader.Field(0))}”");
            }

            if (seen[applicant])
            {
                throw reader.Error(0, 0, $"every applicant once; “{instance.Applicants[applicant]}” is there already");
            }

            seen[applicant] = true;
            bestFirst.Add(applicant);
        }

        var lines = bestFirst.Count;
        var missing = 0;
        for (; missing < seen.Length && (seen[missing] || instance.HeldBy(missing) >= 0); missing++)
        {
            if (!seen[missing])
            {
                bestFirst.Add(missing);
            }
        }

        return missing == seen.Length
            ? new ApplicantOrder([.. bestFirst])
            : throw new InputException(name, lines + 1, 1, $"every applicant once; “{instance.Applicants[missing]}” is missing");
    }

    private AllocationInstance Read()
    {
        ReadHeld();
        ReadApplicants();
        ReadPosts();
        _parts.Offsets = _offsets;
        _parts.Choices = _choices;
        ResolveHolds();
        return new AllocationInstance(_parts);
    }

    private void ReadHeld()
    {
        if (_heldFile is not { } file)
        {
            return;
        }

        var columns = Columns(file, ["applicant", "post"], []);
        var fieldCount = FilledFields(file);
        while (file.Read())
        {
            if (IsBlank(file, 0))
            {
                continue;
            }

            RequireFields(file, fieldCount);
            var id = file.Field(columns[0]);
            RequireId(file, file.Range(columns[0]).Start, id, "applicant");
            if (_heldIds.Add(id) < 0)
            {
                throw file.Error(columns[0], 0, $"every applicant once; “{CsvReader.Excerpt(id)}” is there already");
            }

            _holds.Add(Hold(file, columns[1], -1, file.Place(file.Range(columns[0]).Start)));
        }
    }

    private static PendingHold Hold(CsvReader file, int field, int applicant, (long Line, long Column) applicantPlace)
    {
        RequireId(file, file.Range(field).Start, file.Field(field), "post");
        return new PendingHold(file.Name, applicant, file.Field(field).ToArray(), applicantPlace, file.Place(file.Range(field).Start));
    }

    /// <summary>Finds whom and what the ids mean that hold a post before the run, and takes both out of the run.</summary>
    private void ResolveHolds()
    {
        if (_holds.Count == 0)
        {
            return;
        }

        var held = new int[_parts.Applicants.Count];
        Array.Fill(held, -1);
        var left = (int[])_parts.Places.Clone();
        var named = 0;
        foreach (var hold in _holds)
        {
            var applicant = hold.Applicant >= 0 ? hold.Applicant : _parts.Applicants.Find(_heldIds.Utf8(named++));
            if (applicant < 0)
            {
                throw hold.Error(hold.ApplicantPlace, $"the id of an applicant that {_applicantFile.Name} has, found “{CsvReader.Excerpt(_heldIds.Utf8(named - 1))}”");
            }

            var post = _parts.Posts.Find(hold.Post);
            if (post < 0)
            {
                throw hold.Error(hold.PostPlace, $"a post that {_postFile.Name} has, found “{CsvReader.Excerpt(hold.Post)}”");
            }

            if (held[applicant] >= 0)
            {
                throw hold.Error(hold.ApplicantPlace, $"every applicant fixed once; “{_parts.Applicants[applicant]}” is fixed at “{_parts.Posts[held[applicant]]}” already");
            }

            if (--left[post] < 0)
            {
                throw hold.Error(hold.PostPlace,
                    $"at most {_parts.Places[post]} fixed at “{_parts.Posts[post]}”, which has {_parts.Places[post]} {(_parts.Places[post] == 1 ? "place" : "places")}");
            }

            held[applicant] = post;
        }

        _parts.Hold(held);
    }

    private void ReadApplicants()
    {
        var file = _applicantFile;
        var columns = Columns(file, ["applicant", "choices"], ["tier", "linked_with", "score", "order", "fixed"]);
        var (id, choices, tier, link, score, order, fix) = (columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
        var fieldCount = FilledFields(file);
        while (file.Read())
        {
            if (IsBlank(file, 0))
            {
                continue;
            }

            RequireFields(file, fieldCount);
            var applicant = AddId(file, id, _parts.Applicants, _samePeople, "applicant");
            var isFixed = fix >= 0 && !SamePerson.IsBlank(file.Field(fix));
            if (isFixed)
            {
                _holds.Add(Hold(file, fix, applicant, file.Place(file.Range(id).Start)));
            }

            isFixed |= _heldFile is not null && _heldIds.Find(file.Field(id)) >= 0;
            var (start, length) = file.Range(choices);
            if (length > 0)
            {
                ReadChoices(file, start, start + length, applicant);
            }
            else if (!isFixed)
            {
                throw file.Error(choices, 0, "at least one choice; an applicant with an empty list cannot be placed");
            }

            if (applicant + 2 > _offsets.Length)
            {
                Array.Resize(ref _offsets, 2 * _offsets.Length);
            }

            _offsets[applicant + 1] = _choiceCount;
            if (tier >= 0)
            {
                _tiers.Add(isFixed && SamePerson.IsBlank(file.Field(tier)) ? 1 : (int)file.WholeNumber(tier, 1, 1_000_000, "a tier as a whole number from 1"));
            }

            if (link >= 0 && file.Field(link).Length > 0)
            {
                var (linkStart, _) = file.Range(link);
                _links.Add(new PendingLink(applicant, file.Field(link).ToArray(), file.Place(linkStart)));
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
        _parts.Partners = ResolveLinks();
    }

    private void ReadPosts()
    {
        var file = _postFile;
        var columns = Columns(file, ["post", "places"], ["ranking", "minimum"]);
        var (id, places, ranking, minimum) = (columns[0], columns[1], columns[2], columns[3]);
        var minimums = new List<int>();
        var fieldCount = FilledFields(file);
        var allPlaces = new List<int>();
        var rankingOffsets = new List<int> { 0 };
        var lastPost = ArrayPool<int>.Shared.Rent(_parts.Applicants.Count);
        lastPost.AsSpan(0, _parts.Applicants.Count).Clear();
        var all = ranking >= 0 ? LargeArray.Allocate<int>(int.Max(16, _choiceCount + (_choiceCount / 8))) : [];
        var count = 0;
        while (file.Read())
        {
            if (IsBlank(file, 0))
            {
                continue;
            }

            RequireFields(file, fieldCount);
            var post = AddId(file, id, _parts.Posts, _samePosts, "post");
            allPlaces.Add((int)file.WholeNumber(places, 0, int.MaxValue, "places as a whole number from 0"));
            if (minimum >= 0)
            {
                minimums.Add(SamePerson.IsBlank(file.Field(minimum)) ? 0
                    : (int)file.WholeNumber(minimum, 0, allPlaces[post], $"a minimum as a whole number from 0 to the places, {allPlaces[post]}"));
            }

            if (ranking >= 0)
            {
                var (start, length) = file.Range(ranking);
                all = ReadRanking(file, start, start + length, post, lastPost, all, ref count);
                rankingOffsets.Add(count);
            }
        }

        ArrayPool<int>.Shared.Return(lastPost);
        _parts.Places = [.. allPlaces];
        _parts.Minimums = minimums.Exists(value => value > 0) ? [.. minimums] : null;
        if (count > 0)
        {
            _parts.Ranking = all;
            _parts.RankingOffsets = [.. rankingOffsets];
        }

        _parts.HasBlankRankings = ranking >= 0 && count == 0;
        RenumberPosts();
    }

    /// <summary>Reads a list of posts. The word at the beginning of each id shows whether it is short, and if so is its key.</summary>
    private void ReadChoices(CsvReader file, int start, int end, int applicant)
    {
        EnsureRoom(ref _choices, _choiceCount, start, end);
        var table = _postsAsMet;
        var lastLister = _lastLister;
        fixed (byte* text = file.Buffer)
        fixed (int* choices = _choices)
        {
            var next = choices + _choiceCount;
            for (var at = start; at <= end;)
            {
                var (key, length) = ShortId(text + at, end - at);
                int post;
                if (length >= 0)
                {
                    post = table.FindShort(key);
                }
                else
                {
                    length = LongId(text, at, end);
                    post = table.Find(new ReadOnlySpan<byte>(text + at, length));
                }

                if (post < 0)
                {
                    post = MeetPost(file, at, length);
                    lastLister = _lastLister;
                }

                if (lastLister[post] == applicant + 1)
                {
                    throw file.ErrorAt(at, $"every choice once; “{table[post]}” is on this list already");
                }

                lastLister[post] = applicant + 1;
                *next++ = post;
                at += length + 1;
            }

            _choiceCount = (int)(next - choices);
        }
    }

    private int[] ReadRanking(CsvReader file, int start, int end, int post, int[] lastPost, int[] all, ref int count)
    {
        if (start == end)
        {
            return all;
        }

        EnsureRoom(ref all, count, start, end);
        var found = stackalloc Token[TokensAhead];
        fixed (byte* text = file.Buffer)
        fixed (int* ranking = all)
        {
            var next = ranking + count;
            for (var at = start; at <= end;)
            {
                // The table of a large round does not fit the nearest cache: a few ids are cut off first, and their places in the table fetched together.
                var tokens = 0;
                for (; tokens < TokensAhead && at <= end; tokens++)
                {
                    var (key, length) = ShortId(text + at, end - at);
                    found[tokens] = new Token(key, at, length);
                    _parts.Applicants.Prefetch(key);
                    at += (length >= 0 ? length : LongId(text, at, end)) + 1;
                }

                for (var i = 0; i < tokens; i++)
                {
                    *next++ = RankedApplicant(file, text, found[i], end, post, lastPost);
                }
            }

            count = (int)(next - ranking);
        }

        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RankedApplicant(CsvReader file, byte* text, Token token, int end, int post, int[] lastPost)
    {
        var applicant = token.Length >= 0
            ? _parts.Applicants.FindShort(token.Key)
            : _parts.Applicants.Find(new ReadOnlySpan<byte>(text + token.At, LongId(text, token.At, end)));
        if (applicant < 0)
        {
            var length = token.Length >= 0 ? token.Length : LongId(text, token.At, end);
            throw file.ErrorAt(token.At, $"the id of an applicant, found “{CsvReader.Excerpt(new ReadOnlySpan<byte>(text + token.At, length))}”");
        }

        if (lastPost[applicant] == post + 1)
        {
            throw file.ErrorAt(token.At, $"every applicant once in a ranking; “{_parts.Applicants[applicant]}” is on this one already");
        }

        lastPost[applicant] = post + 1;
        return applicant;
    }

    /// <summary>Makes room for as many ids as a field of this length can hold: each takes a byte at least, and a semicolon.</summary>
    private static void EnsureRoom(ref int[] array, int count, int start, int end)
    {
        var needed = count + ((end - start) / 2) + 1;
        if (needed <= array.Length)
        {
            return;
        }

        var larger = LargeArray.Allocate<int>(int.Max(needed, 2 * array.Length));
        array.AsSpan(0, count).CopyTo(larger);
        array = larger;
    }

    private int MeetPost(CsvReader file, int at, int length)
    {
        var id = file.Buffer.AsSpan(at, length);
        RequireId(file, at, id, "post");
        var post = _postsAsMet.Add(id);
        _firstMet.Add(file.Place(at));
        if (post == _lastLister.Length)
        {
            Array.Resize(ref _lastLister, 2 * _lastLister.Length);
        }

        return post;
    }

    private void RenumberPosts()
    {
        var number = new int[_postsAsMet.Count];
        for (var i = 0; i < number.Length; i++)
        {
            number[i] = _parts.Posts.Find(_postsAsMet.Utf8(i));
            if (number[i] < 0)
            {
                var (line, column) = _firstMet[i];
                throw new InputException(_applicantFile.Name, line, column, $"a post that {_postFile.Name} has, found “{CsvReader.Excerpt(_postsAsMet.Utf8(i))}”");
            }
        }

        foreach (ref var choice in _choices.AsSpan(0, _choiceCount))
        {
            choice = number[choice];
        }
    }

    private int[]? ResolveLinks()
    {
        if (_links.Count == 0)
        {
            return null;
        }

        var partners = new int[_parts.Applicants.Count];
        Array.Fill(partners, -1);
        foreach (var link in _links)
        {
            var partner = _parts.Applicants.Find(link.Partner);
            partners[link.Applicant] = partner >= 0 && partner != link.Applicant
                ? partner
                : throw new InputException(_applicantFile.Name, link.Place.Line, link.Place.Column, $"the id of another applicant, found “{CsvReader.Excerpt(link.Partner)}”");
        }

        foreach (var link in _links.Where(link => partners[partners[link.Applicant]] != link.Applicant))
        {
            throw new InputException(_applicantFile.Name, link.Place.Line, link.Place.Column,
                $"a link that is returned; “{_parts.Applicants[partners[link.Applicant]]}” is not linked with “{_parts.Applicants[link.Applicant]}”");
        }

        return partners;
    }

    private static int AddId(CsvReader file, int field, IdTable table, SamePerson same, string kind)
    {
        var id = file.Field(field);
        var (start, _) = file.Range(field);
        RequireId(file, start, id, kind);
        var number = table.Add(id);
        if (number < 0)
        {
            throw file.Error(field, 0, $"every {kind} once; “{CsvReader.Excerpt(id)}” is there already");
        }

        return same.Met(id, table, number) is not { } other ? number
            : throw file.Error(field, 0, $"every {kind} once; “{CsvReader.Excerpt(id)}” differs from “{table[other]}” in case or white space alone");
    }

    private static string Article(string kind) => kind is ['a', ..] ? "an " + kind : "a " + kind;

    private static void RequireId(CsvReader file, int at, ReadOnlySpan<byte> id, string kind)
    {
        if (id.Length is 0 or > LongestId)
        {
            throw file.ErrorAt(at, id.Length == 0 ? $"the id of {Article(kind)}, found nothing" : $"an id of at most {LongestId} bytes");
        }

        foreach (var value in id)
        {
            if (value is <= 0x1F or (byte)';')
            {
                throw file.ErrorAt(at, $"an id of {Article(kind)} without semicolons and control characters");
            }
        }
    }

    /// <summary>
    /// Finds the semicolon or the end within the next eight bytes, all at once. The bytes before it are then the whole id.
    /// Setting a zero byte's highest bit is exact for the lowest one found: Warren, “Hacker’s Delight”, 6-1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ShortToken ShortId(byte* at, int remaining)
    {
        var word = Unsafe.ReadUnaligned<ulong>(at);
        var marked = word ^ 0x3B3B_3B3B_3B3B_3B3B;
        marked = (marked - 0x0101_0101_0101_0101) & ~marked & 0x8080_8080_8080_8080;
        if (remaining < sizeof(ulong))
        {
            marked |= 0x80UL << (8 * remaining);
        }

        if (marked == 0)
        {
            return new ShortToken(0, -1);
        }

        var length = BitOperations.TrailingZeroCount(marked) >> 3;
        return new ShortToken(IdTable.ShortKey(word & ((1UL << (8 * length)) - 1), length), length);
    }

    private static int LongId(byte* text, int at, int end)
    {
        var rest = new ReadOnlySpan<byte>(text + at, end - at);
        var length = rest.IndexOf((byte)';');
        return length < 0 ? rest.Length : length;
    }

    private static int[] Columns(CsvReader file, string[] required, string[] optional)
    {
        var expected = $"the columns {string.Join(",", required)}{string.Concat(optional.Select(name => $"[,{name}]"))}";
        string[] names = [.. required, .. optional];
        var columns = new int[names.Length];
        Array.Fill(columns, -1);
        if (!file.Read())
        {
            throw new InputException(file.Name, 1, 1, expected);
        }

        var filled = FilledFields(file);
        if (filled == 1 && file.Field(0).IndexOfAny((byte)';', (byte)'\t') is > 0 and var separator)
        {
            throw file.Error(0, separator,
                $"{expected}, with commas between them; this file has {(file.Field(0)[separator] == ';' ? "semicolons" : "tabs")}: save it as “CSV UTF-8” with commas");
        }

        for (var field = 0; field < filled; field++)
        {
            var column = Array.IndexOf(names, System.Text.Encoding.UTF8.GetString(file.Field(field)));
            if (column < 0 || columns[column] >= 0)
            {
                throw file.Error(field, 0, $"{expected}, found “{CsvReader.Excerpt(file.Field(field))}”{(column < 0 ? "" : " twice")}");
            }

            columns[column] = field;
        }

        for (var i = 0; i < required.Length; i++)
        {
            if (columns[i] < 0)
            {
                throw file.Error(file.FieldCount, 0, $"{expected}; “{required[i]}” is missing");
            }
        }

        return columns;
    }

    /// <summary>How many fields the current record has without those at its end that are blank.</summary>
    private static int FilledFields(CsvReader file)
    {
        var count = file.FieldCount;
        while (count > 0 && SamePerson.IsBlank(file.Field(count - 1)))
        {
            count--;
        }

        return count;
    }

    /// <summary>Whether the current record has nothing in any field from one on.</summary>
    private static bool IsBlank(CsvReader file, int from)
    {
        for (var field = from; field < file.FieldCount; field++)
        {
            if (!SamePerson.IsBlank(file.Field(field)))
            {
                return false;
            }
        }

        return true;
    }

    private static void RequireFields(CsvReader file, int count)
    {
        if (file.FieldCount != count && (file.FieldCount < count || !IsBlank(file, count)))
        {
            throw file.Error(int.Min(count, file.FieldCount), 0, $"{count} fields as in the header, found {file.FieldCount}");
        }
    }

    // A struct of our own and not a tuple: compiled ahead of time with the library, where a tuple of these types would first run uncompiled, millions of times.
    private readonly record struct ShortToken(ulong Key, int Length);

    /// <summary>An id in the buffer: its key, where it begins, and its length; −1 when it is longer than a key.</summary>
    private readonly record struct Token(ulong Key, int At, int Length);

    /// <summary>Somebody who holds a post before the run, as a file says it; the applicant's number is −1 where a file of their own names them.</summary>
    private readonly record struct PendingHold(string File, int Applicant, byte[] Post, (long Line, long Column) ApplicantPlace, (long Line, long Column) PostPlace)
    {
        public InputException Error((long Line, long Column) place, string expected) => new(File, place.Line, place.Column, expected);
    }

    private readonly record struct PendingLink(int Applicant, byte[] Partner, (long Line, long Column) Place);
}
