using System.Diagnostics;
using System.Text.Json;

namespace Gradus.Tests.CommandLine;

/// <summary>The allocate command as people and scripts call it, with what they get wrong.</summary>
public sealed class AllocateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gradus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AColumnThatIsNotUsed_IsSaidInOutputSummaryAndCertificate()
    {
        var result = await Allocate("applicant,choices,score,linked_with,order\na,N;S,5,b,1\nc,N;S,5,,2\nb,N;S,7,a,3\nd,S;N,9,,4\n", "post,places\nN,2\nS,2\n",
            "serial-dictatorship");

        result.ExitCode.ShouldBe(0);
        foreach (var column in new[] { "score", "linked_with" })
        {
            result.Errors.ShouldContain($"Not used: the column “{column}”");
            foreach (var file in new[] { "summary.json", "certificate.json" })
            {
                using var json = JsonDocument.Parse(File.ReadAllText(At("out", file)));
                json.RootElement.GetProperty("unused").EnumerateArray().Select(unused => unused.GetProperty("column").GetString()).ShouldContain(column);
                json.RootElement.GetProperty("brokenLinks")[0].GetString().ShouldBe("a");
            }
        }

        (await Run("verify", "--applicants", At("a.csv"), "--posts", At("p.csv"), "--out", At("out"))).Output.ShouldBe("valid\n");
    }

    [Fact]
    [Trait("run", "whole")]
    public async Task FixedPlacesAndMinimums_AreSaidInOutputSummaryAndCertificate()
    {
        var result = await Allocate("applicant,choices,order\nann,North;South,2\nbob,North,1\ncat,,\n", "post,places,minimum\nNorth,2,\nSouth,2,2\n",
            "serial-dictatorship", "--fixed", Written("f.csv", "applicant,post\ncat,South\n"));

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Errors.ShouldContain("2 of 2 placed by serial-dictatorship, 1 held a post before the run");
        result.Errors.ShouldContain("“South” has 1, its minimum is 2.\nFilling the minimums would give 1 applicant a worse choice, 1 place lower in all, and move 1");
        File.ReadAllText(At("out", "allocation.csv")).ShouldBe("applicant,post,choice\nann,North,1\nbob,North,1\ncat,South,fixed\n");
        foreach (var file in new[] { "summary.json", "certificate.json" })
        {
            using var json = JsonDocument.Parse(File.ReadAllText(At("out", file)));
            json.RootElement.GetProperty("fixed")[0].GetProperty("applicant").GetString().ShouldBe("cat");
            json.RootElement.GetProperty("belowMinimum")[0].GetProperty("has").GetInt32().ShouldBe(1);
        }

        (await Run("verify", "--applicants", At("a.csv"), "--posts", At("p.csv"), "--fixed", At("f.csv"), "--out", At("out"))).Output.ShouldBe("valid\n");
        var without = await Run("verify", "--applicants", At("a.csv"), "--posts", At("p.csv"), "--out", At("out"));
        (without.ExitCode, without.Output).ShouldBe((1, "invalid: the certificate names a file of those who held a post before the run, and none was given (--fixed)\n"));
        (await Run("why-not", "--applicants", At("a.csv"), "--posts", At("p.csv"), "--fixed", At("f.csv"), "--out", At("out"), "--applicant", "cat", "--post",
            "North")).Output.ShouldBe("“cat” held “South” before the run and took no part in it.\n");
        (await Run("simulate", "--applicants", At("a.csv"), "--posts", At("p.csv"), "--fixed", At("f.csv"), "--mechanism", "serial-dictatorship", "--draws",
            "10")).Output.ShouldContain("\ncat,fixed,South,1\n");
        (await Allocate("applicant,choices\na,x\n", "post,places\nx,1\n", "serial-dictatorship", "--fixed",
            Written("g.csv", "applicant,post\na,x\na,x\n"))).Errors.ShouldBe("g.csv, line 3, column 1: expected every applicant once; “a” is there already\n");
    }

    [Fact]
    public async Task OutNamedAsAWorkbook_IsWrittenWithItsResultBesideIt()
    {
        var files = new[] { "--applicants", Written("a.csv", "applicant,choices\na,x\n"), "--posts", Written("p.csv", "post,places\nx,1\n") };

        var result = await Run(["--mechanism", "serial-dictatorship", "--out", At("result.xlsx"), .. files]);

        result.ExitCode.ShouldBe(0, result.Errors);
        File.ReadAllText(At("result", "allocation.csv")).ShouldBe("applicant,post,choice\na,x,1\n");
        (await Run(["verify", "--out", At("result.xlsx"), .. files])).Output.ShouldBe("valid\n");
        File.Copy(At("result.xlsx"), At("result", "allocation.xlsx"));
        File.WriteAllText(At("result.xlsx"), "applicant,post\n");
        (await Run(["verify", "--out", At("result.xlsx"), .. files])).Output.ShouldStartWith("invalid: result.xlsx, line 1");
        (await Run(["--mechanism", "serial-dictatorship", "--out", At("result"),
            .. files])).Errors.ShouldContain("allocation.xlsx of the result that was there before is gone with it.");
        File.Exists(At("result", "allocation.xlsx")).ShouldBeFalse();
        (await Run(["--mechanism", "serial-dictatorship", "--out", At(".xlsx"), .. files])).ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("deferred-acceptance", "--seed", "7")]
    [InlineData("deferred-acceptance", "--tiers", "ranked")]
    [InlineData("preference-informed", "--tiers", "ranked")]
    public async Task AnOptionThatIsNotUsed_IsSaid(string mechanism, string option, string value) =>
        (await Allocate("applicant,choices\na,x\nb,x\n", "post,places,ranking\nx,1,a;b\n", mechanism, option, value)).Errors.ShouldContain("Not used: " + option);

    [Fact]
    public async Task Verify_OfAResultStoppedByItsLimit_IsNotCalledValid()
    {
        (await Allocate("applicant,choices\na,x\nb,x\n", "post,places\nx,1\n", "serial-dictatorship", "--time-limit", "0")).ExitCode.ShouldBe(3);

        var verified = await Run("verify", "--applicants", At("a.csv"), "--posts", At("p.csv"), "--out", At("out"));

        verified.ExitCode.ShouldBe(3);
        verified.Output.ShouldStartWith("not proved: by its certificate the run was stopped by a time limit");
    }

    [Fact]
    public async Task Pipes_AreRead()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var name in new[] { "a.fifo", "p.fifo" })
        {
            using var made = Process.Start("mkfifo", At(name));
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var writing = Task.Run(() =>
        {
            File.WriteAllText(At("a.fifo"), "applicant,choices\na,x\n");
            File.WriteAllText(At("p.fifo"), "post,places\nx,1\n");
        }, TestContext.Current.CancellationToken);
        var opened = await Run("--applicants", At("a.fifo"), "--posts", At("p.fifo"), "--mechanism", "serial-dictatorship", "--out", At("out"));

        opened.ExitCode.ShouldBe(0, opened.Errors);
        await writing;
        File.ReadAllText(At("out", "allocation.csv")).ShouldBe("applicant,post,choice\na,x,1\n");
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("/dev/zero", null)]
    [InlineData("loop", null)]
    [InlineData("folder", null)]
    [InlineData(null, "")]
    [InlineData(null, " ")]
    public async Task WhatCannotBeReadOrWritten_IsRefusedAtOnce(string? applicants, string? folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Written("a.csv", "applicant,choices\na,x\n");
        File.CreateSymbolicLink(At("loop"), At("loop"));
        Directory.CreateDirectory(At("folder"));
        var path = applicants is null ? At("a.csv") : Path.IsPathRooted(applicants) ? applicants : At(applicants);
        foreach (var (one, other) in new[] { (path, Written("p.csv", "post,places\nx,1\n")), (At("a.csv"), applicants is null ? At("p.csv") : path) })
        {
            var result = await Run("--applicants", one, "--posts", other, "--mechanism", "serial-dictatorship", "--out", folder ?? At("out"));

            result.ExitCode.ShouldBe(2);
            result.Errors.ShouldNotContain("   at ");
            result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
            Directory.Exists(At("out")).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task JsonLines_ToAFullDisk_SayHowManyWereWritten()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        var answers = Written("answers.jsonl", string.Concat(Enumerable.Repeat("{}\n", 5)));
        using var shell = Process.Start(new ProcessStartInfo("sh",
            ["-c", $"'{Environment.ProcessPath switch { { } path when Path.GetFileNameWithoutExtension(path) == "dotnet" => path, _ => "dotnet" }}' exec '{Path.Combine(AppContext.BaseDirectory, "gradus-cli.dll")}' specialty-explorer match --answers '{answers}' --content '{Repository.At("content")}' >/dev/full"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;

        var errors = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        shell.ExitCode.ShouldBe(2);
        errors.ShouldContain("0 lines were written whole, then no more: ");
    }

    [Fact]
    public async Task JsonLines_ToAFile_AreAllThere()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var facts = Written("facts.jsonl", string.Concat(Enumerable.Repeat("{\"start\":\"2027-08-04\"}\n", 3000)));
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        using var shell = Process.Start(new ProcessStartInfo("sh",
            ["-c", $"'{dotnet}' exec '{Path.Combine(AppContext.BaseDirectory, "gradus-cli.dll")}' shadowing dates --facts '{facts}' --on 2026-11-29 >'{At("out.jsonl")}'"])
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
        })!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        var lines = await File.ReadAllLinesAsync(At("out.jsonl"), TestContext.Current.CancellationToken);

        new FileInfo(At("out.jsonl")).Length.ShouldBeGreaterThan(3 << 20);
        lines.Length.ShouldBe(3000);
        lines.Distinct().ShouldHaveSingleItem().ShouldStartWith("{\"days\":[\"2027-07-29\"");
    }

    private Task<GradusCommand.Result> Allocate(string applicants, string posts, string mechanism, params string[] more) =>
        Run(["--applicants", Written("a.csv", applicants), "--posts", Written("p.csv", posts), "--mechanism", mechanism, "--out", At("out"), .. more]);

    private static Task<GradusCommand.Result> Run(params string[] args) => GradusCommand.Run(["allocate", .. args]);

    private string At(params string[] names) => Path.Combine([_folder, .. names]);

    private string Written(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }
}
