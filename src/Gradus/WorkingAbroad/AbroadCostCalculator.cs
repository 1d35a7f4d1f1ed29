using System.Globalization;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>Adds up what a way costs where each part has a price and a rule. As at the date asked about; what has no price is listed and never counted.</summary>
public static class AbroadCostCalculator
{
    /// <summary>Adds up what is known, each currency by itself; what has no price is listed apart and never counted.</summary>
    public static AbroadCost Calculate(AbroadCostQuestion facts, AbroadFigures figures, DateOnly on, Nation nation)
    {
        var route = facts.Route ?? figures.Routes.First(row => row.Country == facts.Country.Key() && row.RuleIs == "known").Key;
        var sum = new Sum(figures, on, nation);
        Verification(facts, sum);
        switch (facts.Country)
        {
            case AbroadCountry.NewZealand:
                NewZealand(facts, route, sum);
                break;
            case AbroadCountry.Australia:
                Australia(facts, route, sum);
                break;
            case AbroadCountry.Canada:
                Canada(facts, route, sum);
                break;
            default:
                Usa(facts, route, sum);
                break;
        }

        sum.Add("police", "uk-police-certificate-fee");
        var costs = sum.Lines.Where(line => line.Amount is not null).GroupBy(line => line.Currency).Select(lines => new CostTotal(
            lines.Key, lines.Sum(line => line.Amount!.Value), lines.Sum(line => line.Least!.Value), lines.Min(line => line.AsOf), StatusExtensions.Worse(lines.Select(line => line.Status).Weakest(), Status.Computed))).ToList();
        var name = figures.Routes.First(row => row.Key == route).Name;
        return new AbroadCost
        {
            Verdict = costs.Count == 0 ? Verdict.Unknown : Verdict.Yes,
            Says = costs.Count == 0 ? $"{name}: none of the {sum.Unknown.Count} prices is known for {on.Words()}." : $"{name}: {Sentences.Listed([.. costs.Select(cost => AbroadCost.Money(cost.Currency, cost.Least, cost.Total))])} of known prices{(sum.Unknown.Count == 0 ? "" : $", without {(sum.Unknown.Count == 1 ? "one that is" : $"{sum.Unknown.Count} that are")} not known")}.",
            Route = route,
            Lines = sum.Lines,
            Costs = costs,
            UnknownCosts = sum.Unknown,
            Reasons = sum.Reasons,
            Working = [.. sum.Lines.Where(line => line.Amount is not null).Select(line => new WorkingLine($"{line.What}: {line.Formula}."))],
            Tables = [Table(sum.Lines)],
        };
    }

    private static void Verification(AbroadCostQuestion facts, Sum sum)
    {
        var documents = facts.Documents ?? 1;
        if (facts.Country == AbroadCountry.Canada)
        {
            sum.Add("account", "canada-account-fee");
            sum.Add("verification", "canada-verification-fee", documents, "document");
            sum.Add("transfer", "canada-transfer-fee");
        }
        else
        {
            sum.Add("account", "uk-verification-account-fee");
            if (facts.Country != AbroadCountry.Usa)
            {
                sum.Add("verification-portfolio", "uk-verification-portfolio-fee");
            }

            sum.Add("verification", facts.Country == AbroadCountry.Usa ? "usa-document-fee" : "uk-verification-credential-fee", documents, "document");
        }
    }

    private static void NewZealand(AbroadCostQuestion facts, string route, Sum sum)
    {
        switch (route)
        {
            case "nz-locum":
                sum.Miss("registration", "Applying for the special purpose scope", "not found", "the Medical Council of New Zealand");
                break;
            case "nz-general-registrant":
                sum.Add("registration", "new-zealand-general-registrant-fee", isTaxed: true);
                break;
            default:
                sum.Add("registration", route switch { "nz-comparable-system" => "new-zealand-comparable-system-fee", "nz-examinations" => "new-zealand-exam-fee", "nz-vocational-approved" => "new-zealand-vocational-fee", "nz-vocational-assessed" => "new-zealand-vocational-assessment-fee", _ => "new-zealand-registration-fee" }, isTaxed: true);
                break;
        }

        sum.Add("certificate", "new-zealand-practising-certificate-fee", isTaxed: true);
        if (facts.Visa is { } visa)
        {
            sum.Add("visa", visa == VisaSort.Work ? "new-zealand-work-visa-fee" : "new-zealand-residence-fee");
        }

        sum.Miss("medical", "Medical, chest X-ray and police certificate for the visa", "not found", "a panel doctor of Immigration New Zealand");
    }

