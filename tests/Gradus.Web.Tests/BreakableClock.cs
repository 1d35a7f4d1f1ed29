using Microsoft.Extensions.Time.Testing;

namespace Gradus.Web.Tests;

/// <summary>A clock that stands still until a test moves it, and that can break once.</summary>
public sealed class BreakableClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    private string? _fault;

    /// <summary>The next time somebody asks, an exception with this message is thrown.</summary>
    public void BreakOnce(string message) => _fault = message;

    public override DateTimeOffset GetUtcNow() =>
        Interlocked.Exchange(ref _fault, null) is { } fault ? throw new InvalidOperationException(fault) : base.GetUtcNow();
}
