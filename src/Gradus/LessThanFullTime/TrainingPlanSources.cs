namespace Gradus.LessThanFullTime;

/// <summary>Sources cited for statements that rest on no figure; each id stands in <c>content/sources.yaml</c>.</summary>
public static class TrainingPlanSources
{
    /// <summary>NHS England's trainee portal and its public repository.</summary>
    public const string TraineePortal = "tis-self-service";

    /// <summary>The Gold Guide, 11th edition.</summary>
    public const string GoldGuide = "gold-guide-11";

    /// <summary>RCEM's page on recalculating completion dates.</summary>
    public const string EmergencyMedicine = "rcem-cct-recalculations-2025";

    /// <summary>RCGP's page on time out of training.</summary>
    public const string GeneralPractice = "rcgp-time-out-of-training";

    /// <summary>COPMeD's paper on bringing completion dates forward.</summary>
    public const string BringingForward = "copmed-bringing-forward-2024";

    /// <summary>JRCPTB's guidance on completion dates.</summary>
    public const string PhysicianTraining = "jrcptb-cct";

    /// <summary>Scotland Deanery's pages on ARCP.</summary>
    public const string Arcp = "scotland-deanery-arcp";

    /// <summary>Every id named here, for the check that content holds them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [TraineePortal, GoldGuide, EmergencyMedicine, GeneralPractice, BringingForward, PhysicianTraining, Arcp];
}
