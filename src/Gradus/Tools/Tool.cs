using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gradus.Facts;
using Gradus.Rules;

namespace Gradus.Tools;

/// <summary>What a tool does with what it is told.</summary>
[JsonConverter(typeof(Keys<ToolKind>))]
public enum ToolKind
{
    /// <summary>Works out a date, a sum or a number.</summary>
    WorkOut,
    /// <summary>Checks whether something is so, or whether something is missing.</summary>
    Check,
    /// <summary>Sets things side by side.</summary>
    Compare,
    /// <summary>Says what to do by when.</summary>
    Plan,
    /// <summary>Writes something: a letter, a sheet, a list.</summary>
    Write,
}

/// <summary>A tool as search, the rooms and the lists know it.</summary>
public abstract class Tool
{
    /// <summary>The room it belongs to, such as <c>less-than-full-time</c>.</summary>
    public required string Room { get; init; }

    /// <summary>Its name in addresses and commands, such as <c>completion-date</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The question it answers, which makes sense alone: “When do I finish training?”</summary>
    public required string Question { get; init; }

    /// <summary>The one name by which card, crumb, heading, title and search call it: “Completion date”.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a sentence or two of at most 140 letters: it stands above the form, and a telephone should show both.</summary>
    public required string Words { get; init; }

    /// <summary>Words by which doctors look for it and which stand neither in its question nor in <see cref="Words"/>: search reads them, nobody sees them.</summary>
    public string SearchedAs { get; init; } = "";

    /// <summary>What it does.</summary>
    public required ToolKind Kind { get; init; }

    /// <summary>About how many minutes it takes.</summary>
    public int Minutes { get; init; } = 2;

    /// <summary>Whether the facts are nobody else's business: then they are posted, and never in an address or a log.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The address of the tool that a reader is likely to want next; <c>null</c> for none.</summary>
    public string? Next { get; init; }

    /// <summary>Its page, and under <c>/api</c> its call: <c>/less-than-full-time/completion-date</c>.</summary>
    public string Address => field ??= $"/{Room}/{Key}";
}

/// <summary>A tool that is a page of its own, with nothing of the workbench but its place in the lists.</summary>
public sealed class ToolPage : Tool;

/// <summary>Something in the content with which a tool could not answer.</summary>
/// <param name="File">The file, from the content folder.</param>
/// <param name="Line">The line, from 1; 0 for the whole file.</param>
/// <param name="Says">What is wrong and what was expected.</param>
public sealed record ContentComplaint(string File, int Line, string Says);

/// <summary>A tool that is declared with its facts, its figures, its rule and its answer: page, API, command, saved file and examples follow.</summary>
public abstract class DeclaredTool : Tool
{
    /// <summary>The rooms whose content it reads, its own first.</summary>
    public abstract IReadOnlyList<string> Needs { get; }

    /// <summary>The figures and tables that it reads, as <c>room/key</c>.</summary>
    public abstract IReadOnlyList<string> Reads { get; }

    /// <summary>The shape of its facts.</summary>
    public abstract FactsShape Shape { get; }

    /// <summary>The record of its facts.</summary>
    public abstract Type FactsType { get; }

    /// <summary>The record of its answer.</summary>
    public abstract Type AnswerType { get; }

    /// <summary>The answer as JSON Schema.</summary>
    public abstract JsonNode AnswerSchema();

    /// <summary>Sources that it cites without a figure, by id: they must stand in the content and count as cited.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether its page is one of its own, which only takes reader, API and command from the workbench.</summary>
    public bool HasOwnPage { get; init; }

    /// <summary>Says what only the tool can see to be wrong with content that is otherwise sound, such as steps in a circle; <c>null</c> when nothing can be.</summary>
    public Func<RuleBook, IEnumerable<ContentComplaint>>? CheckContent { get; init; }

    /// <summary>Whether an answer is so much work that it counts as many requests, and that one address's questions wait for one another.</summary>
    public bool IsHeavy { get; init; }

