namespace Gradus.Tests.CommandLine;

/// <summary>Small inputs from public reports about programs of this kind, run through the command as they were reported.</summary>
public sealed class ReportedAllocationTests : IDisposable
{
    private const string OnePlaceEach = "post,places\nNorth,1\nSouth,1\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("gradus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("serial-dictatorship")]
    [InlineData("preference-informed")]
    public async Task Scores_DecideWhoGetsTheOnlyPlace(string mechanism)
    {
        var result = await Allocate("applicant,choices,score\nann,North,91\nbob,North,55\ncat,North,72\n", "post,places\nNorth,1\n", mechanism);

        result.ExitCode.ShouldBe(0, result.Errors);
        Allocation().ShouldBe("applicant,post,choice\nann,North,1\nbob,,\ncat,,\n");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("serial-dictatorship")]
    [InlineData("deferred-acceptance")]
    [InlineData("hospital-deferred-acceptance")]
    [InlineData("immediate-acceptance")]
    public async Task ALinkedPairThatIsPlacedApart_IsSaid(string mechanism)
    {
        var result = await Allocate("applicant,choices,linked_with,order\na,N;S,b,1\nc,N;S,,2\nb,N;S,a,3\nd,S;N,,4\n", "post,places\nN,2\nS,2\n", mechanism);

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Errors.ShouldContain("Not used: the column “linked_with”");
        result.Errors.ShouldContain("1 linked pair is not together");
    }

    [Fact]
    public async Task WhyNot_FindsThePositionThatWins_ThoughABetterOneDoesNot()
    {
        await Allocate("applicant,choices,order\na,N;S,3\nb,N,1\nc,S,2\n", "post,places\nN,1\nS,1\n", "serial-dictatorship");

        var why = await GradusCommand.Run(["allocate", "why-not", "--applicants", At("a.csv"), "--posts", At("p.csv"), "--out", At("out"), "--applicant", "a", "--post", "S"]);

        why.Output.ShouldContain("Position 2 would have won it, position 1 would not.");
        why.Output.ShouldContain("1 more place at “S” would have won it.");
    }

    [Theory]
    [InlineData("ann ")]
    [InlineData("ANN")]
    [InlineData("ann\u00A0")]
    public async Task TheSamePersonTwice_IsRefused(string second)
    {
        var result = await Allocate($"applicant,choices,order\nann,North;South,1\n{second},North;South,2\nbob,North;South,3\n", OnePlaceEach, "serial-dictatorship");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("line 3, column 1");
        result.Errors.ShouldContain("differs from “ann” in case or white space alone");
    }

    [Theory]
    [InlineData("applicant,choices,,\nann,North;South,,\nbob,North,,\n,,,\n")]
    [InlineData("applicant,choices\nann,North;South\nbob,North\n,\n")]
    [InlineData("sep=,\napplicant,choices\nann,North;South\nbob,North\n")]
    public async Task WhatASpreadsheetLeavesEmpty_IsPassedOver(string applicants)
    {
        var result = await Allocate(applicants, OnePlaceEach, "serial-dictatorship");

        result.ExitCode.ShouldBe(0, result.Errors);
        Allocation().Split('\n').Length.ShouldBe(4, "a heading, two people, and the end");
    }

    private Task<GradusCommand.Result> Allocate(string applicants, string posts, string mechanism)
    {
        File.WriteAllText(At("a.csv"), applicants);
        File.WriteAllText(At("p.csv"), posts);
        return GradusCommand.Run(["allocate", "--applicants", At("a.csv"), "--posts", At("p.csv"), "--mechanism", mechanism, "--out", At("out")]);
    }

    private string Allocation() => File.ReadAllText(Path.Combine(At("out"), "allocation.csv"));

    private string At(string name) => Path.Combine(_folder, name);
}
