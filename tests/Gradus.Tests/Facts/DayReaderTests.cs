using Gradus.Facts;
using Gradus.Tools;

namespace Gradus.Tests.Facts;

public sealed class DayReaderTests
{
    [Theory]
    [InlineData("2 August 2033", "2033-08-02")]
    [InlineData("2nd Aug 2033", "2033-08-02")]
    [InlineData("2/8/2033", "2033-08-02")]
    [InlineData("02/08/33", "2033-08-02")]
    [InlineData("2.8.33", "2033-08-02")]
    [InlineData("2-8-2033", "2033-08-02")]
    [InlineData("2033-08-02", "2033-08-02")]
    [InlineData("2033-8-2", "2033-08-02")]
    [InlineData("Tuesday 2 August 2033", "2033-08-02")]
    [InlineData("Tue, 2 August 2033", "2033-08-02")]
    [InlineData("August 2, 2033", "2033-08-02")]
    [InlineData("  2  august\u00A02033 ", "2033-08-02")]
    [InlineData("02082033", "2033-08-02")]
    [InlineData("20330802", "2033-08-02")]
    [InlineData("29/2/2028", "2028-02-29")]
    [InlineData("1 Sept 2027", "2027-09-01")]
    [InlineData("3 may 98", "1998-05-03")]
    public void Read_ADayAsPeopleWriteIt_IsThatDay(string typed, string day) => DayReader.Read(typed).ShouldBe(DateOnly.Parse(day));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("31 June 2027")]
    [InlineData("29/2/2027")]
    [InlineData("13/13/2027")]
    [InlineData("8/2033")]
    [InlineData("Monday 2 August 2033")]
    [InlineData("2 Aug")]
    [InlineData("2 Ju 2033")]
    [InlineData("2/8/203")]
    [InlineData("2/8/20333")]
    [InlineData("0/1/2027")]
    [InlineData("1 August 2033 extra")]
    public void Read_WhatIsNoDay_IsNothing(string typed) => DayReader.Read(typed).ShouldBeNull();

    [Xunit.Fact]
    public void Examples_ShownInMessages_AreThemselvesAccepted()
    {
        var all = AllTools.Declared.SelectMany(tool => tool.Shape.All()).Where(fact => fact is { Kind: FactKind.Day, Fact.Example: not null }).ToList();
        all.ShouldNotBeEmpty();
        foreach (var fact in all)
        {
            var words = FactsWords.Enter(fact);
            DayReader.Read(words[(words.IndexOf("such as ", StringComparison.Ordinal) + 8)..].TrimEnd('.')).ShouldNotBeNull(words);
            DayReader.Read(fact.Fact!.Example).ShouldNotBeNull(fact.Name);
        }
    }
}
