using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>Lists of ids, held one after another in one array.</summary>
internal static class IdLists
{
    /// <summary>Makes room for as many ids as a field of this length can hold: each takes a byte at least, and a semicolon.</summary>
    public static void EnsureRoom(ref int[] array, int count, int start, int end)
    {
        var needed = count + ((end - start) / 2) + 1;
        if (needed <= array.Length)
        {
            return;
        }

        var larger = LargeArray.Allocate<int>(int.Max(needed, 2 * array.Length));
        array.AsSpan(0, count).CopyTo(larger);
        array = larger;
    }
}
