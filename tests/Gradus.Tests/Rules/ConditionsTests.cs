using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.Rules;

public sealed class ConditionsTests
{
    [Fact]
    public void WhatAPersonJudges_IsNeverAPlainYes()
    {
        foreach (var nation in NationExtensions.All)
        {
            for (var told = 0; told < 256; told++)
            {
                bool? Bit(int number) => (told >> number & 1) == 1;
                var facts = new
                {
                    registered = Bit(0),
                    standing = Bit(1),
                    concern = Bit(2),
                    reason = Bit(3) == true
                    ? "personal"
                    : "none",
                    noOrdinaryPost = Bit(4),
                    needsSupervision = Bit(5),
                    practice = Bit(6),
                    partner = Bit(7),
                    monthsOut = 3,
                    yearsOnScheme = 1
                };

                var answer = ToolAsk.Answer<Gradus.GpRetention.RetentionEligibility>("gp-retention/eligibility", facts, nation: nation);

                answer.Verdict.ShouldNotBe(Verdict.Yes);
                (answer.Verdict == Verdict.No).ShouldBe(answer.Conditions.Any(condition => condition.Met == false));
            }
        }
    }
}
