using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gradus.Data.Content.Files;

/// <summary>Checks everything that a page of guidance refers to, and joins each figure named in it to the figure itself.</summary>
internal sealed class GuidanceReferences(ContentFile file, GuidancePage page, int lineOffset, SystemContent system,
    IReadOnlyDictionary<string, Figure> figures, IReadOnlySet<string> addresses, CitationLog citations)
{
    public void Check()
    {
        foreach (var item in page.Document.Descendants())
        {
            switch (item)
            {
                case FigureInline figure:
                    CheckFigure(figure);
                    break;
                case DatedInline { Day: null }:
                    Fault(item, "words that change with a day are written {{2026-06-03: before | from that day}}");
                    break;
                case LinkInline link:
                    CheckLink(link);
                    break;
                case CustomContainer container:
                    CheckContainer(container);
                    break;
                case HeadingBlock { Level: 1 }:
                    Fault(item, "headings begin at “##”: the title is in the front matter");
                    break;
            }
        }
    }

    private void CheckFigure(FigureInline inline)
    {
        if (inline.HasBadNation)
        {
            Fault(inline, $"“{{{{{inline.Written}}}}}” names no nation; expected england, scotland, wales or northern-ireland after “@”");
        }

        inline.Figure = FindFigure(inline.System, inline.Key);
        if (inline.Figure is null)
        {
            Fault(inline, $"there is no figure “{inline.System ?? page.System}/{inline.Key}” in rules.yaml");
        }
    }

    private void CheckLink(LinkInline link)
    {
        if (link.IsImage)
        {
            Fault(link, "pictures are not used in guidance");
        }
        else if (Citation.From(link, out var badStatus) is { } citation)
        {
            citations.Add(file, link.Line + lineOffset + 1, link.Column + 1, citation.SourceId);
            if (badStatus is not null)
            {
                Fault(link, $"“{badStatus}” is not a status; expected verify, unpublished, not-found, computed or editorial");
            }
        }
        else if (link.Url is { } url && url.StartsWith('/'))
        {
            var address = url.Split('#', '?')[0];
            if (!addresses.Contains(address))
            {
                Fault(link, $"there is no page “{address}”");
            }
        }
        else if (link.Url is not { } outside || !(outside.StartsWith('#') || outside.StartsWith("https://", StringComparison.Ordinal)))
        {
            Fault(link, $"the link “{link.Url}” must begin with “/”, “#”, “https://” or “source:”");
        }
    }

    private void CheckContainer(CustomContainer container)
    {
        var name = container.Info ?? "";
        var arguments = (container.Arguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (name)
        {
            case Containers.Until or Containers.From or Containers.Before:
                if (arguments is not [var day] || YamlFields.ParseDate(day) is null)
                {
                    Fault(container, $"“::: {name}” needs a date such as 2026-11-25");
                }
                else if (name == Containers.Before && (After(container) is not CustomContainer { Info: Containers.From } from || from.Arguments?.Trim() != day))
                {
                    Fault(container, $"“::: before {day}” is followed at once by “::: from {day}”, which says what holds then");
                }

                break;
            case Containers.Nation:
                if (arguments.Length == 0 || !Array.TrueForAll(arguments, key => NationExtensions.ParseNation(key) is not null))
                {
                    Fault(container, "“::: nation” needs england, scotland, wales or northern-ireland");
                }

                break;
            case Containers.Table:
                CheckTable(container, arguments);
                break;
            case Containers.Rules:
                foreach (var key in ListItems(container))
                {
                    CheckRulesLine(container, key);
                }

                break;
            case Containers.Figures:
                if (ListItems(container).Count() is 0 or > 3)
                {
                    Fault(container, "“::: figures” holds a list of one to three lines");
                }

                break;
            case Containers.Milestones when system.Milestones.Count == 0:
                Fault(container, "the system has no milestones.yaml");
                break;
            case Containers.Milestones when arguments is [var only] && !system.Milestones.Any(milestone => milestone.Id.StartsWith(only + "-", StringComparison.Ordinal)):
                Fault(container, $"no milestone’s id begins with “{only}-”");
                break;
            default:
                if (!Containers.All.Contains(name))
                {
                    Fault(container, $"unknown container “{name}”; expected {string.Join(", ", Containers.All)}");
                }

                break;
        }
    }

    private static Block? After(CustomContainer container)
    {
        var at = container.Parent!.IndexOf(container);
        return at + 1 < container.Parent.Count ? container.Parent[at + 1] : null;
    }

    private void CheckRulesLine(CustomContainer container, string line)
    {
        var (systemName, key, nation, bad) = RulesLine.Read(line);
        if (bad || FindFigure(systemName, key) is null)
        {
            Fault(container, $"there is no figure “{line}” in rules.yaml");
        }

        _ = nation;
    }

    private void CheckTable(CustomContainer container, string[] arguments)
    {
        var table = arguments.Length == 0 ? null : system.Tables.FirstOrDefault(candidate => candidate.Name == arguments[0]);
        if (table is null)
        {
            Fault(container, "“::: table” needs the name of a table of this system");
            return;
        }

        if (arguments.Length > 1 && arguments[1..] is not ["nation=you"])
        {
            Fault(container, "after the table's name only “nation=you” may stand");
        }

        if (arguments.Length > 1 && !table.Columns.Any(column => column.Name == "nation"))
        {
            Fault(container, $"the table “{table.Name}” has no column “nation”");
        }

        foreach (var column in ListItems(container).Where(name => !table.Columns.Any(column => column.Name == name)))
        {
            Fault(container, $"the table “{table.Name}” has no column “{column}”");
        }
    }

    private Figure? FindFigure(string? otherSystem, string key) =>
        figures.GetValueOrDefault((otherSystem ?? page.System) + "/" + key);

    private static IEnumerable<string> ListItems(CustomContainer container) =>
        container.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>()).Select(item => GuidanceFile.PlainText((item.FirstOrDefault() as ParagraphBlock)?.Inline));

    private void Fault(MarkdownObject item, string message) =>
        file.Fault(item.Line + lineOffset + 1, item.Column + 1, message);
}
