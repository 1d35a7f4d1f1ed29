using Gradus.Data.Content.Guidance;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Data.Content;

/// <summary>One system's content.</summary>
public sealed record SystemContent
{
    /// <summary>Its name, such as <c>less-than-full-time</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its figures, in the order of <c>rules.yaml</c>.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Its dated things to do.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>Its tables.</summary>
    public required IReadOnlyList<ContentTable> Tables { get; init; }

    /// <summary>Its worked examples.</summary>
    public IReadOnlyList<WorkedExample> Examples { get; init; } = [];

    /// <summary>Its pages; the first is <c>guidance.md</c>. Empty when only figures were asked for.</summary>
    public IReadOnlyList<GuidancePage> Pages { get; init; } = [];
}

/// <summary>All words and figures, read once and unchanging.</summary>
public sealed class ContentLibrary
{
    private readonly Lazy<IReadOnlyDictionary<string, Source>> sources;

    internal ContentLibrary(string edition, Lazy<IReadOnlyDictionary<string, Source>> sources, IReadOnlyList<SystemContent> systems,
        IReadOnlyDictionary<string, string[]>? synonyms = null, IReadOnlyList<SearchCase>? searchCases = null, IReadOnlyList<Rehearsal>? rehearsals = null,
        IReadOnlyDictionary<Type, Lazy<object>>? made = null)
    {
        this.sources = sources;
        SearchCases = searchCases ?? [];
        Rehearsals = rehearsals ?? [];
        Synonyms = synonyms ?? new Dictionary<string, string[]>(StringComparer.Ordinal);
        Edition = edition;
        Systems = systems;
        Figures = systems.SelectMany(system => system.Figures).ToDictionary(figure => figure.Name, StringComparer.Ordinal);
        Book = new RuleBook(
            Figures,
            systems.SelectMany(system => system.Tables.Select(table => (Name: $"{system.Name}/{table.Name}", Table: table)))
                .ToDictionary(named => named.Name, named => named.Table, StringComparer.Ordinal),
            source => SourceOf(source)?.Read,
            edition,
            made);
        Pages = [.. systems.SelectMany(system => system.Pages)];
        Milestones = [.. systems.SelectMany(system => system.Milestones).OrderBy(milestone => milestone.First).ThenBy(milestone => milestone.Id, StringComparer.Ordinal)];
    }

    /// <summary>The edition: the first 12 hexadecimal digits of a hash over every file of the content folder. Every answer carries it.</summary>
    public string Edition { get; }

    /// <summary>Figures and tables as rules look them up.</summary>
    public RuleBook Book { get; }

    /// <summary>Every source, by id; read when first asked for where only figures were loaded.</summary>
    public IReadOnlyDictionary<string, Source> Sources => sources.Value;

    /// <summary>A source by its id; <c>null</c> when there is none, or no id.</summary>
    public Source? SourceOf(string? id) => id is null ? null : Sources.GetValueOrDefault(id);

    /// <summary>Words that doctors use, each with what the pages call it, from <c>synonyms.yaml</c>.</summary>
    public IReadOnlyDictionary<string, string[]> Synonyms { get; }

    /// <summary>What doctors type, each with the pages of which search must find one, from <c>search-cases.yaml</c>.</summary>
    public IReadOnlyList<SearchCase> SearchCases { get; }

    /// <summary>Invented patients to hand over, from <c>handover/rehearsals.yaml</c>.</summary>
    public IReadOnlyList<Rehearsal> Rehearsals { get; }

    /// <summary>The systems, in the order of <see cref="Rooms.All"/>.</summary>
    public IReadOnlyList<SystemContent> Systems { get; }

    /// <summary>Every figure, by <c>system/key</c>.</summary>
    public IReadOnlyDictionary<string, Figure> Figures { get; }

    /// <summary>Every page of guidance.</summary>
    public IReadOnlyList<GuidancePage> Pages { get; }

    /// <summary>Every dated thing to do, in the order of its first day.</summary>
    public IReadOnlyList<Milestone> Milestones { get; }

    /// <summary>The system of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none, or it was not read.</exception>
    public SystemContent System(string name) =>
        Systems.FirstOrDefault(system => system.Name == name) ?? throw new KeyNotFoundException($"There is no system “{name}” in the content that was read.");

    /// <summary>The worked examples of a tool: those of its room that name it, or that name none where the room has one declared tool.</summary>
    public IReadOnlyList<WorkedExample> ExamplesOf(Tool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return [.. (Systems.FirstOrDefault(system => system.Name == tool.Room)?.Examples ?? []).Where(example => (example.Tool ?? tool.Key) == tool.Key)];
    }

    /// <summary>The page at an address; <c>null</c> when there is none.</summary>
    public GuidancePage? PageAt(string address) => Pages.FirstOrDefault(page => page.Address == address);
}
