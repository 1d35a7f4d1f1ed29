using System.Buffers;
using System.Text.Json;
using Gradus.Rules;

namespace Gradus.Cli;

/// <summary>
/// Answers a file of JSON lines with JSON lines in the same order: lines are read in batches, each batch is answered on all cores, and what is written does not
/// depend on how many there are.
/// A line that cannot be read gets <c>{"error":…,"field":…}</c> in its place. Memory is bounded by the batch, not by the file.
/// </summary>
internal static class JsonLines
{
    private const int Batch = 2048;
    private const int MostFaultsSaid = 20;
    private static readonly IReadOnlyList<FieldError> TooLong = [new FieldError("", "Expected a line of at most a megabyte.")];

    /// <summary>Answers one line: writes the answer, or says what is wrong.</summary>
    public delegate IReadOnlyList<FieldError> AnswerLine(ReadOnlyMemory<byte> line, Utf8JsonWriter json);

    /// <summary>Answers every line that is not blank; says on standard error which lines were not answered and why, and returns the exit code.</summary>
    /// <param name="reader">The lines.</param>
    /// <param name="name">The file's name, for what is said.</param>
    /// <param name="answer">Answers one line; called on many threads at once.</param>
    /// <param name="cores">How many threads; all cores unless given.</param>
    public static int Answer(LineReader reader, string name, AnswerLine answer, int? cores = null)
    {
        using var output = new AnswerOutput();
        var options = new ParallelOptions { MaxDegreeOfParallelism = cores ?? -1 };
        var slots = new Slot[Batch];
        long lines = 0, failed = 0, lineNumber = 0;
        for (var count = Fill(reader, slots, ref lineNumber); count > 0; count = Fill(reader, slots, ref lineNumber))
        {
            Parallel.For(0, count, options, i => slots[i].Answer(answer));
            for (var i = 0; i < count; i++)
            {
                output.Line(slots[i].Written);
                lines++;
                if (slots[i].Errors.Count > 0 && ++failed <= MostFaultsSaid)
                {
                    Say(name, slots[i]);
                }
            }
        }

        output.Flush();
        if (failed == 0)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"{name}: {failed} of {lines} lines could not be read{(failed > MostFaultsSaid ? $", of which the first {MostFaultsSaid} are named above" : "")}. Each has its error in its place.");
        return ExitCode.Usage;
    }

    private static void Say(string name, Slot slot)
    {
        foreach (var error in slot.Errors)
        {
            Console.Error.WriteLine($"{name}: line {slot.Number}: {(error.Field.Length > 0 ? error.Field + ": " : "")}{error.Message}");
        }
    }

    private static int Fill(LineReader reader, Slot[] slots, ref long lineNumber)
    {
        var count = 0;
        while (count < Batch && reader.Next(out var line))
        {
            lineNumber++;
            if (line.Trim(" \t\r"u8).Length > 0)
            {
                (slots[count++] ??= new Slot()).Set(line, lineNumber, reader.IsCut);
            }
        }

        return count;
    }

    private sealed class Slot
    {
        private readonly ArrayBufferWriter<byte> _written = new(4096);
        private byte[] _line = [];
        private int _length;
        private bool _isCut;
        private Utf8JsonWriter? _json;

        public long Number { get; private set; }

        public IReadOnlyList<FieldError> Errors { get; private set; } = [];

        public ReadOnlySpan<byte> Written => _written.WrittenSpan;

        public void Set(ReadOnlySpan<byte> line, long number, bool isCut)
        {
            if (_line.Length < line.Length)
            {
                _line = new byte[line.Length * 2];
            }

            line.CopyTo(_line);
            (_length, Number, _isCut) = (line.Length, number, isCut);
        }

        public void Answer(AnswerLine answer)
        {
            _written.ResetWrittenCount();
            _json ??= new Utf8JsonWriter(_written, Shared.Compact);
            _json.Reset();
            Errors = _isCut ? TooLong : answer(_line.AsMemory(0, _length), _json);
            if (Errors.Count > 0)
            {
                _json.WriteStartObject();
                _json.WriteString("error", Errors[0].Message);
                _json.WriteString("field", Errors[0].Field);
                _json.WriteEndObject();
            }

            _json.Flush();
        }
    }
}
