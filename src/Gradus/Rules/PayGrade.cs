using System.Text.Json.Serialization;
using Gradus.Facts;

namespace Gradus.Rules;

/// <summary>The grades of doctors as a payslip has them; read without regard to case.</summary>
[JsonConverter(typeof(Keys<PayGrade>))]
public enum PayGrade
{
    /// <summary>First foundation year.</summary>
    [JsonStringEnumMemberName("FY1"), Choice("FY1")]
    Fy1,
    /// <summary>Second foundation year.</summary>
    [JsonStringEnumMemberName("FY2"), Choice("FY2")]
    Fy2,
    /// <summary>First year of core training.</summary>
    [JsonStringEnumMemberName("CT1"), Choice("CT1")]
    Ct1,
    /// <summary>Second year of core training.</summary>
    [JsonStringEnumMemberName("CT2"), Choice("CT2")]
    Ct2,
    /// <summary>Third year of core training.</summary>
    [JsonStringEnumMemberName("CT3"), Choice("CT3")]
    Ct3,
    /// <summary>Fourth year of core training.</summary>
    [JsonStringEnumMemberName("CT4"), Choice("CT4")]
    Ct4,
    /// <summary>First year of specialty training.</summary>
    [JsonStringEnumMemberName("ST1"), Choice("ST1")]
    St1,
    /// <summary>Second year of specialty training.</summary>
    [JsonStringEnumMemberName("ST2"), Choice("ST2")]
    St2,
    /// <summary>Third year of specialty training.</summary>
    [JsonStringEnumMemberName("ST3"), Choice("ST3")]
    St3,
    /// <summary>Fourth year of specialty training.</summary>
    [JsonStringEnumMemberName("ST4"), Choice("ST4")]
    St4,
    /// <summary>Fifth year of specialty training.</summary>
    [JsonStringEnumMemberName("ST5"), Choice("ST5")]
    St5,
    /// <summary>Sixth year of specialty training.</summary>
    [JsonStringEnumMemberName("ST6"), Choice("ST6")]
    St6,
    /// <summary>Seventh year of specialty training.</summary>
    [JsonStringEnumMemberName("ST7"), Choice("ST7")]
    St7,
    /// <summary>Eighth year of specialty training.</summary>
    [JsonStringEnumMemberName("ST8"), Choice("ST8")]
    St8,
    /// <summary>Specialty doctor.</summary>
    [Choice("Specialty doctor")]
    SpecialtyDoctor,
    /// <summary>Specialist.</summary>
    [Choice("Specialist")]
    Specialist,
    /// <summary>Consultant.</summary>
    [Choice("Consultant")]
    Consultant,
    /// <summary>Salaried GP.</summary>
    [JsonStringEnumMemberName("salaried-gp"), Choice("Salaried GP")]
    SalariedGp,
}

/// <summary>How grades are written.</summary>
public static class PayGradeExtensions
{
    /// <summary>The key, as in <c>pay-scales</c>: <c>FY1</c>, <c>specialty-doctor</c>.</summary>
    public static string Key(this PayGrade grade) => Keys.Of(grade);

    /// <summary>The grade inside a sentence.</summary>
    public static string Words(this PayGrade grade) => grade switch
    {
        PayGrade.SalariedGp => "salaried GP",
        _ => grade.Key().Replace('-', ' '),
    };

    /// <summary>Whether it is a grade of training.</summary>
    public static bool IsResident(this PayGrade grade) => grade <= PayGrade.St8;

    /// <summary>Whether it is a foundation year.</summary>
    public static bool IsFoundation(this PayGrade grade) => grade <= PayGrade.Fy2;
}
