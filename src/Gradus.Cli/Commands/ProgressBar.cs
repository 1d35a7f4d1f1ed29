namespace Gradus.Cli.Commands;

/// <summary>A line on standard error that fills up; nothing when standard error is not a terminal.</summary>
public sealed class ProgressBar(string what) : IProgress<double>, IDisposable
{
    private const int Width = 40;
    private readonly bool _isShown = !Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private int _percent = -1;

    /// <inheritdoc/>
    public void Report(double value)
    {
        var percent = int.Clamp((int)(100 * value), 0, 100);
        if (!_isShown || percent <= _percent)
        {
            return;
        }

        lock (_lock)
        {
            _percent = percent;
            var filled = percent * Width / 100;
            Console.Error.Write($"\r{what} [{new string('#', filled)}{new string(' ', Width - filled)}] {percent,3}%");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_percent >= 0)
        {
            Console.Error.WriteLine();
        }
    }
}
