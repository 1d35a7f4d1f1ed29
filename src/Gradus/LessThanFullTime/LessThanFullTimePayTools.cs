using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.LessThanFullTime;

/// <summary>The tools about what training less than full time asks for, pays and gives.</summary>
public static class LessThanFullTimePayTools
{
    private const string Room = "less-than-full-time";

    /// <summary>May I, and by when?</summary>
    public static Tool Request { get; } = new Tool<HoursRequest, HoursRequestFigures, HoursRequestAdvice>(HoursRequestChecker.Check,
        options => new LessThanFullTimePayJson(options))
    {
        Room = Room,
        Key = "request",
        Question = "May I train less than full time, and by when must I ask?",
        Name = "May I, and by when",
        Words = "Apply for less than full time training (LTFT): the application form and its deadline, who approves it, the 16 weeks, Scotland’s three months and Wales’ windows, how late you are, and the lowest share a Skilled Worker visa allows.",
        Kind = ToolKind.Check,
        Minutes = 2,
        IsPersonal = true,
        Check = HoursRequestChecker.Check,
        CheckContent = HoursRequestChecker.CheckContent,
        Next = "/less-than-full-time/completion-date",
    };

    /// <summary>What will I earn?</summary>
    public static Tool Pay { get; } = new Tool<PayQuestion, PayRuleFigures, ExpectedPay>(ExpectedPayCalculator.Calculate, options => new LessThanFullTimePayJson(options))
    {
        Room = Room,
        Key = "pay",
        Question = "What will I earn, full time and at fewer hours?",
        Name = "What you will earn",
        Words = "Pay (salary) of resident doctors, F1 and F2, core trainees and registrars, in England, Scotland, Wales and Northern Ireland, line by line: basic pay by hours, weekend allowance, nights, on call, London weighting, premia, the LTFT allowance and Scotland’s banding; 100, 80, 70, 60 and 50% side by side; arrears after a new pay circular; is my payslip right? Salary calculator.",
        Kind = ToolKind.WorkOut,
        Minutes = 3,
        IsPersonal = true,
        Check = ExpectedPayCalculator.Check,
        Next = "/less-than-full-time/leave",
    };

    /// <summary>How much leave?</summary>
    public static Tool Leave { get; } = new Tool<LeaveQuestion, LeaveFigures, LeaveEntitlement>(LeaveCalculator.Calculate, options => new LessThanFullTimePayJson(options))
    {
        Room = Room,
        Key = "leave",
        Question = "How much annual leave do I have?",
        Name = "Annual leave",
        Words = "Annual leave entitlement and bank holidays of resident doctors, SAS doctors and consultants, by contract, service and share of full time (80, 70, 60 or 50%), for a year or part of one, in days and hours.",
        Kind = ToolKind.WorkOut,
        Minutes = 1,
        IsPersonal = true,
        Check = (facts, _, errors) => LeaveCalculator.Check(facts, errors),
    };

    /// <summary>Shares of full time side by side.</summary>
    public static Tool SideBySide { get; } = new Tool<SideBySideQuestion, SideBySideFigures, SideBySide>(SideBySideComparer.Compare,
        options => new LessThanFullTimePayJson(options))
    {
        Room = Room,
        Key = "side-by-side",
        Question = "What would 80, 70, 60 or 50% mean for me?",
        Name = "Side by side",
        Words = "Full time and 80, 70, 60 and 50% side by side: when training finishes, what it pays and how much leave, on one page to print.",
        Kind = ToolKind.Compare,
        Minutes = 4,
        IsPersonal = true,
        Check = SideBySideComparer.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Request, Pay, Leave, SideBySide];
}

/// <summary>How their facts and answers are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(HoursRequest))]
[JsonSerializable(typeof(HoursRequestAdvice))]
[JsonSerializable(typeof(PayQuestion))]
[JsonSerializable(typeof(ExpectedPay))]
[JsonSerializable(typeof(LeaveQuestion))]
[JsonSerializable(typeof(LeaveEntitlement))]
[JsonSerializable(typeof(SideBySideQuestion))]
[JsonSerializable(typeof(SideBySide))]
public sealed partial class LessThanFullTimePayJson : JsonSerializerContext;
