using System.Globalization;
using System.Text;
using Gradus.Rules;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.Guidance;

/// <summary>A table of facts as HTML: the picked columns, and how sure each row is.</summary>
internal static class ContentTableHtml
{
    private const int MostRows = 400;

    public static string Of(GuidanceRenderer guidance, ContentTable table, List<int> columns, bool onlyYou)
    {
        var html = new StringBuilder();
        var source = table.Column("source");
        var status = table.Column("status");
        var nation = table.Columns.Any(column => column.Name == "nation") ? table.Column("nation") : -1;
        var rows = table.Rows.Where(row => !onlyYou || NationExtensions.ParseNations(row[nation])!.Value.Includes(guidance.Nation))
            .Where(Holds(table, guidance.On))
            .Take(MostRows)
            .ToList();

        if (rows.Count == 0)
        {
            return $"<p class=\"soft\">{Markup.Encode(table.Says.TrimEnd('.'))}: nothing for {Markup.Encode(guidance.Nation.Name())}.</p>";
        }

        // Rows of one nation that is not the reader's are headed by it; rows of several name theirs.
        var whose = nation < 0 || columns.Contains(nation) ? [] : rows.Select(row => NationExtensions.ParseNations(row[nation])!.Value).Distinct().ToList();
        if (whose.Count > 1)
        {
            columns = [.. columns, nation];
        }

        var says = whose is [var one] && !one.Includes(guidance.Nation) ? $"{table.Says.TrimEnd('.')} ({one.Names()})" : table.Says;
        var mark = new RowsMark(rows.ConvertAll(row => StatusExtensions.Parse(row[status])!.Value));
        html.Append(mark.Above);
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .Append(Markup.Encode(says))
            .Append("\"><table class=\"table stack\"><caption>")
            .Append(Markup.Encode(says))
            .Append("</caption><thead><tr>");
        foreach (var column in columns)
        {
            html.Append("<th scope=\"col\"").Append(IsNumber(table, column) ? " class=\"r\">" : ">").Append(Markup.Encode(table.Columns[column].Says)).Append("</th>");
        }

        html.Append("<th scope=\"col\">Written in</th></tr></thead><tbody>");
        foreach (var row in rows)
        {
            var isYou = nation >= 0 && !onlyYou && NationExtensions.ParseNation(row[nation]) == guidance.Nation;
            html.Append(isYou ? "<tr class=\"is-you\">" : "<tr>");
            for (var i = 0; i < columns.Count; i++)
            {
                var cell = Cell(guidance, table.Columns[columns[i]], row[columns[i]]);
                if (i == 0)
                {
                    // A row that begins with a bare number or day names it where the headings are out of sight.
                    html.Append(table.Columns[columns[i]].Type is ColumnType.Number or ColumnType.Whole or ColumnType.Date
                            ? $"<th scope=\"row\" data-label=\"{Markup.Encode(table.Columns[columns[i]].Says)}\">"
                            : "<th scope=\"row\">")
                        .Append(cell)
                        .Append("</th>");
                }
                else
                {
                    html.Append("<td data-label=\"")
                        .Append(Markup.Encode(table.Columns[columns[i]].Says))
                        .Append(IsNumber(table, columns[i]) ? "\" class=\"r\"><span>" : "\"><span>")
                        .Append(cell)
                        .Append("</span></td>");
                }
            }

            var sure = StatusExtensions.Parse(row[status])!.Value;
            var number = guidance.Cite(row[source], place: null);
            guidance.Count(sure);
            html.Append("<td data-label=\"Written in\"><span>").Append(mark.Of(sure)).Append(guidance.Mark(number)).Append("</span></td></tr>");
        }

        html.Append("</tbody></table></div>");
        return html.ToString();
    }

    // Of a yearly list only what holds on the date or begins after it, by the last list that was known then: rows of one nation that are alike in the first
    // words of their row are one list.
    private static Func<IReadOnlyList<string>, bool> Holds(ContentTable table, DateOnly on)
    {
        if (!table.Columns.Any(column => column is { Name: "year", IsOptional: false }) || !table.Columns.Any(column => column.Name == "from"))
        {
            return _ => true;
        }

        var nation = table.Columns.Any(column => column.Name == "nation") ? table.Column("nation") : -1;
        var list = table.Columns.Index().First(column => column.Item.Type == ColumnType.Text).Index;
        var (from, known) = (table.Column("from"), table.Columns.Any(column => column.Name == "known") ? table.Column("known") : -1);
        var day = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Known(IReadOnlyList<string> row) => known < 0 ? "" : row[known];
        string Edition(IReadOnlyList<string> row) => row[from] + " " + Known(row);
        (string, string) List(IReadOnlyList<string> row) => (nation < 0 ? "" : row[nation], row[list]);
        bool IsKnown(IReadOnlyList<string> row) => string.CompareOrdinal(Known(row), day) <= 0;
        bool HasBegun(IReadOnlyList<string> row) => string.CompareOrdinal(row[from], day) <= 0;
        var last = table.Rows.Where(row => IsKnown(row) && HasBegun(row)).GroupBy(List).ToDictionary(rows => rows.Key, rows => rows.Select(Edition).Max(StringComparer.Ordinal));
        return row => IsKnown(row) && (!HasBegun(row) || last[List(row)] == Edition(row));
    }

    private static bool IsNumber(ContentTable table, int column) => table.Columns[column].Type is ColumnType.Number or ColumnType.Whole;

    private static string Cell(GuidanceRenderer guidance, ContentColumn column, string value) => column.Type switch
    {
        _ when value.Length == 0 => "<span class=\"soft\"><span aria-hidden=\"true\">–</span><span class=\"vh\">nothing given</span></span>",
        ColumnType.Date => Markup.ShortDate(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Value!,
        ColumnType.Nation => Markup.Encode(NationExtensions.ParseNations(value)!.Value.Names()),
        ColumnType.Number or ColumnType.Whole when !column.Name.Contains("year", StringComparison.Ordinal) => AsWritten(value),
        ColumnType.Address => $"<a href=\"{Markup.Encode(value)}\" rel=\"noreferrer\">{Markup.Encode(value)}</a>",
        ColumnType.Figures => string.Join(" + ", value.Split(' ').Select(key => FigureLink(guidance, key))),
        ColumnType.Source => $"<a href=\"/sources#{Markup.Encode(value)}\">{Markup.Encode(guidance.Library.Sources[value].Publisher)}, {Markup.Encode(guidance.Library.Sources[value].Title)}</a>",
        _ => Markup.Encode(value),
    };

    // A number keeps the places it is written with: 1.00 beside 1.16 is no other kind of number than its neighbours.
    private static string AsWritten(string value) =>
        decimal.Parse(value, CultureInfo.InvariantCulture) is var number && value.IndexOf('.', StringComparison.Ordinal) is >= 0 and var stop
            ? number.ToString("#,0." + new string('0', value.Length - stop - 1), CultureInfo.InvariantCulture)
            : number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string FigureLink(GuidanceRenderer guidance, string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var figure = guidance.Find(slash < 0 ? null : key[..slash], key[(slash + 1)..]);
        return $"<a class=\"fig\" href=\"{Figures.Links.Page(figure)}\">{Markup.Encode(FigureHtml.Value(figure, guidance.Nation, guidance.On))}</a>";
    }
}
