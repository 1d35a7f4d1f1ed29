using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gradus.Tools;

namespace Gradus.Web.Tools;

/// <summary>
/// Writes an answer as JSON into memory that its thread keeps, and then into the reply at once: the serializer hands over what it has written after every date
/// and choice, and the server
/// takes a lock each time.
/// </summary>
internal static class WrittenAnswer
{
    private const int MostKept = 1024 * 1024;

    private static readonly JsonWriterOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>Puts the answer, its length and its type into the reply; the server sends it when the request ends.</summary>
    public static void Send(HttpResponse response, BoundTool tool, ToolAnswer answer)
    {
        var bytes = kept ??= new ArrayBufferWriter<byte>(32 * 1024);
        var json = writer ??= new Utf8JsonWriter(bytes, Letters);
        try
        {
            tool.Write(json, answer);
            json.Flush();
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = bytes.WrittenCount;
            response.BodyWriter.Write(bytes.WrittenSpan);
        }
        finally
        {
            (kept, writer) = bytes.Capacity > MostKept ? (null, null) : (kept, writer);
            bytes.ResetWrittenCount();
            json.Reset();
        }
    }
}
