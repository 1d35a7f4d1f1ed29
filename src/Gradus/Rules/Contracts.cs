namespace Gradus.Rules;

/// <summary>The contracts of doctors: each key as facts and tables spell it, and the words a reader sees where several questions offer the same one.</summary>
public static class Contracts
{
    /// <summary>England's resident contract of 2016.</summary>
    public const string Resident2016 = "resident-2016";

    /// <summary>The resident contract of 2002.</summary>
    public const string Resident2002 = "resident-2002";

    /// <summary>Wales' resident contract of 2026.</summary>
    public const string Resident2026 = "resident-2026";

    /// <summary>England's consultant contract of 2003.</summary>
    public const string Consultant2003 = "consultant-2003";

    /// <summary>The consultant contract of 2004.</summary>
    public const string Consultant2004 = "consultant-2004";

    /// <summary>Wales' consultant contract.</summary>
    public const string ConsultantWales = "consultant-wales";

    /// <summary>The SAS contracts of 2021.</summary>
    public const string Sas2021 = "sas-2021";

    /// <summary>Scotland's SAS contracts of 2022.</summary>
    public const string Sas2022 = "sas-2022";

    /// <summary>The specialty doctors' contract of 2008, closed to new entrants.</summary>
    public const string Sas2008 = "sas-2008";

    /// <summary>The salaried GP range.</summary>
    public const string SalariedGp = "salaried-gp";

    /// <summary>The words for <see cref="Resident2016"/>.</summary>
    public const string Resident2016Words = "Resident doctor, 2016 (England)";

    /// <summary>The words for <see cref="Resident2002"/>.</summary>
    public const string Resident2002Words = "Resident doctor, 2002 (Scotland, Wales, Northern Ireland)";

    /// <summary>The words for <see cref="Resident2026"/>.</summary>
    public const string Resident2026Words = "Resident doctor, 2026 (Wales)";

    /// <summary>The contract of residents in a nation, where nothing else is known; Wales' of 2026 is joined in phases, so it is never taken from the nation alone.</summary>
    public static string OfResidents(Nation nation) => nation == Nation.England ? Resident2016 : Resident2002;

    /// <summary>The newest contract of specialty doctors and specialists in a nation.</summary>
    public static string OfSasDoctors(Nation nation) => nation == Nation.Scotland ? Sas2022 : Sas2021;

    /// <summary>The contract of consultants in a nation.</summary>
    public static string OfConsultants(Nation nation) => nation switch
    {
        Nation.England => Consultant2003,
        Nation.Wales => ConsultantWales,
        _ => Consultant2004,
    };
}
