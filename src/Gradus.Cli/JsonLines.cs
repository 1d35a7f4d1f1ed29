using System.Buffers;
using System.Text.Json;

namespace Gradus.Cli;

/// <summary>
/// Answers a file of JSON lines with JSON lines in the same order: lines are read in batches, each batch is answered on all cores, and what is written does not depend on how many there are.
/// Memory is bounded by the batch, not by the file.
/// </summary>
internal static class JsonLines
{
    private const int Batch = 2048;
    private const int LongestLine = 1024 * 1024;

    /// <summary>Answers one line: writes the answer or an error in its place, and says whether it was answered.</summary>
    public delegate bool AnswerLine(ReadOnlySpan<byte> line, Utf8JsonWriter json);

    /// <summary>Answers every line that is not blank; returns how many there were, and the number of the first that failed, from 1.</summary>
    public static (long Lines, long Failed, long FirstFailed) Answer(Stream input, Stream output, AnswerLine answer)
    {
        var reader = new LineReader(input);
        var slots = new Slot[Batch];
        long lines = 0, failed = 0, firstFailed = 0, lineNumber = 0;
        for (var count = Fill(reader, slots, ref lineNumber); count > 0; count = Fill(reader, slots, ref lineNumber))
        {
            Parallel.For(0, count, i => slots[i].Answer(answer));
            for (var i = 0; i < count; i++)
            {
                output.Write(slots[i].Written);
                output.WriteByte((byte)'\n');
                lines++;
                if (!slots[i].IsAnswered)
                {
                    failed++;
                    firstFailed = firstFailed == 0 ? slots[i].Number : firstFailed;
                }
            }
        }

        output.Flush();
        return (lines, failed, firstFailed);
    }

    private static int Fill(LineReader reader, Slot[] slots, ref long lineNumber)
    {
        var count = 0;
        while (count < Batch && reader.Next(out var line))
        {
            lineNumber++;
            if (line.Trim(" \t\r"u8).Length > 0)
            {
                (slots[count++] ??= new Slot()).Set(line, lineNumber);
            }
        }

        return count;
    }

    private sealed class Slot
    {
        private readonly ArrayBufferWriter<byte> _written = new(4096);
        private byte[] _line = [];
        private int _length;
        private Utf8JsonWriter? _json;

        public long Number { get; private set; }

        public bool IsAnswered { get; private set; }

        public ReadOnlySpan<byte> Written => _written.WrittenSpan;

        public void Set(ReadOnlySpan<byte> line, long number)
        {
            if (_line.Length < line.Length)
            {
                _line = new byte[line.Length * 2];
            }

            line.CopyTo(_line);
            (_length, Number) = (line.Length, number);
        }

        public void Answer(AnswerLine answer)
        {
            _written.ResetWrittenCount();
            _json ??= new Utf8JsonWriter(_written, Shared.Compact);
            _json.Reset();
            IsAnswered = answer(_line.AsSpan(0, _length), _json);
            _json.Flush();
        }
    }

    /// <summary>Cuts a stream into lines; a line over a megabyte is cut off, and then fails as JSON.</summary>
    private sealed class LineReader(Stream input)
    {
        private byte[] _buffer = new byte[256 * 1024];
        private int _start;
        private int _end;
        private bool _isFirst = true;
        private bool _isDone;

        public bool Next(out ReadOnlySpan<byte> line)
        {
            var searched = 0;
            while (true)
            {
                var held = _buffer.AsSpan(_start, _end - _start);
                var newline = held[searched..].IndexOf((byte)'\n');
                if (newline >= 0 || (_isDone && held.Length > 0))
                {
                    var length = newline >= 0 ? searched + newline : held.Length;
                    line = held[..length];
                    _start += Math.Min(length + 1, held.Length);
                    SkipMark(ref line);
                    if (line.Length > LongestLine)
                    {
                        line = line[..LongestLine];
                    }

                    return true;
                }

                if (_isDone)
                {
                    line = default;
                    return false;
                }

                searched = held.Length;
                Read();
            }
        }

        private void SkipMark(ref ReadOnlySpan<byte> line)
        {
            if (_isFirst && line.StartsWith("\uFEFF"u8))
            {
                line = line[3..];
            }

            _isFirst = false;
        }

        private void Read()
        {
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }

            if (_end == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var read = input.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            _isDone = read == 0;
        }
    }
}
