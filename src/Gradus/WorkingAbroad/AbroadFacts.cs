using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.WorkingAbroad;

/// <summary>The countries for which steps, routes and costs are written down.</summary>
[JsonConverter(typeof(Keys<AbroadCountry>))]
public enum AbroadCountry
{
    /// <summary>New Zealand.</summary>
    [Choice("New Zealand")]
    NewZealand,
    /// <summary>Australia.</summary>
    Australia,
    /// <summary>Canada.</summary>
    Canada,
    /// <summary>The United States.</summary>
    [Choice("USA")]
    Usa,
}

/// <summary>How a doctor stands with the GMC.</summary>
[JsonConverter(typeof(Keys<GmcStanding>))]
public enum GmcStanding
{
    /// <summary>Full registration with a licence to practise.</summary>
    [Choice("Full registration with a licence")]
    Full,
    /// <summary>Full registration without a licence.</summary>
    [Choice("Registration without a licence")]
    WithoutLicence,
    /// <summary>Provisional registration.</summary>
    [Choice("Provisional registration")]
    Provisional,
    /// <summary>No registration.</summary>
    [Choice("Not registered")]
    None,
}

/// <summary>How specialist or GP registration was reached.</summary>
[JsonConverter(typeof(Keys<CctWay>))]
public enum CctWay
{
    /// <summary>By a Certificate of Completion of Training.</summary>
    [Choice("CCT")]
    Cct,
    /// <summary>By the Portfolio Pathway, once CESR or CEGPR.</summary>
    [Choice("Portfolio Pathway (CESR, CEGPR)")]
    Portfolio,
}

/// <summary>Examinations that a route may ask for.</summary>
[JsonConverter(typeof(Keys<AbroadExam>))]
public enum AbroadExam
{
    /// <summary>PLAB 1 and 2.</summary>
    [Choice("PLAB 1 and 2")]
    Plab,
    /// <summary>NZREX Clinical.</summary>
    [Choice("NZREX Clinical")]
    Nzrex,
    /// <summary>The AMC multiple-choice examination.</summary>
    [Choice("AMC MCQ")]
    AmcMcq,
    /// <summary>The AMC clinical examination.</summary>
    [Choice("AMC clinical")]
    AmcClinical,
    /// <summary>The MCCQE, until April 2026 MCCQE Part I.</summary>
    [Choice("MCCQE")]
    Mccqe,
    /// <summary>The NAC Examination.</summary>
    [Choice("NAC")]
    Nac,
    /// <summary>USMLE Step 1.</summary>
    [JsonStringEnumMemberName("usmle-step-1"), Choice("USMLE Step 1")]
    UsmleStep1,
    /// <summary>USMLE Step 2 CK.</summary>
    [JsonStringEnumMemberName("usmle-step-2"), Choice("USMLE Step 2 CK")]
    UsmleStep2,
    /// <summary>USMLE Step 3.</summary>
    [JsonStringEnumMemberName("usmle-step-3"), Choice("USMLE Step 3")]
    UsmleStep3,
    /// <summary>OET Medicine.</summary>
    [Choice("OET Medicine")]
    Oet,
}

/// <summary>Who comes along.</summary>
[JsonConverter(typeof(Keys<FamilyAbroad>))]
public enum FamilyAbroad
{
    /// <summary>Nobody.</summary>
    [Choice("I go alone")]
    Alone,
    /// <summary>A partner.</summary>
    [Choice("A partner")]
    Partner,
    /// <summary>A partner and children.</summary>
    [Choice("A partner and children")]
    PartnerAndChildren,
    /// <summary>Children.</summary>
    [Choice("Children")]
    Children,
}

/// <summary>How a post is looked for.</summary>
[JsonConverter(typeof(Keys<PostSearch>))]
public enum PostSearch
{
    /// <summary>In the yearly round or campaign.</summary>
    [Choice("In the yearly round")]
    Round,
    /// <summary>A vacancy at any time.</summary>
    [Choice("A vacancy at any time")]
    Vacancy,
}

/// <summary>Which sort of visa.</summary>
[JsonConverter(typeof(Keys<VisaSort>))]
public enum VisaSort
{
    /// <summary>A temporary work visa.</summary>
    [Choice("To work for a time")]
    Work,
    /// <summary>Residence.</summary>
    [Choice("To stay")]
    Residence,
}

