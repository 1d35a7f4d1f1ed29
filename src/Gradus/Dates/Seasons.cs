namespace Gradus.Dates;

/// <summary>The days of one season of a yearly round, as they were published.</summary>
/// <param name="Year">The year by which the round counts it: the match of March 2027, whose applications open in September 2026, is of 2027.</param>
/// <param name="Opens">The first day, inside; <c>null</c> when it was not found.</param>
/// <param name="Closes">The last day, inside; <c>null</c> when it was not found.</param>
public sealed record SeasonDays(int Year, DateOnly? Opens, DateOnly? Closes);

/// <summary>A season in which a step can be begun.</summary>
/// <param name="Year">The year by which the round counts it.</param>
/// <param name="Opens">The first day, inside; <c>null</c> when that of no year was found: then it is after the season before.</param>
/// <param name="Closes">The last day, inside.</param>
/// <param name="Like">The published days that it has, or whose days of the month it is expected to have.</param>
public sealed record Season(int Year, DateOnly? Opens, DateOnly Closes, SeasonDays Like)
{
    /// <summary>Whether the days of this very season are published; otherwise they are those of another year, moved.</summary>
    public bool IsPublished => Like.Year == Year;

    /// <summary>Whether it is a single day, such as the first day of residency.</summary>
    public bool IsOneDay => Opens == Closes;

    // The first day on which it can be open, as a day number.
    internal int First { get; init; }
}

/// <summary>
/// The seasons of a round that comes every year. A year of which nothing is published is expected to have the days of the nearest year that is known, so that a
/// season that has closed is followed by the next one
/// and never by no wait at all. How old days may be to go by is for the caller to say. Immutable.
/// </summary>
public sealed class Seasons
{
    private readonly ILookup<int, SeasonDays> published;
    private readonly int firstYear;
    private readonly int lastYear;
    private readonly SeasonDays? opening;

    /// <summary>Makes them of the days that are published.</summary>
    /// <param name="days">The days, at least one of them with a last day; several of one year in the order of their last days.</param>
    public Seasons(IEnumerable<SeasonDays> days)
    {
        var list = days.ToList();
        var closing = list.FindAll(one => one.Closes is not null);
        published = closing.ToLookup(one => one.Year);
        (firstYear, lastYear) = (closing.Min(one => one.Year), closing.Max(one => one.Year));
        opening = list.FindLast(one => one.Opens is not null);
    }

    /// <summary>The year of the latest days that are published.</summary>
    public int LastYear => lastYear;

    /// <summary>The days of that year.</summary>
    public IEnumerable<SeasonDays> LastDays => published[lastYear];

    /// <summary>The first season that is not over on a day.</summary>
    /// <param name="day">The day, as a day number.</param>
    /// <param name="least">The year of which, or of a later one, it has to be.</param>
    public Season From(int day, int least)
    {
        for (var year = Math.Max(least, YearOf(day) - 1); ; year++)
        {
            if (Of(year).Find(season => season.Closes.DayNumber >= day) is { } found)
            {
                return found;
            }
        }
    }

    /// <summary>The last season that can have begun by a day.</summary>
    /// <param name="day">The day, as a day number.</param>
    /// <param name="most">The year of which, or of an earlier one, it has to be.</param>
    public Season By(int day, int most)
    {
        for (var year = Math.Min(most, YearOf(day) + 2); ; year--)
        {
            if (Of(year).FindLast(season => season.First <= day) is { } found)
            {
                return found;
            }
        }
    }

    private static int YearOf(int day) => DateOnly.FromDayNumber(day).Year;

    private List<Season> Of(int year)
    {
        var before = Closes(Like(year - 1).Last(), year - 1).DayNumber;
        var seasons = new List<Season>();
        foreach (var like in Like(year))
        {
            var opens = like.Opens ?? (like.Year == year ? null : opening?.Opens);
            var season = new Season(year, opens?.AddYears(year - (like.Opens is null ? opening! : like).Year), Closes(like, year), like);
            seasons.Add(season with { First = season.Opens?.DayNumber ?? before + 1 });
            before = season.Closes.DayNumber;
        }

        return seasons;
    }

    // The published days of the year, or of the nearest earlier one, or of the first.
    private IEnumerable<SeasonDays> Like(int year)
    {
        var near = Math.Clamp(year, firstYear, lastYear);
        while (!published.Contains(near))
        {
            near--;
        }

        return published[near];
    }

    private static DateOnly Closes(SeasonDays like, int year) => like.Closes!.Value.AddYears(year - like.Year);
}
