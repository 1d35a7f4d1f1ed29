using System.Buffers;
using System.Runtime.CompilerServices;
using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>The posts' rankings, one after another.</summary>
internal sealed unsafe class RankingLists : IDisposable
{
    private const int TokensAhead = 32;

    private readonly IdTable _applicants;
    private readonly int[] _lastPost;
    private int[] _ranking;

    /// <summary>No rankings yet.</summary>
    /// <param name="applicants">Whom they may name.</param>
    /// <param name="expected">How many places in rankings are likely; there may be more.</param>
    public RankingLists(IdTable applicants, int expected)
    {
        _applicants = applicants;
        _ranking = LargeArray.Allocate<int>(expected);
        _lastPost = ArrayPool<int>.Shared.Rent(applicants.Count);
        _lastPost.AsSpan(0, applicants.Count).Clear();
    }

    /// <summary>The applicants of all rankings, as numbers; what stands after <see cref="Count"/> of them is room.</summary>
    public int[] Ranking => _ranking;

    /// <summary>How many places there are in rankings so far.</summary>
    public int Count { get; private set; }

    /// <summary>Gives back what was only needed while reading.</summary>
    public void Dispose() => ArrayPool<int>.Shared.Return(_lastPost);

    /// <summary>Reads the ranking of a post: a part of a field, best first.</summary>
    /// <exception cref="InputException">Something in it is no applicant, or is there twice.</exception>
    public void Read(CsvReader file, int start, int end, int post)
    {
        if (start == end)
        {
            return;
        }

        IdLists.EnsureRoom(ref _ranking, Count, start, end);
        var found = stackalloc Token[TokensAhead];
        fixed (byte* text = file.Buffer)
        fixed (int* ranking = _ranking)
        {
            var next = ranking + Count;
            for (var at = start; at <= end;)
            {
                // The table of a large round does not fit the nearest cache: a few ids are cut off first, and their places in the table fetched together.
                var tokens = 0;
                for (; tokens < TokensAhead && at <= end; tokens++)
                {
                    var (key, length) = IdFields.Short(text + at, end - at);
                    found[tokens] = new Token(key, at, length);
                    _applicants.Prefetch(key);
                    at += (length >= 0 ? length : IdFields.Long(text, at, end)) + 1;
                }

                for (var i = 0; i < tokens; i++)
                {
                    *next++ = RankedApplicant(file, text, found[i], end, post);
                }
            }

            Count = (int)(next - ranking);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RankedApplicant(CsvReader file, byte* text, Token token, int end, int post)
    {
        var applicant = token.Length >= 0
            ? _applicants.FindShort(token.Key)
            : _applicants.Find(new ReadOnlySpan<byte>(text + token.At, IdFields.Long(text, token.At, end)));
        if (applicant < 0)
        {
            var length = token.Length >= 0 ? token.Length : IdFields.Long(text, token.At, end);
            throw file.ErrorAt(token.At, $"the id of an applicant, found “{CsvReader.Excerpt(new ReadOnlySpan<byte>(text + token.At, length))}”");
        }

        if (_lastPost[applicant] == post + 1)
        {
            throw file.ErrorAt(token.At, $"every applicant once in a ranking; “{_applicants[applicant]}” is on this one already");
        }

        _lastPost[applicant] = post + 1;
        return applicant;
    }

    /// <summary>An id in the buffer: its key, where it begins, and its length; −1 when it is longer than a key.</summary>
    private readonly record struct Token(ulong Key, int At, int Length);
}
