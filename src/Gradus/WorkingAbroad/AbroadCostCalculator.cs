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
        var sum = new Sum(figures.Prices, on, nation);
        Verification(facts, figures.Prices, sum);
        switch (facts.Country)
        {
            case AbroadCountry.NewZealand:
                NewZealand(facts, route, figures.Prices, sum);
                break;
            case AbroadCountry.Australia:
                Australia(facts, route, figures.Prices, sum);
                break;
            case AbroadCountry.Canada:
                Canada(facts, route, figures.Prices, sum);
                break;
            default:
                Usa(facts, route, figures.Prices, sum);
                break;
        }

        sum.Add("police", figures.Prices.UkPoliceCertificateFee);
        var costs = sum.Lines.Where(line => line.Amount is not null).GroupBy(line => line.Currency).Select(lines => new CostTotal(
            lines.Key, lines.Sum(line => line.Amount!.Value), lines.Sum(line => line.Least!.Value), lines.Min(line => line.AsOf),
                StatusExtensions.Worse(lines.Select(line => line.Status).Weakest(), Status.Computed)))
                .ToList();
        var name = figures.Routes.First(row => row.Key == route).Name;
        return new AbroadCost
        {
            Verdict = costs.Count == 0 ? Verdict.Unknown : Verdict.Yes,
            Says = costs.Count == 0
                ? $"{name}: none of the {sum.Unknown.Count} prices is known for {on.Words()}."
                : $"{name}: {Sentences.Listed([.. costs.Select(cost => AbroadCost.Money(cost.Currency, cost.Least, cost.Total))])} of known prices{(sum.Unknown.Count == 0 ? "" : $", without {(sum.Unknown.Count == 1 ? "one that is" : $"{sum.Unknown.Count} that are")} not known")}.",
            Route = route,
            Lines = sum.Lines,
            Costs = costs,
            UnknownCosts = sum.Unknown,
            Reasons = sum.Reasons,
            Working = [.. sum.Lines.Where(line => line.Amount is not null).Select(line => new WorkingLine($"{line.What}: {line.Formula}."))],
            Tables = [Table(sum.Lines)],
        };
    }

    private static void Verification(AbroadCostQuestion facts, AbroadPrices prices, Sum sum)
    {
        var documents = facts.Documents ?? 1;
        if (facts.Country == AbroadCountry.Canada)
        {
            sum.Add("account", prices.CanadaAccountFee);
            sum.Add("verification", prices.CanadaVerificationFee, documents, "document");
            sum.Add("transfer", prices.CanadaTransferFee);
        }
        else
        {
            sum.Add("account", prices.UkVerificationAccountFee);
            if (facts.Country != AbroadCountry.Usa)
            {
                sum.Add("verification-portfolio", prices.UkVerificationPortfolioFee);
            }

            sum.Add("verification", facts.Country == AbroadCountry.Usa ? prices.UsaDocumentFee : prices.UkVerificationCredentialFee, documents, "document");
        }
    }

    private static void NewZealand(AbroadCostQuestion facts, string route, AbroadPrices prices, Sum sum)
    {
        switch (route)
        {
            case "nz-locum":
                sum.Miss("registration", "Applying for the special purpose scope", "not found", "the Medical Council of New Zealand");
                break;
            case "nz-general-registrant":
                sum.Add("registration", prices.NewZealandGeneralRegistrantFee, isTaxed: true);
                break;
            default:
                sum.Add("registration",
                    route switch
                    {
                        "nz-comparable-system" => prices.NewZealandComparableSystemFee,
                        "nz-examinations" => prices.NewZealandExamFee,
                        "nz-vocational-approved" => prices.NewZealandVocationalFee,
                        "nz-vocational-assessed" => prices.NewZealandVocationalAssessmentFee,
                        _ => prices.NewZealandRegistrationFee
                    },
                    isTaxed: true);
                break;
        }

        sum.Add("certificate", prices.NewZealandPractisingCertificateFee, isTaxed: true);
        if (facts.Visa is { } visa)
        {
            sum.Add("visa", visa == VisaSort.Work ? prices.NewZealandWorkVisaFee : prices.NewZealandResidenceFee);
        }

        sum.Miss("medical", "Medical, chest X-ray and police certificate for the visa", "not found", "a panel doctor of Immigration New Zealand");
    }

    private static void Australia(AbroadCostQuestion facts, string route, AbroadPrices prices, Sum sum)
    {
        sum.Add("portfolio", prices.AustraliaPortfolioFee);
        if (facts.Documents > 1)
        {
            sum.Add("more-qualifications", prices.AustraliaExtraQualificationFee, facts.Documents.Value - 1, "qualification");
        }

        var isNsw = facts.State == AustralianState.NewSouthWales;
        if (route is "au-competent-authority" or "au-standard")
        {
            if (route == "au-standard")
            {
                sum.Add("mcq", prices.AustraliaMcqExamFee);
                sum.Add("clinical", prices.AustraliaClinicalExamFee);
            }
            else
            {
                sum.Add("pathway-certificate", prices.AustraliaPathwayCertificateFee);
            }

            sum.Add("application", prices.AustraliaProvisionalApplicationFee);
            sum.Add("registration", isNsw ? prices.AustraliaProvisionalRegistrationFeeNsw : prices.AustraliaProvisionalRegistrationFee);
        }
        else
        {
            sum.Add("application", route == "au-short-term" ? prices.AustraliaLimitedApplicationFee : prices.AustraliaSpecialistApplicationFee);
            sum.Add("registration", isNsw ? prices.AustraliaRegistrationFeeNsw : prices.AustraliaRegistrationFee);
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
        var (main, adult, child) = visa switch
        {
            AustralianVisa.Subclass482 => (prices.AustraliaWorkVisaFee, null, prices.AustraliaWorkVisaChildFee),
            AustralianVisa.Subclass186 => (prices.AustraliaPermanentVisaFee, prices.AustraliaPermanentVisaAdultFee, prices.AustraliaPermanentVisaChildFee),
            AustralianVisa.Subclass494 => (prices.AustraliaRegionalVisaFee, prices.AustraliaRegionalVisaAdultFee, prices.AustraliaRegionalVisaChildFee),
            AustralianVisa.Subclass407 => (prices.AustraliaTrainingVisaFee, prices.AustraliaTrainingVisaAdultFee, prices.AustraliaTrainingVisaChildFee),
            _ => (prices.AustraliaShortStayVisaFee, (Figure?)prices.AustraliaShortStayVisaAdultFee, prices.AustraliaShortStayVisaChildFee),
        };
        sum.Add("visa", main);
        if (facts.Adults > 0 && adult is null)
        {
            sum.Miss("visa-adults", "Skills in Demand visa (subclass 482), each further adult", "not found", "Home Affairs");
        }
        else if (facts.Adults > 0)
        {
            sum.Add("visa-adults", adult!, facts.Adults.Value, "adult");
        }

        if (facts.Children > 0)
        {
            sum.Add("visa-children", child, facts.Children.Value, "child");
        }
    }

    private static void Canada(AbroadCostQuestion facts, string route, AbroadPrices prices, Sum sum)
    {
        if (facts.Certification ?? route == "ca-ontario")
        {
            sum.Add("certification-application", prices.CanadaCcfpApplicationFee);
            sum.Add("certification", prices.CanadaCcfpCertificationFee);
        }

        if (route is "ca-practice-ready" or "ca-residency")
        {
            sum.Add("mccqe", prices.CanadaMccqeFee);
        }

        if (route == "ca-residency")
        {
            sum.Add("nac", prices.CanadaNacFee);
        }

        if (route == "ca-royal-college")
        {
            sum.Add("royal-college", prices.CanadaRoyalCollegeFee);
            sum.Miss("royal-college-exam", "The Royal College’s examination", "not found", "the Royal College of Physicians and Surgeons of Canada");
        }

        sum.Add("province", prices.CanadaProvincialFee);
        sum.Miss("permit", "Nomination and work permit", "not found", "the province and IRCC");
    }

    private static void Usa(AbroadCostQuestion facts, string route, AbroadPrices prices, Sum sum)
    {
        sum.Add("ecfmg", prices.UsaCertificationFee);
        sum.Add("step-1", prices.UsaStep1Fee);
        sum.Add("step-1-abroad", prices.UsaStep1Surcharge);
        sum.Add("step-2", prices.UsaStep2Fee);
        sum.Add("step-2-abroad", prices.UsaStep2Surcharge);
        sum.Add("oet", prices.UsaOetFee);
        sum.Add("pathway", prices.UsaPathwayFee);
        if (route == "us-state-licence")
        {
            sum.Add("step-3", prices.UsaStep3Fee);
            sum.Miss("state", "The state’s licence", "not found", "the state’s medical board");
        }
        else
        {
            sum.Add("token", prices.UsaApplicationToken);
            sum.Add("match", prices.UsaMatchFee);
        }

        foreach (var (i, programmes) in facts.Programmes.Index())
        {
            sum.Programmes($"programmes-{i + 1}", programmes);
        }

        if (facts.Transcript ?? facts.Programmes.Any(programmes => programmes.Count > 0))
        {
            sum.Add("transcript", prices.UsaTranscriptFee);
        }

        sum.Miss("visa", "Visa", "not found", "USCIS or an immigration lawyer");
    }

    private static AnswerTable Table(IReadOnlyList<CostLine> lines)
    {
        var isTaxed = lines.Any(line => line.BeforeTax is not null);
        return new AnswerTable("costs", "Line by line",
            [new("what", "What"), new("formula", "Sum"), new("currency", "Currency"), new("amount", "Amount"),
                .. isTaxed ? [new("before-tax", "Without tax")] : Array.Empty<AnswerColumn>(), new("as-of", "Price of"), new("status", "How sure")],
            [.. lines.Select(line => (IReadOnlyList<AnswerCell>)[line.What, line.Formula, line.Currency, line.Amount,
                .. isTaxed ? [line.BeforeTax] : Array.Empty<AnswerCell>(), line.AsOf, line.Status])]);
    }

    /// <summary>The lines as they are added.</summary>
    private sealed class Sum(AbroadPrices prices, DateOnly on, Nation nation)
    {
        public List<CostLine> Lines { get; } = [];

        public List<UnknownPart> Unknown { get; } = [];

        public List<Reason> Reasons { get; } = [];

        public void Add(string key, Figure figure, int times = 1, string? each = null, bool isTaxed = false)
        {
            var value = figure.PriceAt(on, nation);
            var what = value.Figure.Says.TrimEnd('.');
            if (value is not { Low: { } low, High: { } high })
            {
                Miss(key, what, Why(value), value.Ask, value.Status);
                Reasons.Add(value.Because(key, $"{what}: {Why(value)}."));
                return;
            }

            var formula = each is null ? value.Text : $"{times} {(times == 1 ? each : each == "child" ? "children" : each + "s")} × {value.Text}";
            var before = isTaxed && prices.NewZealandTax.At(on, nation).Number is { } percent
                ? Math.Round(high * times / (1 + (percent / 100)), 2, MidpointRounding.AwayFromZero)
                : (decimal?)null;
            Lines.Add(new CostLine(key, what, formula, value.Figure.Unit.Split(' ')[0], high * times, low * times, before, value.Held!.From ?? value.Held.Seen, value.Status));
            Reasons.Add(value.Because(key, $"{what}: {formula}."));
        }

        public void Programmes(string key, ProgrammesInSpecialty programmes)
        {
            var (first, more, tier) = (prices.UsaApplicationFeeFirst.PriceAt(on, nation), prices.UsaApplicationFeeMore.PriceAt(on, nation),
                prices.UsaApplicationTier.PriceAt(on, nation));
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
