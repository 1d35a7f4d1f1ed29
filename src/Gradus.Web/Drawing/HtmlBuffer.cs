using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gradus.Web.Drawing;

/// <summary>
/// HTML as it goes to the reader, in UTF-8, in one stretch of memory that is lent and given back: text is made safe and written where it will be sent from.
/// Not for two threads at once.
/// </summary>
public sealed class HtmlBuffer : IDisposable
{
    private const int FirstLength = 64 * 1024;
    private const int LongestNumber = 32;
    private static readonly SearchValues<char> marks = SearchValues.Create("&<>\"'");
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstLength);
    private int length;

    /// <summary>What was written, until the next is.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    /// <summary>Writes HTML as it is.</summary>
    public void Raw(ReadOnlySpan<char> html) => length += Encoding.UTF8.GetBytes(html, Room(Encoding.UTF8.GetMaxByteCount(html.Length)));

    /// <summary>Writes text so that it says what it says, between tags and in a value between quotation marks: the five letters that HTML reads otherwise are named.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        for (var mark = text.IndexOfAny(marks); mark >= 0; mark = text.IndexOfAny(marks))
        {
            Raw(text[..mark]);
            Raw(text[mark] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
            text = text[(mark + 1)..];
        }

        Raw(text);
    }

    /// <summary>Writes a number in figures alone, as a machine reads it.</summary>
    public void Number(int number)
    {
        number.TryFormat(Room(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        length += written;
    }

    /// <summary>What was written, as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Written);

    /// <summary>Gives the memory back; nothing may be written after it.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, length) = ([], 0);
    }

    private Span<byte> Room(int most)
    {
        if (bytes.Length - length < most)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + most));
            Written.CopyTo(longer);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = longer;
        }

        return bytes.AsSpan(length);
    }
}
