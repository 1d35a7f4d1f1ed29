using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.FoundationApplications;

/// <summary>A doctor's order of all foundation schools, and what is asked about it.</summary>
public sealed record FoundationOrder : ToolFacts
{
    /// <summary>The most scenarios that may be asked for.</summary>
    public const int MostScenarios = 2000;

    /// <summary>Every school of the year, best first, by its name or by what people call it, such as KSS.</summary>
    [Fact("Your order", "a list of the schools’ names, best first, separated by semicolons on the command line"), MaxLength(64)]
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>The year whose figures are used; the newest unless given.</summary>
    [Fact("Figures of", "a year with figures", Example = "2026")]
    public int? Year { get; init; }

    /// <summary>The tier under the Act of 2026; all applicants together unless given.</summary>
    [Fact("Under the Act of 2026", "priority or other")]
    public PriorityTier? Tier { get; init; }

    /// <summary>The order of somebody linked with the doctor; alone unless given. A link holds while both orders are the same.</summary>
    [Fact("The order of somebody you are linked with", "a list of the schools’ names, best first, separated by semicolons on the command line"), MaxLength(64)]
    public IReadOnlyList<string>? Linked { get; init; }

    /// <summary>Whether somebody linked lists another order, where that order itself is not given: the link would then be broken.</summary>
    [Fact("Linked with somebody who lists another order", "true or false")]
    public bool? LinkedOtherwise { get; init; }

    /// <summary>How many scenarios of what others list are looked at; 100 unless given.</summary>
    [Fact("Scenarios of what others list", "a whole number from 1 to 2000"), Range(1, MostScenarios)]
    public int? Scenarios { get; init; }

    /// <summary>The seed of the scenarios; 1 unless given.</summary>
    [Fact("Seed of the scenarios", "a whole number from 0", Places = 0), Range(typeof(decimal), "0", "18446744073709551615")]
    public decimal? Seed { get; init; }

    /// <summary>How strongly others may prefer home, from 0: the strongest of the scenarios, in units of a logit's noise; 2.8 unless given.</summary>
    [Fact("Strongest pull of home on others", "a number from 0 to 6", Example = "2.8"), Range(typeof(decimal), "0", "6")]
    public decimal? StrongestHome { get; init; }

    /// <summary>How far others' later choices may stray from first choices, from 0: the most of the scenarios, as the deviation of a logarithm; 1.2 unless given.</summary>
    [Fact("How far later choices may stray from first choices", "a number from 0 to 3", Example = "1.2"), Range(typeof(decimal), "0", "3")]
    public decimal? MostNoise { get; init; }

    /// <summary>The smallest share of applicants in the priority group; 0.8 unless given. Without effect where all are taken together.</summary>
    [Fact("Smallest priority group", "a share of all applicants from 0.01 to 0.99", Example = "0.8", Places = 4, IsShare = true), Range(typeof(decimal), "0.01", "0.99")]
    public decimal? PriorityFrom { get; init; }

    /// <summary>The largest share of applicants in the priority group, not below the smallest; 0.95 unless given. Without effect where all are taken together.</summary>
    [Fact("Largest priority group", "a share of all applicants from 0.01 to 0.99", Example = "0.95", Places = 4, IsShare = true), Range(typeof(decimal), "0.01", "0.99")]
    public decimal? PriorityTo { get; init; }

    /// <summary>Whether to say what it would change to put each other school first; not unless given.</summary>
    [Fact("Say what other orders would change", "true or false")]
    public bool? Others { get; init; }

    /// <summary>The choice that was got, from 1: then the answer says what that tells of the hidden rank.</summary>
    [Fact("The choice you got", "the choice that was got, from 1")]
    public int? Got { get; init; }

    /// <summary>What is assumed of others: the usual, or what the reader says instead.</summary>
    [JsonIgnore]
    public OthersAssumptions Assumed => new(
        (double?)StrongestHome ?? OthersScenarios.StrongestHome, (double?)MostNoise ?? OthersScenarios.MostNoise,
        (double?)PriorityFrom ?? OthersScenarios.SmallestPriorityShare, (double?)PriorityTo ?? OthersScenarios.LargestPriorityShare);
}
