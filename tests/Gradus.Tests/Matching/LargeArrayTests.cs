using Gradus.Matching.Instances;

namespace Gradus.Tests.Matching;

public sealed class LargeArrayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void AllocateZeroed_OfAnyLength_IsZeroAndCanBeWritten(int length)
    {
        var array = LargeArray.AllocateZeroed<long>(length);

        array.Length.ShouldBe(length);
        array.AsSpan().IndexOfAnyExcept(0L).ShouldBe(-1);
        array.AsSpan().Fill(7);
        GC.Collect();
        array.AsSpan().IndexOfAnyExcept(7L).ShouldBe(-1);
    }
}
