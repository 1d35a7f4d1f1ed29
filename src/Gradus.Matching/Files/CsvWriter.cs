using System.Buffers.Text;
using System.Text;
using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>Writes CSV as UTF-8 with LF, quoting a field only where RFC 4180 asks for it.</summary>
public sealed class CsvWriter(Stream stream) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _length;
    private bool _inRow;

    /// <summary>Writes a text field.</summary>
    public CsvWriter Field(string text) => Field(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a field of UTF-8.</summary>
    public CsvWriter Field(ReadOnlySpan<byte> text)
    {
        Separate();
        if (!NeedsQuotes(text))
        {
            Raw(text);
            return this;
        }

        Byte((byte)'"');
        foreach (var value in text)
        {
            if (value == '"')
            {
                Byte(value);
            }

            Byte(value);
        }

        Byte((byte)'"');
        return this;
    }

    /// <summary>Writes what somebody else has written, such as an id: a text that a spreadsheet would run as a formula begins with an apostrophe.</summary>
    public CsvWriter Text(ReadOnlySpan<byte> text) => WouldRun(text) ? Field([(byte)'\'', .. text]) : Field(text);

    /// <summary>Whether a field is what <see cref="Text"/> writes for a text.</summary>
    public static bool IsTextOf(ReadOnlySpan<byte> field, ReadOnlySpan<byte> text) =>
        WouldRun(text) ? field is [(byte)'\'', .. var rest] && rest.SequenceEqual(text) : field.SequenceEqual(text);

    /// <summary>Writes a whole number.</summary>
    public CsvWriter Number(long value)
    {
        Separate();
        Reserve(24);
        _ = Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var used);
        _length += used;
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Byte((byte)'\n');
        _inRow = false;
    }

    /// <summary>Hands everything written so far to the stream.</summary>
    public void Dispose()
    {
        stream.Write(_buffer, 0, _length);
        _length = 0;
    }

    /// <summary>Writes ids separated by semicolons.</summary>
    internal CsvWriter List(ReadOnlySpan<int> numbers, IdTable ids)
    {
        var quote = false;
        foreach (var number in numbers)
        {
            quote |= NeedsQuotes(ids.Utf8(number));
        }

        if (quote)
        {
            return Field(string.Join(';', numbers.ToArray().Select(number => ids[number])));
        }

        Separate();
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0)
            {
                Byte((byte)';');
            }

            Raw(ids.Utf8(numbers[i]));
        }

        return this;
    }

    internal void Raw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _length)
        {
            Dispose();
        }

        if (bytes.Length > _buffer.Length)
        {
            stream.Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Spreadsheets run what begins with one of these, white space before it or not.</summary>
    private static bool WouldRun(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r"u8) is [(byte)'=' or (byte)'+' or (byte)'-' or (byte)'@', ..];

    private static bool NeedsQuotes(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (value is (byte)'"' or (byte)',' or (byte)'\r' or (byte)'\n')
            {
                return true;
            }
        }

        return false;
    }

    private void Separate()
    {
        if (_inRow)
        {
            Byte((byte)',');
        }

        _inRow = true;
    }

    private void Byte(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    private void Reserve(int count)
    {
        if (count > _buffer.Length - _length)
        {
            Dispose();
        }
    }
}
