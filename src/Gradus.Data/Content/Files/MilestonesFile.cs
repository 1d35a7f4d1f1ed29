using System.Globalization;
using Gradus.Rules;

namespace Gradus.Data.Content.Files;

/// <summary>Reads a system's <c>milestones.yaml</c>.</summary>
internal static class MilestonesFile
{
    public static List<Milestone> Read(ContentFile file, string system, CitationLog citations)
    {
        var milestones = new List<Milestone>();
        if (file.Sequence() is not { } root)
        {
            return milestones;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.Children)
        {
            if (file.Fields(node, "a milestone") is not { } fields)
            {
                continue;
            }

            var id = fields.Text("id");
            var oneDay = fields.Has("on");
            var on = fields.Date("on", required: oneDay);
            var first = fields.Date("first", required: !oneDay);
            var last = fields.Date("last", required: !oneDay);
            var at = fields.Choice("at", ParseTime, "a time such as \"17:00\"", required: false);
            var what = fields.Text("what");
            var nations = file.Nations(fields, "nations");
            var source = fields.Text("source");
            var place = fields.Text("place", required: false);
            var status = fields.Choice("status", StatusExtensions.Parse, "sure, verify, unpublished, not-found, computed or editorial");
            var note = fields.Text("note", required: false);
            var precision = fields.Choice("precision", ParsePrecision, "day, month or about", required: false);
            fields.NothingElse();

            if (id is not null && (!SourcesFile.IsName(id) || !ids.Add(id)))
            {
                file.Fault(fields.Mark("id"), $"the id “{id}” must be lower-case words joined by hyphens, and stand once");
            }

            if (oneDay && (first is not null || last is not null))
            {
                file.Fault(fields.Start, "a milestone has either “on”, or “first” and “last”");
            }

            if (last < first)
            {
                file.Fault(fields.Mark("last"), "“last” is before “first”");
            }

            if (precision is null && !oneDay && first is { Day: 1 } && last is { } end && end.Day == DateTime.DaysInMonth(end.Year, end.Month))
            {
                file.Fault(fields.Start, "a window of whole months says “precision: month”; where the days themselves are published it says “precision: day”");
            }

            if (source is not null)
            {
                citations.Add(file, fields.Mark("source"), source);
            }

            if (id is not null && (on ?? first) is { } begins && (on ?? last) is { } ends && ends >= begins && what is not null && source is not null && status is not null)
            {
                milestones.Add(new Milestone(id, begins, ends, what, system, nations,
                    status.Value)
                { At = at, SourceId = source, Place = place, Note = note, Precision = precision ?? Precision.Day });
            }
        }

        return milestones;
    }

    private static Precision? ParsePrecision(string text) => text switch { "day" => Precision.Day, "month" => Precision.Month, "about" => Precision.About, _ => null };

    private static TimeOnly? ParseTime(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
