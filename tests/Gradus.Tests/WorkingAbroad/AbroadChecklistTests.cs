using System.IO.Compression;
using System.Text.RegularExpressions;
using Gradus.Data.Exports;
using Gradus.Tests.Tools;
using Gradus.Tools;
using Gradus.VolunteeringAbroad;
using Gradus.WorkingAbroad;

namespace Gradus.Tests.WorkingAbroad;

/// <summary>A plan as a Word document is a checklist: a box for each step, ticked when it is done, with its last day, its paper and whom to ask.</summary>
public sealed partial class AbroadChecklistTests
{
    private const string Facts = """{"country":"new-zealand","startFrom":"2027-01-04","qualifiedIn":"united-kingdom","internshipIn":"united-kingdom","inTraining":true,"done":["uk-papers","uk-police"],"rates":{"NZD":0.5,"USD":0.8}}""";

    [Fact]
    public void Word_HasABoxForEachStepUpToTheFirstDay()
    {
        var plan = ToolAsk.Answer<AbroadPlan>("working-abroad/plan", Facts, "2026-11-29");

        var text = Text(WorkingAbroadTools.Plan, plan);

        Regex.Count(text, "☐").ShouldBe(plan.Steps.Count(step => step is { Done: false, Phase: not "after" }));
        Regex.Count(text, "☒").ShouldBe(2);
        text.ShouldContain("Issued then, it will do for a first day up to 10 August 2027");
        text.ShouldContain("Ask a panel doctor of Immigration New Zealand.");
    }

    [Fact]
    public void Word_AddsUpInPoundsAtTheRatesGiven()
    {
        var plan = ToolAsk.Answer<AbroadPlan>("working-abroad/plan", Facts, "2026-11-29");

        // 3,159.38 at 0.5, and 145 and 35 (an EPIC portfolio) at 0.8; the police certificate is done and paid for.
        plan.Pounds.ShouldBe(1_723.69m);
        Text(WorkingAbroadTools.Plan, plan).ShouldContain("£1,723.69");
    }

    [Fact]
    public void Volunteering_HasItsBoxesToo()
    {
        var plan = ToolAsk.Answer<VolunteeringPlan>("volunteering-abroad/plan", """{"startFrom":"2027-01-04","months":9,"inTraining":true}""", "2026-11-29");

        Regex.Count(Text(VolunteeringAbroadTools.Plan, plan), "☐").ShouldBe(plan.Steps.Count(step => step.Phase != "after"));
    }

    private static string Text(Tool tool, ToolAnswer answer)
    {
        using var zip = new ZipArchive(new MemoryStream(DocxFile.Write(AnswerDocument.Of(tool, answer, ToolAsk.Library.Sources.GetValueOrDefault))));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return Tags().Replace(reader.ReadToEnd(), "");
    }

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Tags();
}
