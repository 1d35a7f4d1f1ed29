namespace Gradus.LessThanFullTime;

/// <summary>The keys of specialties whose colleges have rules of their own about training time.</summary>
public static class Specialties
{
    /// <summary>Emergency medicine: counts average hours.</summary>
    public const string EmergencyMedicine = "emergency-medicine";

    /// <summary>Anaesthetics: has a cap on shortening.</summary>
    public const string Anaesthetics = "anaesthetics";

    /// <summary>General practice: counts absence by phase of training.</summary>
    public const string GeneralPractice = "general-practice";

    /// <summary>The foundation programme: has its own threshold of absence.</summary>
    public const string Foundation = "foundation";

    /// <summary>Those for which a rule of their own is held; in all others the common rules count.</summary>
    public static IReadOnlyList<string> WithRules { get; } = [EmergencyMedicine, Anaesthetics, GeneralPractice, Foundation];

    private static readonly string[] endBeforeCertificate = [Foundation, "internal-medicine", "internal-medicine-training", "imt", "accs",
        "acute-care-common-stem", "broad-based-training"];

    /// <summary>
    /// Whether the end of the programme is not yet the end of specialty training: the foundation programme and core programmes, after which nobody is a
    /// consultant.
    /// </summary>
    public static bool EndsBeforeCertificate(string? specialty) =>
        specialty is not null && (specialty.StartsWith("core-", StringComparison.Ordinal) || endBeforeCertificate.Contains(specialty));

    /// <summary>
    /// Whether consultant interviews and the penultimate-year review of hospital specialties may follow from the end of the programme; a programme that was not
    /// named may be one.
    /// </summary>
    public static bool MayLeadToConsultant(string? specialty) => specialty != GeneralPractice && !EndsBeforeCertificate(specialty);
}
