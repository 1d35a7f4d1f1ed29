using System.Text;
using Gradus.Tools;

namespace Gradus.Web.Tools;

/// <summary>An answer that stands beside another: the form carries its facts, and they are answered anew each time.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Answer">Their answer.</param>
/// <param name="Json">The facts as JSON on one line.</param>
public sealed record KeptAnswer(ToolFacts Facts, ToolAnswer Answer, string Json)
{
    /// <summary>How many are kept beside the one asked for, at most.</summary>
    public const int Most = 2;

    /// <summary>The kept ones of a form; what can no longer be read is left out.</summary>
    public static IReadOnlyList<KeptAnswer> Read(BoundTool tool, IEnumerable<string?> kept, Asking asking) =>
        [.. kept.OfType<string>().Take(Most).Select(line => Of(tool, Encoding.UTF8.GetBytes(line), asking)).OfType<KeptAnswer>()];

    /// <summary>One of them; <c>null</c> when it cannot be read.</summary>
    public static KeptAnswer? Of(BoundTool tool, byte[] json, Asking asking) =>
        tool.Answer(json, asking) is { Answer: { } answer, Facts: { } facts } ? new KeptAnswer(facts, answer, Encoding.UTF8.GetString(tool.Write(facts))) : null;

    /// <summary>The file in which facts are saved: one JSON object, or a line for each where several are kept.</summary>
    public static byte[] File(BoundTool tool, IReadOnlyList<KeptAnswer> kept, ToolFacts facts) =>
        [.. kept.SelectMany(one => Encoding.UTF8.GetBytes(one.Json + "\n")), .. tool.Write(facts), .. "\n"u8];

    /// <summary>The facts in a saved file: the whole of it, or, where each line is an object of its own, its lines.</summary>
    public static IReadOnlyList<byte[]> Lines(byte[] file)
    {
        var text = file.AsSpan().StartsWith("\uFEFF"u8) ? file[3..] : file;
        var lines = new List<byte[]>();
        foreach (var range in text.AsSpan().Split((byte)'\n'))
        {
            var line = text.AsSpan()[range].Trim(" \t\r"u8);
            if (line.Length > 0)
            {
                lines.Add(line.ToArray());
            }
        }

        return lines.Count > 1 && lines.TrueForAll(line => line[0] == (byte)'{' && line[^1] == (byte)'}') ? lines : [text];
    }
}
