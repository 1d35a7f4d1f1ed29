using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>The tools about SAS doctors.</summary>
public static class SasCharterTools
{
    /// <summary>When is my next SAS pay point, and what does it pay?</summary>
    public static Tool PayPoint { get; } = new Tool<PayPointTime, PayPointFigures, PayPointStep>(PayPointFinder.Find, options => new SasCharterJson(options))
    {
        Room = "sas-charter",
        Key = "pay-point",
        Question = "When is my next SAS pay point, and what does it pay?",
        Name = "Next SAS pay point",
        Words = "Specialty doctor and specialist pay progression: the date of the next pay point, the rise, the gateway and its criteria, and what a delay costs, in your nation.",
        Kind = ToolKind.WorkOut,
        IsPersonal = true,
        Check = PayPointFinder.Check,
    };

    /// <summary>Does my hospital keep the SAS charter?</summary>
    public static Tool Check { get; } = new Tool<CharterAnswers, CharterFigures, CharterCheck>(CharterChecker.Score, options => new SasCharterJson(options))
    {
        Room = "sas-charter",
        Key = "check",
        Question = "Does my hospital keep the SAS charter?",
        Name = "SAS charter check",
        Words = "SAS charter self-assessment: 25 commitments of an employer, none, partly or fully kept, a score by theme, the three to raise first, an action plan and a letter to the local negotiating committee (LNC).",
        Kind = ToolKind.Check,
        Minutes = 10,
        IsPersonal = true,
        Check = CharterChecker.Check,
    };

    /// <summary>How does my hospital keep the SAS charter, by many doctors' answers?</summary>
    public static Tool Board { get; } = new Tool<CharterBoardQuestion, CharterBoardFigures, CharterBoard>(CharterBoardCalculator.Count, options => new SasCharterJson(options))
    {
        Room = "sas-charter",
        Key = "board",
        Question = "How does my hospital keep the SAS charter, by the answers of many?",
        Name = "SAS charter board",
        Words = "Many saved charter checks put together for a local negotiating committee (LNC): how many say what of each of the 25 commitments, with small numbers left out, and what changed since the last time.",
        Kind = ToolKind.Compare,
        Minutes = 10,
        IsPersonal = true,
        Check = CharterBoardCalculator.Check,
        OfFolder = CharterBoardCalculator.OfFolder,
    };

    /// <summary>Am I ready for the specialist grade?</summary>
    public static Tool SpecialistGrade { get; } = new Tool<SpecialistWish, SpecialistFigures, SpecialistReadiness>(SpecialistReadinessChecker.Check,
        options => new SasCharterJson(options))
    {
        Room = "sas-charter",
        Key = "specialist-grade",
        Question = "Am I ready for the specialist grade?",
        Name = "Specialist grade readiness",
        Words = "SAS specialist grade: the years in all and in the specialty by nation, the generic capabilities, and when the years are complete.",
        Kind = ToolKind.Check,
        IsPersonal = true,
        Check = SpecialistReadinessChecker.Check,
    };

    /// <summary>Is my Portfolio Pathway application ready?</summary>
    public static Tool Portfolio { get; } = new Tool<PortfolioApplication, PortfolioFigures, PortfolioReadiness>(PortfolioReadinessChecker.Check,
        options => new SasCharterJson(options))
    {
        Room = "sas-charter",
        Key = "portfolio",
        Question = "Is my Portfolio Pathway application ready, and by when must it go?",
        Name = "Portfolio Pathway readiness",
        Words = "Portfolio Pathway (once CESR): what your evidence shows, the fee and what is kept of it, when an open application expires, and the deadline of an appeal.",
        Kind = ToolKind.Check,
        IsPersonal = true,
        Check = PortfolioReadinessChecker.Check,
    };

    /// <summary>What do a SAS tutor and a SAS advocate do, and what do I ask for?</summary>
    public static Tool Roles { get; } = new Tool<RolesHere, SasRoleFigures, SasRoles>(SasRolesFinder.Find, options => new SasCharterJson(options))
    {
        Room = "sas-charter",
        Key = "roles",
        Question = "What do a SAS tutor and a SAS advocate do, and what should I ask my employer for?",
        Name = "SAS tutor and advocate",
        Words = "SAS advocate and SAS tutor (Scotland: education adviser): what each does and does not, time in the job plan, development money, what to ask the employer for, and a letter.",
        Kind = ToolKind.Check,
        Minutes = 1,
        IsPersonal = true,
        Next = "/sas-charter/check",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Check, Board, PayPoint, SpecialistGrade, Portfolio, Roles];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PayPointTime))]
[JsonSerializable(typeof(PayPointStep))]
[JsonSerializable(typeof(CharterAnswers))]
[JsonSerializable(typeof(CharterCheck))]
[JsonSerializable(typeof(CharterBoardQuestion))]
[JsonSerializable(typeof(CharterBoard))]
[JsonSerializable(typeof(SpecialistWish))]
[JsonSerializable(typeof(SpecialistReadiness))]
[JsonSerializable(typeof(PortfolioApplication))]
[JsonSerializable(typeof(PortfolioReadiness))]
[JsonSerializable(typeof(RolesHere))]
[JsonSerializable(typeof(SasRoles))]
public sealed partial class SasCharterJson : JsonSerializerContext;
