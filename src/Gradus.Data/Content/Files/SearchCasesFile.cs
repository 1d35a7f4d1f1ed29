using YamlDotNet.RepresentationModel;

namespace Gradus.Data.Content.Files;

/// <summary>Reads <c>search-cases.yaml</c>: a query a line, and the page that it must find, or several any of which will do.</summary>
internal static class SearchCasesFile
{
    private const int LongestQuery = 200;

    public static IReadOnlyList<SearchCase> Read(ContentFile file, HashSet<string> addresses)
    {
        if (file.Mapping() is not { } root)
        {
            return [];
        }

        var cases = new List<SearchCase>();
        var asked = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var fields = new YamlFields(file, root);
        foreach (var (query, key, value) in fields.Entries)
        {
            if (query.Trim().Length is 0 or > LongestQuery)
            {
                file.Fault(key.Start, $"a query has 1 to {LongestQuery} characters");
            }
            else if (!asked.Add(query.Trim()))
            {
                file.Fault(key.Start, $"“{query}” stands here twice");
            }
            else
            {
                var named = value is YamlSequenceNode ? fields.List(query) : fields.Text(query) is { } one ? [(one, value.Start)] : [];
                var unknown = named.FirstOrDefault(page => !addresses.Contains(page.Value));
                if (unknown.Value is { } address)
                {
                    file.Fault(unknown.At, $"there is no page “{address}”; expected an address such as /induction");
                }
                else if (named.Count == 0)
                {
                    if (value is YamlSequenceNode { Children.Count: 0 })
                    {
                        file.Fault(value.Start, $"“{query}” must name at least one page");
                    }
                }
                else
                {
                    cases.Add(new SearchCase(query.Trim(), [.. named.Select(page => page.Value)]));
                }
            }
        }

        return cases;
    }
}
