using Gradus.Dates;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>
/// Counts the training already done in months, as college spreadsheets do, and says when the rest would end. A post counts its calendar months, the last one in
/// part by its days, times its share of full time.
/// Nothing is rounded before the end; the last day is the first on which the months are full. Indicative: an ARCP panel says what counts.
/// </summary>
public static class TimeDoneCalculator
{
    /// <summary>What the posts come to and when the rest would end.</summary>
    /// <param name="facts">The posts; checked.</param>
    /// <param name="figures">Nothing is looked up: months are the calendar's.</param>
    /// <param name="on">The date asked about: posts that end later are not done yet.</param>
    /// <param name="nation">The nation asked about.</param>
    public static TimeDone Count(PostsDone facts, TimeDoneFigures figures, DateOnly on, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var posts = facts.Posts.OrderBy(post => post.From).ToList();
        var needed = Fraction.Of(facts.MonthsNeeded);
        var before = Fraction.Of(facts.MonthsBefore ?? 0);
        var earned = posts.ConvertAll(post => post.Counts == false ? Fraction.Zero : Months(post.From, post.To) * Fraction.Of(post.Rate));
        var done = earned.Aggregate(before, (sum, months) => sum + months);
        var left = done < needed ? needed - done : Fraction.Zero;
        var begins = posts[^1].To.DaysOn(1);
        var ends = left > Fraction.Zero && begins is { } day ? LastDay(day, left / Fraction.Of(facts.RateFromNow)) : null;
        return new TimeDone
        {
            Verdict = left == Fraction.Zero || ends is not null ? Verdict.Yes : Verdict.Unknown,
            Says = Sentence(facts, done, left, ends, begins),
            MonthsDone = Rounded(done),
            MonthsLeft = Rounded(left),
            PlannedEnd = ends,
            Reasons =
            [
                new Reason("months-by-calendar",
                    "A post counts its calendar months, a part of a month by its days, times its share of full time. Spreadsheets that count each month as 30 days, or round each post, come to another day.",
                    Status.Computed),
                new Reason("panel-decides", "Your ARCP panel says which time counts and sets the date.", Status.Verify, SourceId: TrainingPlanSources.GoldGuide),
            ],
            Working =
            [
                .. before > Fraction.Zero ? (WorkingLine[])[new WorkingLine($"Counted before: {FigureText.Count(Rounded(before), "months")}")] : [],
                .. posts.Zip(earned, (post,
                    months) => new WorkingLine($"{post.From.Words()} to {post.To.Words()}: {FigureText.Count(Rounded(Months(post.From, post.To)), "months")} {(post.Counts == false ? "not counted" : $"× {Fraction.Of(post.Rate).ToPercentage()} = {Rounded(months):0.##}")}")),
                new WorkingLine($"{facts.MonthsNeeded:0.##} − {Rounded(done):0.##} = {FigureText.Count(Rounded(needed - done), "months")} {(left == Fraction.Zero ? "left: none" : $"left, at {Fraction.Of(facts.RateFromNow).ToPercentage()} in {FigureText.Count(Rounded(left / Fraction.Of(facts.RateFromNow)), "calendar months")}")}"),
            ],
            Milestones = ends is { } end
                ? [new Milestone("completion", end, end, "Last day of training by the posts done", "less-than-full-time", nation.ToNations(),
                    Status.Computed) { Note = "Indicative: your ARCP panel decides the date." }]
                : [],
            Warnings =
            [
                .. facts.Posts.Index()
                    .Where(post => post.Item.To > on)
                    .Select(post => new Warning($"posts[{post.Index}].to",
                        $"This post ends on {post.Item.To.Words()}, after the date asked about: it is counted as if it were done.")),
                .. Gaps(posts),
            ],
        };
    }

    /// <summary>What is wrong between facts: a post that ends before it begins, two that share a day, no post at all.</summary>
    public static void Check(PostsDone facts, TimeDoneFigures figures, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(errors);
        if (facts.Posts.Count == 0)
        {
            errors.Add("posts", "Expected one post at least.");
            return;
        }

        foreach (var (index, post) in facts.Posts.Index().Where(post => post.Item.To < post.Item.From))
        {
            errors.Add($"posts[{index}].to", $"Expected a day on or after {post.From}, the first day of this post.");
        }

        if (!errors.None)
        {
            return;
        }

        var order = facts.Posts.Index().OrderBy(post => post.Item.From).ToList();
        foreach (var (here, following) in order.Zip(order.Skip(1)).Where(pair => pair.Second.Item.From <= pair.First.Item.To))
        {
            errors.Add($"posts[{following.Index}].from", $"Expected a day after {here.Item.To}, the last day of {FieldName.Row("posts", here.Index)}: posts may not overlap.");
        }
    }

    /// <summary>The calendar months from a first to a last day, both inside: whole months from the first day on, and of the month after them the part that its days are.</summary>
    public static Fraction Months(DateOnly first, DateOnly last)
    {
        var after = last.DayNumber + 1;
        var whole = 0;
        while (first.AfterMonths(whole + 1) is { } next && next.DayNumber <= after)
        {
            whole++;
        }

        var from = first.AfterMonths(whole)!.Value;
        var month = (first.AfterMonths(whole + 1) ?? DateOnly.MaxValue).DayNumber - from.DayNumber;
        return whole + new Fraction(after - from.DayNumber, month);
    }

    /// <summary>The first day at whose end so many calendar months have passed since a first day, inside; <c>null</c> when the calendar does not hold it.</summary>
    public static DateOnly? LastDay(DateOnly first, Fraction months)
    {
        var whole = months.Floor();
        if (whole > 12 * 400 || first.AfterMonths((int)whole) is not { } from || first.AfterMonths((int)whole + 1) is not { } next)
        {
            return null;
        }

        var days = ((months - whole) * (next.DayNumber - from.DayNumber)).Ceiling();
        return from.DaysOn(days - 1);
    }

    private static string Sentence(PostsDone facts, Fraction done, Fraction left, DateOnly? ends, DateOnly? begins)
    {
        var share = $"You have {Rounded(done):0.##} of {FigureText.Count(facts.MonthsNeeded, "months")} of training";
        return left == Fraction.Zero ? $"{share}: all of it."
            : ends is { } end ? $"{share}; at {Fraction.Of(facts.RateFromNow).ToPercentage()} from {begins!.Value.Words()} the rest ends on {end.Words()}."
            : $"{share}; at that share the rest ends beyond any calendar.";
    }

    private static IEnumerable<Warning> Gaps(List<PostDone> posts) => posts.Zip(posts.Skip(1)).Where(pair => pair.Second.From > pair.First.To.AddDays(1))
        .Select(pair => new Warning("posts", $"Nothing is said of {pair.First.To.AddDays(1).Words()} to {pair.Second.From.AddDays(-1).Words()}; those days count nothing."));

    private static decimal Rounded(Fraction months) => decimal.Round((decimal)months.Numerator / months.Denominator, 2, MidpointRounding.AwayFromZero);
}

/// <summary>The count of posts reads no figure: months are the calendar's.</summary>
public sealed record TimeDoneFigures;
