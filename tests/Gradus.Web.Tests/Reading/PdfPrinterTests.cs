using System.Diagnostics;
using Gradus.Data;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gradus.Web.Tests.Reading;

/// <summary>What prints leave in the temporary folder: nothing, even when one was cut off.</summary>
public sealed class PdfPrinterTests(SiteFixture site)
{
    [Fact]
    public void Sweep_DeletesWhatACutOffPrintLeft_AndLeavesWhatAnotherProcessMakes()
    {
        using var other = Process.Start(new ProcessStartInfo("sleep", ["30"]))!;
        try
        {
            var gone = Left(process: 2_000_000_000, new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc));
            var ours = Left(Environment.ProcessId, new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc));
            var old = Left(other.Id, new DateTime(2026, 11, 25, 11, 0, 0, DateTimeKind.Utc));
            var underWay = Left(other.Id, new DateTime(2026, 11, 25, 11, 59, 30, DateTimeKind.Utc));
            using var printer = Printer("none");

            printer.Sweep();

            Directory.Exists(gone).ShouldBeFalse();
            Directory.Exists(ours).ShouldBeFalse();
            Directory.Exists(old).ShouldBeFalse();
            Directory.Exists(underWay).ShouldBeTrue();
            Directory.Delete(underWay, recursive: true);
        }
        finally
        {
            other.Kill();
        }
    }

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("/no/such/program")]
    [InlineData("/bin/false")]
    public async Task Print_WithAProgramThatWillNotPrint_IsNothingAndLeavesNothing(string program)
    {
        using var printer = Printer(program);

        var pdf = await printer.PrintAsync("Title", "<p>Words</p>", TestContext.Current.CancellationToken);

        pdf.ShouldBeNull();
        Directory.EnumerateDirectories(Path.GetTempPath(), $"{PdfPrinter.FolderPrefix}{Environment.ProcessId}-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Print_OnLinux_RunsOnlyWhereNobodyElseWantsAProcessor()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Only Linux says how a process is scheduled.");
            return;
        }

        var program = Path.Combine(Path.GetTempPath(), $"stands-back-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(program, """
            #!/bin/sh
            sleep 0.5
            for given in "$@"; do case "$given" in --print-to-pdf=*) cat /proc/self/stat > "${given#--print-to-pdf=}";; esac; done
            """, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            using var printer = Printer(program);

            var printed = await printer.PrintAsync("Title", "<p>Words</p>", TestContext.Current.CancellationToken);

            var policy = System.Text.Encoding.UTF8.GetString(printed.ShouldNotBeNull()).Split(' ')[40]; // What “man proc” counts as the 41st.
            policy.ShouldBe("5", "SCHED_IDLE, also in what the program starts");
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static string Left(int process, DateTime written)
    {
        var folder = Directory.CreateTempSubdirectory($"{PdfPrinter.FolderPrefix}{process}-");
        File.WriteAllText(Path.Combine(folder.FullName, "page.html"), "<p>what a doctor typed</p>");
        folder.LastWriteTimeUtc = written;
        return folder.FullName;
    }

    private PdfPrinter Printer(string chromium) => new(
        new SiteOptions { PublicAddress = new Uri(SiteFixture.PublicAddress), Chromium = chromium }, site.Services.GetRequiredService<IWebHostEnvironment>(),
            new TodayInTheUk(new BreakableClock(SiteFixture.Noon)), NullLogger<PdfPrinter>.Instance);
}
