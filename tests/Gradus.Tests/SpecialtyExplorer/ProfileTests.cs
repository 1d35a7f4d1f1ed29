using Gradus.Data.Content;
using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.SpecialtyExplorer;

public sealed class ProfileTests
{
    [Fact]
    public void Profiles_AreThoseTheTablesMake()
    {
        using var writer = new StringWriter();
        SpecialtyExplorerContent.WriteProfiles(writer, SpecialtyExplorerContent.DeriveProfiles(Explorer.ContentDirectory).Profiles);

        File.ReadAllText(Path.Combine(Explorer.ContentDirectory, "specialty-explorer", "tables", "profiles.csv")).ReplaceLineEndings("\n").ShouldBe(writer.ToString());
    }

    [Fact]
    public void Profiles_CoverEverySpecialtyWithAReasonEach()
    {
        Explorer.Content.Profiles.Count.ShouldBe(65);
        Explorer.Content.Profiles.SelectMany(profile => profile.Cells).ShouldAllBe(cell => cell.Reason.Length > 0 && cell.Mean >= 0 && cell.Mean <= 1 && cell.Spread > 0);
    }

    [Fact]
    public void Anchors_AreFiveForEachDimensionAndNearTheirExample()
    {
        var all = Explorer.Content.Anchors.GroupBy(anchor => anchor.Dimension).ToList();
        all.ShouldNotBeEmpty();
        foreach (var anchors in all)
        {
            anchors.Select(anchor => anchor.Level).ShouldBe([0, 0.25, 0.5, 0.75, 1]);
            foreach (var anchor in anchors)
            {
                var cell = Explorer.Content.Profiles[Explorer.Model.IndexOf(anchor.Example)].Cells[Dimensions.IndexOf(anchor.Dimension)];
                Math.Abs(cell.Mean!.Value - anchor.Level).ShouldBeLessThanOrEqualTo(0.4, $"{anchor.Dimension} {anchor.Level} {anchor.Example}");
            }
        }
    }

    [Fact]
    public void Pages_ExistForEverySpecialty()
    {
        var all = Explorer.Content.Specialties.ToList();
        all.ShouldNotBeEmpty();
        foreach (var specialty in all)
        {
            var text = File.ReadAllText(Path.Combine(Explorer.ContentDirectory, "specialty-explorer", "specialties", specialty.Id + ".md"));
            text.ShouldStartWith("---\ntitle: " + specialty.Name + "\n");
            text.Split("---")[2].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeInRange(80, 170, specialty.Id);
        }
    }

    [Fact]
    public void Competition_From2026_IsNeverPartOfTheEarlierSeries() =>
        Explorer.Content.Competition.ShouldAllBe(figure => figure.Series == (figure.Year >= 2026 ? "from-2026" : "before-2026"));

    [Fact]
    public void WhatIf_NothingChanges_MovesNothing()
    {
        var report = WhatIfSimulator.Compare(Explorer.Model, Explorer.Model.With("allergy", "pace", cell => cell), 1, 1);

        report.ListsChanged.ShouldBe(0);
        report.Movements.ShouldBeEmpty();
    }

    [Fact]
    public void WhatIf_AValueChanges_MovesThatSpecialtyMost()
    {
        var report = WhatIfSimulator.Compare(Explorer.Model, Explorer.Model.With("allergy", "continuity", cell => cell with { Mean = 0 }), 1, 1);

        report.Movements[0].Specialty.ShouldBe("allergy");
    }

    [Fact]
    public void Aggregate_ShrinksTowardsThePriorAndHidesSmallCells()
    {
        var ratings = new int?[Dimensions.Count];
        ratings[0] = 5;
        var many = Enumerable.Repeat(new SurveyResponse("general-psychiatry", "yes", ratings), 30);
        var few = Enumerable.Repeat(new SurveyResponse("forensic-psychiatry", "yes", ratings), 4);

        var effect = SurveyAggregator.Aggregate(Explorer.Model, [.. many, .. few]);

        var change = effect.Changes.Single();
        change.Specialty.ShouldBe("general-psychiatry");
        change.After.ShouldBeInRange(change.Before + 0.5, 0.999);
        effect.Suppressed.ShouldBe(1);
        effect.Profiles[Explorer.Model.IndexOf("forensic-psychiatry")].Cells[0].ShouldBe(Explorer.Model.Profiles[Explorer.Model.IndexOf("forensic-psychiatry")].Cells[0]);
    }

    [Fact]
    public void Indecision_EndsInAConversation()
    {
        var ratings = Explorer.Content.IndecisionStatements.ToDictionary(statement => statement.Id, statement => statement.Cause == "odds" ? 5 : 2);

        var felt = IndecisionChecker.Check(Explorer.Content.IndecisionCauses, Explorer.Content.IndecisionStatements, ratings);

        felt.Single().Cause.Id.ShouldBe("odds");
        felt[0].Cause.Conversation.Length.ShouldBeGreaterThan(20);
    }
}
