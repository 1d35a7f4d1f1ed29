using Gradus.Rules;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.Preferences;

/// <summary>Remembers the nation, the stage of a career and the appearance, in three plain cookies that say nothing else.</summary>
public static class Preferring
{
    /// <summary>Remembers one of them and gives the reader as they now are; a value that is none changes nothing.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reader">The reader so far.</param>
    /// <param name="what"><c>nation</c>, <c>stage</c> or <c>theme</c>.</param>
    /// <param name="value">Which.</param>
    public static Reader Set(HttpContext context, Reader reader, string what, string? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(reader);
        var options = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            Path = "/",
            IsEssential = true
        };
        switch (what)
        {
            case "nation" when NationExtensions.ParseNation(value) is { } nation:
                context.Response.Cookies.Append(Reader.NationCookie, nation.Key(), options);
                return reader.As(context, nation, reader.On);
            case "stage" when People.Find(value) is { } person:
                context.Response.Cookies.Append(Reader.StageCookie, person.Key, options);
                return reader;
            case "stage" when value == "any":
                context.Response.Cookies.Delete(Reader.StageCookie, options);
                return reader;
            case "theme" when value is "light" or "dark":
                context.Response.Cookies.Append(Reader.ThemeCookie, value, options);
                return reader.In(context, value);
            case "theme" when value == "system":
                context.Response.Cookies.Delete(Reader.ThemeCookie, options);
                return reader.In(context, theme: null);
            default:
                return reader;
        }
    }
}
