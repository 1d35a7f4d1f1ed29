using System.Text;

namespace Gradus.Data.Imports;

/// <summary>The letters of a file that people saved: UTF-8, UTF-16 with its mark, or what a spreadsheet on Windows calls CSV.</summary>
internal static class TextBytes
{
    /// <summary>Reads them; a mark at the start is left out.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>The text, and whether it is no UTF-8 and was read in the letters of Western Windows, of a byte each.</returns>
    public static (string Text, bool IsWestern) Read(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (Encoding.Unicode.GetString(bytes[2..]), false)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Encoding.BigEndianUnicode.GetString(bytes[2..]), false)
        : Utf8OrWestern(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);

    private static (string Text, bool IsWestern) Utf8OrWestern(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return (new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes), false);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return (Encoding.GetEncoding(1252).GetString(bytes), true);
        }
    }
}
