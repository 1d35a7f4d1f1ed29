using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gradus.Data.Content.Files;

/// <summary>Reads YAML as its parser does, and stops where lists and mappings are nested deeper than any content is: what builds the tree calls itself for each level.</summary>
internal sealed class ShallowParser(string path, IParser parser) : IParser
{
    private const int Deepest = 64;

    private int _depth;

    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        var moved = parser.MoveNext();
        _depth += parser.Current?.NestingIncrease ?? 0;
        return _depth <= Deepest
            ? moved
            : throw new InvalidDataException($"{path}:{parser.Current!.Start.Line} cannot be read: lists and mappings are nested deeper than {Deepest}.");
    }
}
