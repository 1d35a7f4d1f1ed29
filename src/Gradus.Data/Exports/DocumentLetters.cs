using System.Text;
using System.Xml;

namespace Gradus.Data.Exports;

/// <summary>Text that a package may hold.</summary>
internal static class DocumentLetters
{
    /// <summary>The text without what no XML may hold: control characters and halves of a pair; line ends are line feeds.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var lines = text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;
        var clean = new StringBuilder(lines.Length);
        foreach (var rune in lines.EnumerateRunes())
        {
            // A half of a pair comes as U+FFFD, which may stand.
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
