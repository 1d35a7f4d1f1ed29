using Gradus.Data;
using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.Web.Reading;

/// <summary>For whom and as at which date a page answers: from the preference cookies, with <c>?nation=</c> and <c>?on=</c> going before them for one page.</summary>
public sealed class Reader
{
    /// <summary>The cookie that remembers the nation.</summary>
    public const string NationCookie = "nation";

    /// <summary>The cookie that remembers light or dark.</summary>
    public const string ThemeCookie = "theme";

    /// <summary>The cookie that remembers who the reader says they are.</summary>
    public const string StageCookie = "stage";

    private Reader(Nation nation, DateOnly on, DateOnly today, string? theme, Person? person, string? notice)
    {
        (Nation, On, Today, Theme, Person, Notice) = (nation, on, today, theme, person, notice);
    }

    /// <summary>The nation answered for; England when nobody has said.</summary>
    public Nation Nation { get; }

    /// <summary>The date asked about.</summary>
    public DateOnly On { get; }

    /// <summary>Today in London.</summary>
    public DateOnly Today { get; }

    /// <summary><c>light</c>, <c>dark</c>, or <c>null</c> to follow the system.</summary>
    public string? Theme { get; }

    /// <summary>Who the reader says they are; <c>null</c> when they have not said.</summary>
    public Person? Person { get; }

    /// <summary>What was asked for in the address and every link on the page keeps: the date and the nation, as name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> Kept { get; private init; } = [];

    /// <summary>What the reader should know about what they asked, such as a date that is none.</summary>
    public string? Notice { get; }

    /// <summary>Whether another date than today is asked about.</summary>
    public bool IsAnotherDay => On != Today;

    /// <summary>Reads the request.</summary>
    public static Reader Of(HttpContext context, TodayInTheUk today)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(today);
        if (context.Items.TryGetValue(typeof(Reader), out var held))
        {
            return (Reader)held!;
        }

        var request = context.Request;
        var nationAsked = request.Query["nation"].FirstOrDefault();
        var dateAsked = request.Query["on"].FirstOrDefault();
        var nation = NationExtensions.ParseNation(nationAsked) ?? NationExtensions.ParseNation(request.Cookies[NationCookie]) ?? Nation.England;
        var date = ParseDate(dateAsked);
        var notice = (nationAsked, dateAsked) switch
        {
            ({ Length: > 0 }, _) when NationExtensions.ParseNation(nationAsked) is null => $"The address asks for a nation we do not know. These answers are for {nation.Name()}.",
            (_, { Length: > 0 }) when date is null => $"The address asks for a date that does not exist or is not written as 2026-11-25. These answers are as at today, {today.Date.Words()}.",
            _ => null,
        };
        var theme = request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie] : null;
        var person = People.Find(request.Cookies[StageCookie]);
        List<(string Name, string Value)> kept = [];
        if (date is { } on && on != today.Date)
        {
            kept.Add(("on", on.Iso()));
        }

        if (NationExtensions.ParseNation(nationAsked) is { } asked)
        {
            kept.Add(("nation", asked.Key()));
        }

        var reader = new Reader(nation, date ?? today.Date, today.Date, theme, person, notice) { Kept = kept };
        context.Items[typeof(Reader)] = reader;
        return reader;
    }

    /// <summary>The same reader asking for a nation and a date, from here on in this request.</summary>
    public Reader As(HttpContext context, Nation nation, DateOnly on) => Hold(context, new Reader(nation, on, Today, Theme, Person, Notice)
    {
        Kept = [.. Kept.Where(kept => kept.Name == "nation").Select(kept => (kept.Name, nation.Key())).Prepend(("on", on.Iso())).Where(kept => kept.Item1 != "on" || on != Today)],
    });

    /// <summary>The same reader in another appearance, from here on in this request.</summary>
    public Reader In(HttpContext context, string? theme) => Hold(context, new Reader(Nation, On, Today, theme, Person, Notice) { Kept = Kept });

    private static Reader Hold(HttpContext context, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(Reader)] = reader;
        return reader;
    }

    /// <summary>Reads a date from 1900 to 2199, as facts have them; <c>null</c> when it is none.</summary>
    public static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) && date >= FactsShape.Earliest && date <= FactsShape.Latest ? date : null;
}
