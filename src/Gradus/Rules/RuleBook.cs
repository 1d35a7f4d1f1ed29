namespace Gradus.Rules;

/// <summary>Figures and tables by name: all that rules may look up.</summary>
/// <param name="figures">The figures, by <c>room/key</c>.</param>
/// <param name="tables">The tables, by <c>room/name</c>.</param>
/// <param name="readOn">The day on which a source was read, by its id; <c>null</c> when there is no such source.</param>
/// <param name="edition">The edition of the content.</param>
/// <param name="made">What is made of a room's content as a whole, such as the model of the specialty explorer, by its type; each is made when it is first asked for.</param>
public sealed class RuleBook(IReadOnlyDictionary<string, Figure> figures, IReadOnlyDictionary<string, ContentTable> tables, Func<string, DateOnly?> readOn,
    string edition, IReadOnlyDictionary<Type, Lazy<object>>? made = null)
{
    /// <summary>The figures, by <c>room/key</c>.</summary>
    public IReadOnlyDictionary<string, Figure> Figures => figures;

    /// <summary>The tables, by <c>room/name</c>.</summary>
    public IReadOnlyDictionary<string, ContentTable> Tables => tables;

    /// <summary>The edition of the content.</summary>
    public string Edition => edition;

    /// <summary>What is made of a room's content as a whole.</summary>
    /// <exception cref="KeyNotFoundException">Nothing of that type is made.</exception>
    public object Made(Type type) => made?.GetValueOrDefault(type)?.Value ?? throw new KeyNotFoundException($"No {type?.Name} is made of this content.");

    /// <summary>A figure as it was known on a day: values published later are left out. Where none was known, one that nobody had published yet.</summary>
    public Figure AsAt(Figure figure, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.History.AsAt(on, readOn) is not { } known ? figure with { History = NothingYet }
            : ReferenceEquals(known, figure.History) ? figure
            : figure with { History = known };
    }

    private static Effective<Amount> NothingYet { get; } = new(
        [new Dated<Amount> { From = null, Nations = Nations.UnitedKingdom, Value = Amount.Unknown, Status = Status.Unpublished,
            Note = "On the date asked about nothing had been published." }]);
}
