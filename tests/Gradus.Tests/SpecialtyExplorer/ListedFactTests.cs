using Gradus.Rules;
using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.SpecialtyExplorer;

/// <summary>Facts that list things, each as sure as it is.</summary>
public sealed class ListedFactTests
{
    [Fact]
    public void Of_SeveralPartsWithoutStatuses_AreAllAsSureAsTheRest()
    {
        var fact = ListedFact.Of("MRCP(UK); SCE (from ST5; once)", [], Status.Verify)!;

        fact.Parts.ShouldBe([new("MRCP(UK)", Status.Verify), new("SCE (from ST5; once)", Status.Verify)]);
    }

    [Fact]
    public void Of_AStatusForEachPart_GivesEachItsOwn() =>
        ListedFact.Of("MRCP(UK); specialty exam unknown", [Status.Sure, Status.NotFound], Status.Sure)!.Parts.Select(part => part.Status).ShouldBe([Status.Sure, Status.NotFound]);

    [Fact]
    public void Of_OtherThanAStatusForEachPart_IsNone()
    {
        ListedFact.Of("one; two", [Status.Sure], Status.Sure).ShouldBeNull();
        ListedFact.Of("one", [Status.Sure, Status.Verify], Status.Sure).ShouldBeNull();
    }

    // The words must not say more doubt than the table.
    [Fact]
    public void Parts_ThatSayTheirDoubt_HaveItInTheTable()
    {
        foreach (var specialty in Explorer.Content.Specialties)
        {
            foreach (var part in new[] { specialty.EntryRoute, specialty.Stem, specialty.Exams, specialty.SubSpecialties, specialty.DualPairings }.SelectMany(fact => fact.Parts))
            {
                part.Status.IsWithoutValue().ShouldBe(part.Text.Contains("unknown", StringComparison.OrdinalIgnoreCase), $"{specialty.Id}: {part.Text}");
                if (new[] { "to be checked", "not seen", "older ", "not in the copy" }.Any(doubt => part.Text.Contains(doubt, StringComparison.Ordinal)))
                {
                    part.Status.ShouldNotBe(Status.Sure, $"{specialty.Id}: {part.Text}");
                }
            }
        }
    }
}
