using Gradus.Rules;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.Rules;

/// <summary>The Medical Training (Prioritisation) Act 2026, case by case: each limb, year, system and stage, and the days at which it changes.</summary>
public sealed class PriorityCheckerTests
{
    private const string Specialty = "/specialty-applications/priority";
    private const string Foundation = "/foundation-applications/priority";

    [Theory]
    // Specialty, offers made in 2026: limb by limb, each alone.
    [InlineData("""{"cycle":2026,"ukGraduate":true,"mostlyOutside":false}""", PriorityGroup.Priority, PriorityLimbKey.UkGraduate, "2 and 4(1)")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"united-kingdom"}""", PriorityGroup.Priority, PriorityLimbKey.UkGraduate, "2 and 4(1)")]
    [InlineData("""{"cycle":2026,"ukGraduate":true,"mostlyOutside":true,"qualifiedIn":"malaysia"}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"ukGraduate":true,"qualifiedIn":"cyprus"}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"qualifiedIn":"ireland","mostlyOutside":false}""", PriorityGroup.Priority, PriorityLimbKey.PriorityGroup, "2 and 4(2)")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"ireland","mostlyOutside":true}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"qualifiedIn":"iceland","mostlyOutside":true}""", PriorityGroup.Priority, PriorityLimbKey.PriorityGroup, "2 and 4(2)")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"liechtenstein"}""", PriorityGroup.Priority, PriorityLimbKey.PriorityGroup, "2 and 4(2)")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"norway"}""", PriorityGroup.Priority, PriorityLimbKey.PriorityGroup, "2 and 4(2)")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"switzerland"}""", PriorityGroup.Priority, PriorityLimbKey.PriorityGroup, "2 and 4(2)")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"germany"}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"stage":"CT1","qualifiedIn":"india","programme":"uk-foundation"}""", PriorityGroup.Priority, PriorityLimbKey.UkProgramme, "2 and 5(5)")]
    [InlineData("""{"cycle":2026,"stage":"ST4","qualifiedIn":"india","programme":"uk-foundation"}""", PriorityGroup.Priority, PriorityLimbKey.UkProgramme, "2 and 5(5)")]
    [InlineData("""{"cycle":2026,"stage":"ST3","qualifiedIn":"india","programme":"earlier-stage"}""", PriorityGroup.Priority, PriorityLimbKey.UkProgramme, "2 and 5(5)")]
    [InlineData("""{"cycle":2026,"stage":"ST1","qualifiedIn":"india","programme":"earlier-stage"}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"stage":"ST3","qualifiedIn":"india","programme":"locum-for-training"}""", PriorityGroup.Priority, PriorityLimbKey.UkProgramme, "2 and 5(5)")]
    [InlineData("""{"cycle":2026,"stage":"CT1","qualifiedIn":"india","programme":"locum-for-training"}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"stage":"ST3","qualifiedIn":"india","programme":"other-specialty"}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"stage":"CT1","qualifiedIn":"malta","programme":"malta-foundation"}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"stage":"CT1","qualifiedIn":"india","programme":"other"}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"qualifiedIn":"india","citizenships":["british"]}""", PriorityGroup.Priority, PriorityLimbKey.Immigration, "2")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"india","citizenships":["Indian","Irish"]}""", PriorityGroup.Priority, PriorityLimbKey.Immigration, "2")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"india","settled":true}""", PriorityGroup.Priority, PriorityLimbKey.Immigration, "2")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"india","citizenships":["india"],"rightOfAbode":true}""", PriorityGroup.Priority, PriorityLimbKey.Immigration, "2")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"india","citizenships":["india"],"settled":false,"yearsInNhs":12}""", PriorityGroup.NotPriority, null, null)]
    // The first limb that is met is named; the others do not take it away.
    [InlineData("""{"cycle":2026,"ukGraduate":true,"citizenships":["india"],"settled":false,"programme":"none"}""", PriorityGroup.Priority,
        PriorityLimbKey.UkGraduate, "2 and 4(1)")]
    [InlineData("""{"cycle":2026,"ukGraduate":false,"qualifiedIn":"ghana","citizenships":["british"],"programme":"uk-foundation"}""", PriorityGroup.Priority,
        PriorityLimbKey.UkProgramme, "2 and 5(5)")]
    // Specialty from 2027.
    [InlineData("""{"cycle":2027,"ukGraduate":true}""", PriorityGroup.Priority, PriorityLimbKey.UkGraduate, "3 and 4(1)")]
    [InlineData("""{"cycle":2027,"qualifiedIn":"norway"}""", PriorityGroup.Priority, PriorityLimbKey.PriorityGroup, "3 and 4(2)")]
    [InlineData("""{"cycle":2027,"stage":"ST4","qualifiedIn":"india","programme":"earlier-stage"}""", PriorityGroup.Priority, PriorityLimbKey.UkProgramme, "3 and 5(5)")]
    [InlineData("""{"cycle":2027,"qualifiedIn":"india","citizenships":["british"]}""", PriorityGroup.NeedsRegulation, PriorityLimbKey.Regulations, "3")]
    [InlineData("""{"cycle":2027,"qualifiedIn":"india","settled":true}""", PriorityGroup.NeedsRegulation, PriorityLimbKey.Regulations, "3")]
    [InlineData("""{"cycle":2027,"qualifiedIn":"india","yearsInNhs":0.5}""", PriorityGroup.NeedsRegulation, PriorityLimbKey.Regulations, "3")]
    [InlineData("""{"cycle":2027,"qualifiedIn":"india","yearsInNhs":0,"settled":false,"citizenships":["india"],"programme":"none"}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2028,"qualifiedIn":"india","yearsInNhs":4}""", PriorityGroup.NeedsRegulation, PriorityLimbKey.Regulations, "3")]
    [InlineData("""{"cycle":2027,"step":"interview","ukGraduate":true}""", PriorityGroup.Priority, PriorityLimbKey.UkGraduate, "3 and 4(1)")]
    [InlineData("""{"cycle":2026,"step":"interview","ukGraduate":true}""", PriorityGroup.ActDoesNotApply, null, "2 and 4(1)")]
    // The days at which it changes.
    [InlineData("""{"cycle":2026,"offeredOn":"2026-03-05","ukGraduate":true}""", PriorityGroup.ActDoesNotApply, null, null)]
    [InlineData("""{"cycle":2026,"offeredOn":"2026-03-06","ukGraduate":true}""", PriorityGroup.Priority, PriorityLimbKey.UkGraduate, "2 and 4(1)")]
    [InlineData("""{"cycle":2026,"offeredOn":"2026-12-31","qualifiedIn":"india","citizenships":["british"]}""", PriorityGroup.Priority, PriorityLimbKey.Immigration, "2")]
    [InlineData("""{"cycle":2026,"offeredOn":"2027-01-01","qualifiedIn":"india","citizenships":["british"]}""", PriorityGroup.NeedsRegulation, PriorityLimbKey.Regulations, "3")]
    [InlineData("""{"cycle":2025,"ukGraduate":true}""", PriorityGroup.ActDoesNotApply, null, null)]
    [InlineData("""{"cycle":2026,"publicHealth":true,"ukGraduate":true}""", PriorityGroup.ActDoesNotApply, null, "2 and 4(1)")]
    public void CheckSpecialty_ForACase_IsWhatTheActSays(string facts, PriorityGroup group, PriorityLimbKey? limb, string? section) =>
        Expect(Specialty, facts, group, limb, section);

    [Theory]
    [InlineData("""{"cycle":2027,"ukGraduate":true,"mostlyOutside":false}""", PriorityGroup.Priority, PriorityLimbKey.UkGraduate, "1 and 4(1)")]
    [InlineData("""{"cycle":2027,"ukGraduate":true,"mostlyOutside":true,"qualifiedIn":"cyprus","citizenships":["british"]}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2027,"qualifiedIn":"ireland"}""", PriorityGroup.Priority, PriorityLimbKey.PriorityGroup, "1 and 4(2)")]
    [InlineData("""{"cycle":2027,"qualifiedIn":"switzerland","mostlyOutside":true}""", PriorityGroup.Priority, PriorityLimbKey.PriorityGroup, "1 and 4(2)")]
    [InlineData("""{"cycle":2026,"qualifiedIn":"france","citizenships":["british"],"settled":true,"yearsInNhs":9}""", PriorityGroup.NotPriority, null, null)]
    [InlineData("""{"cycle":2026,"offeredOn":"2026-03-05","ukGraduate":true}""", PriorityGroup.ActDoesNotApply, null, null)]
    [InlineData("""{"cycle":2026,"offeredOn":"2026-03-06","ukGraduate":true}""", PriorityGroup.Priority, PriorityLimbKey.UkGraduate, "1 and 4(1)")]
    [InlineData("""{"cycle":2024,"ukGraduate":true}""", PriorityGroup.ActDoesNotApply, null, null)]
    public void CheckFoundation_ForACase_IsWhatTheActSays(string facts, PriorityGroup group, PriorityLimbKey? limb, string? section) =>
        Expect(Foundation, facts, group, limb, section);

    [Theory]
    [InlineData(1, "none of them")]
    [InlineData(2, "some of them")]
    [InlineData(2.5, "some of them")]
    [InlineData(3, "each of them")]
    public void CheckSpecialty_WithYearsInTheNhs_SetsThemBesideTheProposals(double years, string words)
    {
        var answer = ToolAnswers.Of<PriorityAnswer>(Specialty, $$"""{"cycle":2027,"qualifiedIn":"india","yearsInNhs":{{years}}}""");

        answer.NeedsRegulation.ShouldBeTrue();
        answer.Reasons.Single(reason => reason.Key == "proposed").Says.ShouldContain(words);
    }

    [Theory]
    [InlineData(1.99, PriorityGroup.NotPriority)]
    [InlineData(2, PriorityGroup.Priority)]
    public void CheckSpecialty_OnceRegulationsSayTheYears_AnswersByThem(double years, PriorityGroup group)
    {
        var figures = FiguresBinder.Of<PriorityFigures>("specialty-applications", ToolAnswers.Book, new DateOnly(2027, 2, 1));
        var made = figures with
        {
            NhsExperience = figures.NhsExperience with
            {
                History = new Effective<Amount>([new Dated<Amount> { From = new DateOnly(2027, 1, 1), Nations = Nations.UnitedKingdom, Value = Amount.Of(2m),
                    Status = Status.Sure, SourceId = "regulations" }]),
            },
        };
        var facts = new PriorityApplicant { Cycle = 2027, QualifiedIn = "india", YearsInNhs = (decimal)years, Citizenships = ["united-kingdom"] };

        var answer = PriorityChecker.CheckSpecialty(facts, made, new DateOnly(2027, 2, 1), Nation.England);

        answer.Group.ShouldBe(group, "citizenship is no limb of 2027 unless regulations make it one");
        answer.NeedsRegulation.ShouldBeFalse();
    }

    [Fact]
    public void CheckFoundation_ToldWhatChangesNothing_SaysSo()
    {
        var answer = ToolAnswers.Of<PriorityAnswer>(Foundation,
            """{"cycle":2027,"ukGraduate":true,"stage":"ST1","step":"offer","citizenships":["british"],"settled":true,"rightOfAbode":false,"programme":"none","yearsInNhs":1,"publicHealth":false}""");

        answer.Warnings.Select(warning => warning.Field)
            .ShouldBe(["stage", "step", "citizenships", "settled", "rightOfAbode", "programme", "yearsInNhs", "publicHealth"], ignoreOrder: true);
    }

    [Fact]
    public void CheckSpecialty_ForACountryThatIsNone_NamesTheField() =>
        ToolAnswers.Reply(Specialty, """{"cycle":2027,"qualifiedIn":"atlantis"}""").Errors.Select(error => error.Field).ShouldBe(["qualifiedIn"]);

    private static void Expect(string address, string facts, PriorityGroup group, PriorityLimbKey? limb, string? section)
    {
        var answer = ToolAnswers.Of<PriorityAnswer>(address, facts);

        answer.Group.ShouldBe(group);
        answer.Limb.ShouldBe(limb);
        answer.Section.ShouldBe(section);
        answer.NeedsRegulation.ShouldBe(group == PriorityGroup.NeedsRegulation);
        answer.Verdict.ShouldBe(group switch { PriorityGroup.Priority => Verdict.Yes, PriorityGroup.NeedsRegulation => Verdict.Unknown, _ => Verdict.No });
    }
}
