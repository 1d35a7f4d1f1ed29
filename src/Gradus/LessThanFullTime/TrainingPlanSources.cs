namespace Gradus.LessThanFullTime;

/// <summary>Sources cited for statements that rest on no figure; each id stands in <c>content/sources.yaml</c>.</summary>
public static class TrainingPlanSources
{
    /// <summary>NHS England's trainee portal and its public repository.</summary>
    public const string TraineePortal = "nhs-england-tis-self-service";

    /// <summary>The Gold Guide, 11th edition.</summary>
    public const string GoldGuide = "copmed-gold-guide-11";

    /// <summary>RCEM's position statement on training hours.</summary>
    public const string EmergencyMedicine = "rcem-training-hours-statement";

    /// <summary>COPMeD's paper on bringing completion dates forward.</summary>
    public const string BringingForward = "copmed-bringing-forward-2024";

    /// <summary>Scotland Deanery's page on less than full time, which says how often ARCP meets.</summary>
    public const string Arcp = "scotland-deanery-ltft";

    /// <summary>Every id named here, for the check that content holds them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [TraineePortal, GoldGuide, EmergencyMedicine, BringingForward, Arcp];
}
