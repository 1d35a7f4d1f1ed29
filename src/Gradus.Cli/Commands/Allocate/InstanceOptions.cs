using System.CommandLine;
using Gradus.Data.Allocation;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;

namespace Gradus.Cli.Commands.Allocate;

/// <summary>The files of an instance.</summary>
internal sealed class InstanceOptions
{
    public Option<string> Applicants { get; } = new("--applicants") { Description = "applicant,choices[,tier][,linked_with][,score][,order][,fixed], as CSV or .xlsx", Required = true };

    public Option<string> Posts { get; } = new("--posts") { Description = "post,places[,ranking][,minimum], as CSV or .xlsx", Required = true };

    public Option<string?> Fixed { get; } = new("--fixed") { Description = "applicant,post: who holds a post before the run and keeps it; or the column fixed of the applicants" };

    public ReadInstance Read(ParseResult parsed)
    {
        using var progress = new ProgressBar("Reading");
        var read = AllocationStore.Read(parsed.GetRequiredValue(Applicants), parsed.GetRequiredValue(Posts), progress, parsed.GetValue(Fixed));
        foreach (var note in read.Notes)
        {
            Console.Error.WriteLine(note);
        }

        return read;
    }
}

/// <summary>The mechanism and the order of a run.</summary>
internal sealed class RunOptions
{
    public Option<string> Mechanism { get; } = new("--mechanism") { Description = string.Join(" | ", MechanismNames.All), Required = true };

    public Option<ulong?> Seed { get; } = new("--seed") { Description = "Seed of a random order; without it the order column, or seed 1" };

    public Option<string?> Order { get; } = new("--order") { Description = "File with one applicant per line, best first" };

    public Option<string> Tiers { get; } = new("--tiers") { Description = "sequential | ranked", DefaultValueFactory = _ => "sequential" };

    public IMechanism MechanismFrom(ParseResult parsed)
    {
        var tiers = parsed.GetValue(Tiers) switch
        {
            "sequential" => TierRule.Sequential,
            "ranked" => TierRule.Ranked,
            var other => throw new UsageException($"--tiers: expected sequential or ranked, found “{other}”"),
        };
        var name = parsed.GetRequiredValue(Mechanism);
        return MechanismNames.Find(name, tiers) ?? throw new UsageException($"--mechanism: expected one of {string.Join(", ", MechanismNames.All)}, found “{name}”");
    }

    public void RequireOneOrder(ParseResult parsed)
    {
        if (parsed.GetValue(Order) is not null && parsed.GetValue(Seed) is not null)
        {
            throw new UsageException("Either --seed or --order: the order of a run comes from one of them");
        }
    }

    public ApplicantOrder OrderFrom(ParseResult parsed, AllocationInstance instance, IMechanism mechanism)
    {
        var listed = parsed.GetValue(Order) is { } path ? AllocationStore.ReadOrder(path, instance) : null;
        return new OrderRequest(parsed.GetValue(Seed), listed).For(instance, mechanism);
    }

    /// <summary>Says which options have no part in the result.</summary>
    public void SayWhatIsNotUsed(ParseResult parsed, AllocationInstance instance, IMechanism mechanism, ApplicantOrder order)
    {
        var usesOrder = UnusedInput.UsesOrder(instance, mechanism);
        if (parsed.GetValue(Seed) is { } seed && (!usesOrder || order.Seed != seed))
        {
            Console.Error.WriteLine($"Not used: --seed, because {(usesOrder ? "no two are equal in the order" : "each post has a ranking of its own")}.");
        }

        if (parsed.GetValue(Order) is not null && !usesOrder)
        {
            Console.Error.WriteLine("Not used: --order, because each post has a ranking of its own.");
        }

        if (parsed.GetResult(Tiers) is { Implicit: false } && !(mechanism is PreferenceInformed && instance.HasTiers))
        {
            Console.Error.WriteLine($"Not used: --tiers, because {(mechanism is PreferenceInformed ? "everybody is in one tier" : $"{mechanism.Name} takes tiers one after another in any case")}.");
        }
    }

    /// <summary>Says which columns have no part in the result.</summary>
    public static void SayWhatIsNotUsed(IEnumerable<UnusedInput> unused)
    {
        foreach (var (column, because) in unused)
        {
            Console.Error.WriteLine($"Not used: the column “{column}”, because {because}.");
        }
    }
}
