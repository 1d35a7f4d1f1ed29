using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Facts;

/// <summary>A day and a time of day in London, to the minute, as a letter or a screen shows it: <c>2027-04-08T11:05</c>. It knows no zone: London is meant.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time, whole minutes.</param>
[JsonConverter(typeof(MomentConverter))]
public readonly record struct Moment(DateOnly Day, TimeOnly Time)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>As data has it.</summary>
    public override string ToString() => Day.ToDateTime(Time).ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> writes; <c>null</c> when it is anything else.</summary>
    public static Moment? Parse(string? text) => DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
        ? new Moment(DateOnly.FromDateTime(read), TimeOnly.FromDateTime(read))
        : null;
}

/// <summary>Reads and writes a moment as text.</summary>
public sealed class MomentConverter : JsonConverter<Moment>
{
    /// <inheritdoc/>
    public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? Moment.Parse(reader.GetString()) : null)
            ?? throw new JsonException("Expected a day and a time in London, such as 2027-04-08T11:05.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
