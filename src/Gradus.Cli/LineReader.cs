namespace Gradus.Cli;

/// <summary>Cuts a stream into lines, a byte-order mark before the first left out. A line over a megabyte is cut short, so that memory does not grow with the file.</summary>
internal sealed class LineReader(Stream input)
{
    private const int LongestLine = 1024 * 1024;

    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;
    private bool _isFirst = true;
    private bool _isDone;
    private bool _keeps;

    /// <summary>Whether a line can stand alone.</summary>
    public delegate bool IsWhole(ReadOnlySpan<byte> line);

    /// <summary>Whether the last line was longer than a megabyte and is not whole.</summary>
    public bool IsCut { get; private set; }

    /// <summary>
    /// Looks at the beginning, before anything else is read, without using it up: whether a first line that is whole in itself is followed by another that is not blank.
    /// </summary>
    public bool BeginsWithLines(IsWhole isWhole)
    {
        (_keeps, var result) = (true, false);
        if (Next(out var first) && isWhole(first))
        {
            while (!result && Next(out var next))
            {
                result = next.Trim(" \t\r"u8).Length > 0;
            }
        }

        (_keeps, _start, _isFirst, IsCut) = (false, 0, true, false);
        return result;
    }

    /// <summary>Everything that is left; <c>null</c> when it is longer than so many bytes.</summary>
    public byte[]? Rest(int most)
    {
        while (!_isDone && _end - _start <= most)
        {
            Read();
        }

        return _end - _start <= most ? _buffer[_start.._end] : null;
    }

    /// <summary>The next line without its end; <c>false</c> after the last.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        if (IsCut)
        {
            SkipToNextLine();
        }

        var searched = 0;
        while (true)
        {
            var held = _buffer.AsSpan(_start, _end - _start);
            var newline = held[searched..].IndexOf((byte)'\n');
            var length = newline >= 0 ? searched + newline : held.Length;
            if (length > LongestLine)
            {
                line = held[..LongestLine];
                _start += LongestLine;
                IsCut = true;
                return true;
            }

            if (newline >= 0 || (_isDone && held.Length > 0))
            {
                line = held[..length];
                _start += Math.Min(length + 1, held.Length);
                SkipMark(ref line);
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

    private void SkipToNextLine()
    {
        IsCut = false;
        while (true)
        {
            var newline = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                _start += newline + 1;
                return;
            }

            _start = _end;
            if (_isDone)
            {
                return;
            }

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
        if (_start > 0 && !_keeps)
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
