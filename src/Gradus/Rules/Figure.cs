namespace Gradus.Rules;

/// <summary>A dated, sourced figure of one system, as written in its <c>rules.yaml</c>.</summary>
/// <param name="System">The system's name in content, such as <c>less-than-full-time</c>.</param>
/// <param name="Key">The figure's name there, such as <c>notice</c>.</param>
/// <param name="Says">What it measures, in one sentence.</param>
/// <param name="Unit">What it is counted in, such as <c>weeks</c>, <c>GBP</c> or <c>fraction of full time</c>.</param>
/// <param name="History">Its values by date and nation.</param>
public sealed record Figure(string System, string Key, string Says, string Unit, Effective<Amount> History)
{
    /// <summary>System and key together, as guidance and reasons name it: <c>less-than-full-time/notice</c>.</summary>
    public string Name { get; } = System + "/" + Key;

    /// <summary>
    /// Where the figure itself holds, for one that is not the UK's own, such as <c>New Zealand</c>; its nations then say whose doctors it is for. <c>null</c>
    /// for a figure of the UK.
    /// </summary>
    public string? Where { get; init; }

    /// <summary>Told of every value that is looked up, for whoever asked to see what an answer read; <c>null</c> when nobody did.</summary>
    internal Action<FigureValue>? Read { get; init; }

    /// <summary>What holds on the day that matters, in a nation; a value with its reason and dates, also when there is none.</summary>
    /// <param name="day">The day of the event: the day of a change of hours, not the day of asking.</param>
    /// <param name="nation">The nation asked about.</param>
    public FigureValue At(DateOnly day, Nation nation)
    {
        var value = new FigureValue(this, History.On(day, nation), day, nation);
        Read?.Invoke(value);
        return value;
    }

    /// <summary>For how many years around the day on which it was seen a thing without a known first day is taken to have stood as it was: decision 19.</summary>
    public const int YearsOfASighting = 1;

    /// <summary>
    /// What a price was on a day, in a nation. Prices are set for about a year: one that was first seen more than a year after the day, since when nobody says,
    /// is not that day's price. It is then not found, and so is
    /// the price of a day before the first that is held.
    /// </summary>
    /// <param name="day">The day on which it is paid.</param>
    /// <param name="nation">The nation asked about.</param>
    public FigureValue PriceAt(DateOnly day, Nation nation)
    {
        var value = At(day, nation);
        return value.Held is null or { From: null, Seen: null, Value.IsUnknown: true } ? value with
        {
            Held = new Dated<Amount>
            {
                From = null,
                Nations = nation.ToNations(),
                Value = Amount.Unknown,
                Status = Status.NotFound
            }
        }
            : value.Held is { From: null, Seen: { } seen } later && seen.AddYears(-YearsOfASighting) > day ? value with
            {
                Held = later with
                {
                    Value = Amount.Unknown,
                    Status = Status.NotFound,
                    SourceId = null,
                    At = null
                }
            }
            : value;
    }

    /// <summary>The value that held on a day in a nation as it was known on that same day; <c>null</c> when none had begun there or it had ended.</summary>
    public Dated<Amount>? On(DateOnly on, Nation nation) => History.On(on, nation, knownBy: on);
}
