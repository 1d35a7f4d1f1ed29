using System.Globalization;
using System.Text.Json;
using Gradus.FoundationApplications;
using Gradus.Rules;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>What is asked of the simulator.</summary>
/// <param name="Order">All schools of the year, best first.</param>
/// <param name="Year">The year whose figures are used; the newest unless given.</param>
/// <param name="Tier"><c>priority</c> or <c>other</c> under the Act of 2026; all together unless given.</param>
/// <param name="Linked">The order of somebody linked with the doctor.</param>
/// <param name="Scenarios">How many scenarios of what others list, 1 to 2000; 100 unless given.</param>
/// <param name="Seed">The seed of the scenarios; 1 unless given.</param>
/// <param name="Others">Whether to say what it would change to put each other school first; not unless given.</param>
/// <param name="Got">The choice that was got, from 1: then the answer says what that tells of the rank.</param>
public sealed record ChancesRequest(
    IReadOnlyList<string> Order, int? Year = null, string? Tier = null, IReadOnlyList<string>? Linked = null, int? Scenarios = null, ulong? Seed = null, bool? Others = null, int? Got = null);

/// <summary>A request that can be answered.</summary>
internal sealed record ReadyChances(FoundationSchools Schools, ChancesQuestion Question, PriorityTier? Tier, int Scenarios, ulong Seed);

/// <summary>Reads the JSON of a request; what is wrong comes back with the field it is in.</summary>
internal static class ChancesRequestReader
{
    public static ReadResult<ReadyChances> Read(ReadOnlyMemory<byte> utf8, ChancesDesk desk)
    {
        try
        {
            return ReadText(utf8, desk);
        }
        catch (InvalidOperationException)
        {
            return Failed(new FieldError("", "expected UTF-8 text; a string in it holds bytes or escapes that are no characters"));
        }
    }

    private static ReadResult<ReadyChances> ReadText(ReadOnlyMemory<byte> utf8, ChancesDesk desk)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            return Failed(new FieldError("", e.LineNumber is null ? $"expected every field once. {e.Message}" : $"expected JSON; it breaks off at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"));
        }

        using (json)
        {
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? ReadObject(json.RootElement, desk)
                : Failed(new FieldError("", "expected a JSON object such as {\"order\":[\"London\", …]}"));
        }
    }

    /// <summary>The tier of a word; <c>null</c> for all together. A word that is none is an error.</summary>
    public static bool TryTier(string? word, out PriorityTier? tier)
    {
        tier = word switch { "priority" => PriorityTier.Priority, "other" => PriorityTier.Other, _ => null };
        return word is null or "" or "priority" or "other";
    }

    private static ReadResult<ReadyChances> ReadObject(JsonElement root, ChancesDesk desk)
    {
        var errors = new List<FieldError>();
        var (order, linked) = (default(IReadOnlyList<string>), default(IReadOnlyList<string>));
        var (year, tier, scenarios, seed) = (desk.NewestYear, default(PriorityTier?), ChancesDesk.UsualScenarios, ChancesDesk.UsualSeed);
        var (others, got) = (false, default(int?));
        foreach (var (name, value) in root.EnumerateObject().Select(property => (property.Name, property.Value)))
        {
            var isNull = value.ValueKind == JsonValueKind.Null;
            switch (name)
            {
                case "order":
                    order = Names(value, name, errors);
                    break;
                case "linked":
                    linked = isNull ? null : Names(value, name, errors);
                    break;
                case "year" when !isNull:
                    if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out year) || !desk.Years.Contains(year))
                    {
                        errors.Add(new FieldError(name, $"expected one of {string.Join(", ", desk.Years.Order())}"));
                        year = desk.NewestYear;
                    }

                    break;
                case "tier" when !isNull:
                    if (value.ValueKind != JsonValueKind.String || value.GetString() is "" || !TryTier(value.GetString(), out tier))
                    {
                        errors.Add(new FieldError(name, "expected priority or other"));
                    }

                    break;
                case "scenarios" when !isNull:
                    if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out scenarios) || scenarios is < 1 or > ChancesDesk.MostScenarios)
                    {
                        errors.Add(new FieldError(name, string.Create(CultureInfo.InvariantCulture, $"expected a whole number from 1 to {ChancesDesk.MostScenarios}")));
                    }

                    break;
                case "seed" when !isNull:
                    if (value.ValueKind != JsonValueKind.Number || !value.TryGetUInt64(out seed))
                    {
                        errors.Add(new FieldError(name, "expected a whole number from 0"));
                    }

                    break;
                case "others" when !isNull:
                    if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                    {
                        errors.Add(new FieldError(name, "expected true or false"));
                    }

                    others = value.ValueKind == JsonValueKind.True;
                    break;
                case "got" when !isNull:
                    got = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var choice) ? choice : 0;
                    break;
                case "year" or "tier" or "scenarios" or "seed" or "others" or "got":
                    break;
                default:
                    errors.Add(new FieldError(name, "not a field; expected order, year, tier, linked, scenarios, seed, others or got"));
                    break;
            }
        }

        var schools = desk.SchoolsOf(year);
        if (got < 1 || got > schools.Rows.Count)
        {
            errors.Add(new FieldError("got", string.Create(CultureInfo.InvariantCulture, $"expected the choice that was got, from 1 to {schools.Rows.Count}")));
        }

        var own = InOrder(schools, order, "order", errors);
        var partners = linked is null ? null : InOrder(schools, linked, "linked", errors);
        return errors.Count == 0 ? ReadResult.Of(new ReadyChances(schools, new ChancesQuestion(own, partners, others, got), tier, scenarios, seed)) : ReadResult.Wrong<ReadyChances>(errors);
    }

    private static List<string>? Names(JsonElement value, string field, List<FieldError> errors)
    {
        const string Expected = "expected a list of the schools’ names, best first";
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(new FieldError(field, Expected));
            return null;
        }

        var at = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                errors.Add(new FieldError(string.Create(CultureInfo.InvariantCulture, $"{field}[{at}]"), "expected the name of a school"));
                return null;
            }

            at++;
        }

        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }

    private static int[] InOrder(FoundationSchools schools, IReadOnlyList<string>? names, string field, List<FieldError> errors)
    {
        if (names is null)
        {
            if (!errors.Any(error => error.Field.StartsWith(field, StringComparison.Ordinal)))
            {
                errors.Add(new FieldError(field, "expected a list of the schools’ names, best first"));
            }

            return [];
        }

        var (order, fault) = schools.ReadOrder(names);
        if (fault is not null)
        {
            errors.Add(new FieldError(field, fault));
        }

        return order;
    }

    private static ReadResult<ReadyChances> Failed(FieldError error) => ReadResult.Wrong<ReadyChances>([error]);
}
