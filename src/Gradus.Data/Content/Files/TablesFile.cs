using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Gradus.Rules;

namespace Gradus.Data.Content.Files;

/// <summary>Reads a system's <c>tables/columns.yaml</c> and the CSV files that it describes.</summary>
internal static class TablesFile
{
    private sealed record Schema(string Says, string? Where, List<ContentColumn> Columns, int Line);

    public static List<ContentTable> Read(ContentFile? columnsFile, IReadOnlyDictionary<string, ContentFile> csvFiles, CitationLog citations)
    {
        if (columnsFile is null)
        {
            foreach (var orphan in csvFiles.Values)
            {
                orphan.Fault(0, 0, "tables/columns.yaml is missing: it must say what each column is");
            }

            return [];
        }

        var schemas = ReadSchemas(columnsFile);
        foreach (var (name, file) in csvFiles)
        {
            if (!schemas.ContainsKey(name))
            {
                file.Fault(0, 0, $"columns.yaml does not describe the table “{name}”");
            }
        }

        var tables = new List<ContentTable>();
        foreach (var (name, schema) in schemas)
        {
            if (csvFiles.TryGetValue(name, out var csv))
            {
                tables.Add(ReadTable(name, schema, csv, citations));
            }
            else
            {
                columnsFile.Fault(schema.Line, 1, $"tables/{name}.csv is missing");
            }
        }

        return tables;
    }

    private static Dictionary<string, Schema> ReadSchemas(ContentFile file)
    {
        var schemas = new Dictionary<string, Schema>(StringComparer.Ordinal);
        if (file.Mapping() is not { } root)
        {
            return schemas;
        }

        foreach (var (name, keyNode, node) in new YamlFields(file, root).Entries)
        {
            if (file.Fields(node, $"the table “{name}”") is not { } fields)
            {
                continue;
            }

            var says = fields.Text("says");
            var where = fields.Text("where", required: false);
            var columnsNode = fields.Node("columns");
            fields.NothingElse();
            if (says is null || columnsNode is null || file.Fields(columnsNode, "“columns”") is not { } columnFields)
            {
                continue;
            }

            var columns = new List<ContentColumn>();
            foreach (var (column, _, columnNode) in columnFields.Entries)
            {
                if (file.Fields(columnNode, $"the column “{column}”") is not { } field)
                {
                    continue;
                }

                var type = field.Choice("type", ParseType, "text, number, whole, date, yes-no, nation, source, status, address or figures");
                var meaning = field.Text("says");
                var optional = field.Choice("optional", ParseBool, "true or false", required: false) ?? false;
                field.NothingElse();
                if (type is not null && meaning is not null)
                {
                    columns.Add(new ContentColumn(column, type.Value, meaning, optional));
                }
            }

            foreach (var needed in (string[])["source", "status"])
            {
                if (!columns.Exists(column => column.Name == needed && !column.IsOptional))
                {
                    file.Fault(keyNode.Start, $"the table “{name}” must have a column “{needed}” that is not optional");
                }
            }

            schemas[name] = new Schema(says, where, columns, (int)keyNode.Start.Line);
        }

        return schemas;
    }

    private static ContentTable ReadTable(string name, Schema schema, ContentFile file, CitationLog citations)
    {
        var rows = new List<IReadOnlyList<string>>();
        var lines = new List<int>();
        using var parser = new CsvParser(new StringReader(file.Text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = bad => file.Fault(bad.Context.Parser!.RawRow, 1,
                "a quote stands where none may: a cell with quotes, commas or line ends is written in quotes, and quotes inside it twice"),
        });
        var expected = schema.Columns.ConvertAll(column => column.Name);
        try
        {
            if (!parser.Read() || !parser.Record!.SequenceEqual(expected))
            {
                file.Fault(1, 1, $"the heading must be {string.Join(",", expected)}");
                return new ContentTable(name, schema.Says, schema.Columns, rows);
            }

            while (parser.Read())
            {
                var record = parser.Record!;
                if (record.Length != expected.Count)
                {
                    file.Fault(parser.RawRow, 1, $"the row has {record.Length} cells; expected {expected.Count}");
                    continue;
                }

                for (var i = 0; i < record.Length; i++)
                {
                    record[i] = record[i].Trim();
                    CheckCell(file, parser.RawRow, i + 1, schema.Columns[i], record[i], citations);
                }

                rows.Add(record);
                lines.Add(parser.RawRow);
            }
        }
        catch (CsvHelperException e)
        {
            file.Fault(parser.RawRow, 1, $"not readable as CSV: {e.Message.Split('\n')[0]}");
        }

        return new ContentTable(name, schema.Says, schema.Columns, rows) { Where = schema.Where, Lines = lines };
    }

    private static void CheckCell(ContentFile file, int line, int cell, ContentColumn column, string value, CitationLog citations)
    {
        if (value.Length == 0)
        {
            if (!column.IsOptional)
            {
                file.Fault(line, cell, $"the cell “{column.Name}” is empty");
            }

            return;
        }

        var expected = column.Type switch
        {
            ColumnType.Number when YamlFields.ParseNumber(value) is null => "a number",
            ColumnType.Whole when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "a whole number",
            ColumnType.Date when YamlFields.ParseDate(value) is null => "a date such as 2026-11-25",
            ColumnType.YesNo when value is not ("yes" or "no") => "yes or no",
            ColumnType.Nation when NationExtensions.ParseNations(value) is null => "england, scotland, wales, northern-ireland or uk",
            ColumnType.Status when StatusExtensions.Parse(value) is null => "sure, verify, unpublished, not-found, computed or editorial",
            ColumnType.Address when !Uri.TryCreate(value, UriKind.Absolute, out _) => "an address such as https://…",
            _ => null,
        };
        if (expected is not null)
        {
            file.Fault(line, cell, $"the cell “{column.Name}” is “{value}”; expected {expected}");
        }

        if (column.Type == ColumnType.Source)
        {
            citations.Add(file, line, cell, value);
        }
    }

    private static bool? ParseBool(string text) => text switch { "true" => true, "false" => false, _ => null };

    private static ColumnType? ParseType(string text) => text switch
    {
        "text" => ColumnType.Text,
        "number" => ColumnType.Number,
        "whole" => ColumnType.Whole,
        "date" => ColumnType.Date,
        "yes-no" => ColumnType.YesNo,
        "nation" => ColumnType.Nation,
        "source" => ColumnType.Source,
        "status" => ColumnType.Status,
        "address" => ColumnType.Address,
        "figures" => ColumnType.Figures,
        _ => null,
    };
}
