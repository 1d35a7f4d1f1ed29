using System.ComponentModel.DataAnnotations;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.SasCharter;

/// <summary>What a doctor tells us who thinks of the specialist grade.</summary>
public sealed record SpecialistWish : ToolFacts
{
    /// <summary>Years of postgraduate medical work; left out, counted from the posts.</summary>
    [Fact("Years of postgraduate medical work", "years, from 0 to 60", Example = "11.5", Unit = "years", Hint = "Leave both empty to have them counted from your posts.")]
    [Range(typeof(decimal), "0", "60")]
    public decimal? Years { get; init; }

    /// <summary>Of which in the specialty.</summary>
    [Fact("Of which in the specialty or a relevant one", "years, from 0 to 60", Example = "6", Unit = "years")]
    [Range(typeof(decimal), "0", "60")]
    public decimal? YearsInSpecialty { get; init; }

    /// <summary>The posts since qualifying, with their days.</summary>
    [Fact("Your posts", "posts with first and last day, percent of full time and whether in the specialty",
        Hint = "Part-time work is counted by its percent and as whole years: which of the two holds was not found, so both are shown.")]
    [MaxLength(60)]
    public IReadOnlyList<SasPost> Posts { get => field ?? []; init; }

    /// <summary>Whether a post is advertised.</summary>
    [Fact("A specialist post is advertised", "true or false")]
    public bool? Advertised { get; init; }

    /// <summary>The capabilities.</summary>
    [Fact("The capabilities", "capabilities, each with its key and none, partly, fully or do-not-know")]
    [MaxLength(40)]
    public IReadOnlyList<CapabilityShown> Capabilities { get => field ?? []; init; }
}

/// <summary>A post in the past.</summary>
public sealed record SasPost
{
    /// <summary>The first day.</summary>
    [Fact("First day", "the first day of the post", Example = "2014-08-06")]
    public required DateOnly From { get; init; }

    /// <summary>The last day, inside; left out, it goes on.</summary>
    [Fact("Last day", "the last day of the post", Example = "2020-08-04", Hint = "Leave it empty for a post that goes on.")]
    public DateOnly? To { get; init; }

    /// <summary>Percent of full time; left out, all.</summary>
    [Fact("Percent of full time", "a percent from 1 to 100", Example = "80", Unit = "%"), Range(1, 100)]
    public int? Percent { get; init; }

    /// <summary>Whether it was in the specialty or a relevant one.</summary>
    [Fact("In the specialty or a relevant one", "true or false")]
    public bool? InSpecialty { get; init; }
}

/// <summary>The dated figures of the specialist grade.</summary>
public sealed record SpecialistFigures
{
    /// <summary>Years of postgraduate work.</summary>
    public required Figure SpecialistYears { get; init; }
    /// <summary>Of which in a relevant specialty.</summary>
    public required Figure SpecialistIn { get; init; }
    /// <summary>How a part-time year counts, which was not found.</summary>
    public required Figure PartTimeYears { get; init; }
    /// <summary>The capabilities.</summary>
    public required IReadOnlyList<Capability> Capabilities { get; init; }
}

/// <summary>How near the specialist grade is.</summary>
public sealed record SpecialistReadiness : ToolAnswer
{
    /// <summary>The day on which the years are complete if work goes on full time; <c>null</c> where they are, or where nobody says how many.</summary>
    public DateOnly? YearsCompleteOn { get; init; }

    /// <summary>Years of postgraduate medical work, told or counted, part-time posts by their percent.</summary>
    public decimal? Years { get; init; }

    /// <summary>Of which in the specialty.</summary>
    public decimal? YearsInSpecialty { get; init; }

    /// <summary>The years where part-time work counts whole, the other reading; <c>null</c> where it makes no difference.</summary>
    public decimal? YearsCountedWhole { get; init; }

    /// <summary>Of which in the specialty; <c>null</c> likewise.</summary>
    public decimal? YearsInSpecialtyCountedWhole { get; init; }

    /// <summary>The day on which the years are complete by that reading; <c>null</c> where they are, or where it makes no difference.</summary>
    public DateOnly? YearsCompleteOnCountedWhole { get; init; }

    /// <summary>The capabilities, as they stand.</summary>
    public required IReadOnlyList<CapabilityStatus> Capabilities { get; init; }
}