    private static void Australia(AbroadCostQuestion facts, string route, Sum sum)
    {
        sum.Add("portfolio", "australia-portfolio-fee");
        if (facts.Documents > 1)
        {
            sum.Add("more-qualifications", "australia-extra-qualification-fee", facts.Documents.Value - 1, "qualification");
        }

        var isNsw = facts.State == AustralianState.NewSouthWales;
        if (route is "au-competent-authority" or "au-standard")
        {
            if (route == "au-standard")
            {
                sum.Add("mcq", "australia-mcq-exam-fee");
                sum.Add("clinical", "australia-clinical-exam-fee");
            }
            else
            {
                sum.Add("pathway-certificate", "australia-pathway-certificate-fee");
            }

            sum.Add("application", "australia-provisional-application-fee");
            sum.Add("registration", isNsw ? "australia-provisional-registration-fee-nsw" : "australia-provisional-registration-fee");
        }
        else
        {
            sum.Add("application", route == "au-short-term" ? "australia-limited-application-fee" : "australia-specialist-application-fee");
            sum.Add("registration", isNsw ? "australia-registration-fee-nsw" : "australia-registration-fee");
            if (route == "au-specialist-assessed")
            {
                sum.Miss("college", "Assessment by the College", "not found", "the College of your specialty");
            }
        }

        if (facts.VisaClass is null && facts.Visa is null)
        {
            return;
        }

        var visa = facts.VisaClass ?? (facts.Visa == VisaSort.Work ? AustralianVisa.Subclass482 : AustralianVisa.Subclass186);
        var figure = visa switch { AustralianVisa.Subclass482 => "work", AustralianVisa.Subclass186 => "permanent", AustralianVisa.Subclass494 => "regional", AustralianVisa.Subclass407 => "training", _ => "short-stay" };
        sum.Add("visa", $"australia-{figure}-visa-fee");
        if (facts.Adults > 0 && visa == AustralianVisa.Subclass482)
        {
            sum.Miss("visa-adults", "Skills in Demand visa (subclass 482), each further adult", "not found", "Home Affairs");
        }
        else if (facts.Adults > 0)
        {
            sum.Add("visa-adults", $"australia-{figure}-visa-adult-fee", facts.Adults.Value, "adult");
        }

        if (facts.Children > 0)
        {
            sum.Add("visa-children", $"australia-{figure}-visa-child-fee", facts.Children.Value, "child");
        }
    }

    private static void Canada(AbroadCostQuestion facts, string route, Sum sum)
    {
        if (facts.Certification ?? route == "ca-ontario")
        {
            sum.Add("certification-application", "canada-ccfp-application-fee");
            sum.Add("certification", "canada-ccfp-certification-fee");
        }

        if (route is "ca-practice-ready" or "ca-residency")
        {
            sum.Add("mccqe", "canada-mccqe-fee");
        }

        if (route == "ca-residency")
        {
            sum.Add("nac", "canada-nac-fee");
        }

        if (route == "ca-royal-college")
        {
            sum.Add("royal-college", "canada-royal-college-fee");
            sum.Miss("royal-college-exam", "The Royal College’s examination", "not found", "the Royal College of Physicians and Surgeons of Canada");
        }

        sum.Add("province", "canada-provincial-fee");
        sum.Miss("permit", "Nomination and work permit", "not found", "the province and IRCC");
    }

    private static void Usa(AbroadCostQuestion facts, string route, Sum sum)
    {
        sum.Add("ecfmg", "usa-certification-fee");
        sum.Add("step-1", "usa-step-1-fee");
        sum.Add("step-1-abroad", "usa-step-1-surcharge");
        sum.Add("step-2", "usa-step-2-fee");
        sum.Add("step-2-abroad", "usa-step-2-surcharge");
        sum.Add("oet", "usa-oet-fee");
        sum.Add("pathway", "usa-pathway-fee");
        if (route == "us-state-licence")
        {
            sum.Add("step-3", "usa-step-3-fee");
            sum.Miss("state", "The state’s licence", "not found", "the state’s medical board");
        }
        else
        {
            sum.Add("token", "usa-application-token");
            sum.Add("match", "usa-match-fee");
        }

        foreach (var (i, programmes) in facts.Programmes.Index())
        {
            sum.Programmes($"programmes-{i + 1}", programmes);
        }

        if (facts.Transcript ?? facts.Programmes.Any(programmes => programmes.Count > 0))
        {
            sum.Add("transcript", "usa-transcript-fee");
        }

        sum.Miss("visa", "Visa", "not found", "USCIS or an immigration lawyer");
    }

