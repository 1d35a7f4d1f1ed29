using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>Sets the capabilities that are asked for beside what a doctor can show, for the specialist grade and for the register.</summary>
internal static class ShownCapabilities
{
    private static readonly string[] states = ["none", "partly", "fully", "not known"];

    /// <summary>Refuses a capability that was told twice.</summary>
    public static void CheckOnce(IReadOnlyList<CapabilityShown> shown, string field, FieldErrors errors)
    {
        foreach (var (index, one) in shown.Index().Where(one => shown.Take(one.Index).Any(other => other.Key == one.Item.Key)))
        {
            errors.Add($"{field}[{index}].key", $"Expected each capability once: “{one.Key}” is there already.");
        }
    }

    /// <summary>Each capability that is asked for, with what was told of it.</summary>
    public static List<CapabilityStatus> Of(IEnumerable<Capability> rows, IReadOnlyList<CapabilityShown> shown, DateOnly on, Nation nation) =>
        [.. rows.At(on, nation, row => row.Key)
            .Select(row => shown.FirstOrDefault(one => one.Key == row.Key) is { } said
                ? new CapabilityStatus(row.Key, row.Says, said.State, said.Evidence)
                : new CapabilityStatus(row.Key, row.Says, KeptState.DoNotKnow, Evidence: null))];

    /// <summary>All of them as a table.</summary>
    public static AnswerTable Table(IReadOnlyList<CapabilityStatus> capabilities) =>
        new("capabilities", "The capabilities, one by one", [new("capability", "Capability"), new("state", "Shown"), new("evidence", "Evidence")],
            [.. capabilities.Select(one => (IReadOnlyList<AnswerCell>)[one.Says, states[(int)one.State],
                one.Evidence])])
        { Doubt = "As generally known; compare with the framework itself." };

    /// <summary>Says what was told and is not asked for.</summary>
    public static IEnumerable<Warning> Unused(IReadOnlyList<CapabilityShown> shown, IReadOnlyList<CapabilityStatus> stand, string field) =>
        shown.Index()
            .Where(one => !stand.Any(row => row.Key == one.Item.Key))
            .Select(one => new Warning($"{field}[{one.Index}]", $"“{one.Item.Key}” is not asked here, so it is not counted."));
}
