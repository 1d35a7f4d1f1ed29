using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gradus.Browser.Tests;

/// <summary>A page that remembers what went wrong while it was open.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    // Run in the page itself and asked for violations alone: the results of every rule that passed are megabytes on a long page.
    private const string Wcag = """
        async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] }))
          .violations.map(found => `${found.id}: ${found.help}: ${found.nodes.slice(0, 3).map(node => node.html).join(" | ")}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public WatchedPage(IPage page, IBrowserContext context, string address)
    {
        (Page, _context) = (page, context);
        page.PageError += (_, error) => _faults.Add("script error: " + error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 40", StringComparison.Ordinal))
            {
                _faults.Add("console: " + message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _faults.Add("request to elsewhere: " + request.Url);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Presses what leads to another page, and waits for it.</summary>
    public Task PressAsync(string button) => LeaveAsync(() => Page.Locator(button).First.ClickAsync());

    /// <summary>
    /// Does what leads to another page, and waits until that has loaded. It listens before it acts: asked afterwards, whether a page has loaded may still be
    /// true of the one that was left, or be missed.
    /// </summary>
    public async Task LeaveAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            Page.Load -= Loaded;
        }
    }

    /// <summary>No violation of WCAG 2.2 AA, nothing wider than the window, no script error, no request to elsewhere.</summary>
    public async Task ShouldBeSoundAsync()
    {
        await Page.EvaluateAsync(Axe);
        (await Page.EvaluateAsync<string[]>(Wcag)).ShouldBeEmpty(Page.Url);
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBeLessThanOrEqualTo(0, $"{Page.Url} is wider than the window");
        _faults.ShouldBeEmpty();
    }

    /// <summary>Leaves out faults that a test brings about on purpose, by a word in them.</summary>
    public void Forgive(string word) => _faults.RemoveAll(fault => fault.Contains(word, StringComparison.OrdinalIgnoreCase));

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _faults.ShouldBeEmpty();
    }
}
