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
}
