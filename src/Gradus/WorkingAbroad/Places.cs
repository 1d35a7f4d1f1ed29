using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.WorkingAbroad;

/// <summary>Rules that differ inside a country: a state's licence without residency, and the limit on billing Medicare by remoteness.</summary>
internal static class Places
{
    private const string Room = "working-abroad";

    public static (List<Reason> Reasons, List<Milestone> Milestones) Of(AbroadPlanQuestion facts, AbroadFigures figures, string route, DateOnly firstDay,
        DateOnly on, Nation nation)
    {
        var reasons = new List<Reason>();
        var milestones = new List<Milestone>();
        if (route == "us-state-licence")
        {
            reasons.Add(figures.States.FirstOrDefault(row => row.Key == facts.UsState) is { } state
                ? state.Because("state",
                    $"{state.State}: {Sentences.LowerFirst(state.Core)}. Under supervision: {state.Supervised}{(state.Since is null ? "" : $"; since {state.Since}")}.",
                    state.Supervised)
                : new Reason("state", $"States differ: tell the state to see what was found of it. {figures.States.Count} laws are listed.", Status.NotFound,
                    Ask: "the state’s medical board"));
        }

        if (route == "us-state-licence" || (route == "us-residency" && facts.UsVisa == UsVisa.H1b))
        {
            reasons.AddRange(Petition(facts, figures, on, nation));
        }

        if (facts.Country == AbroadCountry.Australia && facts.Bills == true)
        {
            var whole = figures.AustraliaMoratorium.At(on, nation);
            var area = figures.Moratorium.FirstOrDefault(row => row.Key == facts.Remoteness);
            reasons.Add(area is null
                ? Medicare(bills: true, figures, on, nation)
                : area.Because("moratorium",
                    $"In {area.Area} you may bill Medicare only in places of shortage for {area.Years} years from your first Australian registration. {area.Note} It ends only for a resident or citizen.",
                    $"{area.Years}"));
            if ((area?.Years ?? whole.Whole) is { } years && firstDay.MonthsOn(12 * years) is { } end)
            {
                milestones.Add(new Milestone("moratorium", end, end, "The limit on billing Medicare ends about now, for a resident or citizen", Room,
                    nation.ToNations(), Status.Verify)
                { SourceId = area?.Source ?? whole.SourceId, Precision = Precision.About });
            }
        }

        return (reasons, milestones);
    }

    /// <summary>What a post that bills Medicare, or one that does not, means for a doctor from abroad.</summary>
    public static Reason Medicare(bool bills, AbroadFigures figures, DateOnly on, Nation nation)
    {
        var whole = figures.AustraliaMoratorium.At(on, nation);
        return whole.Because("moratorium", bills
            ? $"For {whole.Text} from your first Australian registration you may bill Medicare only in places of shortage; remote work shortens it. It ends only for a resident or citizen."
            : $"Salaried work in a public hospital is normally not affected by the {whole.Text} for which a doctor from abroad may bill Medicare only in places of shortage.");
    }

    private static IEnumerable<Reason> Petition(AbroadPlanQuestion facts, AbroadFigures figures, DateOnly on, Nation nation)
    {
        if (facts.Citizenship != "united-states")
        {
            var charge = figures.UsaH1bCharge.At(on, nation);
            yield return charge.Because("h1b-charge", charge.IsKnown
                ? $"The extra charge on a new H-1B petition for somebody outside the USA is {charge.Text}. {charge.Held!.Note}"
                : $"Whether there is an extra charge on a new H-1B petition is {charge.Text}: ask USCIS or an immigration lawyer.");
        }
    }
}
