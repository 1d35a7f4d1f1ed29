using Gradus.Facts;
using Gradus.LessThanFullTime;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>Reads plans as every door does, with the figures of the tests.</summary>
internal static class Plans
{
    public static FactsReader<TrainingPlan> Reader { get; } = new(new CompletionDateJson(DeclaredTool.StrictFacts()).TrainingPlan);

    public static System.Text.Json.Serialization.Metadata.JsonTypeInfo<CompletionDate> Answers { get; } = new CompletionDateJson(DeclaredTool.StrictFacts()).CompletionDate;

    public static ReadResult<TrainingPlan> Read(ReadOnlySpan<byte> json) => Reader.Read(json, (plan, errors) => TrainingPlanChecker.Check(plan, TestFigures.Current, errors));
}
