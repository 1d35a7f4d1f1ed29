using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Gradus.Matching.Files;

/// <summary>
/// Reads CSV one record at a time from a stream: UTF-8 with or without byte-order mark, LF or CRLF, quoting as in RFC 4180, the first record a header.
/// Memory is one buffer, which grows to the longest record and no further than the limit. Lines without anything on them are passed over, and so is a first line “sep=,”.
/// What spreadsheets write instead (UTF-16, workbooks, line ends of CR alone, other separators named by “sep=”) is named for what it is.
/// </summary>
public sealed class CsvReader : IDisposable
{
    /// <summary>How many readable bytes follow the buffer's content, so that a word can be loaded at its last byte.</summary>
    internal const int Padding = 8;

    private const int FirstBuffer = 1 << 18;
    private static readonly SearchValues<byte> RecordMarks = SearchValues.Create((byte)'"', (byte)'\n');
    private static readonly SearchValues<byte> FieldMarks = SearchValues.Create((byte)'"', (byte)',');

    private readonly Stream _stream;
    private readonly int _longestRecord;
    private readonly IProgress<long>? _progress;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer + Padding);
    private int _length;
    private int _next;
    private int _validated;
    private bool _ended;
    private long _bytesRead;
    private long _nextLine = 1;
    private int _recordStart;
    private long _recordLine = 1;
    private (int Start, int Length)[] _fields = new (int, int)[8];

    /// <summary>Reads from a stream; the name is used in errors. The progress hears how many bytes have been read so far.</summary>
    public CsvReader(Stream stream, string name, int longestRecord = 8 << 20, IProgress<long>? progress = null)
    {
        _stream = stream;
        Name = name;
        _longestRecord = longestRecord;
        _progress = progress;
    }

    /// <summary>The file's name, as errors say it.</summary>
    public string Name { get; }

    /// <summary>How many fields the current record has.</summary>
    public int FieldCount { get; private set; }

    internal byte[] Buffer => _buffer;

    /// <summary>Goes to the next record; <c>false</c> at the end of the file.</summary>
    /// <exception cref="InputException">The bytes are not UTF-8, a quote is broken, or the record is longer than the limit.</exception>
    public bool Read()
    {
        while (true)
        {
            if (FindRecord() is not { } end)
            {
                FieldCount = 0; // What is wrong from here on is wrong at the end of the file.
                return false;
            }

            var length = end > _recordStart && _buffer[end - 1] == '\r' ? end - 1 - _recordStart : end - _recordStart;
            if (length > 0)
            {
                Split(_recordStart + length);
                return true;
            }
        }
    }

    /// <summary>A field of the current record, quotes removed; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Field(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)FieldCount, nameof(index));
        var (start, length) = _fields[index];
        return _buffer.AsSpan(start, length);
    }

    /// <summary>A whole number in a field.</summary>
    /// <exception cref="InputException">The field is not a whole number within the limits.</exception>
    public long WholeNumber(int index, long lowest, long highest, string expected)
    {
        var field = Field(index);
        return Utf8Parser.TryParse(field, out long value, out var used) && used == field.Length && value >= lowest && value <= highest
            ? value
            : throw Error(index, 0, $"{expected}, found “{Excerpt(field)}”");
    }

    /// <summary>A finite number in a field.</summary>
    /// <exception cref="InputException">The field is not a number.</exception>
    public double Number(int index, string expected)
    {
        var field = Field(index);
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Error(index, 0, $"{expected}, found “{Excerpt(field)}”");
    }

    /// <summary>Gives the buffer back; the stream stays open.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>An error at a byte of a field of the current record.</summary>
    public InputException Error(int field, int offset, string expected) =>
        ErrorAt(field < FieldCount ? _fields[field].Start + offset : FieldCount == 0 ? _recordStart : _fields[FieldCount - 1].Start + _fields[FieldCount - 1].Length, expected);

    internal (int Start, int Length) Range(int index) => _fields[index];

    internal (long Line, long Column) Place(int position)
    {
        var before = _buffer.AsSpan(_recordStart, position - _recordStart);
        var line = _recordLine + before.Count((byte)'\n');
        var sinceLineStart = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return (line, 1 + Encoding.UTF8.GetCharCount(sinceLineStart));
    }

    internal InputException ErrorAt(int position, string expected)
    {
        var (line, column) = Place(position);
        return new InputException(Name, line, column, expected);
    }

    /// <summary>The beginning of a text, short enough to be quoted in an error.</summary>
    internal static string Excerpt(ReadOnlySpan<byte> text)
    {
        var whole = Encoding.UTF8.GetString(text.Length > 160 ? text[..160] : text);
        return whole.Length > 40 ? whole[..40] + "…" : whole;
    }

    /// <summary>Finds where the next record ends, reading on as needed; <c>null</c> at the end of the file.</summary>
    private int? FindRecord()
    {
        _recordStart = _next;
        _recordLine = _nextLine;
        var scan = _next;
        var openQuote = -1;
        while (true)
        {
            var found = openQuote < 0 ? _buffer.AsSpan(scan, _length - scan).IndexOfAny(RecordMarks) : _buffer.AsSpan(scan, _length - scan).IndexOf((byte)'"');
            if (found < 0)
            {
                scan = _length;
                if (!_ended)
                {
                    var moved = _recordStart;
                    Fill();
                    scan = int.Max(scan - moved, _recordStart);
                    openQuote = openQuote < 0 ? openQuote : openQuote - moved;
                    continue;
                }

                if (openQuote >= 0)
                {
                    throw ErrorAt(openQuote, "a closing quote for the quote opened here");
                }

                _next = _length;
                return _recordStart == _length ? null : _length;
            }

            var at = scan + found;
            scan = at + 1;
            if (_buffer[at] == '\n')
            {
                _next = scan;
                _nextLine++;
                return at;
            }

            if (openQuote >= 0)
            {
                _nextLine += _buffer.AsSpan(openQuote, at - openQuote).Count((byte)'\n');
                openQuote = -1;
            }
            else
            {
                openQuote = at;
            }
        }
    }

    /// <summary>Moves what has not been used to the front of the buffer and reads more behind it.</summary>
    private void Fill()
    {
        var kept = _length - _recordStart;
        if (kept >= _longestRecord)
        {
            throw new InputException(Name, _recordLine, 1, string.Create(CultureInfo.InvariantCulture, $"a record of at most {_longestRecord:N0} bytes"));
        }

        _buffer.AsSpan(_recordStart, kept).CopyTo(_buffer);
        _validated -= _recordStart;
        _length = kept;
        _recordStart = 0;
        _next = 0;
        if (kept > (_buffer.Length - Padding) / 2)
        {
            var larger = ArrayPool<byte>.Shared.Rent((2 * (_buffer.Length - Padding)) + Padding);
            _buffer.AsSpan(0, kept).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = _stream.Read(_buffer, _length, _buffer.Length - Padding - _length);
        _ended = read == 0;
        var isStart = _bytesRead == 0;
        _bytesRead += read;
        _length += read;
        if (isStart)
        {
            const int Enough = 16;
            while (_length < Enough && !_ended)
            {
                read = _stream.Read(_buffer, _length, Enough - _length);
                _ended = read == 0;
                _bytesRead += read;
                _length += read;
            }

            if (_buffer.AsSpan(0, _length).StartsWith(Encoding.UTF8.Preamble))
            {
                _buffer.AsSpan(3, _length - 3).CopyTo(_buffer);
                _length -= 3;
            }

            RequireCsv(_buffer.AsSpan(0, _length));
        }

        _progress?.Report(_bytesRead);
        Validate();
    }

    /// <summary>Names what a file is that is no CSV of ours, where its first bytes show it.</summary>
    private void RequireCsv(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..])
        {
            throw new InputException(Name, 1, 1, "UTF-8; this is UTF-16, which spreadsheets call “Unicode text”: save it as “CSV UTF-8”");
        }

        if (start is [0, ..])
        {
            throw new InputException(Name, 1, 1, "a text with an end; this begins with zero bytes, as a device does");
        }

        if (start.StartsWith("PK"u8) || start is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new InputException(Name, 1, 1, "CSV; this is a workbook or another packed file: name it .xlsx if it is one, or save it as “CSV UTF-8”");
        }

        var mark = start.IndexOfAny((byte)'\r', (byte)'\n', (byte)'"');
        if (mark >= 0 && mark + 1 < start.Length && start[mark] == '\r' && start[mark + 1] != '\n')
        {
            throw new InputException(Name, 1, mark + 1, "lines that end with LF or CRLF; these end with CR alone, as “CSV (Macintosh)” does: save it as “CSV UTF-8”");
        }

        const int Length = 4;
        if (start.Length > Length && start.StartsWith("sep="u8))
        {
            _next = start[Length] == ',' ? Length + 1
                : throw new InputException(Name, 1, Length + 1,
                    $"commas between fields; this file says that they are parted by {(start[Length] == '\t' ? "tabs" : $"“{(char)start[Length]}”")}: save it as “CSV UTF-8” with commas");
            _recordStart = _next;
        }
    }

    private void Validate()
    {
        var fresh = _buffer.AsSpan(_validated, _length - _validated);
        if (Ascii.IsValid(fresh))
        {
            _validated = _length;
            return;
        }

        while (fresh.Length > 0)
        {
            var plain = Ascii.IsValid(fresh) ? fresh.Length : int.Max(0, fresh.IndexOfAnyInRange((byte)0x80, (byte)0xFF));
            _validated += plain;
            fresh = fresh[plain..];
            if (fresh.Length == 0)
            {
                return;
            }

            var status = Rune.DecodeFromUtf8(fresh, out _, out var used);
            if (status == OperationStatus.NeedMoreData && !_ended)
            {
                return;
            }

            if (status != OperationStatus.Done)
            {
                throw ErrorAt(_validated, "UTF-8; these bytes are not");
            }

            _validated += used;
            fresh = fresh[used..];
        }
    }

    private void Split(int end)
    {
        FieldCount = 0;
        for (var at = _recordStart; ;)
        {
            if (FieldCount == _fields.Length)
            {
                Array.Resize(ref _fields, 2 * _fields.Length);
            }

            if (at < end && _buffer[at] == '"')
            {
                var (length, after) = Unquote(at, end);
                _fields[FieldCount++] = (at + 1, length);
                at = after;
            }
            else
            {
                var found = _buffer.AsSpan(at, end - at).IndexOfAny(FieldMarks);
                var stop = found < 0 ? end : at + found;
                if (stop < end && _buffer[stop] == '"')
                {
                    throw ErrorAt(stop, "no quote inside a field that does not begin with one");
                }

                _fields[FieldCount++] = (at, stop - at);
                at = stop;
            }

            if (at == end)
            {
                return;
            }

            at++;
        }
    }

    /// <summary>Takes the quotes off a field in place and returns its length and where the next comma or the end is.</summary>
    private (int Length, int After) Unquote(int open, int end)
    {
        var write = open + 1;
        for (var read = open + 1; read < end;)
        {
            var quote = read + _buffer.AsSpan(read, end - read).IndexOf((byte)'"');
            if (quote < read)
            {
                break;
            }

            _buffer.AsSpan(read, quote - read).CopyTo(_buffer.AsSpan(write));
            write += quote - read;
            if (quote + 1 < end && _buffer[quote + 1] == '"')
            {
                _buffer[write++] = (byte)'"';
                read = quote + 2;
                continue;
            }

            return quote + 1 == end || _buffer[quote + 1] == ','
                ? (write - open - 1, quote + 1)
                : throw ErrorAt(quote + 1, "a comma or the end of the line after a closing quote");
        }

        throw ErrorAt(open, "a closing quote for the quote opened here");
    }
}
