using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Gradus.Data;

namespace Gradus.Web.Reading;

/// <summary>
/// Prints a page of ours as PDF with the host's Chromium, where there is one. It runs without network and without scripts, on files in a folder of its own that is deleted, with a
/// limit of time, and one at a time.
/// </summary>
public sealed partial class PdfPrinter(SiteOptions options, IWebHostEnvironment environment, TodayInTheUk today, ILogger<PdfPrinter> logger) : IDisposable
{
    /// <summary>How the folder of a print is named, before the number of the process that made it.</summary>
    public const string FolderPrefix = "gradus-pdf-";

    /// <summary>The setting that turns printing off.</summary>
    public const string Off = "none";

    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; font-src file:";

    // As the page that is printed links them.
    private static readonly string[] Sheets = ["site.css", "answer.css", "explorer.css"];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly Lock Folders = new();
    private static readonly HashSet<string> UnderWay = new(StringComparer.Ordinal);
    private static readonly TimeSpan Old = TimeSpan.FromMinutes(2);

    private const int OnlyWhenIdle = 5; // SCHED_IDLE; what it starts inherits it.

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string? _chromium = Find(options.Chromium);
    private readonly Lazy<string> _styles = new(() =>
    {
        return string.Concat(Sheets.Select(sheet =>
        {
            using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(sheet).CreateReadStream());
            return reader.ReadToEnd();
        }));
    });

    /// <summary>Whether the host has a Chromium.</summary>
    public bool IsAvailable => _chromium is not null;

    /// <summary>The PDF of a title and the HTML of a body, in the styles of the site; <c>null</c> when it could not be made in time.</summary>
    public async Task<byte[]?> PrintAsync(string title, string body, CancellationToken cancellation)
    {
        if (_chromium is null)
        {
            return null;
        }

        Sweep();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        DirectoryInfo? folder = null;
        try
        {
            await _turn.WaitAsync(limit.Token);
            try
            {
                folder = Folder();
                await WriteAsync(folder, title, body, limit.Token);
                return await RunAsync(folder, limit.Token);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            CannotPrint(logger, e.GetType().Name); // A temporary folder that cannot be written, or a Chromium that will not start.
            return null;
        }
        finally
        {
            await DeleteAsync(folder);
            lock (Folders)
            {
                UnderWay.Remove(folder?.FullName ?? "");
            }
        }
    }

    /// <summary>Deletes what prints left behind that were cut off: by a process that is gone, or long ago. A print under way is left alone.</summary>
    public void Sweep()
    {
        try
        {
            lock (Folders)
            {
                foreach (var folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(FolderPrefix + "*").Where(IsLeft))
                {
                    folder.Delete(recursive: true);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CannotSweep(logger, e.GetType().Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task WriteAsync(DirectoryInfo folder, string title, string body, CancellationToken cancellation)
    {
        var fonts = folder.CreateSubdirectory("fonts");
        foreach (var font in environment.WebRootFileProvider.GetDirectoryContents("fonts").Where(file => file.Name.EndsWith(".woff2", StringComparison.Ordinal)))
        {
            await using var from = font.CreateReadStream();
            await using var to = File.Create(Path.Combine(fonts.FullName, font.Name));
            await from.CopyToAsync(to, cancellation);
        }

        var page = $"<!doctype html><html lang=\"en-GB\" data-theme=\"light\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\"><title>{Markup.Encode(title)}</title><style>{_styles.Value} @page {{ size: A4; margin: 14mm; }} main {{ padding: 0; }}</style></head><body><main>{body}</main></body></html>";
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "page.html"), page, Encoding.UTF8, cancellation);
    }

    private async Task<byte[]?> RunAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        var pdf = Path.Combine(folder.FullName, "page.pdf");
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--user-data-dir=" + Path.Combine(folder.FullName, "profile"),
                "--no-pdf-header-footer", "--print-to-pdf=" + pdf,
            .. Environment.IsPrivilegedProcess ? (string[])["--no-sandbox"] : [], // Chromium refuses its sandbox to root.
            new Uri(Path.Combine(folder.FullName, "page.html")).AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(_chromium!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["TMPDIR"] = folder.FullName, ["HOME"] = folder.FullName }, // What the browser leaves for itself goes with the folder.
        });
        if (process is null)
        {
            return null;
        }

        StandBack(process);
        try
        {
            await Task.WhenAll(process.StandardError.ReadToEndAsync(cancellation), process.StandardOutput.ReadToEndAsync(cancellation), process.WaitForExitAsync(cancellation));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return process.ExitCode == 0 && File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellation) : null;
    }

    // Who waits for a print waits for seconds anyhow; who waits for a page should not notice. On Linux a low priority alone keeps a processor to the end of its turn.
    private static void StandBack(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.Idle;
            if (OperatingSystem.IsLinux())
            {
                _ = SetScheduler(process.Id, OnlyWhenIdle, 0);
            }
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException or DllNotFoundException or EntryPointNotFoundException)
        {
            // It has ended already, or the system does not let us.
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int process, int policy, in int priority);

    private static DirectoryInfo Folder()
    {
        lock (Folders)
        {
            var folder = Directory.CreateTempSubdirectory($"{FolderPrefix}{Environment.ProcessId}-");
            UnderWay.Add(folder.FullName);
            return folder;
        }
    }

    private bool IsLeft(DirectoryInfo folder)
    {
        if (UnderWay.Contains(folder.FullName))
        {
            return false;
        }

        var maker = folder.Name[FolderPrefix.Length..].Split('-')[0];
        return !int.TryParse(maker, CultureInfo.InvariantCulture, out var process)
            || process == Environment.ProcessId
            || !IsRunning(process)
            || folder.LastWriteTimeUtc + Old < today.Now.UtcDateTime;
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not be printed: {Kind}")]
    private static partial void CannotPrint(ILogger logger, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What prints left behind could not be deleted: {Kind}")]
    private static partial void CannotSweep(ILogger logger, string kind);

    private static async Task DeleteAsync(DirectoryInfo? folder)
    {
        for (var attempt = 0; folder is not null && attempt < 5; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(100, CancellationToken.None); // A process that was ended still lets go of its files.
            }
        }
    }

    private static string? Find(string setting)
    {
        if (setting == Off)
        {
            return null;
        }

        if (setting.Length > 0)
        {
            return setting;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => ((string[])["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]).Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
    }
}
