using System.Security.Cryptography;
using System.Text;
using Gradus.Data.Content.Files;
using Gradus.Data.Content.Guidance;
using Gradus.Data.Search;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Gradus.Tools;

namespace Gradus.Data.Content;

/// <summary>Reads the content folder strictly.</summary>
public static class ContentLoader
{
    private const long LongestFile = 8 * 1024 * 1024;
    private const int DeepestFolder = 8;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads everything.</summary>
    /// <exception cref="ContentFaultsException">Something is not as it must be; every fault is listed.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ContentLibrary Load(string directory) => Sound(Read(directory, explorer: null));

    /// <summary>Reads everything; what the specialty explorer's tables come to, somebody else makes of them once for all.</summary>
    /// <param name="directory">The content folder.</param>
    /// <param name="explorer">The content of the specialty explorer, asked for when its model is first needed.</param>
    public static ContentLibrary Load(string directory, Func<SpecialtyExplorerContent> explorer)
    {
        ArgumentNullException.ThrowIfNull(explorer);
        return Sound(Read(directory, explorer));
    }

    /// <summary>
    /// Reads the figures and tables of some systems, each once, and nothing else: what one calculation needs, quickly. Sources are cited by id and not checked;
    /// they are read when first asked for.
    /// </summary>
    /// <exception cref="ContentFaultsException">Something in what was read is not as it must be.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ContentLibrary LoadFigures(string directory, params IReadOnlyList<string> systems)
    {
        var folder = new ContentFolder(directory);
        var faults = new List<ContentFault>();
        var content = systems.Distinct(StringComparer.Ordinal).Select(system => ReadFigures(folder, system, new CitationLog(), faults)).ToList();
        return faults.Count == 0
            ? new ContentLibrary(folder.Edition(), new(() => LoadSources(directory)), content, made: Made(() => SpecialtyExplorerContent.Load(directory)))
            : throw new ContentFaultsException(faults);
    }

    /// <summary>Reads the tables of one system and nothing else, as strictly as ever. Sources are cited by id and not checked.</summary>
    /// <exception cref="ContentFaultsException">Something in what was read is not as it must be.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<ContentTable> LoadTables(string directory, string system)
    {
        var faults = new List<ContentFault>();
        var tables = ReadTables(new ContentFolder(directory), system, new CitationLog(), faults);
        return faults.Count == 0 ? tables : throw new ContentFaultsException(faults);
    }

    /// <summary>Reads the sources and nothing else.</summary>
    /// <exception cref="ContentFaultsException">A source is not as it must be.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyDictionary<string, Source> LoadSources(string directory) =>
        LoadOne(directory, "sources.yaml", file => SourcesFile.Read(file).ToDictionary(pair => pair.Key, pair => pair.Value.Source, StringComparer.Ordinal));

    /// <summary>Reads the worked examples of one system and nothing else.</summary>
    /// <exception cref="ContentFaultsException">An example is not as it must be, or there are none.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<WorkedExample> LoadExamples(string directory, string system) => LoadOne(directory, $"{system}/examples.yaml", ExamplesFile.Read);

    /// <summary>The edition of a content folder, without reading what it says.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string EditionOf(string directory) => new ContentFolder(directory).Edition();

    /// <summary>Reads everything and reports the faults beside what could be read.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static (ContentLibrary Library, IReadOnlyList<ContentFault> Faults) Read(string directory) => Read(directory, explorer: null);

