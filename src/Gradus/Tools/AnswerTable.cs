using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gradus.Dates;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>A table of an answer: drawn on the page and the terminal, and had as CSV and as a sheet with numbers as numbers and days as days.</summary>
/// <param name="Key">Its name, for files.</param>
/// <param name="Caption">What it shows, in a few words.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with one cell for each column.</param>
public sealed record AnswerTable(string Key, string Caption, IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<IReadOnlyList<AnswerCell>> Rows)
{
    /// <summary>What is doubtful in the whole table and why; <c>null</c> when nothing is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Doubt { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Key">Its name in data.</param>
/// <param name="Heading">Its heading to a reader.</param>
/// <param name="Unit">How its numbers are shown: <c>GBP</c>, <c>%</c>, another unit's words, or <c>null</c> for bare numbers.</param>
public sealed record AnswerColumn(string Key, string Heading, string? Unit = null)
{
    /// <summary>
    /// The list of facts to which a cell's key may be added, so that the plan goes on from there: a page has a button for it, “Done”. <c>null</c> for none.
    /// </summary>
    [JsonIgnore]
    public string? DoneIn { get; init; }
}

/// <summary>A cell: words, a number, a day, yes or no, a status, or nothing.</summary>
[JsonConverter(typeof(AnswerCellConverter))]
public readonly record struct AnswerCell
{
    private AnswerCell(object? value) => Value = value;

    /// <summary>What it holds: a <see cref="string"/>, <see cref="decimal"/>, <see cref="DateOnly"/>, <see cref="bool"/>, <see cref="Status"/> or <c>null</c>.</summary>
    public object? Value { get; }

    /// <summary>An empty cell.</summary>
    public static AnswerCell None => default;

    /// <summary>Words.</summary>
    public static implicit operator AnswerCell(string? text) => new(text);

    /// <summary>A number.</summary>
    public static implicit operator AnswerCell(decimal? number) => new(number);

    /// <summary>A number.</summary>
    public static implicit operator AnswerCell(decimal number) => new(number);

    /// <summary>A whole number.</summary>
    public static implicit operator AnswerCell(int number) => new((decimal)number);

    /// <summary>A whole number.</summary>
    public static implicit operator AnswerCell(int? number) => new((decimal?)number);

    /// <summary>A day.</summary>
    public static implicit operator AnswerCell(DateOnly? day) => new(day);

    /// <summary>A day.</summary>
    public static implicit operator AnswerCell(DateOnly day) => new(day);

    /// <summary>Yes or no.</summary>
    public static implicit operator AnswerCell(bool isTrue) => new(isTrue);

    /// <summary>How sure something is.</summary>
    public static implicit operator AnswerCell(Status status) => new(status);

    /// <summary>As a reader sees it.</summary>
    /// <param name="unit">The column's unit.</param>
    public string Text(string? unit) => Value switch
    {
        null => "",
        decimal number when unit is not null => FigureText.Of(Amount.Of(number), unit),
        decimal number => FigureText.Digits(number),
        DateOnly day => day.ShortWords(),
        bool isTrue => isTrue ? "yes" : "no",
        Status status => status.Words(),
        var other => other.ToString()!,
    };

    /// <summary>As CSV has it: a day as 2033-08-02, a number with a point and nothing else.</summary>
    public string Plain => Value switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.Iso(),
        bool isTrue => isTrue ? "yes" : "no",
        Status status => status.Key(),
        var other => other.ToString()!,
    };
}

/// <summary>Writes a cell as what it holds.</summary>
public sealed class AnswerCellConverter : JsonConverter<AnswerCell>
{
    /// <inheritdoc/>
    public override AnswerCell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AnswerCell value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool isTrue:
                writer.WriteBooleanValue(isTrue);
                break;
            default:
                writer.WriteStringValue(value.Plain);
                break;
        }
    }
}
