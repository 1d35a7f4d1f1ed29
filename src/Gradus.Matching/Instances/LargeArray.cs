using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gradus.Matching.Instances;

/// <summary>
/// Arrays of megabytes that are used once: touching them for the first time, 4 KiB after 4 KiB, can take longer than the work done in them.
/// On Linux the kernel is asked to back them with pages of 2 MiB; where it will not, and elsewhere, they are ordinary arrays.
/// </summary>
internal static unsafe partial class LargeArray
{
    private const int HugePage = 2 << 20;
    private const int AdviseHugePages = 14;
    private static bool _isUnknown = !OperatingSystem.IsLinux();

    /// <summary>An array whose content is not set.</summary>
    public static T[] Allocate<T>(int length)
        where T : unmanaged
    {
        var array = GC.AllocateUninitializedArray<T>(length);
        Advise(array);
        return array;
    }

    /// <summary>An array from the shared pool, at least so long and its content not set; give it back.</summary>
    public static T[] Rent<T>(int length)
        where T : unmanaged
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        Advise(array);
        return array;
    }

    /// <summary>An array of zeros.</summary>
    public static T[] AllocateZeroed<T>(int length)
        where T : unmanaged
    {
        var array = Allocate<T>(length);
        Array.Clear(array);
        return array;
    }

    private static void Advise<T>(T[] array)
        where T : unmanaged
    {
        var bytes = (long)array.Length * Unsafe.SizeOf<T>();
        if (bytes >= HugePage && !_isUnknown)
        {
            fixed (T* start = array)
            {
                Advise((nint)start, bytes);
            }
        }
    }

    private static void Advise(nint start, long bytes)
    {
        var first = (start + HugePage - 1) & ~(nint)(HugePage - 1);
        var end = (nint)(start + bytes) & ~(nint)(HugePage - 1);
        if (end <= first)
        {
            return;
        }

        try
        {
            _ = MemoryAdvise(first, (nuint)(end - first), AdviseHugePages);
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            _isUnknown = true;
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MemoryAdvise(nint address, nuint length, int advice);
}
