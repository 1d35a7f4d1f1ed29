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
    public string Name => System + "/" + Key;

    /// <summary>The value that held on a day in a nation; <c>null</c> when none had begun there or it had ended.</summary>
    public Dated<Amount>? On(DateOnly on, Nation nation) => History.On(on, nation);

    /// <summary>The one number that held on a day in a nation; <c>null</c> when there was none, or a range, or nobody has published it.</summary>
    public decimal? NumberOn(DateOnly on, Nation nation) => On(on, nation)?.Value.Number;
}
