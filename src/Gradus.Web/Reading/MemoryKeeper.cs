namespace Gradus.Web.Reading;

/// <summary>
/// Gives memory back once a rush is over. The collector runs when something is allocated: a site that has answered a few very long requests and then rests
/// would hold what they took until the next rush.
/// </summary>
public sealed class MemoryKeeper(TimeProvider clock) : BackgroundService
{
    private const long Worthwhile = 64L * 1024 * 1024;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        var (kept, allocated) = (0L, GC.GetTotalAllocatedBytes());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            var isQuiet = now - allocated < Worthwhile;
            allocated = now;
            if (isQuiet && Environment.WorkingSet > kept + Worthwhile)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                kept = Environment.WorkingSet;
            }
        }
    }
}