    /// <summary>
    /// Whether the rule says itself what was told without effect. Otherwise the workbench finds it by leaving each fact out; not where an answer is so much
    /// work that it cannot be worked out again.
    /// </summary>
    public bool SaysWhatIsUnused { get; init; }

    /// <summary>Another name of the command's option for a file of facts, such as <c>--answers</c>; <c>null</c> for none.</summary>
    public string? FactsOption { get; init; }

    /// <summary>
    /// Makes the facts of a folder of saved files of another tool, for a tool that puts many together; <c>null</c> for none. Throws
    /// <see cref="InvalidDataException"/> for a file that is none of these.
    /// </summary>
    public Func<IReadOnlyList<SavedFacts>, byte[]>? OfFolder { get; init; }

    /// <summary>
    /// The fact on which it rests what a page offers for others, such as the framework whose items may be chosen; <c>null</c> for none. A page has a button beside
    /// it that lays the choices out.
    /// </summary>
    public string? OffersBy { get; init; }

    /// <summary>What the button says that lays them out.</summary>
    public string OffersAs { get; init; } = "Show what there is to choose for it";

    /// <summary>Everything that it needs and the content lacks, each with the file in which it is looked for.</summary>
    public abstract IReadOnlyList<ContentComplaint> Missing(RuleBook book);

    /// <summary>The tool with its content at hand.</summary>
    public abstract BoundTool Bind(RuleBook book);

    /// <summary>How facts are read and written: what was not given is left out.</summary>
    public static JsonSerializerOptions StrictFacts() => new(Written())
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 32,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>
    /// How answers are written: camelCase, letters as the writer has them. As the rooms' contexts declare it, since only then is the code used that the
    /// compiler wrote for each answer, not
    /// a walk through its members.
    /// </summary>
    public static JsonSerializerOptions Written() => new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectNullableAnnotations = true };
}

/// <summary>A saved file.</summary>
/// <param name="Name">Its name without the ending.</param>
/// <param name="Json">What it holds, as UTF-8.</param>
public sealed record SavedFacts(string Name, ReadOnlyMemory<byte> Json);

/// <summary>What a tool said: an answer, or what is wrong with the facts.</summary>
/// <param name="Answer">The answer; <c>null</c> when something is wrong.</param>
/// <param name="Facts">The facts as read; <c>null</c> when something is wrong.</param>
/// <param name="Errors">What is wrong; empty when nothing is.</param>
public sealed record ToolReply(ToolAnswer? Answer, ToolFacts? Facts, IReadOnlyList<FieldError> Errors);

/// <summary>Who asks: what stands where the facts say nothing.</summary>
/// <param name="On">The date asked about.</param>
/// <param name="Nation">The nation.</param>
/// <param name="WithTrace">Whether the figures that were read are to be said.</param>
/// <param name="OnGoesFirst">Whether the date goes before one in the facts, as an option of the command does.</param>
/// <param name="NationGoesFirst">Whether the nation goes before one in the facts.</param>
public sealed record Asking(DateOnly On, Nation Nation, bool WithTrace = false, bool OnGoesFirst = false, bool NationGoesFirst = false);

/// <summary>A tool with its content at hand.</summary>
public abstract class BoundTool(DeclaredTool tool)
{
    /// <summary>The tool.</summary>
    public DeclaredTool Tool => tool;

    /// <summary>The choices of a fact that takes keys of a table; empty when it takes any text.</summary>
    public abstract IReadOnlyList<Choice> ChoicesOf(FactsShape fact);

    /// <summary>What a page offers for a fact in the light of what was typed so far; <c>null</c> for the fact's own choices. It is not all that is taken.</summary>
    /// <param name="fact">The fact by its name, without the rows of lists: <c>evidence.item</c>.</param>
    /// <param name="typed">What was typed for a fact; empty when nothing was.</param>
    /// <param name="on">The date asked about.</param>
    public abstract IReadOnlyList<Choice>? Offered(string fact, Func<string, string> typed, DateOnly on);

    /// <summary>Reads facts and answers them.</summary>
    /// <param name="json">The facts, as UTF-8.</param>
    /// <param name="asking">Who asks.</param>
    public abstract ToolReply Answer(ReadOnlySpan<byte> json, Asking asking);

