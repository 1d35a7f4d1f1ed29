using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using System.Text;

namespace Gradus.Matching.Instances;

/// <summary>
/// The ids of applicants or posts as UTF-8 in one block, numbered in the order in which they were added, with a hash table to find them again.
/// Finding and adding take O(length of the id). An id of up to seven bytes is its own key, so finding it touches one cache line.
/// </summary>
public sealed class IdTable
{
    internal const int LongestShortId = 7;

    private Slot[] _slots = new Slot[64];
    private byte[] _text = new byte[512];
    private int[] _ends = new int[16];
    private int _count;

    // Chosen afresh for every table, so that nobody can prepare a file whose ids all collide. Nothing that leaves the table depends on it.
    private readonly ulong _seed = MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>How many ids the table holds.</summary>
    public int Count => _count;

    /// <summary>The id with a number, as text.</summary>
    public string this[int index] => Encoding.UTF8.GetString(Utf8(index));

    /// <summary>The id with a number, as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_count, nameof(index));
        var start = index == 0 ? 0 : _ends[index - 1];
        return _text.AsSpan(start, _ends[index] - start);
    }

    /// <summary>The number of an id; −1 when the table does not hold it.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        var key = KeyOf(id);
        return id.Length <= LongestShortId ? FindShort(key) : FindLong(key, id);
    }

    /// <summary>The number of an id; −1 when the table does not hold it.</summary>
    public int Find(string id)
    {
        Span<byte> shortId = stackalloc byte[64];
        return Encoding.UTF8.TryGetBytes(id, shortId, out var length) ? Find(shortId[..length]) : Find(Encoding.UTF8.GetBytes(id));
    }

    /// <summary>Adds an id. Returns its number, or −1 − the number it already has.</summary>
    internal int Add(ReadOnlySpan<byte> id)
    {
        var key = KeyOf(id);
        var existing = id.Length <= LongestShortId ? FindShort(key) : FindLong(key, id);
        if (existing >= 0)
        {
            return -1 - existing;
        }

        Append(id);
        if (2 * _count >= _slots.Length)
        {
            Grow(4 * _slots.Length);
        }

        Insert(key, _count - 1);
        return _count - 1;
    }

    /// <summary>The key of a short id that has already been loaded into a word, unused bytes zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong ShortKey(ulong bytes, int length) => bytes | ((ulong)length << 56);

    /// <summary>The number of a short id by its key; −1 when the table does not hold it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int FindShort(ulong key)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (var at = Home(key, mask); ; at = (at + 1) & mask)
        {
            ref var slot = ref slots[at & (slots.Length - 1)];
            if (slot.Key == key)
            {
                return slot.IndexPlusOne - 1;
            }

            if (slot.IndexPlusOne == 0)
            {
                return -1;
            }
        }
    }

    /// <summary>Fetches the place where a key would be found, for a look soon after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void Prefetch(ulong key)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref _slots[Home(key, _slots.Length - 1)]));
        }
    }

    /// <summary>The numbers of the ids in ascending order of their bytes.</summary>
    internal int[] Sorted()
    {
        var numbers = new int[_count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i;
        }

        Array.Sort(numbers, (one, other) => Utf8(one).SequenceCompareTo(Utf8(other)));
        return numbers;
    }

    private int FindLong(ulong key, ReadOnlySpan<byte> id)
    {
        var mask = _slots.Length - 1;
        for (var at = Home(key, mask); ; at = (at + 1) & mask)
        {
            ref var slot = ref _slots[at];
            if (slot.IndexPlusOne == 0)
            {
                return -1;
            }

            if (slot.Key == key && Utf8(slot.IndexPlusOne - 1).SequenceEqual(id))
            {
                return slot.IndexPlusOne - 1;
            }
        }
    }

    private void Append(ReadOnlySpan<byte> id)
    {
        if (_count == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * _count);
        }

        var start = _count == 0 ? 0 : _ends[_count - 1];
        if (start + id.Length > _text.Length)
        {
            Array.Resize(ref _text, int.Max(2 * _text.Length, start + id.Length));
        }

        id.CopyTo(_text.AsSpan(start));
        _ends[_count++] = start + id.Length;
    }

    private void Grow(int size)
    {
        var old = _slots;
        _slots = LargeArray.AllocateZeroed<Slot>(size);
        foreach (var slot in old)
        {
            if (slot.IndexPlusOne != 0)
            {
                Insert(slot.Key, slot.IndexPlusOne - 1);
            }
        }
    }

    private void Insert(ulong key, int index)
    {
        var mask = _slots.Length - 1;
        var at = Home(key, mask);
        while (_slots[at].IndexPlusOne != 0)
        {
            at = (at + 1) & mask;
        }

        _slots[at] = new Slot { Key = key, IndexPlusOne = index + 1 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Home(ulong key, int mask)
    {
        var high = Math.BigMul(key ^ _seed, 0x9E3779B97F4A7C15UL, out var low);
        return (int)(high ^ low) & mask;
    }

    private ulong KeyOf(ReadOnlySpan<byte> id)
    {
        if (id.Length <= LongestShortId)
        {
            return ShortKey(ShortWord(id), id.Length);
        }

        var hash = _seed + (ulong)id.Length;
        for (var rest = id; rest.Length > 0;)
        {
            var word = rest.Length >= sizeof(ulong) ? MemoryMarshal.Read<ulong>(rest) : KeyOf(rest);
            hash = BitOperations.RotateLeft((hash ^ word) * 0xA0761D6478BD642FUL, 29);
            rest = rest.Length >= sizeof(ulong) ? rest[sizeof(ulong)..] : [];
        }

        return hash | 0xFF00_0000_0000_0000UL;
    }

    /// <summary>Up to seven bytes as a word, the first lowest, by loads that overlap instead of a loop.</summary>
    private static ulong ShortWord(ReadOnlySpan<byte> id)
    {
        if (id.Length >= sizeof(uint))
        {
            var last = (ulong)MemoryMarshal.Read<uint>(id[^sizeof(uint)..]) << (8 * (id.Length - sizeof(uint)));
            return MemoryMarshal.Read<uint>(id) | last;
        }

        var word = 0UL;
        for (var i = 0; i < id.Length; i++)
        {
            word |= (ulong)id[i] << (8 * i);
        }

        return word;
    }

    private struct Slot
    {
        public ulong Key;
        public int IndexPlusOne;
    }
}