/// <summary>The visa on which residency in the United States is done.</summary>
[JsonConverter(typeof(Keys<UsVisa>))]
public enum UsVisa
{
    /// <summary>J-1, sponsored by Intealth.</summary>
    [JsonStringEnumMemberName("j-1"), Choice("J-1, sponsored by Intealth")]
    J1,
    /// <summary>H-1B, for which the programme petitions.</summary>
    [JsonStringEnumMemberName("h-1b"), Choice("H-1B, with Step 3 passed")]
    H1b,
}

/// <summary>Specialist or GP registration.</summary>
public sealed record AbroadCct
{
    /// <summary>The specialty.</summary>
    [Fact("Specialty", "a specialty", Example = "general-practice", KeysOf = "specialty-explorer/specialties.id", NamedBy = "name")]
    public string? Specialty { get; init; }

    /// <summary>The day of the certificate.</summary>
    [Fact("The day of your CCT", "the day of the CCT", Example = "2024-08-06")]
    public DateOnly? On { get; init; }

    /// <summary>How it was reached; by a CCT when left out.</summary>
    [Fact("How you reached the register", "cct or portfolio", Example = "cct")]
    public CctWay? By { get; init; }
}

/// <summary>What a doctor tells us who thinks of working abroad. Everything may be left out: what a route asks and was not told stands as not told.</summary>
public abstract record AbroadDoctor : ToolFacts
{
    /// <summary>The country of the medical school.</summary>
    [Fact("Where you qualified", "a country", Example = "united-kingdom", KeysOf = "specialty-applications/countries.country", NamedBy = "name")]
    public string? QualifiedIn { get; init; }

    /// <summary>The country of the internship or F1.</summary>
    [Fact("Where you did your internship or F1", "a country", Example = "united-kingdom", KeysOf = "specialty-applications/countries.country",
        NamedBy = "name", Hint = "Finished, not begun.")]
    public string? InternshipIn { get; init; }

    /// <summary>How they stand with the GMC.</summary>
    [Fact("Your standing with the GMC", "your standing with the GMC", Example = "full")]
    public GmcStanding? Gmc { get; init; }

    /// <summary>Months of clinical work in the last 48.</summary>
    [Fact("Months of clinical work in the last 48", "whole months from 0 to 48", Example = "40", Unit = "months"), Range(0, 48)]
    public int? MonthsOf48 { get; init; }

    /// <summary>Hours a week of that work.</summary>
    [Fact("Hours a week of that work", "hours from 0 to 100", Example = "40", Unit = "hours a week"), Range(typeof(decimal), "0", "100")]
    public decimal? HoursAWeek { get; init; }

    /// <summary>Specialist or GP registration; <c>null</c> for none.</summary>
    [Fact("Your CCT or place on the specialist or GP register", "specialty, day and way")]
    public AbroadCct? Cct { get; init; }

    /// <summary>The year of the MRCGP.</summary>
    [Fact("The year of your MRCGP", "a year from 1960 to 2100", Example = "2022", Hint = "GPs only."), Range(1960, 2100)]
    public int? Mrcgp { get; init; }

    /// <summary>Examinations passed.</summary>
    [Fact("Examinations you have passed", "examinations"), MaxLength(10)]
    public IReadOnlyList<AbroadExam> Exams { get => field ?? []; init; }

    /// <summary>The age in years.</summary>
    [Fact("Your age", "an age from 18 to 100", Unit = "years", IsSensitive = true), Range(18, 100)]
    public int? Age { get; init; }

    /// <summary>The citizenship that matters there.</summary>
    [Fact("Your citizenship", "a country", Example = "united-kingdom", KeysOf = "specialty-applications/countries.country", NamedBy = "citizen",
        IsSensitive = true, Hint = "Of several, the one that spares you a visa there.")]
    public string? Citizenship { get; init; }

    /// <summary>Who comes along.</summary>
    [Fact("Who comes with you", "who comes along", Example = "alone", IsSensitive = true)]
    public FamilyAbroad? Family { get; init; }

    /// <summary>Whether they are in a training programme with a number.</summary>
    [Fact("Are you in a training programme?", "true or false")]
    public bool? InTraining { get; init; }

    /// <summary>Whether the post abroad bills Medicare.</summary>
    [Fact("Will the post bill Medicare in Australia?", "true or false", Hint = "General practice and private work do.")]
    public bool? Bills { get; init; }

