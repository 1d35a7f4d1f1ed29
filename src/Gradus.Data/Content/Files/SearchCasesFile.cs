namespace Gradus.Data.Content.Files;

/// <summary>Reads <c>search-cases.yaml</c>: a query a line, and the page that it must find.</summary>
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
            else if (fields.Text(query) is not { } address)
            {
                continue;
            }
            else if (!addresses.Contains(address))
            {
                file.Fault(value.Start, $"there is no page “{address}”; expected an address such as /induction");
            }
            else
            {
                cases.Add(new SearchCase(query.Trim(), address));
            }
        }

        return cases;
    }
}
