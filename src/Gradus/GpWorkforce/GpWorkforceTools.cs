using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.GpWorkforce;

/// <summary>The tools about schemes for GPs.</summary>
public static class GpWorkforceTools
{
    /// <summary>Which GP schemes are open to me?</summary>
    public static Tool Find { get; } = new Tool<GpPosition, SchemeFigures, SchemesFor>(SchemesFinder.Find, options => new GpWorkforceJson(options))
    {
        Room = "gp-workforce",
        Key = "find",
        Question = "Which GP schemes are open to me?",
        Name = "GP scheme finder",
        Words = "Which schemes are open to you, which have closed and when, which are local, and what each asks.",
        SearchedAs = "general practice workforce initiatives, reimbursement, network, ARRS posts, retention, return to practice, induction, fellowship, mentors, TERS, golden hello, visa, closed since",
        Kind = ToolKind.Check,
        Minutes = 3,
        IsPersonal = true,
        Next = "/gp-workforce/claim",
    };

    /// <summary>What can my practice claim for a salaried GP?</summary>
    public static Tool Claim { get; } = new Tool<PracticePost, ClaimFigures, PracticeClaim>(PracticeClaimCalculator.Calculate, options => new GpWorkforceJson(options))
    {
        Room = "gp-workforce",
        Key = "claim",
        Question = "What can my practice claim for a salaried GP?",
        Name = "Practice reimbursement",
        Words = "Who pays for a new GP, for extra sessions or for a post kept, within which limits, and the last day.",
        SearchedAs = "practice-level GP reimbursement scheme 2026/27, from six to eight sessions, the nine sessions",
        Kind = ToolKind.WorkOut,
        Minutes = 3,
        IsPersonal = true,
        Check = PracticeClaimCalculator.Check,
    };

    /// <summary>What can my practice claim this year, GP by GP and month by month?</summary>
    public static Tool PracticeYear { get; } = new Tool<PracticeStaff, ClaimFigures, PracticeYear>(PracticeYearPlanner.Plan, options => new GpWorkforceJson(options))
    {
        Room = "gp-workforce",
        Key = "practice-year",
        Question = "What can my practice claim for its GPs, month by month?",
        Name = "The practice manager’s year",
        Words = "A whole staff table: what can be claimed for each GP and each month, what cannot and why, and the total.",
        SearchedAs = "practice-level GP reimbursement, limits, CSV",
        Kind = ToolKind.Plan,
        SaysWhatIsUnused = true,
        Minutes = 10,
        IsPersonal = true,
        Check = PracticeYearPlanner.Check,
    };

    /// <summary>What does a GP scheme pay me?</summary>
    public static Tool Incentive { get; } = new Tool<IncentiveQuestion, IncentiveFigures, Incentive>(IncentiveCalculator.Calculate, options => new GpWorkforceJson(options))
    {
        Room = "gp-workforce",
        Key = "incentive",
        Question = "What does a GP scheme pay me, and until when?",
        Name = "GP scheme money",
        Words = "What your scheme pays and until when: fellowships, mentors, return and induction, TERS, Wales and Northern Ireland.",
        SearchedAs = "fellowship, mentor money, bursaries of the return and induction programmes by hours, Skilled Worker visa after GP training, incentive in Wales, golden hello in Northern Ireland",
        Kind = ToolKind.WorkOut,
        Minutes = 3,
        IsPersonal = true,
        Check = IncentiveCalculator.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Find, Claim, Incentive, PracticeYear];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(GpPosition))]
[JsonSerializable(typeof(SchemesFor))]
[JsonSerializable(typeof(PracticePost))]
[JsonSerializable(typeof(PracticeClaim))]
[JsonSerializable(typeof(IncentiveQuestion))]
[JsonSerializable(typeof(Incentive))]
[JsonSerializable(typeof(PracticeStaff))]
[JsonSerializable(typeof(PracticeYear))]
public sealed partial class GpWorkforceJson : JsonSerializerContext;
