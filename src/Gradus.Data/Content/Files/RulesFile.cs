using System.Globalization;
using Gradus.Rules;
using YamlDotNet.RepresentationModel;

namespace Gradus.Data.Content.Files;

/// <summary>Reads a system's <c>rules.yaml</c> into figures.</summary>
internal static class RulesFile
{
    private const string Statuses = "sure, verify, unpublished, not-found, computed or editorial";

    private static readonly string[] ForeignMoney = ["NZD", "AUD", "CAD", "USD"];

    public static List<Figure> Read(ContentFile file, string system, CitationLog citations)
    {
        var figures = new List<Figure>();
        if (file.Mapping() is not { } root)
        {
            return figures;
        }

        foreach (var (key, keyNode, node) in new YamlFields(file, root).Entries)
        {
            if (!SourcesFile.IsName(key))
            {
                file.Fault(keyNode.Start, $"the key “{key}” must be lower-case words joined by hyphens");
            }

            if (file.Fields(node, $"the figure “{key}”") is not { } fields)
            {
                continue;
            }

            var says = fields.Text("says");
            var unit = fields.Text("unit");
            var where = fields.Text("where", required: false);
            var valuesNode = fields.Node("values");
            fields.NothingElse();
            if (valuesNode is null)
            {
                continue;
            }

            if (valuesNode is not YamlSequenceNode { Children.Count: > 0 } list)
            {
                file.Fault(valuesNode.Start, "“values” must be a list with at least one value");
                continue;
            }

            var values = list.Children.Select(child => Value(file, child, citations)).OfType<Dated<Amount>>().ToList();
            CheckOrder(file, list, values);
            if (says is not null && unit is not null && values.Count > 0)
            {
                if (where is null && ForeignMoney.Contains(unit.Split(' ')[0]))
                {
                    file.Fault(keyNode.Start, "a figure in another country's money says “where” it holds, such as New Zealand");
                }

                figures.Add(new Figure(system, key, says, unit, new Effective<Amount>(values)) { Where = where });
            }
        }

        return figures;
    }

    private static Dated<Amount>? Value(ContentFile file, YamlNode node, CitationLog citations)
    {
        if (file.Fields(node, "a value") is not { } fields)
        {
            return null;
        }

        var fromText = fields.Text("from");
        var startUnknown = fromText == "unknown";
        var from = startUnknown ? null : fields.Date("from", required: false);
        var seen = fields.Date("seen", required: startUnknown);
        var known = fields.Date("known", required: false);
        var year = fields.Text("year", required: false);
        var until = fields.Date("until", required: false);
        var amount = fields.Node("value") is { } valueNode ? ReadAmount(file, valueNode) : null;
        var nations = file.Nations(fields, "nations");
        var status = fields.Choice("status", StatusExtensions.Parse, Statuses);
        var unknown = amount is { IsUnknown: true };
        var source = fields.Text("source", required: !unknown);
        var at = fields.Text("at", required: false);
        var note = fields.Text("note", required: false);
        var ask = fields.Text("ask", required: unknown);
        fields.NothingElse();

        if (year is not null && !IsYear(year))
        {
            file.Fault(fields.Mark("year"), $"“year” is “{year}”; expected a year such as 2026/27 (April to March) or 2027");
            year = null;
        }

        if (seen is not null && !startUnknown)
        {
            file.Fault(fields.Mark("seen"), "“seen” belongs only to a value with “from: unknown”");
        }

        if (until is not null && from is not null && until < from)
        {
            file.Fault(fields.Mark("until"), $"“until” ({until:yyyy-MM-dd}) is before “from” ({from:yyyy-MM-dd})");
        }

        if (unknown != (status?.IsWithoutValue() == true) && amount is not null && status is not null)
        {
            file.Fault(fields.Mark("status"), "value “unknown” goes with status “unpublished” or “not-found”, and no other value does");
        }

        if (source is not null)
        {
            citations.Add(file, fields.Mark("source"), source);
        }

        return fromText is null || amount is null || status is null || nations == Nations.None || (from is null && !startUnknown)
            ? null
            : new Dated<Amount>
            {
                From = from,
                Seen = seen,
                Known = known,
                Year = year,
                Until = until,
                Nations = nations,
                Value = amount.Value,
                SourceId = source,
                At = at,
                Status = status.Value,
                Note = note,
                Ask = ask
            };
    }

    private static bool IsYear(string text) =>
        text.Length is 4 or 7 && text[..4].All(char.IsAsciiDigit) && text[0] is ('1' or '2')
        && (text.Length == 4 || (text[4] == '/'
            && text[5..] == ((int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture) + 1) % 100).ToString("00", CultureInfo.InvariantCulture)));

    private static Amount? ReadAmount(ContentFile file, YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode { Value: "unknown" }:
                return Amount.Unknown;
            case YamlScalarNode { Value: { } text } when YamlFields.ParseNumber(text) is { } number:
                return Amount.Of(number);
            case YamlMappingNode mapping:
                var range = new YamlFields(file, mapping);
                var low = YamlFields.ParseNumber(range.Text("low") ?? "");
                var high = YamlFields.ParseNumber(range.Text("high") ?? "");
                range.NothingElse();
                if (low is { } from && high is { } to && from <= to)
                {
                    return Amount.Range(from, to);
                }

                break;
        }

        file.Fault(node.Start, "“value” must be a number, { low: …, high: … } with low not above high, or unknown");
        return null;
    }

    private static void CheckOrder(ContentFile file, YamlSequenceNode list, List<Dated<Amount>> values)
    {
        for (var i = 1; i < values.Count && values.Count == list.Children.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (earlier, later) = (values[j], values[i]);
                if ((earlier.Nations & later.Nations) == Nations.None)
                {
                    continue;
                }

                if ((later.From ?? DateOnly.MinValue) < (earlier.From ?? DateOnly.MinValue))
                {
                    file.Fault(list.Children[i].Start, "dates must rise: this value begins before one above it for the same nation");
                }
                else if (later.From == earlier.From && later.Nations == earlier.Nations && later.Known == earlier.Known)
                {
                    file.Fault(list.Children[i].Start, "two values begin on the same day for the same nation: say with “known” when each was published");
                }
            }
        }
    }
}
