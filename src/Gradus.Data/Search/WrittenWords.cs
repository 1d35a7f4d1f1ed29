namespace Gradus.Data.Search;

/// <summary>How words are written in the entries.</summary>
internal sealed class WrittenWords
{
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> _capitals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);

    /// <summary>The words that are written in capitals somewhere.</summary>
    public IReadOnlyCollection<string> Capitals => _capitals;

    /// <summary>Keeps a word.</summary>
    /// <param name="word">The word as the index holds it.</param>
    /// <param name="asWritten">The same as it stands in the text.</param>
    public void Add(string word, ReadOnlySpan<char> asWritten)
    {
        _whole.Add(word);
        if (char.IsLower(asWritten[0]))
        {
            _small.Add(word);
        }

        if (word.Length >= 2 && !asWritten[..word.Length].ContainsAnyExceptInRange('A', 'Z'))
        {
            _capitals.Add(word);
        }
    }

    /// <summary>Whether a word stands with a capital first and small letters after it, and never without the capital: Edinburgh, Kent.</summary>
    public bool IsName(string word) => _whole.Contains(word) && !_small.Contains(word) && !_capitals.Contains(word);

    /// <summary>The same word as it is kept, so that each is in memory once.</summary>
    public string Held(string word) => _whole.TryGetValue(word, out var held) ? held : word;

    /// <summary>Keeps two words that a hyphen joins.</summary>
    public void AddJoined(string one, string other) => _joined.TryAdd(one + other, one + " " + other);

    /// <summary>The words that are only ever written with a hyphen between their parts, joined, each with its parts.</summary>
    public IReadOnlyDictionary<string, string> OnlyJoined() => _joined.Where(pair => !_whole.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
}
