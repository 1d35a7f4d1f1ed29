using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gradus.Tests.Calendars;

/// <summary>RFC 5545 read strictly and apart from any library: octets, folding, the grammar of a content line, nesting, and what each component must and may hold once.</summary>
internal static partial class CalendarGrammar
{
    private static readonly Dictionary<string, (string[] Must, string[] AtMostOnce)> Components = new(StringComparer.Ordinal)
    {
        ["VCALENDAR"] = (["PRODID", "VERSION"], ["PRODID", "VERSION", "CALSCALE", "METHOD"]),
        ["VEVENT"] = (["UID", "DTSTAMP", "DTSTART"],
            ["UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "CLASS", "CREATED", "DESCRIPTION", "GEO", "LAST-MODIFIED", "LOCATION", "ORGANIZER", "PRIORITY",
                "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL", "RECURRENCE-ID"]),
        ["VTIMEZONE"] = (["TZID"], ["TZID", "LAST-MODIFIED", "TZURL"]),
        ["STANDARD"] = (["DTSTART", "TZOFFSETTO", "TZOFFSETFROM"], ["DTSTART", "TZOFFSETTO", "TZOFFSETFROM", "RRULE"]),
        ["DAYLIGHT"] = (["DTSTART", "TZOFFSETTO", "TZOFFSETFROM"], ["DTSTART", "TZOFFSETTO", "TZOFFSETFROM", "RRULE"]),
        ["VALARM"] = (["ACTION", "TRIGGER"], ["ACTION", "TRIGGER", "DURATION", "REPEAT"]),
    };

    /// <summary>An event as the lines say it: its UID, its first and last moment as written, and its summary.</summary>
    public sealed record Entry(string Uid, string Start, string? End, string? Zone, string Summary);

