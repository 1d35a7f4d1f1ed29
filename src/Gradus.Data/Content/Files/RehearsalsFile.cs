using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Gradus.Data.Content.Files;

/// <summary>Reads <c>handover/rehearsals.yaml</c>: invented patients to hand over.</summary>
internal static class RehearsalsFile
{
    private static readonly string[] Severities = ["unwell", "watcher", "stable"];

    public static List<Rehearsal> Read(ContentFile file)
    {
        var rehearsals = new List<Rehearsal>();
        if (file.Mapping() is not { } root)
        {
            return rehearsals;
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, key, node) in new YamlFields(file, root).Entries)
        {
            if (!SourcesFile.IsName(id))
            {
                file.Fault(key.Start, $"the id “{id}” must be lower-case words joined by hyphens");
            }
            else if (file.Fields(node, $"“{id}”") is { } fields && ReadOne(file, id, fields) is { } rehearsal)
            {
                if (!names.Add(rehearsal.Patient.Name.Split(' ')[^1]))
                {
                    file.Fault(fields.Mark("patient"), $"“{rehearsal.Patient.Name}” is in another rehearsal too");
                }

                if (rehearsal.Others.Contains(rehearsal.Patient.Name.Split(' ')[^1], StringComparer.OrdinalIgnoreCase))
                {
                    file.Fault(fields.Mark("others"), "the patient is no other patient");
                }

                rehearsals.Add(rehearsal);
            }
        }

        return rehearsals;
    }

    private static Rehearsal? ReadOne(ContentFile file, string id, YamlFields fields)
    {
        var setting = fields.Text("setting");
        var title = fields.Text("title");
        var minutes = Whole(file, fields, "minutes");
        var patient = fields.Node("patient") is { } patientNode ? Patient(file, patientNode) : null;
        var others = Words(file, fields, "others");
        var severity = fields.Text("severity");
        var earlier = fields.Text("earlier");
        var notes = fields.Text("notes");
        var facts = Each(file, fields, "facts",
            fact => new RehearsalFact(fact.Text("says") ?? "", Words(file, fact, "any"), fact.Has("against") ? Words(file, fact, "against") : [],
                fact.Choice("changed", YesNo, "yes or no", required: false) ?? false));
        var actions = Each(file, fields, "actions", action => new RehearsalAction(action.Text("says") ?? "", Words(file, action, "what"), Words(file, action, "when")));
        var ifs = Each(file, fields, "ifs", one => new RehearsalContingency(one.Text("says") ?? "", Words(file, one, "if"), Words(file, one, "then")));
        var better = fields.Node("better") is { } betterNode ? Better(file, betterNode) : null;
        fields.NothingElse();
        if (severity is not null && !Severities.Contains(severity))
        {
            file.Fault(fields.Mark("severity"), $"“{severity}”; expected {string.Join(", ", Severities)}");
        }

        return setting is null || title is null || minutes is null || patient is null || severity is null || earlier is null || notes is null || better is null
            ? null
            : new Rehearsal
            {
                Id = id,
                Setting = setting,
                Title = title,
                Minutes = minutes.Value,
                Patient = patient,
                Others = others,
                Severity = severity,
                Earlier = earlier,
                Notes = notes,
                Facts = facts,
                Actions = actions,
                Ifs = ifs,
                Better = better
            };
    }

    private static RehearsalPatient? Patient(ContentFile file, YamlNode node)
    {
        if (file.Fields(node, "“patient”") is not { } fields)
        {
            return null;
        }

        var name = fields.Text("name");
        var age = Whole(file, fields, "age");
        var unit = fields.Choice<Unit>("unit", text => text switch { "years" => Unit.Years, "months" => Unit.Months, _ => null }, "years or months", required: false) ?? Unit.Years;
        var sex = fields.Choice<char>("sex", text => text is "f" or "m" ? text[0] : null, "f or m");
        var where = fields.Text("where");
        fields.NothingElse();
        return name is null || age is null || sex is null || where is null
            ? null
            : new RehearsalPatient(name, age.Value, unit == Unit.Months ? "months" : "years", sex.Value.ToString(), where);
    }

    private static RehearsalLines? Better(ContentFile file, YamlNode node)
    {
        if (file.Fields(node, "“better”") is not { } fields)
        {
            return null;
        }

        var lines = new RehearsalLines(fields.Text("severity") ?? "", fields.Text("patient") ?? "", fields.Text("actions") ?? "",
            fields.Text("contingency") ?? "", fields.Text("back") ?? "");
        fields.NothingElse();
        return lines;
    }

    private static List<T> Each<T>(ContentFile file, YamlFields fields, string key, Func<YamlFields, T> read)
    {
        var all = new List<T>();
        if (fields.Node(key) is not { } node)
        {
            return all;
        }

        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            file.Fault(node.Start, $"“{key}” must be a list of at least one entry");
            return all;
        }

        foreach (var child in list.Children)
        {
            if (file.Fields(child, $"an entry of “{key}”") is { } entry)
            {
                all.Add(read(entry));
                entry.NothingElse();
            }
        }

        return all;
    }

    private static List<string> Words(ContentFile file, YamlFields fields, string key)
    {
        var words = fields.List(key);
        if (words.Count == 0 && fields.Has(key))
        {
            file.Fault(fields.Mark(key), $"“{key}” must name at least one");
        }

        foreach (var (_, at) in words.Where(word => word.Value.Trim().Length == 0))
        {
            file.Fault(at, "a word is empty");
        }

        return [.. words.Select(word => word.Value.Trim())];
    }

    private static int? Whole(ContentFile file, YamlFields fields, string key)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 130)
        {
            return number;
        }

        file.Fault(fields.Mark(key), $"“{key}” is “{text}”; expected a whole number from 1 to 129");
        return null;
    }

    private static bool? YesNo(string text) => text switch { "yes" => true, "no" => false, _ => null };

    private enum Unit
    {
        Years,
        Months,
    }
}
