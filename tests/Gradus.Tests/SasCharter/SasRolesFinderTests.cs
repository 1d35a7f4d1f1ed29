using Gradus.Rules;
using Gradus.SasCharter;
using Gradus.Tests.Tools;

namespace Gradus.Tests.SasCharter;

public sealed class SasRolesFinderTests
{
    private static readonly bool?[] said = [true, false, null];

    public static TheoryData<Nation> Nations => [.. NationExtensions.All];

    [Theory]
    [MemberData(nameof(Nations))]
    public void Letter_HasNoneOfOurNotes_AndAsksForWhatIsMissing(Nation nation)
    {
        foreach (var (tutor, advocate, timeInJobPlan) in from tutor in said from advocate in said from time in said select (tutor, advocate, time))
        {
            var answer = Ask(new { tutor, advocate, timeInJobPlan, employer = "St Elsewhere" }, nation);

            var missing = answer.Roles.Where(role => role.Here == false).ToList();
            answer.Letters.Count.ShouldBe(missing.Count > 0 || (timeInJobPlan == false && answer.Roles.Any(role => role.Here != false)) ? 1 : 0);
            var letter = string.Join('\n', answer.Letters.SelectMany(one => one.Lines()));
            missing.ShouldAllBe(role => letter.Contains($"There is no {role.Name} here", StringComparison.Ordinal));
            letter.ShouldNotContain("not found");
            letter.ShouldNotContain("no number");
            letter.ShouldNotContain("Ask ", Case.Sensitive);
        }
    }

    [Theory]
    [MemberData(nameof(Nations))]
    public void Fact_WithoutEffect_IsAnnounced(Nation nation)
    {
        foreach (var (tutor, advocate, timeInJobPlan) in from tutor in said from advocate in said from time in said select (tutor, advocate, time))
        {
            var with = Ask(new { tutor, advocate, timeInJobPlan, employer = "St Elsewhere" }, nation);
            foreach (var (field, without) in new (string, object)[]
            {
                ("tutor", new { advocate, timeInJobPlan, employer = "St Elsewhere" }), ("advocate", new { tutor, timeInJobPlan, employer = "St Elsewhere" }),
                ("timeInJobPlan", new { tutor, advocate, employer = "St Elsewhere" }), ("employer", new { tutor, advocate, timeInJobPlan }),
            })
            {
                var isTold = field switch { "tutor" => tutor, "advocate" => advocate, "timeInJobPlan" => timeInJobPlan, _ => true } == true; // A plain no needs no word.
                var other = Ask(without, nation);
                var isAnnounced = with.Warnings.Any(warning => warning.Field == field);
                var hasEffect = Shown(with) != Shown(other);
                (isTold && !hasEffect).ShouldBe(isAnnounced, $"{field} of tutor {tutor}, advocate {advocate}, time {timeInJobPlan} in {nation}");
            }
        }
    }

    [Fact]
    public void Letter_InScotland_AsksForAnAdviser()
    {
        var answer = Ask(new { tutor = false }, Nation.Scotland);

        answer.Letters.ShouldHaveSingleItem().Lines().ShouldContain(line => line.StartsWith("– A SAS education adviser for this health board", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"role":"advocate"}""", "Find out whether there is a SAS advocate where you work; what it does and what to ask for stand below.")]
    [InlineData("""{"role":"advocate","advocate":false}""", "Ask your employer for a SAS advocate; what it does and a letter stand below.")]
    [InlineData("""{"role":"tutor","tutor":true,"timeInJobPlan":true}""", "The SAS tutor is there with its time in the job plan, so there is nothing to ask for.")]
    [InlineData("""{"tutor":true,"advocate":false,"timeInJobPlan":false}""",
        "Ask your employer for a SAS advocate, and for the time of the SAS tutor in the job plan; what each does and a letter stand below.")]
    public void Headline_OfOneRoleOrTwo_IsOneSentence(string facts, string says) => ToolAsk.Reply("sas-charter/roles", facts).Answer!.Says.ShouldBe(says);

    // What a reader sees of an answer, but for what is announced.
    private static string Shown(SasRoles answer) =>
        string.Join('\n', [answer.Says, $"{answer.Verdict}", .. answer.Roles.Select(role => $"{role.Name} {role.Stands}"), .. answer.Letters.SelectMany(letter => letter.Lines())]);

    private static SasRoles Ask(object facts, Nation nation) => ToolAsk.Answer<SasRoles>("sas-charter/roles", facts, nation: nation);
}
