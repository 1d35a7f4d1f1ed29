using System.Globalization;
using Gradus.FoundationApplications;
using Gradus.Rules;
using Microsoft.Extensions.Primitives;

namespace Gradus.Web.Features.FoundationApplications;

/// <summary>The form of the chances page as posted: the order stands in the form itself, so that nothing is stored.</summary>
public sealed record OrderForm
{
    /// <summary>The linking choice: none.</summary>
    public const string Alone = "none";

    /// <summary>The linking choice: the partner lists the same order.</summary>
    public const string SameOrder = "same";

    /// <summary>The linking choice: the partner lists another order.</summary>
    public const string OtherOrder = "other";

    /// <summary>The year as posted; empty for the newest.</summary>
    public string Year { get; init; } = "";

    /// <summary><c>priority</c>, <c>other</c>, or empty for all together.</summary>
    public string Tier { get; init; } = "";

    /// <summary>Whether the doctor is linked with somebody, and how that person lists.</summary>
    public string Linked { get; init; } = Alone;

    /// <summary>The facts about what is assumed of others, as the form names them.</summary>
    public static IReadOnlyList<string> AssumptionFields { get; } = ["strongestHome", "mostNoise", "priorityFrom", "priorityTo", "scenarios", "seed"];

    /// <summary>The partner's order as typed, a school a line; it need not be given.</summary>
    public string Partner { get; init; } = "";

    /// <summary>Schools in the order posted.</summary>
    public IReadOnlyList<string> Schools { get; init; } = [];

    /// <summary>The position typed at each school.</summary>
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>How many schools from the top the doctor has placed; those below stand as they stood.</summary>
    public int Placed { get; init; }

    /// <summary>The school whose buttons are shown; empty for none.</summary>
    public string Chosen { get; init; } = "";

    /// <summary>What was typed of what is assumed of others, by the fact's name.</summary>
    public IReadOnlyDictionary<string, string> Assumed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether an answer was shown, so that a move answers again.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Whether other orders were asked for.</summary>
    public bool ShowsOthers { get; init; }

    /// <summary>Which choice the doctor got, from 1; empty when not asked.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Reads what was posted.</summary>
    public static OrderForm From(IFormCollection posted)
    {
        ArgumentNullException.ThrowIfNull(posted);
        return new OrderForm
        {
            Year = posted["year"].ToString(),
            Tier = posted["tier"].ToString(),
            Linked = posted["linked"].ToString() is var linked and (SameOrder or OtherOrder) ? linked : Alone,
            Partner = posted["partner"].ToString(),
            Schools = All(posted["school"]),
            Positions = All(posted["position"]),
            Placed = int.TryParse(posted["placed"], NumberStyles.None, CultureInfo.InvariantCulture, out var placed) ? placed : 0,
            Chosen = posted["chosen"].ToString(),
            Assumed = AssumptionFields.ToDictionary(field => field, field => posted[field].ToString(), StringComparer.Ordinal),
            IsAnswered = posted["answered"] == "1",
            ShowsOthers = posted["others"] == "1",
            Outcome = posted["outcome"].ToString(),
        };
    }

    /// <summary>The partner's order: <c>null</c> when alone, or when it is another one and was not written.</summary>
    public (int[]? Order, string? Fault) PartnersOrder(FoundationSchools schools, int[] own)
    {
        ArgumentNullException.ThrowIfNull(schools);
        switch (Linked)
        {
            case SameOrder:
                return (own, null);
            case OtherOrder:
                var names = Partner.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (names.Length == 0)
                {
                    return (null, null);
                }

                var (order, fault) = schools.ReadOrder(names);
                return fault is null ? (order, null) : (null, fault);
            default:
                return (null, null);
        }
    }

    /// <summary>
    /// Puts every school whose typed position is not the one it has where it was typed, and lets the others keep their order around them.
    /// Positions that are no number from 1 to the number of schools are errors.
    /// </summary>
    public static (int[] Order, IReadOnlyList<FieldError> Errors) Place(int[] order, IReadOnlyList<string> positions, Func<int, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(positions);
        var errors = new List<FieldError>();
        var placed = new int?[order.Length];
        var rest = new Queue<int>();
        for (var i = 0; i < order.Length; i++)
        {
            var typed = i < positions.Count ? positions[i].Trim() : "";
            if (typed.Length == 0 || typed == (i + 1).ToString(CultureInfo.InvariantCulture))
            {
                rest.Enqueue(order[i]);
            }
            else if (Position(typed, order.Length) is not { } position)
            {
                errors.Add(NoPosition(order[i], nameOf(order[i]), order.Length));
                rest.Enqueue(order[i]);
            }
            else if (placed[position - 1] is { } other)
            {
                errors.Add(new FieldError($"position-{order[i]}", $"{nameOf(order[i])} and {nameOf(other)} cannot both be number {position}."));
                rest.Enqueue(order[i]);
            }
            else
            {
                placed[position - 1] = order[i];
            }
        }

        return errors.Count > 0 ? (order, errors) : ([.. placed.Select(school => school ?? rest.Dequeue())], errors);
    }

    /// <summary>A typed position, from 1; <c>null</c> when it is no whole number within the list.</summary>
    public static int? Position(string typed, int schools) =>
        int.TryParse(typed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var position)
            && position >= 1
            && position <= schools
            ? position
            : null;

    /// <summary>What is wrong where a position cannot be read.</summary>
    public static FieldError NoPosition(int school, string name, int schools) => new($"position-{school}", $"{name}: write a position from 1 to {schools}.");

    private static List<string> All(StringValues values) => [.. values.Select(value => value ?? "").Take(64)];
}