    private static (ContentLibrary Library, IReadOnlyList<ContentFault> Faults) Read(string directory, Func<SpecialtyExplorerContent>? explorer)
    {
        var folder = new ContentFolder(directory);
        var faults = new List<ContentFault>();
        var citations = new CitationLog();
        var sourcesFile = folder.Open("sources.yaml", faults);
        var sources = sourcesFile is null ? [] : SourcesFile.Read(sourcesFile);
        var systems = Rooms.All.Select(name => ReadSystem(folder, name, citations, faults)).ToList();
        var figures = systems.SelectMany(system => system.Figures).ToDictionary(figure => figure.Name, StringComparer.Ordinal);
        CheckFigures(systems, figures, faults);
        var addresses = Rooms.All.SelectMany(name => Rooms.PagesOf(name).Select(page => $"/{name}/{page}").Prepend("/" + name))
            .Concat(Rooms.OtherAddresses)
                .Concat(folder.Under("specialty-explorer/specialties/", ".md").Select(path => "/specialty-explorer/" + Path.GetFileNameWithoutExtension(path)))
                .ToHashSet(StringComparer.Ordinal);
        systems = systems.ConvertAll(system => system with { Pages = ReadPages(folder, system, figures, addresses, citations, faults) });

        foreach (var path in folder.Under("specialty-explorer/specialties/", ".md"))
        {
            if (folder.Open(path, faults) is { } file)
            {
                SpecialtyPageFile.CheckSources(file, citations);
            }
        }

        if (sourcesFile is not null)
        {
            CiteFromCode(sourcesFile, citations);
        }

        var cited = citations.Check(sources.Keys.ToHashSet(StringComparer.Ordinal));
        // A survey is named among the sources before its profiles cite it: an import that is cut off between the two leaves sound content.
        foreach (var (id, (_, line)) in sources.Where(pair => !cited.Contains(pair.Key) && pair.Key != SurveyAggregator.SourceId))
        {
            sourcesFile!.Fault(line, 1, $"nothing cites the source “{id}”");
        }

        var synonyms = ReadSynonyms(folder, faults);
        var searchCases = folder.OpenIfThere("search-cases.yaml", faults) is { } casesFile
            ? SearchCasesFile.Read(casesFile, [.. addresses, .. figures.Keys.Select(name => "/figures/" + name)])
            : [];
        var rehearsals = folder.OpenIfThere("handover/rehearsals.yaml", faults) is { } rehearsalsFile ? RehearsalsFile.Read(rehearsalsFile) : [];
        folder.ReportStrangers(faults);
        var library = new ContentLibrary(folder.Edition(), new(sources.ToDictionary(pair => pair.Key, pair => pair.Value.Source, StringComparer.Ordinal)),
            systems, synonyms, searchCases, rehearsals,
            Made(explorer ?? (() => SpecialtyExplorerContent.Of(systems.Single(system => system.Name == SpecialtyExplorerContent.System).Tables, directory))));
        return (library, [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)]);
    }

    private static ContentLibrary Sound((ContentLibrary Library, IReadOnlyList<ContentFault> Faults) read) =>
        read.Faults.Count == 0 ? read.Library : throw new ContentFaultsException(read.Faults);

    private static Dictionary<Type, Lazy<object>> Made(Func<SpecialtyExplorerContent> explorer) => new() { [typeof(ExplorerModel)] = new(() => explorer().CreateModel()) };

    private static T LoadOne<T>(string directory, string path, Func<ContentFile, T> read)
    {
        var faults = new List<ContentFault>();
        var value = new ContentFolder(directory).Open(path, faults) is { } file ? read(file) : default;
        return faults.Count == 0 ? value! : throw new ContentFaultsException(faults);
    }

    // A table may name figures: each must stand in the rules of its own room or of the one that it names.
    private static void CheckFigures(List<SystemContent> systems, Dictionary<string, Figure> figures, List<ContentFault> faults)
    {
        foreach (var (system, table) in systems.SelectMany(system => system.Tables.Select(table => (system, table))))
        {
            foreach (var (at, column) in table.Columns.Index().Where(column => column.Item.Type == ColumnType.Figures))
            {
                foreach (var (index, row) in table.Rows.Index())
                {
                    faults.AddRange(row[at].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Where(key => !figures.ContainsKey(key.Contains('/', StringComparison.Ordinal) ? key : $"{system.Name}/{key}"))
                        .Select(key => new ContentFault($"{system.Name}/tables/{table.Name}.csv", table.Lines[index], at + 1,
                            $"the cell “{column.Name}” names the figure “{key}”, which is not in rules.yaml")));
                }
            }
        }
    }

    // Reasons that rest on no figure cite their source in code: those sources must stand here too.
    private static void CiteFromCode(ContentFile sourcesFile, CitationLog citations)
    {
        foreach (var id in AllTools.Declared.SelectMany(tool => tool.Sources).Distinct(StringComparer.Ordinal))
        {
            citations.Add(sourcesFile, line: 0, column: 0, id);
        }
    }

    private static Dictionary<string, string[]> ReadSynonyms(ContentFolder folder, List<ContentFault> faults)
    {
        var synonyms = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (folder.Open("synonyms.yaml", faults) is { } file && file.Mapping() is { } root)
        {
            var fields = new YamlFields(file, root);
            foreach (var (phrase, _, _) in fields.Entries)
            {
                synonyms[string.Join(' ', SearchText.Words(phrase).Select(found => found.Word))] = [.. fields.List(phrase).Select(entry => entry.Value)];
            }
        }

        return synonyms;
    }

    private static SystemContent ReadSystem(ContentFolder folder, string name, CitationLog citations, List<ContentFault> faults) =>
        ReadFigures(folder, name, citations, faults) with
        {
            Milestones = folder.OpenIfThere($"{name}/milestones.yaml", faults) is { } milestones ? MilestonesFile.Read(milestones, name, citations) : [],
            Examples = folder.OpenIfThere($"{name}/examples.yaml", faults) is { } examples ? ExamplesFile.Read(examples) : [],
        };

    private static SystemContent ReadFigures(ContentFolder folder, string name, CitationLog citations, List<ContentFault> faults)
    {
        var tables = ReadTables(folder, name, citations, faults);
        return new SystemContent { Name = name, Figures = folder.Open($"{name}/rules.yaml", faults) is { } rules ? RulesFile.Read(rules, name, citations) : [], Tables = tables };
    }

    private static List<ContentTable> ReadTables(ContentFolder folder, string name, CitationLog citations, List<ContentFault> faults)
    {
        var csvFiles = folder.Under($"{name}/tables/", ".csv")
            .Select(path => (Name: Path.GetFileNameWithoutExtension(path), File: folder.Open(path, faults)))
            .Where(table => table.File is not null)
            .ToDictionary(table => table.Name, table => table.File!, StringComparer.Ordinal);
        var columns = folder.OpenIfThere($"{name}/tables/columns.yaml", faults);
        return columns is null && csvFiles.Count == 0 ? [] : TablesFile.Read(columns, csvFiles, citations);
    }

    private static List<GuidancePage> ReadPages(ContentFolder folder, SystemContent system, Dictionary<string, Figure> figures, HashSet<string> addresses,
        CitationLog citations, List<ContentFault> faults)
    {
        var pages = new List<GuidancePage>();
        foreach (var (path, address) in Rooms.PagesOf(system.Name)
            .Select(page => ($"{system.Name}/{page}.md", $"/{system.Name}/{page}"))
            .Prepend(($"{system.Name}/guidance.md", "/" + system.Name)))
        {
            if (folder.Open(path, faults) is { } file && GuidanceFile.Read(file, system.Name, address) is var (page, offset))
            {
                new GuidanceReferences(file, page, offset, system, figures, addresses, citations).Check();
                pages.Add(page);
            }
        }

        return pages;
    }

    /// <summary>The files of the content folder, each read once.</summary>
    private sealed class ContentFolder
    {
        private readonly string _root;
        private readonly List<string> _paths;
        private readonly Dictionary<string, byte[]> _bytes = new(StringComparer.Ordinal);
        private readonly HashSet<string> _opened = new(StringComparer.Ordinal);

        public ContentFolder(string directory)
        {
            _root = Path.GetFullPath(directory);
            if (!Directory.Exists(_root))
            {
                throw new DirectoryNotFoundException($"There is no content folder at {_root}.");
            }

            _paths = [.. FilesUnder(_root, depth: 0)
                .Select(path => Path.GetRelativePath(_root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part.StartsWith('.') || part.EndsWith('~')) && !WrittenAside.IsAside(path))
                .Order(StringComparer.Ordinal)];
        }

        public IEnumerable<string> Under(string folder, string extension) =>
            _paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(extension, StringComparison.Ordinal));

        public ContentFile? OpenIfThere(string path, List<ContentFault> faults) => _paths.Contains(path) ? Open(path, faults) : null;

        public ContentFile? Open(string path, List<ContentFault> faults)
        {
            if (!_paths.Contains(path))
            {
                faults.Add(new ContentFault(path, 0, 0, "the file is missing"));
                return null;
            }

            _opened.Add(path);
            var bytes = Bytes(path);
            try
            {
                var text = StrictUtf8.GetString(bytes.AsSpan(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0)).Replace("\r\n", "\n", StringComparison.Ordinal);
                return new ContentFile(path, text, faults);
            }
            catch (DecoderFallbackException e)
            {
                var line = bytes.AsSpan(0, Math.Max(0, e.Index)).Count((byte)'\n') + 1;
                faults.Add(new ContentFault(path, line, 1, "the file is not UTF-8"));
                return null;
            }
        }

        // What nobody opened is misspelt or does not belong here; raw material that tables are derived from is not read.
        public void ReportStrangers(List<ContentFault> faults)
        {
            foreach (var path in _paths.Where(path => !_opened.Contains(path)))
            {
                var parts = path.Split('/');
                if (parts.Length > 1 && !Rooms.All.Contains(parts[0]))
                {
                    faults.Add(new ContentFault(path, 0, 0, $"there is no system “{parts[0]}”"));
                }
                else if (parts is not [_, "raw", ..])
                {
                    faults.Add(new ContentFault(path, 0, 0, "nothing reads this file: its name is misspelt, or it does not belong here"));
                }
            }
        }

        public string Edition()
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var path in _paths)
            {
                var bytes = Bytes(path);
                hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{bytes.Length}\n"));
                hash.AppendData(bytes);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
        }

        // A link that leads back above itself would go on for ever.
        private static IEnumerable<string> FilesUnder(string folder, int depth)
        {
            if (depth > DeepestFolder)
            {
                throw new InvalidDataException($"The content folder is nested deeper than {DeepestFolder} folders at {folder}: a link there leads back to where it stands, or this is no content folder.");
            }

            return Directory.EnumerateFiles(folder)
                .Concat(Directory.EnumerateDirectories(folder).Where(one => Path.GetFileName(one) is not ['.', ..]).SelectMany(one => FilesUnder(one, depth + 1)));
        }

        private byte[] Bytes(string path)
        {
            if (!_bytes.TryGetValue(path, out var bytes))
            {
                var file = new FileInfo(Path.Combine(_root, path));
                bytes = Length(file, path) switch
                {
                    > LongestFile => throw new InvalidDataException($"{path} is longer than {LongestFile / (1024 * 1024)} MB. Content is read whole; a file as long as this is not content."),
                    0 when !IsEmpty(file) => throw new InvalidDataException($"{path} is no ordinary file but a pipe or a device. Put a file in its place."),
                    0 => [],
                    _ => File.ReadAllBytes(file.FullName),
                };
                _bytes[path] = bytes;
            }

            return bytes;
        }

        // A pipe waits to be opened until somebody writes, a device gives bytes without end; both say that they are empty.
        private static bool IsEmpty(FileInfo file)
        {
            var look = Task.Run(() =>
            {
                using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
                return stream.ReadByte() < 0;
            });
            return look.Wait(TimeSpan.FromSeconds(1)) && look.Result;
        }

        private static long Length(FileInfo file, string path)
        {
            try
            {
                return (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
            }
            catch (IOException e)
            {
                throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
            }
        }
    }
}
