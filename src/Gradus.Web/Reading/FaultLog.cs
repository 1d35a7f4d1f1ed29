using Microsoft.AspNetCore.Diagnostics;

namespace Gradus.Web.Reading;

/// <summary>Logs a fault of ours by its kind and where it happened. Not its message: that could repeat what a doctor typed.</summary>
public sealed partial class FaultLog(ILogger<FaultLog> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Failed(logger, exception.GetType().FullName, exception.StackTrace);
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} at {Where}")]
    private static partial void Failed(ILogger logger, string? kind, string? where);
}
