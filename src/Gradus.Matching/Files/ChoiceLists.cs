using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>
/// The applicants' lists, one after another. Posts are met in them before their own file is read; they are numbered as met, and renumbered at the end.
/// </summary>
internal sealed unsafe class ChoiceLists(int choicesExpected)
{
    private readonly IdTable _postsAsMet = new();
    private readonly List<(long Line, long Column)> _firstMet = [];
    private int[] _lastLister = new int[64];
    private int[] _choices = LargeArray.Allocate<int>(choicesExpected);

    /// <summary>The posts of all lists, as numbers; what stands after <see cref="Count"/> of them is room.</summary>
    public int[] Choices => _choices;

    /// <summary>How many choices there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>Reads a list of posts. The word at the beginning of each id shows whether it is short, and if so is its key.</summary>
    /// <exception cref="InputException">Something in the list is no id, or is there twice.</exception>
    public void Read(CsvReader file, int start, int end, int applicant)
    {
        IdLists.EnsureRoom(ref _choices, Count, start, end);
        var table = _postsAsMet;
        var lastLister = _lastLister;
        fixed (byte* text = file.Buffer)
        fixed (int* choices = _choices)
        {
            var next = choices + Count;
            for (var at = start; at <= end;)
            {
                var (key, length) = IdFields.Short(text + at, end - at);
                int post;
                if (length >= 0)
                {
                    post = table.FindShort(key);
                }
                else
                {
                    length = IdFields.Long(text, at, end);
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

            Count = (int)(next - choices);
        }
    }

    /// <summary>Gives the posts the numbers of their own file.</summary>
    /// <exception cref="InputException">A list names a post that its own file has not.</exception>
    public void Renumber(IdTable posts, string applicantsName, string postsName)
    {
        var number = new int[_postsAsMet.Count];
        for (var i = 0; i < number.Length; i++)
        {
            number[i] = posts.Find(_postsAsMet.Utf8(i));
            if (number[i] < 0)
            {
                var (line, column) = _firstMet[i];
                throw new InputException(applicantsName, line, column, $"a post that {postsName} has, found “{CsvReader.Excerpt(_postsAsMet.Utf8(i))}”");
            }
        }

        foreach (ref var choice in _choices.AsSpan(0, Count))
        {
            choice = number[choice];
        }
    }

    private int MeetPost(CsvReader file, int at, int length)
    {
        var id = file.Buffer.AsSpan(at, length);
        IdFields.Require(file, at, id, "post");
        var post = _postsAsMet.Add(id);
        _firstMet.Add(file.Place(at));
        if (post == _lastLister.Length)
        {
            Array.Resize(ref _lastLister, 2 * _lastLister.Length);
        }

        return post;
    }
}
