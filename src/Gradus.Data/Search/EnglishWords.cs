using System.Reflection;
using System.Text;

namespace Gradus.Data.Search;

/// <summary>
/// Whether a word is an English one, as the index holds words: lower case, a plural's s taken off. What is a word was meant as typed and is never rewritten.
/// The list is derived from SCOWL; its licence stands beside it.
/// </summary>
internal static class EnglishWords
{
    private const int Longest = 40;

    private static readonly byte[] Lines = Read();

    /// <summary>Whether the list has the word, in British or American spelling.</summary>
    public static bool Contains(string word)
    {
        if (word.Length is < 3 or > Longest || !Ascii.IsValid(word))
        {
            return false;
        }

        Span<byte> asked = stackalloc byte[word.Length];
        Encoding.ASCII.GetBytes(word, asked);
        var (low, high) = (0, Lines.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var start = Lines.AsSpan(0, middle).LastIndexOf((byte)'\n') + 1;
            var end = start + Lines.AsSpan(start).IndexOf((byte)'\n');
            switch (asked.SequenceCompareTo(Lines.AsSpan(start, end - start)))
            {
                case 0:
                    return true;
                case < 0:
                    high = start;
                    break;
                default:
                    low = end + 1;
                    break;
            }
        }

        return false;
    }

    private static byte[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("english-words.txt")!;
        var lines = new byte[stream.Length];
        stream.ReadExactly(lines);
        return lines;
    }
}
