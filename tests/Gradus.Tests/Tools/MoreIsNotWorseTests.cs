using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Rules;

namespace Gradus.Tests.Tools;

/// <summary>More of what a rule asks for never makes an answer worse: longer with a signatory, more credits, more years, a later leaving.</summary>
public sealed class MoreIsNotWorseTests
{
    private static readonly DateOnly On = new(2026, 12, 1);

    // The tool, what else is told, the fact, its values from the least to the most favourable, the member of the answer, and whether that may only rise or only fall.
    public static TheoryData<string, string, string, string[], string, bool> Ladders => new()
    {
        { "changing-specialty/doors", """{"postStarts":"2027-08-04","ukFoundation":"none","observer":false,"workedTo":"2024-10-31"}""", "workedFrom",
            Days(new DateOnly(2024, 10, 31), -11, 60), "doors[key=crest].state", true },
        { "changing-specialty/doors", """{"postStarts":"2027-08-04","ukFoundation":"none","observer":false}""", "workedFrom", Days(On, -31, 60), "doors[key=crest].state", true },
        { "changing-specialty/doors", """{"postStarts":"2027-08-04","ukFoundation":"none","observer":false,"workedFrom":"2023-08-02"}""", "workedTo",
            Days(new DateOnly(2023, 8, 2), 13, 60), "doors[key=crest].state", true },
        { "changing-specialty/doors", """{"postStarts":"2027-08-04"}""", "monthsRelevant", Numbers(0, 1, 40), "doors[key=combined].state", true },
        { "changing-specialty/credit", """{"from":"general-psychiatry","to":"general-practice","starts":"2027-08-04"}""", "monthsDone", Numbers(0, 1, 60), "mostMonths", true },
        { "changing-specialty/credit", """{"from":"general-psychiatry","to":"general-practice","starts":"2027-08-04","monthsDone":24}""", "leftOn",
            Days(new DateOnly(2019, 8, 4), 61, 40), "mostMonths", true },
        { "changing-specialty/transfer", """{"criterion":"5"}""", "programmeEnds", Days(On, 29, 60), "verdict", true },
        { "less-than-full-time/leave", """{"from":"2027-08-04","to":"2028-08-01","percent":80}""", "serviceYears", Numbers(0, 1, 12), "days", true },
        { "less-than-full-time/leave", """{"serviceYears":5,"from":"2027-08-04","to":"2028-08-01"}""", "percent", Numbers(10, 5, 19), "days", true },
        { "less-than-full-time/leave", """{"serviceYears":5,"percent":100,"from":"2027-12-01"}""", "to", Days(new DateOnly(2027, 12, 1), 1, 120), "days", true },
        { "appraisal/cpd", """{"college":"physicians"}""", "year", Numbers(0, 3, 20), "yearShort", false },
        { "appraisal/cpd", """{"college":"ophthalmologists"}""", "cycle", Numbers(0, 25, 12), "cycleShort", false },
        { "appraisal/feedback", """{"colleagues":3}""", "patients", Numbers(0, 3, 14), "patientsShort", false },
        { "sas-charter/specialist-grade", """{"yearsInSpecialty":7}""", "years", Numbers(0, 1, 20), "verdict", true },
        { "sas-charter/specialist-grade", """{"years":14}""", "yearsInSpecialty", Numbers(0, 1, 10), "verdict", true },
        { "gp-partnership/repayment", """{"sessions":6,"joined":"2022-02-28"}""", "leaves", Days(new DateOnly(2022, 2, 28), 29, 66), "repayMost", false },
        { "gp-partnership/repayment", """{"sessions":6,"joined":"2022-02-28"}""", "leaves", Days(new DateOnly(2022, 2, 28), 29, 66), "repayByMonths", false },
        { "gp-retention/money", "{}", "sessions", Numbers(1, 1, 4), "practicePayment", true },
        { "gp-retention/money", "{}", "sessions", Numbers(1, 1, 4), "cpdFormula", true },
        { "gp-workforce/claim", """{"purpose":"extra-sessions","sessionsBefore":5.5,"from":"2026-11-11","weeks":20}""", "sessionsAfter", Numbers(5.5m, 0.5m, 10), "claimable", true },
        { "gp-workforce/claim", """{"purpose":"new-salaried","sessionsAfter":4.5,"from":"2026-12-25"}""", "weeks", Numbers(1, 1, 30), "claimable", true },
        { "return-to-practice/gp-bursary", "{}", "hours", Numbers(4, 2.5m, 18), "perMonth", true },
        { "return-to-practice/keeping-in-touch", """{"kind":"kit","leaveFrom":"2026-09-01","birth":"2026-09-14","used":["2026-10-01","2027-02-28","2027-06-30"]}""", "leaveTo",
            Days(new DateOnly(2026, 9, 30), 31, 11), "left", false },
        { "revalidation/dates", """{"revalidation":"2029-02-28"}""", "lastAppraisal", Days(new DateOnly(2025, 9, 30), 30, 12), "appraisalTo", true },
        { "shadowing/dates", """{"start":"2028-01-05"}""", "extraDays", Numbers(0, 1, 21), "extraTotal", true },
    };

    [Theory]
    [MemberData(nameof(Ladders))]
    public void Answer_OfMore_IsNotWorse(string tool, string told, string fact, string[] values, string member, bool rises)
    {
        decimal? before = null;
        var seen = new HashSet<decimal>();
        foreach (var value in values)
        {
            var facts = JsonNode.Parse(told)!.AsObject();
            facts[fact] = JsonNode.Parse(value);
            var reply = ToolAsk.Reply(tool, facts.ToJsonString(), "2026-12-01", Nation.England);
            if (reply.Answer is not { } given)
            {
                continue;
            }

            using var answer = JsonDocument.Parse(AnswerText.Json(ToolAsk.Tool(tool).Bind(ToolAsk.Library.Book), given));
            var now = Worth(AnswerPath.At(answer.RootElement, member));
            seen.Add(now);
            if (before is { } last)
            {
                (rises ? now >= last : now <= last).ShouldBeTrue($"{tool}: {fact} {value} gives {member} {now} after {last}");
            }

            before = now;
        }

        seen.Count.ShouldBeGreaterThan(1, $"{tool}: {fact} moves nothing, so nothing is tested");
    }

    // Words stand in their order from worst to best; nothing known lies between a no and a yes.
    private static decimal Worth(string value) =>
        value switch
        {
            "closed" or "no" => 0,
            "not-yet" => 1,
            "ask" or "unknown" or "null" => 2,
            "may-be-open" or "yes" => 3,
            _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.DayNumber,
            _ => decimal.Parse(value, CultureInfo.InvariantCulture),
        };

    private static string[] Days(DateOnly first, int step, int count) => [.. Enumerable.Range(0, count).Select(place => $"\"{first.AddDays(place * step):yyyy-MM-dd}\"")];

    private static string[] Numbers(decimal first, decimal step, int count) =>
        [.. Enumerable.Range(0, count).Select(place => (first + (place * step)).ToString(CultureInfo.InvariantCulture))];
}
