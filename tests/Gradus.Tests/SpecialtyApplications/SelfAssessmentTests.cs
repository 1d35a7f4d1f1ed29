using System.Text.Json;
using Gradus.SpecialtyApplications;
using Gradus.Tests.Tools;
using Gradus.Tools;

namespace Gradus.Tests.SpecialtyApplications;

/// <summary>Every framework with evidence added up by hand, and what holds for all of them.</summary>
public sealed class SelfAssessmentTests
{
    private const string Address = "/specialty-applications/self-assessment";

    private static readonly SelfAssessmentFigures Figures = FiguresBinder.Of<SelfAssessmentFigures>("specialty-applications", ToolAnswers.Book, new DateOnly(2026, 11, 29));

    public static TheoryData<string> Frameworks => [.. Figures.FrameworkRounds.Select(round => round.Framework)];

    /// <summary>
    /// Framework, whether other applications are live, evidence, and what it comes to: the points of each domain in the framework's order, added up by hand
    /// from the published bands.
    /// A dot stands for nothing to count, a letter for a published letter, ≤6 for what each of two assessors may give; nothing after the last sign where no total is published.
    /// </summary>
    public static TheoryData<string, bool?, string, string> EvidenceSets => new()
    {
        { "imt-2026", false,
            "degrees:doctorate presentations:talk-national publications:first-author teaching:organised-programme training-in-teaching:teaching-qualification quality-improvement:two-cycles",
            "5 4 6 8 5 3 4 = 35" },
        { "imt-2026", true,
            "degrees:masters presentations:talk-regional presentations:poster-national publications:one-other publications:abstract teaching:regular training-in-teaching:teaching-course quality-improvement:one-cycle",
            "0 3 4 3 3 1 3 = 17" },
        { "imt-2026", false, "presentations:poster-regional", "5 0 2 0 0 0 0 = 7" },
        { "imt-2026", null, "publications:several-other publications:book-chapter quality-improvement:some-stages", "0 0 0 5 0 0 1 = 6" },
        { "imt-2027", null,
            "degrees:doctorate presentations:talk-national publications:first-author teaching:organised-programme training-in-teaching:teaching-qualification quality-improvement:two-cycles",
            "4 8 6 5 3 4 = 30" },
        { "imt-2027", false,
            "degrees:masters presentations:talk-regional presentations:poster-national publications:one-other publications:abstract teaching:regular training-in-teaching:teaching-course quality-improvement:one-cycle",
            "3 6 2 3 1 3 = 18" },
        { "imt-2027", null, "presentations:talk-local publications:co-author publications:abstract", "0 2 5 0 0 0 = 7" },
        { "clinical-radiology-2026", null,
            "commitment:more-exposures leadership:national-radiology teaching:qualification audit:two-radiology academic:doctorate-or-radiology-paper",
            "8 4 4 4 4 = 24" },
        { "clinical-radiology-2026", null,
            "commitment:one-exposure leadership:local-healthcare teaching:regional-teaching audit:one-other academic:presentation", "6 2 1 2 1 = 12" },
        { "clinical-radiology-2026", null, "commitment:course commitment:conference audit:contributed", "4 0 0 1 0 = 5" },
        { "histopathology-2026", null,
            "undergraduate-degree:first-class degrees:doctorate presentations:histopathology-talk-national publications:first-author-two teaching:designed-programme training-in-teaching:masters-in-teaching quality-improvement:led-and-presented leadership:national commitment:post-or-more-than-two-days activities:research-or-presentation",
            "3 4 8 5 10 5 10 8 10 8 = 71" },
        { "histopathology-2026", null,
            "degrees:masters presentations:local publications:co-author-one teaching:regular training-in-teaching:two-days quality-improvement:active commitment:up-to-two-days activities:course",
            "0 3 2 3 6 1 4 0 6 4 = 29" },
        { "histopathology-2026", null, "undergraduate-degree:upper-second degrees:diploma activities:audit activities:course", "2 2 0 0 0 0 0 0 0 6 = 10" },
        { "cardiothoracic-surgery-2026", null,
            "undergraduate-prizes:first-in-year undergraduate-electives:two-away degrees:doctorate-cardiothoracic exams:full-mrcs diplomas:three-diplomas research:grant-20000 audit:led-three-cycles awards:international incisions:eleven-or-more closures:eleven-or-more procedures:sixteen-or-more presentations:three-talks publications:first-author-four leadership:national teaching:post-twelve-months outside-medicine:last-three-years",
            "6 5 6 4 3 4 3 3 3 3 4 3 4 2 4 2 = 59" },
        { "cardiothoracic-surgery-2026", null,
            "undergraduate-prizes:one-prize-or-bursary undergraduate-electives:one exams:mrcs-part-a diplomas:certificate research:small-grant-or-role audit:led-one awards:local incisions:six-to-ten closures:up-to-five procedures:up-to-five presentations:posters publications:first-author-one-or-co-author leadership:local teaching:regular outside-medicine:any-time",
            "1 1 0 2 1 1 1 1 2 1 1 1 1 1 1 1 = 17" },
        { "cardiothoracic-surgery-2026", null, "exams:full-mrcs exams:mrcp presentations:one-or-two-talks presentations:posters", "0 0 0 4 0 0 0 0 0 0 0 2 0 0 0 0 = 6" },
        // 4 + 1 + 1 is limited to 5; 3 and the two of three talks that count; 4 + 1 + 1 limited to 5; 3 + 2 + 1; 2 + 1 + 2; 1 + 3 + 2 + 1 + 1 + 1 + 2 + 3 + 1 limited to 13.
        { "ophthalmology-2026", null,
            "qualifications:doctorate qualifications:postgraduate-qualification*2 prizes:national-first prizes:best-talk-or-poster*3 feedback:satisfactory audit:loop-closed audit:took-part*2 presentations:talk-international presentations:talk-national presentations:half-national teaching:regular*2 teaching:helping*2 teaching:book-chapter commitment:refraction-certificate commitment:part-1-passed commitment:part-1-attempted commitment:publication-first-author*3 commitment:elective-or-project commitment:taster-week commitment:clinic-sessions commitment:simulation*3 commitment:meeting-national*2 commitment:meeting-regional*4 commitment:discretionary",
            "5 5 2 5 6 5 13 . = 41" },
        { "ophthalmology-2026", null,
            "qualifications:postgraduate-qualification presentations:talk-regional*2 presentations:half-regional teaching:helping*3 commitment:taster-week commitment:meeting-regional*3",
            "1 0 0 0 2.5 1.5 2.5 . = 7.5" },
        { "ophthalmology-2026", null, "feedback:satisfactory audit:took-part*3 commitment:simulation", "0 0 2 3 0 0 1 . = 6" },
        { "phst-2026", null,
            "degrees:doctorate exams:part-2-and-paces presentations:talk-national publications:first-author teaching:organised-programme training-in-teaching:teaching-qualification quality-improvement:led-two-cycles",
            "4 8 6 8 5 3 4 = 38" },
        { "phst-2026", null,
            "degrees:diploma exams:paces presentations:poster-regional presentations:talk-regional publications:book-chapter teaching:occasional training-in-teaching:teaching-course quality-improvement:some-stages",
            "1 6 3 5 1 1 1 = 18" },
        { "phst-2026", null, "exams:part-2 publications:abstract", "0 2 0 1 0 0 0 = 3" },
        // Weighted by something that was not seen: points of each question, and no total.
        { "trauma-and-orthopaedics-st3-2026", null,
            "months-since-foundation:52-63 orthopaedic-months:10-42 other-posts:one hip-fractures:18-or-more first-author-papers:paper*3 other-papers:paper*2 talks:talk audits:audit*5 degrees:masters leadership:national teaching:regular organised-evidence:organised",
            "3 8 1 4 6 2 1 2 1 2 1 2 =" },
        { "trauma-and-orthopaedics-st3-2026", null, "months-since-foundation:77-or-more orthopaedic-months:60-or-more degrees:masters degrees:doctorate",
            "5 1 0 0 0 0 0 0 2 0 0 0 =" },
        { "trauma-and-orthopaedics-st3-2026", null,
            "orthopaedic-months:43-59 other-posts:two-or-more hip-fractures:7-17 leadership:local leadership:national audits:audit",
            "0 4 2 2 0 0 0 1 0 2 0 0 =" },
        { "core-surgery-2026", null, "operative:b-30-cases audit-leadership:a-led-surgical audit-presentation:a-both-cycles academic:c-co-author", "B . A A C . =" },
        // A presentation counts only beside leadership of A to C.
        { "core-surgery-2026", null, "audit-leadership:d-one-cycle audit-presentation:a-both-cycles teaching:b-designed-online teaching:d-regular-or-course", ". . D . . B =" },
        { "core-surgery-2026", null, "surgical-experience:a-taster-or-elective academic:d-poster-or-regional-talk academic:a-prize-talk-or-first-author", ". A . . A . =" },
        { "paediatrics-2026-27", null,
            "clinical:five-examples personal:five-examples quality-improvement:presented-beyond-local academic:national-or-publication academic:research-qualification teaching:designed-and-improved",
            "≤8 ≤8 ≤5 ≤3+1 ≤5 =" },
        { "paediatrics-2026-27", null, "clinical:four-examples academic:local-or-regional academic:research-qualification", "≤6 . . ≤2+1 . =" },
        { "paediatrics-2026-27", null, "personal:two-or-three-examples personal:one-example quality-improvement:one-stage teaching:designed", ". ≤4 ≤1 . ≤3 =" },
        { "imt-interview-2026", null, "", ". . . . . . . =" },
        { "obstetrics-and-gynaecology-2026", null, "", ". . . . . . . . . . . . =" },
        { "anaesthetics-interview-2026", null, "", ". . . . . . . =" },
    };

