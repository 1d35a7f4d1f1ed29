using Gradus.Rules;
using Gradus.SasCharter;
using Gradus.Tests.Tools;

namespace Gradus.Tests.SasCharter;

public sealed class SpecialistReadinessTests
{
    // No rule for part time was found: where the two readings decide differently the answer is neither yes nor no, in any nation.
    [Fact]
    public void PartTimePosts_ThatDecideOnlyByOneReading_AreNoFlatNo_InAnyNation()
    {
        foreach (var nation in NationExtensions.All)
        {
            foreach (var percent in Enumerable.Range(1, 100))
            {
                var answer = ToolAsk.Answer<SpecialistReadiness>("sas-charter/specialist-grade",
                    new { posts = new[] { new { from = "2013-11-26", to = "2026-11-24", percent, inSpecialty = true } } }, nation: nation);
                var needed = nation == Nation.Scotland ? 10 : 12;

                answer.Verdict.ShouldBe(Verdict.Unknown, $"{percent}% in {nation}");
                var isShort = 12.99m * percent / 100 < needed - 0.01m;
                (answer.YearsCompleteOn is not null).ShouldBe(answer.Years < needed || answer.YearsInSpecialty < 6, $"{percent}% in {nation}");
                answer.Reasons.Any(reason => reason.Key == "part-time" && reason is { Status: Status.NotFound, Ask: not null }).ShouldBe(isShort, $"{percent}% in {nation}");
                answer.YearsCountedWhole.ShouldBe(percent == 100 ? null : 12.99m);
            }
        }
    }

    [Fact]
    public void TwoHalfPosts_OnTheSameDays_CountWholeOnce()
    {
        var post = new { from = "2016-11-26", to = "2026-11-25", percent = 50, inSpecialty = true };

        ToolAsk.Answer<SpecialistReadiness>("sas-charter/specialist-grade", new { posts = new[] { post, post } }).YearsCountedWhole.ShouldBeNull();
        ToolAsk.Answer<SpecialistReadiness>("sas-charter/specialist-grade", new { posts = new[] { post } }).YearsCountedWhole.ShouldBe(10);
    }
}
