using System.Buffers;
using System.Text;
using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>
/// Finds ids that differ only in case, in white space (a no-break space is white space) or in marks that take no room: whoever wrote both meant one person.
/// An id of lower-case ASCII without spaces costs a look at its bytes, unless the file has others.
/// </summary>
internal sealed class SamePerson
{
    private static readonly SearchValues<byte> plain = SearchValues.Create("!\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    private readonly IdTable _folded = new();
    private readonly List<int> _numbers = [];

    /// <summary>Whether a field holds white space at most.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> field) => field.Length == 0 || (field[0] is <= (byte)' ' or >= 0x80 && Encoding.UTF8.GetString(field).All(IsSpace));

    /// <summary>Hears of an id that has just been added to a table; returns the number of another that means the same, <c>null</c> when there is none.</summary>
    public int? Met(ReadOnlySpan<byte> id, IdTable table, int number)
    {
        var isPlain = id.IndexOfAnyExcept(plain) < 0;
        if (isPlain)
        {
            return _folded.Count > 0 && _folded.Find(id) is >= 0 and var place ? _numbers[place] : null;
        }

        var folded = Encoding.UTF8.GetBytes(Folded(Encoding.UTF8.GetString(id)));
        if (table.Find(folded) is >= 0 and var written && written != number)
        {
            return written;
        }

        var at = _folded.Add(folded);
        if (at < 0)
        {
            return _numbers[-1 - at];
        }

        _numbers.Add(number);
        return null;
    }

    private static string Folded(string id)
    {
        var folded = new StringBuilder(id.Length);
        foreach (var letter in id)
        {
            if (!IsSpace(letter))
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (folded.Length > 0 && folded[^1] != ' ' && !TakesNoRoom(letter))
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    private static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || TakesNoRoom(letter);

    private static bool TakesNoRoom(char letter) => letter is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';
}