    [Theory]
    [MemberData(nameof(EvidenceSets))]
    public void Calculate_WithEvidenceAddedUpByHand_ComesToTheSame(string framework, bool? otherApplications, string evidence, string byHand)
    {
        var answer = Of(framework, evidence, otherApplications);

        $"{string.Join(' ', answer.Domains.Select(Counted))} = {answer.Total:0.##}".TrimEnd().ShouldBe(byHand);
        if (answer.Total is { } total)
        {
            total.ShouldBe(answer.Domains.Sum(domain => domain.Points ?? 0));
        }
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void AFramework_HasThreeEvidenceSetsAddedUpByHand_TheSingleItemRuleAmongThem(string framework)
    {
        var rows = Figures.Frameworks.Where(row => row.Framework == framework).ToList();
        var sets = EvidenceSets.Select(set => set.Data).Where(set => set.Item1 == framework).ToList();

        sets.Count.ShouldBeGreaterThanOrEqualTo(rows.Exists(row => row.Rule != "panel") ? 3 : 1);
        if (rows.Exists(row => row.Rule is "best" or "letter" or "assessors" && row.Points is not null))
        {
            sets.ShouldContain(set => set.Item3.Split(' ', StringSplitOptions.RemoveEmptyEntries).GroupBy(one => one.Split(':')[0]).Any(domain => domain.Count() > 1));
        }

        if (rows.Exists(row => row.Rule == "only-application"))
        {
            sets.Select(set => set.Item2).Distinct().Count().ShouldBe(3);
        }
    }

    [Theory]
    [InlineData("imt-2026", "first-author paper", "first-author")]
    [InlineData("imt-2026", "regional talk", "talk-regional")]
    [InlineData("imt-2026", "PhD", "doctorate")]
    [InlineData("phst-2026", "International poster", "poster-national")]
    [InlineData("histopathology-2026", "grand round", "local")]
    [InlineData("imt-2026", "letter", "one-other")]
    [InlineData("imt-2027", "letter", "abstract")]
    [InlineData("imt-2027", "poster at a local meeting", "poster-regional")]
    [InlineData("imt-2027", "National Poster Presentation", "poster-national")]
    [InlineData("imt-2027", "oral presentation at an international conference", "talk-national")]
    [InlineData("imt-2027", "research paper in the Lancet, first author", "first-author")]
    [InlineData("imt-2027", "second author on a paper", "co-author")]
    [InlineData("imt-2027", "two case reports", "several-other")]
    [InlineData("imt-2027", "regular teaching with feedback", "regular")]
    [InlineData("imt-2027", "organised a teaching programme", "organised-programme")]
    [InlineData("imt-2027", "teach the teacher course", "teaching-course")]
    [InlineData("imt-2027", "completed audit cycle", "one-cycle")]
    [InlineData("imt-2027", "two-cycle audit", "two-cycles")]
    [InlineData("core-surgery-2026", "taster", "a-taster-or-elective")]
    [InlineData("cardiothoracic-surgery-2026", "MRCS part A", "mrcs-part-a")]
    [InlineData("ophthalmology-2026", "taster week", "taster-week")]
    [InlineData("imt-2027", "PhD degree", "doctorate")]
    [InlineData("imt-2027", "masters degree", "masters")]
    [InlineData("imt-2027", "intercalated degree", "none")]
    [InlineData("imt-2027", "teaching qualification", "teaching-qualification")]
    [InlineData("imt-2027", "grand round presentation", "talk-local")]
    [InlineData("imt-2027", "quality improvement project", "one-cycle")]
    [InlineData("imt-2027", "audit two cycles", "two-cycles")]
    [InlineData("imt-2027", "2 cycle audit", "two-cycles")]
    [InlineData("histopathology-2026", "poster at national conference", "poster-or-regional-talk")]
    [InlineData("core-surgery-2026", "first author case report", "b-selected-talk")]
    [InlineData("phst-2026", "MRCP", "part-2-and-paces")]
    public void Check_WithPlainWords_FindsTheItem(string framework, string words, string item)
    {
        var answer = ToolAnswers.Of<SelfAssessment>(Address, $$"""{"framework":"{{framework}}","evidence":[{"item":"{{words}}"}]}""");

        answer.Domains.Where(domain => domain.Item is not null).Select(domain => domain.Item).ShouldBe([item]);
    }

    [Theory]
    [InlineData("""{"framework":"imt-2026","evidence":[{"domain":"publications","item":"talk-national"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"imt-2026","evidence":[{"domain":"poetry","item":"none"}]}""", "evidence[0].domain")]
    [InlineData("""{"framework":"imt-2026","evidence":[{"item":"talk"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"imt-2026","evidence":[{"item":"poster"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"imt-2026","evidence":[{"item":"xylophone in the Lancet"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"imt-2027","evidence":[{"item":"degree"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"imt-2027","evidence":[{"item":"PGCert"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"clinical-radiology-2026","evidence":[{"item":"MSc"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"core-surgery-2026","evidence":[{"item":"audit"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"ophthalmology-2026","evidence":[{"item":"prize"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"ophthalmology-2026","evidence":[{"item":"MRCS"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"imt-2026","evidence":[{"domain":"single-application","item":"only"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"imt-2026","evidence":[{"domain":"publications","item":"first-author","count":3}]}""", "evidence[0].count")]
    [InlineData("""{"framework":"imt-interview-2026","evidence":[{"item":"first-author paper"}]}""", "evidence[0].item")]
    [InlineData("""{"framework":"imt-1999","evidence":[]}""", "framework")]
    public void Check_WithWhatTheFrameworkDoesNotKnow_NamesTheField(string facts, string field) =>
        ToolAnswers.Reply(Address, facts).Errors.Select(error => error.Field).ShouldBe([field]);

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void AFramework_AddsUpToItsMost(string framework)
    {
        var round = Figures.FrameworkRounds.Single(round => round.Framework == framework);
        var rows = Figures.Frameworks.Where(row => row.Framework == framework).ToList();
        var sum = rows.DistinctBy(row => row.Domain).Sum(row => row.Most ?? 0) + rows.Where(row => row.Rule == "assessors-bonus").Sum(row => row.Points ?? 0);

        if (round.Most is { } most)
        {
            sum.ShouldBe(most);
        }

        rows.Where(row => row.Rule is "best" && row.Points is not null).GroupBy(row => row.Domain).ShouldAllBe(domain => domain.Max(row => row.Points) == domain.First().Most);
    }

    // A step that would add points is read alone, away from the item that stands above it in its framework.
    [Theory]
    [MemberData(nameof(Frameworks))]
    public void AnItem_IsUnderstoodAlone(string framework)
    {
        var rows = Figures.Frameworks.Where(row => row.Framework == framework && row.Points is not 0).ToList();

        rows.ShouldAllBe(row => !row.ItemName.Contains("same,", StringComparison.OrdinalIgnoreCase)
            && !System.Text.RegularExpressions.Regex.IsMatch(row.ItemName, "[0-9](?:one|two|three|four)", System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(5)));
        rows.Where(row => row.Rule != "panel").GroupBy(row => (row.Domain, row.ItemName)).ShouldAllBe(same => same.Count() == 1);
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Frameworks))]
    public void AStepThatWouldAddPoints_AddsThem(string framework)
    {
        var random = new Random(7);
        var items = Figures.Frameworks.Where(row => row.Framework == framework && row.Rule is "best" or "sum").Where(row => row.Framework == framework).ToList();
        for (var turn = 0; turn < 20 && items.Count > 0; turn++)
        {
            var evidence = string.Join(' ', items.Where(_ => random.Next(6) == 0).Select(row => $"{row.Domain}:{row.Item}"));
            var before = Of(framework, evidence);
            foreach (var step in before.Next.Where(step => step.Gain is not null).Take(6))
            {
                var after = Of(framework, Add(evidence, step));

                (after.Domains.Sum(domain => domain.Points ?? 0) - before.Domains.Sum(domain => domain.Points ?? 0)).ShouldBe(step.Gain!.Value,
                    $"{framework}: {evidence} and {step}");
            }
        }
    }

    [Fact]
    public void Calculate_ForAnotherYear_NeverShowsThisOnes()
    {
        var of2027 = Of("imt-2027", "publications:first-author");

        of2027.Cycle.ShouldBe(2027);
        of2027.Years.ShouldNotContain(year => year.IsThisRound);
        of2027.Domains.ShouldAllBe(domain => domain.Key != "single-application");
        Of("imt-2026", "publications:first-author").Years.Single(year => year.IsThisRound).Cycle.ShouldBe(2026);
    }

    [Fact]
    public void Calculate_ForSeveralSpecialties_CarriesTheEvidenceOver()
    {
        var answer = ToolAnswers.Of<SelfAssessment>(Address,
            """{"framework":"imt-2027","evidence":[{"domain":"publications","item":"first-author"},{"domain":"presentations","item":"talk-national"}],"alsoFor":["phst-2026","core-surgery-2026"]}""");

        answer.Elsewhere.Select(other => (other.Framework, other.Total)).ShouldBe([("phst-2026", 14m), ("core-surgery-2026", (decimal?)null)]);
    }

    private static string Counted(DomainScore domain)
    {
        var byAssessor = System.Text.RegularExpressions.Regex.Match(domain.Says, "may give up to (?<most>[0-9]+)(, and (?<bonus>[0-9]+) more)?",
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        return domain.Points is { } points ? $"{points:0.##}"
            : byAssessor.Success ? $"≤{byAssessor.Groups["most"].Value}{(byAssessor.Groups["bonus"].Success ? "+" + byAssessor.Groups["bonus"].Value : "")}"
            : domain.Item is null ? "."
            : domain.ItemName![..1];
    }

    private static string Add(string evidence, NextStep step)
    {
        var item = $"{step.Domain}:{step.Item}";
        return evidence.Split(' ').Contains(item) ? string.Join(' ', evidence.Split(' ').Select(one => one == item ? one + "*2" : one)) : $"{evidence} {item}";
    }

    private static SelfAssessment Of(string framework, string evidence, bool? otherApplications = null)
    {
        var items = evidence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one =>
        {
            var parts = one.Split(':', '*');
            return parts.Length == 3 ? (object)new { domain = parts[0], item = parts[1], count = int.Parse(parts[2]) } : new { domain = parts[0], item = parts[1] };
        });
        return ToolAnswers.Of<SelfAssessment>(Address, JsonSerializer.Serialize(new { framework, otherApplications, evidence = items.ToArray() }));
    }
}
