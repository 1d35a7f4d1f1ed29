using System.Text.Json;

namespace Gradus.Tests.CommandLine;

/// <summary>A tool that takes a table, from a file.</summary>
public sealed class TableCommandTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Board_TakesACsvFile_AndTheRestAsOptions()
    {
        await File.WriteAllTextAsync(file, "\uFEFFdoctor_ref;start;owner;grade\r\nD-1;4 August 2027;Surgery;FY1\r\nD-2;2027-08-04;Medicine;FY1\r\n", TestContext.Current.CancellationToken);

        var result = await GradusCommand.Run(["code-of-practice", "board", "--facts", file, "--only-owner", "surgery", "--on", "2027-07-01", "--json"]);

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Errors.Trim().ShouldEndWith("not read: grade");
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("late").EnumerateArray().Select(item => item.GetProperty("doctorRef").GetString()).Distinct().ShouldBe(["D-1"]);
    }

    [Fact]
    public async Task ChancesOfPosts_TakeACsvFile_WithTheRankAsAnOption()
    {
        await File.WriteAllTextAsync(file, "last_rank,name,places\r\n322,London,\r\n616,Severn,75\r\n,Wessex,\r\n", TestContext.Current.CancellationToken);

        var result = await GradusCommand.Run(["specialty-applications", "chances", "--facts", file, "--rank-from", "500", "--on", "2026-11-30", "--json"]);

        result.ExitCode.ShouldBe(0, result.Errors);
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("says").GetString().ShouldBe("With last ranks as they were, rank 500 gets Severn; no post on this list in the harder scenario and Severn in the easier one.");
    }

    [Theory]
    [InlineData("doctor_ref,start\nD-1,soon", "Line 2, start: “soon” is not a day.")]
    [InlineData("reference\nD-1", "The first line has no heading start.")]
    [InlineData("", "The file is empty.")]
    public async Task WhatCannotBeRead_IsSaidByItsLine(string text, string says)
    {
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        var result = await GradusCommand.Run(["code-of-practice", "board", "--facts", file]);

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain(says);
    }
}
