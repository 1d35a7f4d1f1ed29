using System.Numerics;
using System.Runtime.CompilerServices;
using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>Ids in the fields of a file: what may be one, and where one ends in a list.</summary>
internal static unsafe class IdFields
{
    private const int LongestId = 1024;

    /// <summary>Adds the id in a field to a table and gives its number.</summary>
    /// <exception cref="InputException">It is no id, is there already, or differs from one there in case or white space alone.</exception>
    public static int Add(CsvReader file, int field, IdTable table, SamePerson same, string kind)
    {
        var id = file.Field(field);
        var (start, _) = file.Range(field);
        Require(file, start, id, kind);
        var number = table.Add(id);
        if (number < 0)
        {
            throw file.Error(field, 0, $"every {kind} once; “{CsvReader.Excerpt(id)}” is there already");
        }

        return same.Met(id, table, number) is not { } other ? number
            : throw file.Error(field, 0, $"every {kind} once; “{CsvReader.Excerpt(id)}” differs from “{table[other]}” in case or white space alone");
    }

    private static string Article(string kind) => kind is ['a', ..] ? "an " + kind : "a " + kind;

    /// <summary>Refuses what is no id: nothing, too long, or with a semicolon or control character.</summary>
    public static void Require(CsvReader file, int at, ReadOnlySpan<byte> id, string kind)
    {
        if (id.Length is 0 or > LongestId)
        {
            throw file.ErrorAt(at, id.Length == 0 ? $"the id of {Article(kind)}, found nothing" : $"an id of at most {LongestId} bytes");
        }

        foreach (var value in id)
        {
            if (value is <= 0x1F or (byte)';')
            {
                throw file.ErrorAt(at, $"an id of {Article(kind)} without semicolons and control characters");
            }
        }
    }

    /// <summary>
    /// Finds the semicolon or the end within the next eight bytes, all at once. The bytes before it are then the whole id.
    /// Setting a zero byte's highest bit is exact for the lowest one found: Warren, “Hacker’s Delight”, 6-1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortToken Short(byte* at, int remaining)
    {
        var word = Unsafe.ReadUnaligned<ulong>(at);
        var marked = word ^ 0x3B3B_3B3B_3B3B_3B3B;
        marked = (marked - 0x0101_0101_0101_0101) & ~marked & 0x8080_8080_8080_8080;
        if (remaining < sizeof(ulong))
        {
            marked |= 0x80UL << (8 * remaining);
        }

        if (marked == 0)
        {
            return new ShortToken(0, -1);
        }

        var length = BitOperations.TrailingZeroCount(marked) >> 3;
        return new ShortToken(IdTable.ShortKey(word & ((1UL << (8 * length)) - 1), length), length);
    }

    /// <summary>The length of the id that begins at a place, up to the next semicolon or the end.</summary>
    public static int Long(byte* text, int at, int end)
    {
        var rest = new ReadOnlySpan<byte>(text + at, end - at);
        var length = rest.IndexOf((byte)';');
        return length < 0 ? rest.Length : length;
    }
}

/// <summary>
/// The key and the length of an id that is short enough to have one; the length is −1 when it is not. A struct of our own and not a tuple: compiled ahead of
/// time with the library, where a tuple of these types would first run uncompiled, millions of times.
/// </summary>
internal readonly record struct ShortToken(ulong Key, int Length);
