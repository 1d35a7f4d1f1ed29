using System.Buffers;
using Gradus.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Gradus.Web.Drawing;

/// <summary>A page drawn in its frame into one stretch of memory, and sent from it.</summary>
/// <typeparam name="TModel">What the page draws.</typeparam>
/// <param name="About">What the page says of itself.</param>
/// <param name="View">The page.</param>
/// <param name="Model">What it draws.</param>
public sealed record DrawnPage<TModel>(PageLayout About, HtmlView<TModel> View, TModel Model) : IActionResult
{
    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        using var html = new HtmlBuffer();
        PageFrame.Of(context.HttpContext, About).Draw(html, View, Model);
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = html.Written.Length;
        response.BodyWriter.Write(html.Written);
        return Task.CompletedTask;
    }
}
