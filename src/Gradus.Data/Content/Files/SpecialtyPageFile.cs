namespace Gradus.Data.Content.Files;

/// <summary>Checks the front matter of a specialty's page: title, status, and the sources that it rests on.</summary>
internal static class SpecialtyPageFile
{
    public static void CheckSources(ContentFile file, CitationLog citations)
    {
        var lines = file.Text.Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        if (lines[0] != "---" || end < 0)
        {
            file.Fault(1, 1, "the page must begin with its front matter between two lines of “---”");
            return;
        }

        var frontMatter = file.WithText("\n" + string.Join('\n', lines[1..end]));
        if (frontMatter.Mapping() is not { } mapping)
        {
            return;
        }

        var fields = new YamlFields(frontMatter, mapping);
        fields.Text("title");
        fields.Choice("status", Rules.StatusExtensions.Parse, "sure, verify, unpublished, not-found, computed or editorial");
        foreach (var (id, at) in fields.List("sources"))
        {
            citations.Add(file, at, id);
        }

        fields.NothingElse();
    }
}