    private static AnswerTable Table(IReadOnlyList<CostLine> lines)
    {
        var isTaxed = lines.Any(line => line.BeforeTax is not null);
        return new AnswerTable("costs", "Line by line",
            [new("what", "What"), new("formula", "Sum"), new("currency", "Currency"), new("amount", "Amount"), .. isTaxed ? [new("before-tax", "Without tax")] : Array.Empty<AnswerColumn>(), new("as-of", "Price of"), new("status", "How sure")],
            [.. lines.Select(line => (IReadOnlyList<AnswerCell>)[line.What, line.Formula, line.Currency, line.Amount, .. isTaxed ? [line.BeforeTax] : Array.Empty<AnswerCell>(), line.AsOf, line.Status])]);
    }

    /// <summary>The lines as they are added.</summary>
    private sealed class Sum(AbroadFigures figures, DateOnly on, Nation nation)
    {
        public List<CostLine> Lines { get; } = [];

        public List<UnknownPart> Unknown { get; } = [];

        public List<Reason> Reasons { get; } = [];

        public void Add(string key, string figure, int times = 1, string? each = null, bool isTaxed = false)
        {
            var value = figures.Every[figure].PriceAt(on, nation);
            var what = value.Figure.Says.TrimEnd('.');
            if (value is not { Low: { } low, High: { } high })
            {
                Miss(key, what, Why(value), value.Ask, value.Status);
                Reasons.Add(value.Because(key, $"{what}: {Why(value)}."));
                return;
            }

            var formula = each is null ? value.Text : $"{times} {(times == 1 ? each : each == "child" ? "children" : each + "s")} × {value.Text}";
            var before = isTaxed && figures.Every["new-zealand-tax"].At(on, nation).Number is { } percent ? Math.Round(high * times / (1 + (percent / 100)), 2, MidpointRounding.AwayFromZero) : (decimal?)null;
            Lines.Add(new CostLine(key, what, formula, value.Figure.Unit.Split(' ')[0], high * times, low * times, before, value.Held!.From ?? value.Held.Seen, value.Status));
            Reasons.Add(value.Because(key, $"{what}: {formula}."));
        }

        public void Programmes(string key, ProgrammesInSpecialty programmes)
        {
            var (first, more, tier) = (figures.Every["usa-application-fee-first"].PriceAt(on, nation), figures.Every["usa-application-fee-more"].PriceAt(on, nation), figures.Every["usa-application-tier"].PriceAt(on, nation));
            var what = $"ERAS, {programmes.Specialty}";
            if (first.Number is not { } each || more.Number is not { } eachMore || tier.Whole is not { } bound)
            {
                var lacking = !first.IsKnown ? first : !more.IsKnown ? more : tier;
                Miss(key, what, Why(lacking), lacking.Ask, lacking.Status);
                return;
            }

            var (low, high) = (Math.Min(programmes.Count, bound), Math.Max(0, programmes.Count - bound));
            var amount = (low * each) + (high * eachMore);
            var formula = string.Create(CultureInfo.InvariantCulture, $"{low} × {each:0.##}{(high == 0 ? "" : $" and {high} × {eachMore:0.##}")}");
            Lines.Add(new CostLine(key, what, formula, "USD", amount, amount, null, first.Held!.From ?? first.Held.Seen, StatusExtensions.Worse(first.Status, more.Status)));
            Reasons.Add(first.Because(key, $"{what}: {formula}, the higher price from programme {bound + 1} of a specialty."));
        }

        public void Miss(string key, string what, string why, string? ask, Status status = Status.NotFound)
        {
            Unknown.Add(new UnknownPart(key, what, why, ask));
            Lines.Add(new CostLine(key, what, why, "", null, null, null, null, status));
        }

        // A price that was first seen or set after the day is not found for this one; it may be for another.
        private string Why(FigureValue value) => value.Held is { From: null } held && (held.Seen is null || held.Seen > on) ? $"{value.Text} for {on.Words()}" : value.Text;
    }
}
