using System.Text;

namespace Gradus.Facts;

/// <summary>Names that people type: two that differ only in case, in white space (a no-break space is white space) or in marks that take no room are one.</summary>
internal static class TypedName
{
    /// <summary>The name as all its spellings have it: in small letters, one blank for any white space, none at its ends.</summary>
    public static string Folded(this string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (letter is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD')
            {
                continue;
            }

            if (!char.IsWhiteSpace(letter))
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }
}
