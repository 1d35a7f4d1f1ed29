using Gradus.Rules;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gradus.Data.Content.Files;

/// <summary>One file of the content folder while it is read: its text, and the faults found in it.</summary>
internal sealed class ContentFile(string path, string text, List<ContentFault> faults)
{
    /// <summary>The path relative to the content folder, with forward slashes.</summary>
    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>A part of this file, read as if it were the whole; faults still go to this file.</summary>
    public ContentFile WithText(string part) => new(Path, part, faults);

    public void Fault(int line, int column, string message) => faults.Add(new ContentFault(Path, line, column, message));

    public void Fault(Mark mark, string message) => Fault((int)mark.Line, (int)mark.Column, message);

    /// <summary>The YAML root when it is a mapping; otherwise <c>null</c> and a fault.</summary>
    public YamlMappingNode? Mapping() => Root<YamlMappingNode>("a mapping of keys");

    /// <summary>The YAML root when it is a list; otherwise <c>null</c> and a fault.</summary>
    public YamlSequenceNode? Sequence() => Root<YamlSequenceNode>("a list of entries beginning with “- ”");

    public YamlFields? Fields(YamlNode node, string what)
    {
        if (node is YamlMappingNode mapping)
        {
            return new YamlFields(this, mapping);
        }

        Fault(node.Start, $"{what} must be a mapping of keys");
        return null;
    }

    /// <summary>Reads a list of nation keys, or <c>uk</c>.</summary>
    public Nations Nations(YamlFields fields, string key)
    {
        var nations = Rules.Nations.None;
        var listed = fields.List(key);
        if (listed.Count == 0 && fields.Node(key, required: false) is YamlSequenceNode { Children.Count: 0 } empty)
        {
            Fault(empty.Start, $"“{key}” must name at least one nation");
        }

        foreach (var (value, at) in listed)
        {
            if (NationExtensions.ParseNations(value) is { } nation)
            {
                nations |= nation;
            }
            else
            {
                Fault(at, $"“{value}” is not a nation; expected england, scotland, wales, northern-ireland or uk");
            }
        }

        return nations;
    }

    private T? Root<T>(string expected)
        where T : YamlNode
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new ShallowParser(Path, new Parser(new StringReader(Text))));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is T root)
            {
                return root;
            }

            Fault(1, 1, $"expected {expected}");
        }
        catch (YamlException e)
        {
            Fault(e.Start, $"not readable as YAML: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            Fault(1, 1, "not readable as YAML: a bracket or a quotation mark is not closed"); // The reader names no place for these.
        }

        return null;
    }
}
