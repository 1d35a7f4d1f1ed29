namespace Gradus.Rules;

/// <summary>Figures and tables by name: all that rules may look up.</summary>
/// <param name="figures">The figures, by <c>room/key</c>.</param>
/// <param name="tables">The tables, by <c>room/name</c>.</param>
/// <param name="readOn">The day on which a source was read, by its id; <c>null</c> when there is no such source.</param>
/// <param name="edition">The edition of the content.</param>
public sealed class RuleBook(IReadOnlyDictionary<string, Figure> figures, IReadOnlyDictionary<string, ContentTable> tables, Func<string, DateOnly?> readOn, string edition)
{
    /// <summary>The figures, by <c>room/key</c>.</summary>
    public IReadOnlyDictionary<string, Figure> Figures => figures;

    /// <summary>The tables, by <c>room/name</c>.</summary>
    public IReadOnlyDictionary<string, ContentTable> Tables => tables;

    /// <summary>The edition of the content.</summary>
    public string Edition => edition;

    /// <summary>A figure as it was known on a day: values published later are left out. Where none was known, one that nobody had published yet.</summary>
    public Figure AsAt(Figure figure, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.History.AsAt(on, readOn) is not { } known ? figure with { History = NothingYet }
            : ReferenceEquals(known, figure.History) ? figure
            : figure with { History = known };
    }

    private static Effective<Amount> NothingYet { get; } = new(
        [new Dated<Amount> { From = null, Nations = Nations.UnitedKingdom, Value = Amount.Unknown, Status = Status.Unpublished, Note = "On the date asked about nothing had been published." }]);
}
