using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gradus.Data.Content.Files;

/// <summary>Reads the keys of one YAML mapping strictly: what is missing, malformed or unknown becomes a fault with its place.</summary>
internal sealed class YamlFields(ContentFile file, YamlMappingNode node)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public Mark Start => node.Start;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The keys in the order in which they are written; one that is no text is a fault and left out.</summary>
    public IEnumerable<(string Key, YamlNode Key_, YamlNode Value)> Entries
    {
        get
        {
            foreach (var (key, value) in node.Children)
            {
                if (key is YamlScalarNode scalar)
                {
                    yield return (scalar.Value ?? "", key, value);
                }
                else
                {
                    file.Fault(key.Start, "a key must be a text");
                }
            }
        }
    }

    public YamlNode? Node(string key, bool required = true)
    {
        _asked.Add(key);
        var found = Find(key);
        if (found is null && required)
        {
            file.Fault(node.Start, $"“{key}” is missing");
        }

        return found;
    }

    public string? Text(string key, bool required = true)
    {
        if (Node(key, required) is not { } found)
        {
            return null;
        }

        if (found is YamlScalarNode { Value: { } value } && (value.Length > 0 || !required))
        {
            return value.Trim();
        }

        file.Fault(found.Start, $"“{key}” must be a text");
        return null;
    }

    public DateOnly? Date(string key, bool required = true)
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (ParseDate(text) is { } date)
        {
            return date;
        }

        file.Fault(Find(key)!.Start, $"“{key}” is “{text}”; expected a date such as 2026-11-25");
        return null;
    }

    public T? Choice<T>(string key, Func<string, T?> parse, string expected, bool required = true)
        where T : struct
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (parse(text) is { } value)
        {
            return value;
        }

        file.Fault(Find(key)!.Start, $"“{key}” is “{text}”; expected {expected}");
        return null;
    }

    public IReadOnlyList<(string Value, Mark At)> List(string key, bool required = true)
    {
        switch (Node(key, required))
        {
            case YamlSequenceNode sequence when sequence.Children.All(child => child is YamlScalarNode):
                return [.. sequence.Children.Cast<YamlScalarNode>().Select(child => (child.Value ?? "", child.Start))];
            case { } other:
                file.Fault(other.Start, $"“{key}” must be a list such as [england, wales]");
                return [];
            default:
                return [];
        }
    }

    /// <summary>Call when every key that is allowed has been asked for.</summary>
    public void NothingElse()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name))
            {
                file.Fault(key.Start, $"unknown key “{key}”; expected {string.Join(", ", _asked)}");
            }
        }
    }

    public Mark Mark(string key) => Find(key)?.Start ?? node.Start;

    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static decimal? ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
}
