using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.ChangingSpecialty;

/// <summary>The tools about changing specialty or region.</summary>
public static class ChangingSpecialtyTools
{
    /// <summary>How much of my earlier training may count in a new specialty?</summary>
    public static Tool Credit { get; } = new Tool<EarlierTraining, CreditFigures, TrainingCredit>(TrainingCreditCalculator.Calculate, options => new ChangingSpecialtyJson(options))
    {
        Room = "changing-specialty",
        Key = "credit",
        Question = "How much of my earlier training may count in a new specialty?",
        Name = "Credit for earlier training",
        Words = "What may carry over to the new programme, its conditions, and the completion date with no, usual and most credit.",
        SearchedAs = "changing specialty, GP, core or specialty training, accreditation of transferable competences, combined training, CCT CP",
        Kind = ToolKind.WorkOut,
        Minutes = 2,
        Next = "/changing-specialty/transfer",
        Check = TrainingCreditCalculator.Check,
        Sources = ["aomrc-flexibility-2020"],
    };

    /// <summary>Can I transfer to another deanery, and when?</summary>
    public static Tool Transfer { get; } = new Tool<RegionTransferQuestion, TransferFigures, RegionTransfer>(RegionTransferChecker.Find,
        options => new ChangingSpecialtyJson(options))
    {
        Room = "changing-specialty",
        Key = "transfer",
        Question = "Can I transfer to another deanery, and when?",
        Name = "Inter-deanery transfer",
        Words = "Your group for an inter-deanery transfer, the next window, the months left at the earliest move, and the evidence.",
        SearchedAs = "IDT, another region, priority group, what is no longer asked for",
        Kind = ToolKind.Check,
        Minutes = 2,
        IsPersonal = true,
        Next = "/less-than-full-time/completion-date",
    };

    /// <summary>Which other doors are open to me?</summary>
    public static Tool Doors { get; } = new Tool<DoorsQuestion, DoorFigures, OtherDoors>(OtherDoorsChecker.Find, options => new ChangingSpecialtyJson(options))
    {
        Room = "changing-specialty",
        Key = "doors",
        Question = "Which doors other than a training programme’s are open to me?",
        Name = "CREST, Portfolio and pauses",
        Words = "CREST form, Portfolio Pathway, GP combined programme and a pause in training: the conditions of each, one by one.",
        SearchedAs = "CESR, CEGPR, CCT CP, OOPP, dates that count",
        Kind = ToolKind.Check,
        Minutes = 3,
        IsPersonal = true,
        Next = "/changing-specialty/credit",
        Check = OtherDoorsChecker.Check,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } = [Credit, Transfer, Doors];
}

/// <summary>How facts and answers of this room are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EarlierTraining))]
[JsonSerializable(typeof(TrainingCredit))]
[JsonSerializable(typeof(RegionTransferQuestion))]
[JsonSerializable(typeof(RegionTransfer))]
[JsonSerializable(typeof(DoorsQuestion))]
[JsonSerializable(typeof(OtherDoors))]
public sealed partial class ChangingSpecialtyJson : JsonSerializerContext;