    /// <summary>Reads a file, or throws what is wrong with it and where.</summary>
    public static IReadOnlyList<Entry> Read(byte[] file)
    {
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file);
        Must(text.EndsWith("\r\n", StringComparison.Ordinal), "the last line ends with CR LF");
        Must(!BareLineEnd().IsMatch(text), "every line ends with CR LF");
        Must(text.Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= 75), "no line is longer than 75 octets");
        var open = new Stack<(string Name, List<(string Name, string Parameters, string Value)> Lines)>();
        var entries = new List<Entry>();
        var zones = new HashSet<string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var ended = false;
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal)[..^2].Split("\r\n"))
        {
            Must(!ended, "nothing stands behind END:VCALENDAR");
            var parts = ContentLine().Match(line);
            Must(parts.Success, $"“{line}” is a content line");
            var (name, parameters, value) = (parts.Groups["name"].Value.ToUpperInvariant(), parts.Groups["parameters"].Value, parts.Groups["value"].Value);
            Must(!value.Any(letter => char.IsControl(letter) && letter != '\t'), $"“{name}” holds no control characters");
            if (name == "BEGIN")
            {
                Must(Components.ContainsKey(value), $"{value} is a component");
                Must(open.Count > 0 || value == "VCALENDAR", "the first line begins the calendar");
                open.Push((value, []));
                continue;
            }

            Must(open.Count > 0, $"“{name}” stands in a component");
            if (name != "END")
            {
                open.Peek().Lines.Add((name, parameters, value));
                Value(name, parameters, value);
                if (Zone(parameters) is { } zone)
                {
                    used.Add(zone);
                }

                continue;
            }

            var (component, lines) = open.Pop();
            Must(component == value, $"END:{value} ends {component}");
            Rules(component, lines);
            ended = open.Count == 0;
            if (component == "VTIMEZONE")
            {
                zones.Add(Of(lines, "TZID")!.Value.Value);
            }
            else if (component == "VEVENT")
            {
                entries.Add(new Entry(Of(lines, "UID")!.Value.Value, Of(lines, "DTSTART")!.Value.Value, Of(lines, "DTEND")?.Value,
                    Zone(Of(lines, "DTSTART")!.Value.Parameters), Plain(Of(lines, "SUMMARY")?.Value ?? "")));
            }
        }

        Must(ended, "the calendar ends");
        Must(used.IsSubsetOf(zones), "every zone that is used is described");
        Must(entries.Select(entry => entry.Uid).Distinct(StringComparer.Ordinal).Count() == entries.Count, "every UID is there once");
        return entries;
    }

    private static void Rules(string component, List<(string Name, string Parameters, string Value)> lines)
    {
        var (must, once) = Components[component];
        Must(must.All(name => lines.Exists(line => line.Name == name)), $"{component} has {string.Join(", ", must)}");
        Must(once.All(name => lines.Count(line => line.Name == name) <= 1), $"{component} has nothing twice that may stand once");
        if (component == "VEVENT")
        {
            Must(!(Of(lines, "DTEND") is not null && Of(lines, "DURATION") is not null), "an event has an end or a duration");
            var (start, end) = (Of(lines, "DTSTART")!.Value, Of(lines, "DTEND"));
            Must(end is null || start.Value.Length == end.Value.Value.Length, "start and end are of one kind");
            Must(end is null || string.CompareOrdinal(start.Value, end.Value.Value) < 0, "the end is after the start");
        }

        if (component == "VCALENDAR")
        {
            Must(Of(lines, "VERSION")!.Value.Value == "2.0", "the version is 2.0");
        }
    }

    private static void Value(string name, string parameters, string value)
    {
        switch (name)
        {
            case "DTSTAMP" or "CREATED" or "LAST-MODIFIED":
                Must(DateTime.TryParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), $"{name} is a moment in UTC");
                break;
            case "DTSTART" or "DTEND":
                var isDay = parameters.Contains("VALUE=DATE", StringComparison.OrdinalIgnoreCase) && !parameters.Contains("VALUE=DATE-TIME", StringComparison.OrdinalIgnoreCase);
                Must(DateTime.TryParseExact(value.TrimEnd('Z'), isDay ? "yyyyMMdd" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                    $"{name} {value} is a {(isDay ? "day" : "moment")}");
                Must(!(value.EndsWith('Z') && Zone(parameters) is not null), $"{name} has UTC or a zone");
                break;
            case "TZOFFSETTO" or "TZOFFSETFROM":
                Must(Offset().IsMatch(value), $"{name} is an offset");
                break;
            case "SUMMARY" or "DESCRIPTION" or "LOCATION" or "COMMENT":
                Must(EscapedText().IsMatch(value), $"{name} is escaped");
                break;
            case "SEQUENCE" or "PRIORITY":
                Must(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _), $"{name} is a number");
                break;
            case "TRANSP":
                Must(value is "OPAQUE" or "TRANSPARENT", "TRANSP is one of its two");
                break;
        }
    }

    private static (string Name, string Parameters, string Value)? Of(List<(string Name, string Parameters, string Value)> lines, string name) =>
        lines.Where(line => line.Name == name).Select(line => ((string, string, string)?)line).FirstOrDefault();

    private static string? Zone(string parameters) => ZoneParameter().Match(parameters) is { Success: true } zone ? zone.Groups["zone"].Value : null;

    private static string Plain(string text) =>
        Regex.Replace(text, @"\\(?<letter>.)", escaped => escaped.Groups["letter"].Value is "n" or "N" ? "\n" : escaped.Groups["letter"].Value,
            RegexOptions.None, TimeSpan.FromSeconds(5));

    private static void Must(bool isSo, string what)
    {
        if (!isSo)
        {
            throw new FormatException($"RFC 5545: not so that {what}.");
        }
    }

    [GeneratedRegex("(?<!\r)\n|\r(?!\n)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BareLineEnd();

    [GeneratedRegex("^(?<name>[A-Za-z0-9-]+)(?<parameters>(?:;[A-Za-z0-9-]+=(?:\"[^\"\\x00-\\x08\\x0a-\\x1f]*\"|[^\";:,\\x00-\\x08\\x0a-\\x1f]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)*):(?<value>.*)$",
        RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ContentLine();

    [GeneratedRegex("^[+-][0-9]{4}(?:[0-9]{2})?$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Offset();

    [GeneratedRegex("^(?:[^\\\\;,]|\\\\[\\\\;,nN])*$", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex EscapedText();

    [GeneratedRegex("(?:^|;)TZID=\"?(?<zone>[^\";:,]+)\"?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ZoneParameter();
}
