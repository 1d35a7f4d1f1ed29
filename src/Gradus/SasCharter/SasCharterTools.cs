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
        Words = "The date of your next pay point, the rise, its criteria, and what a delay costs, in your nation.",
        SearchedAs = "specialty doctor, specialist, pay progression, gateway",
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
        Words = "Mark 25 commitments of your employer, see the three to raise first, and take away an action plan and a letter.",
        SearchedAs = "self-assessment, none, partly or fully kept, score by theme, local negotiating committee, LNC",
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
        Words = "Many saved charter checks put together: how many say what, small numbers left out, and what changed since last time.",
        SearchedAs = "local negotiating committee, LNC",
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
        Words = "What your evidence shows, the fee and what is kept of it, and the last day of an open application or an appeal.",
        SearchedAs = "once CESR, expires, deadline",
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
        Words = "What each does and does not do, time in the job plan, development money, and a letter to ask for them.",
        SearchedAs = "Scotland, education adviser",
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
