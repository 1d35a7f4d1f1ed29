using Gradus.Rules;

namespace Gradus.Data.Content.Files;

/// <summary>Reads <c>sources.yaml</c>.</summary>
internal static class SourcesFile
{
    public static Dictionary<string, (Source Source, int Line)> Read(ContentFile file)
    {
        var sources = new Dictionary<string, (Source, int)>(StringComparer.Ordinal);
        if (file.Mapping() is not { } root)
        {
            return sources;
        }

        foreach (var (id, keyNode, node) in new YamlFields(file, root).Entries)
        {
            if (!IsName(id))
            {
                file.Fault(keyNode.Start, $"the id “{id}” must be lower-case words joined by hyphens");
            }

            if (file.Fields(node, $"the source “{id}”") is not { } fields)
            {
                continue;
            }

            var publisher = fields.Text("publisher");
            var title = fields.Text("title");
            var addressText = fields.Text("address", required: false);
            var dated = fields.Text("dated");
            var read = fields.Date("read");
            var kind = fields.Choice("kind", ParseKind, "official, secondary, research, data, background or editorial");
            var note = fields.Text("note", required: false);
            fields.NothingElse();

            Uri? address = null;
            if (addressText is not null && (!Uri.TryCreate(addressText, UriKind.Absolute, out address) || address.Scheme is not ("http" or "https")))
            {
                file.Fault(fields.Mark("address"), $"“{addressText}” is not an address; expected https://…");
                address = null;
            }

            if (dated is not null && !IsPartialDate(dated))
            {
                file.Fault(fields.Mark("dated"), $"“{dated}” is not a date; expected 2025, 2025-08, 2025-08-29 or undated");
            }

            CheckStandsOnce(file, fields, publisher, title, address, sources.Values.Select(entry => entry.Item1));
            if (publisher is not null && title is not null && dated is not null && read is not null && kind is not null)
            {
                sources[id] = (new Source(id, publisher, title, address, dated, read.Value, kind.Value, note), (int)keyNode.Start.Line);
            }
        }

        return sources;
    }

    // Twice the same page under two ids would have two certainties. A front page may stand for several pages of its site.
    private static void CheckStandsOnce(ContentFile file, YamlFields fields, string? publisher, string? title, Uri? address, IEnumerable<Source> before)
    {
        foreach (var other in before)
        {
            if (address is { AbsolutePath: not "/" }
                && other.Address is not null
                && string.Equals(address.AbsoluteUri.TrimEnd('/'), other.Address.AbsoluteUri.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            {
                file.Fault(fields.Mark("address"), $"the source “{other.Id}” has the same address: a source stands once");
                return;
            }
            else if (string.Equals(publisher, other.Publisher, StringComparison.OrdinalIgnoreCase) && string.Equals(title, other.Title, StringComparison.OrdinalIgnoreCase))
            {
                file.Fault(fields.Mark("title"), $"the source “{other.Id}” has the same publisher and title: a source stands once");
                return;
            }
        }
    }

    private static SourceKind? ParseKind(string text) => text switch
    {
        "official" => SourceKind.Official,
        "secondary" => SourceKind.Secondary,
        "research" => SourceKind.Research,
        "data" => SourceKind.Data,
        "background" => SourceKind.Background,
        "editorial" => SourceKind.Editorial,
        _ => null,
    };

    /// <summary>Whether the text is lower-case words joined by hyphens.</summary>
    internal static bool IsName(string text) =>
        text.Length > 0
            && text[0] != '-'
            && text[^1] != '-'
            && !text.Contains("--", StringComparison.Ordinal)
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool IsPartialDate(string text) => text == "undated" || text.Length switch
    {
        4 => YamlFields.ParseDate(text + "-01-01") is not null,
        7 => YamlFields.ParseDate(text + "-01") is not null,
        _ => YamlFields.ParseDate(text) is not null,
    };
}
