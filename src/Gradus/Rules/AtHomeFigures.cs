namespace Gradus.Rules;

/// <summary>What being abroad does at home: licence, time out of programme, pension, National Insurance, performers list. Working and volunteering abroad both read it.</summary>
public sealed record AtHomeFigures
{
    /// <summary>What the GMC charges for a year of registration with a licence to practise.</summary>
    public required Figure UkRetentionFee { get; init; }

    /// <summary>What the GMC charges for a year of registration without a licence to practise.</summary>
    public required Figure UkRetentionFeeWithoutLicence { get; init; }

    /// <summary>How long before the end date you can ask for voluntary erasure, at the earliest.</summary>
    public required Figure UkErasureAhead { get; init; }

    /// <summary>How long before your return you can apply to have your licence back.</summary>
    public required Figure UkRestoreAhead { get; init; }

    /// <summary>How long before it starts you apply for time out of programme.</summary>
    public required Figure UkOopNotice { get; init; }

    /// <summary>How long time out for experience (OOPE) usually lasts.</summary>
    public required Figure UkOopeUsual { get; init; }

    /// <summary>How long time out for experience (OOPE) can last when it is extended.</summary>
    public required Figure UkOopeLongest { get; init; }

    /// <summary>The longest break after which pre-2015 NHS pension benefits keep their link to final salary.</summary>
    public required Figure UkPensionBreak { get; init; }

    /// <summary>How long you can go on paying into the NHS pension on approved leave or a career break.</summary>
    public required Figure UkPensionAuthorisedLeave { get; init; }

    /// <summary>Voluntary Class 2 National Insurance paid from abroad, in its last year.</summary>
    public required Figure UkNiClass2 { get; init; }

    /// <summary>Voluntary Class 3 National Insurance.</summary>
    public required Figure UkNiClass3 { get; init; }

    /// <summary>Years of UK residence or contributions needed before leaving, to pay National Insurance from abroad.</summary>
    public required Figure UkNiResidence { get; init; }

    /// <summary>Time without NHS general practice after which a GP has to come back through the return route.</summary>
    public required Figure UkPerformersListGap { get; init; }
}
