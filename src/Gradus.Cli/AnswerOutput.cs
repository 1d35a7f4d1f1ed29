using Microsoft.Win32.SafeHandles;

namespace Gradus.Cli;

/// <summary>
/// Answers on their way to standard output, in pieces of a megabyte. When a piece cannot be written, as on a full disk, the number of lines that got there whole is known:
/// of a file by how far it has grown, of a pipe by the pieces before.
/// </summary>
internal sealed class AnswerOutput : IDisposable
{
    private const int Piece = 1 << 20;

    private readonly Stream _output;
    private readonly SafeFileHandle? _file;
    private readonly byte[] _held = new byte[Piece];
    private int _length;
    private long _lines;

    /// <summary>Writes to standard output.</summary>
    public AnswerOutput()
    {
        _output = Console.OpenStandardOutput();
        _file = Console.IsOutputRedirected && !OperatingSystem.IsWindows() ? AsFile() : null;
    }

    /// <summary>Adds a line.</summary>
    /// <exception cref="UsageException">It cannot be written; says how many lines were.</exception>
    public void Line(ReadOnlySpan<byte> line)
    {
        Add(line);
        Add("\n"u8);
    }

    /// <summary>Writes what is held back.</summary>
    /// <exception cref="UsageException">It cannot be written; says how many lines were.</exception>
    public void Flush()
    {
        var before = Written();
        try
        {
            _output.Write(_held, 0, _length);
            _output.Flush();
        }
        catch (IOException fault) when (!fault.Message.Contains("Broken pipe", StringComparison.Ordinal))
        {
            var grown = (int)long.Clamp(Written() - before, 0, _length);
            var lines = _lines + _held.AsSpan(0, grown).Count((byte)'\n');
            throw new UsageException($"{lines} {(lines == 1 ? "line was" : "lines were")} written whole, then no more: {fault.Message}");
        }

        _lines += _held.AsSpan(0, _length).Count((byte)'\n');
        _length = 0;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _output.Dispose();
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_length == Piece)
            {
                Flush();
            }

            var part = bytes[..int.Min(bytes.Length, Piece - _length)];
            part.CopyTo(_held.AsSpan(_length));
            _length += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    private long Written()
    {
        try
        {
            return _file is null ? 0 : RandomAccess.GetLength(_file);
        }
        catch (Exception fault) when (fault is IOException or NotSupportedException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>
    /// Standard output as a file, to ask how long it is; <c>null</c> when it has no length. Only the bare handle: a stream on it would put the place of writing
    /// back to its own.
    /// </summary>
    private static SafeFileHandle? AsFile()
    {
        var file = new SafeFileHandle(1, ownsHandle: false);
        try
        {
            _ = RandomAccess.GetLength(file);
            return file;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException or NotSupportedException)
        {
            file.Dispose();
            return null;
        }
    }
}