    /// <summary>What was told, for the conditions of routes and steps: values by fact.</summary>
    /// <param name="country">The country.</param>
    internal Dictionary<string, IReadOnlyList<string>> Told(AbroadCountry? country)
    {
        var told = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add("country", country?.Key());
        Add("qualified-in", QualifiedIn);
        Add("internship-in", InternshipIn);
        Add("gmc", Gmc is { } gmc ? Keys.Of(gmc) : null);
        Add("cct-specialty", Cct?.Specialty);
        Add("cct-by", Cct is null ? null : Keys.Of(Cct.By ?? CctWay.Cct));
        Add("citizenship", Citizenship);
        Add("family", Family is { } family ? Keys.Of(family) : null);
        Add("in-training", InTraining is { } inTraining ? inTraining ? "yes" : "no" : null);
        Add("bills", Bills is { } bills ? bills ? "yes" : "no" : null);
        told["exams"] = [.. Exams.Select(Keys.Of)];
        return told;

        void Add(string fact, string? value)
        {
            if (value is not null)
            {
                told[fact] = [value];
            }
        }
    }
}

/// <summary>What a doctor tells us of the time and of how they go about it.</summary>
public abstract record AbroadJourney : AbroadDoctor
{
    /// <summary>The most weeks an estimate may have: ten years.</summary>
    public const int MostWeeks = 520;

    /// <summary>The first day on which anything can be begun; left out, the date asked about.</summary>
    [Fact("The day on which you begin to prepare", "a day", Example = "2027-01-04", Hint = "Left out, it is today.")]
    public DateOnly? StartFrom { get; init; }

    /// <summary>The day on which they want to begin work.</summary>
    [Fact("The day on which you want to begin work there", "a day", Example = "2028-02-07", Hint = "Left out, it is as soon as can be.")]
    public DateOnly? WorkFrom { get; init; }

    /// <summary>How a post is looked for.</summary>
    [Fact("How you look for a post", "round or vacancy", Example = "round", Hint = "Left out, the yearly round in New Zealand and no term in Australia.")]
    public PostSearch? Post { get; init; }

    /// <summary>Which sort of visa.</summary>
    [Fact("Which sort of visa", "work or residence", Example = "work", Hint = "Left out, to work for a time.")]
    public VisaSort? Visa { get; init; }

    /// <summary>Own estimates of waits, weeks by step.</summary>
    [Fact("Your own estimates, in weeks, by step", "whole weeks from 0 to 520 by the key of a step",
        Hint = "For a wait that nobody has published. Leave one out to clear it."), Range(0, MostWeeks)]
    public IReadOnlyDictionary<string, int> Mine { get => field ?? new Dictionary<string, int>(); init; }

    /// <summary>Everything told, with the choices of how to go about it.</summary>
    internal virtual Dictionary<string, IReadOnlyList<string>> TellsOf(AbroadCountry country)
    {
        var told = Told(country);
        if (Post is { } post)
        {
            told["post"] = [Keys.Of(post)];
        }

        if (Visa is { } visa)
        {
            told["visa"] = [Keys.Of(visa)];
        }

        return told;
    }
}

/// <summary>What the countries are called.</summary>
public static class AbroadCountries
{
    private static readonly Dictionary<AbroadCountry, Choice> choices = Choice.Of<AbroadCountry>();

    /// <summary>The facts on which conditions of steps and tests of routes may rest.</summary>
    public static IReadOnlyCollection<string> Facts { get; } =
        ["country", "route", "qualified-in", "internship-in", "gmc", "months-of-48", "hours-a-week", "cct-specialty", "cct-by", "cct-year", "mrcgp", "exams",
            "age", "citizenship", "family", "in-training", "bills", "post", "visa", "us-visa", "us-waiver", "detail"];

    /// <summary>The key, such as <c>new-zealand</c>.</summary>
    public static string Key(this AbroadCountry country) => Keys.Of(country);

    /// <summary>The name, such as “New Zealand”.</summary>
    public static string Name(this AbroadCountry country) => choices[country].Label;

    /// <summary>The name as a sentence has it, such as “the USA”.</summary>
    public static string InSentence(this AbroadCountry country) => country == AbroadCountry.Usa ? "the " + country.Name() : country.Name();
}