    /// <summary>Writes an answer.</summary>
    public abstract void Write(Utf8JsonWriter json, ToolAnswer answer);

    /// <summary>Writes facts as they are read.</summary>
    public abstract byte[] Write(ToolFacts facts);

    /// <summary>An answer as a file that people open: the same as the call gives, one member a line.</summary>
    public byte[] AsFile(ToolAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, answer);
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}

/// <summary>Works the answer out: pure, with the figures as they were known on the date asked about.</summary>
public delegate TAnswer Rule<in TFacts, in TFigures, out TAnswer>(TFacts facts, TFigures figures, DateOnly on, Nation nation);

/// <summary>A tool, declared once.</summary>
/// <typeparam name="TFacts">What it is told.</typeparam>
/// <typeparam name="TFigures">The figures and tables that it reads, named as in content.</typeparam>
/// <typeparam name="TAnswer">What it answers.</typeparam>
/// <param name="rule">The rule.</param>
/// <param name="json">Makes the room's serializer context with the workbench's options: <c>options => new ShadowingJson(options)</c>.</param>
public sealed class Tool<TFacts, TFigures, TAnswer>(Rule<TFacts, TFigures, TAnswer> rule, Func<JsonSerializerOptions, JsonSerializerContext> json) : DeclaredTool
    where TFacts : ToolFacts
    where TFigures : class
    where TAnswer : ToolAnswer
{
    private FactsReader<TFacts>? reader;
    private JsonTypeInfo<TAnswer>? answers;

    /// <summary>
    /// Says what is wrong between facts, or with a fact in the light of a figure; <c>null</c> when nothing can be. It is asked also when a single fact is wrong
    /// already, so that everything is said
    /// at once: a check that does a sum looks first whether the errors are none.
    /// </summary>
    public Action<TFacts, TFigures, FieldErrors>? Check { get; init; }

    /// <summary>What a page offers for a fact, by its name without rows, what was typed for another by its name, and the figures; <c>null</c> for the fact's own choices.</summary>
    public Func<string, Func<string, string>, TFigures, IReadOnlyList<Choice>?>? Offers { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs =>
        field ??= [.. FiguresBinder.Rooms(typeof(TFigures), Room).Concat(FactsShape.KeysIn(typeof(TFacts)).Select(keys => keys.Split('/')[0])).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => field ??= FiguresBinder.Names(typeof(TFigures), Room);

    /// <inheritdoc/>
    public override FactsShape Shape => Reader.Shape;

    /// <inheritdoc/>
    public override Type FactsType => typeof(TFacts);

    /// <inheritdoc/>
    public override Type AnswerType => typeof(TAnswer);

    internal FactsReader<TFacts> Reader => reader ??= new FactsReader<TFacts>((JsonTypeInfo<TFacts>)json(StrictFacts()).GetTypeInfo(typeof(TFacts))!);

    internal JsonTypeInfo<TAnswer> Answers => answers ??= (JsonTypeInfo<TAnswer>)json(Written()).GetTypeInfo(typeof(TAnswer))!;

    /// <inheritdoc/>
    public override IReadOnlyList<ContentComplaint> Missing(RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. FiguresBinder.Missing(typeof(TFigures), Room, book),
            .. FactsShape.KeysIn(typeof(TFacts)).Where(keys => TableKeys.Of(book, keys, namedBy: null) is null).Select(NoKeys)];
    }

    // Keys are written as room/table.column.
    private static ContentComplaint NoKeys(string keys) => keys.Split('/', '.') is [var room, var table, var column]
        ? new ContentComplaint(FiguresBinder.FileOf(room, table), 0, $"there is no such table, or no column “{column}” in it")
            : throw new InvalidOperationException($"“{keys}” is not written as room/table.column.");

    /// <inheritdoc/>
    public override JsonNode AnswerSchema() => Answers.GetJsonSchemaAsNode();

    /// <inheritdoc/>
    public override BoundTool Bind(RuleBook book) => new Bound(this, rule, book);

    private sealed class Bound(Tool<TFacts, TFigures, TAnswer> tool, Rule<TFacts, TFigures, TAnswer> rule, RuleBook book) : BoundTool(tool)
    {
        private readonly int mostKept = tool.IsHeavy ? 8 : 256; // A heavy tool's figures may keep what was worked out from them.
        private readonly System.Collections.Concurrent.ConcurrentDictionary<DateOnly, TFigures> figures = new();
        private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Keys, string? NamedBy), IReadOnlyList<Choice>> choices = new();

        private UnusedFacts Unused => field ??= new(tool.Shape, tool.Answers, ChoicesOf);

        public override IReadOnlyList<Choice> ChoicesOf(FactsShape fact) =>
            fact.Fact?.KeysOf is { } keys ? choices.GetOrAdd((keys, fact.Fact.NamedBy), of => TableKeys.Of(book, of.Keys, of.NamedBy) ?? []) : fact.Choices;

        public override IReadOnlyList<Choice>? Offered(string fact, Func<string, string> typed, DateOnly on) => tool.Offers?.Invoke(fact, typed, Known(on));

        public override ToolReply Answer(ReadOnlySpan<byte> json, Asking asking)
        {
            ArgumentNullException.ThrowIfNull(asking);
            List<FigureRead>? trace = asking.WithTrace ? [] : null;
            TFigures? known = null;
            var (on, nation) = (asking.On, asking.Nation);
            var read = tool.Reader.Read(json, (facts, errors) =>
            {
                on = asking.OnGoesFirst ? asking.On : facts.On ?? asking.On;
                nation = asking.NationGoesFirst ? asking.Nation : facts.Nation ?? asking.Nation;
                known = trace is null ? Known(on) : FiguresBinder.Of<TFigures>(tool.Room, book, on, trace.Add);
                FactsRules.Check(tool.Shape, facts, "", ChoicesOf, errors);
                tool.Check?.Invoke(facts, known, errors);
            });
            if (!read.IsValid)
            {
                return new ToolReply(Answer: null, Facts: null, read.Errors);
            }

            trace?.Clear();
            var answer = rule(read.Value, known!, on, nation);
            if (!tool.SaysWhatIsUnused && !tool.IsHeavy && Unused.Of(read.Value, answer, other => Again((TFacts)other, on, nation)) is { Count: > 0 } unused)
            {
                answer = answer with { Warnings = [.. answer.Warnings, .. unused] };
            }

            return new ToolReply(Finish(answer, on, nation, trace), read.Value, []);
        }

        private TAnswer? Again(TFacts facts, DateOnly on, Nation nation)
        {
            Thread.Yield(); // A question asked once does not wait for all the runs of another.
            var (known, errors) = (Known(on), new FieldErrors());
            FactsRules.Check(tool.Shape, facts, "", choicesOf: null, errors); // Keys are read already.
            tool.Check?.Invoke(facts, known, errors);
            return errors.None ? rule(facts, known, on, nation) : null;
        }

        public override void Write(Utf8JsonWriter json, ToolAnswer answer) => JsonSerializer.Serialize(json, (TAnswer)answer, tool.Answers);

        public override byte[] Write(ToolFacts facts) => tool.Reader.Write((TFacts)facts);

        private TFigures Known(DateOnly on)
        {
            if (figures.Count > mostKept)
            {
                figures.Clear();
            }

            return figures.GetOrAdd(on, static (day, of) => FiguresBinder.Of<TFigures>(of.tool.Room, of.book, day), (tool, book));
        }

        private TAnswer Finish(TAnswer answer, DateOnly on, Nation nation, List<FigureRead>? trace) => answer with
        {
            On = on,
            Nation = nation,
            RulesEdition = book.Edition,
            Milestones = answer.Milestones.Any(milestone => milestone.State is null) ? [.. answer.Milestones.Select(milestone => milestone.StatedOn(on))] : answer.Milestones,
            Trace = trace is null ? null : [.. trace.Select(read => read.Holds.Includes(nation) ? read with { Nation = nation } : read).Distinct()],
        };
    }
}
