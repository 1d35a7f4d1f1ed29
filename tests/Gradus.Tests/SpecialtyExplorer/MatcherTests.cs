using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.SpecialtyExplorer;

public sealed class MatcherTests
{
    private static readonly Gen<double> Fraction = Gen.Choose(0, 1000).Select(number => number / 1000.0);

    private static Arbitrary<double[]> Thirteen { get; } = Fraction.ArrayOf(Dimensions.Count).ToArbitrary();

    [Fact]
    public void Score_OfASpecialtysOwnProfile_PutsItFirst()
    {
        var weights = Enumerable.Range(0, Dimensions.Count).Select(d => Dimensions.KindOf(d) == DimensionKind.Ideal ? 1.0 : 0).ToArray();
        for (var j = 0; j < Explorer.Model.Profiles.Count; j++)
        {
            var places = Explorer.Model.Profiles[j].Cells.Select(cell => cell.Mean!.Value).ToArray();

            var scores = FitScorer.Score(Explorer.Model, places, weights);

            scores.Count(score => score > scores[j]).ShouldBe(0, Explorer.Model.Profiles[j].Specialty.Id);
        }
    }

    [Fact]
    public void Score_WhenADimensionWeighsMore_NeverLowersTheSpecialtyThatIsBestOnIt() =>
        Prop.ForAll(Thirteen, Thirteen, Gen.Choose(0, Dimensions.Count - 1).ToArbitrary(), (places, weights, dimension) =>
        {
            weights = [.. weights.Select(weight => weight + 0.01)];
            var values = Explorer.Model.Profiles.Select(profile => FitScorer.Value(Dimensions.KindOf(dimension), places[dimension],
                profile.Cells[dimension].Mean!.Value, profile.Cells[dimension].Spread, Explorer.Model.Settings))
                .ToArray();
            var best = Array.IndexOf(values, values.Max());
            var before = FitScorer.Score(Explorer.Model, places, weights);
            weights[dimension] *= 2;
            var after = FitScorer.Score(Explorer.Model, places, weights);
            return after.Count(score => score > after[best] + 1e-12) <= before.Count(score => score > before[best] - 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_WhereMoreIsBetter_NeverFallsAsTheSpecialtyHasMore() =>
        Prop.ForAll(Fraction.ToArbitrary(), Fraction.ToArbitrary(), Fraction.ToArbitrary(), (place, one, other) =>
            FitScorer.Value(DimensionKind.More, place, Math.Max(one, other), 0.1,
                ModelSettings.Default) >= FitScorer.Value(DimensionKind.More, place, Math.Min(one, other), 0.1, ModelSettings.Default))
                .QuickCheckThrowOnFailure();

    [Fact]
    public void Contributions_AtAPoint_AddUpToTheFitLessTheAverageFit()
    {
        var incomplete = Explorer.Model.With("cardiology", "pace", cell => cell with { Mean = null });
        Prop.ForAll(Thirteen, Thirteen, Gen.Elements(true, false).ToArbitrary(), (places, weights, complete) =>
        {
            weights = [.. weights.Select(weight => weight + 0.01)];
            var model = complete ? Explorer.Model : incomplete;
            var scores = FitScorer.Score(model, places, weights);
            var contributions = FitScorer.Contributions(model, places, weights);
            return Enumerable.Range(0, scores.Length).All(j =>
                Math.Abs(Enumerable.Range(0, Dimensions.Count).Sum(d => contributions[j, d]) - (scores[j] - scores.Average())) < 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Match_Contributions_AddUpToTheFitLessTheAverageFit()
    {
        var answers = Explorer.ADoctorOf("neurology") with
        {
            Interests = new Dictionary<string, IReadOnlyList<string>>
            {
                ["body-system"] = ["brain-and-nerves"],
                ["patient-age"] = ["adults"]
            }
        };

        var scores = Matcher.Score(Explorer.Model, answers);

        for (var j = 0; j < Explorer.Model.Profiles.Count; j++)
        {
            scores.Of(j).ToArray().Sum().ShouldBe(scores.Fit[j] - scores.MeanFit, 1e-12);
        }

        scores.Fit.Average().ShouldBe(scores.MeanFit, 1e-9);
    }

    [Fact]
    public void Match_Twice_GivesTheSameToTheLastDigit()
    {
        var answers = Explorer.ADoctorOf("general-practice");

        var one = JsonSerializer.Serialize(Matcher.Match(Explorer.Model, answers));
        var other = JsonSerializer.Serialize(Matcher.Match(Explorer.Content.CreateModel(), answers));

        other.ShouldBe(one);
    }

    [Fact]
    public void Match_OnManyCores_GivesTheSameAsOnOne()
    {
        var doctors = Enumerable.Range(0, 65).Select(j => Explorer.ADoctor(j, 7)).ToArray();
        var alone = doctors.Select(answers => JsonSerializer.Serialize(Matcher.Match(Explorer.Model, answers))).ToArray();
        var together = new string[doctors.Length];

        Parallel.For(0, doctors.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            index => together[index] = JsonSerializer.Serialize(Matcher.Match(Explorer.Model, doctors[index])));

        together.ShouldBe(alone);
    }

    [Fact]
    public void Match_InAnotherOrderOfAnswers_GivesTheSame()
    {
        var answers = Explorer.ADoctorOf("renal-medicine");
        var turned = answers with { BestWorst = [.. answers.BestWorst.Reverse()], Statements = answers.Statements.Reverse().ToDictionary() };

        Matcher.SeedOf(Explorer.Model, turned).ShouldBe(Matcher.SeedOf(Explorer.Model, answers));
    }

    [Fact]
    public void Match_WithASeed_FollowsTheSeed()
    {
        var answers = Explorer.ADoctorOf("renal-medicine");

        var one = Matcher.Score(Explorer.Model, answers with { Seed = 1 });
        var same = Matcher.Score(Explorer.Model, answers with { Seed = 1 });
        var other = Matcher.Score(Explorer.Model, answers with { Seed = 2 });

        same.InTopTen.ShouldBe(one.InTopTen);
        other.InTopTen.ShouldNotBe(one.InTopTen);
    }

    [Fact]
    public void Match_WhenValuesAreUnknown_WidensTheInterval()
    {
        var dimensions = new[] { "pace", "continuity", "breadth", "teamwork" };
        var unknown = Explorer.Model.With((profile, d, cell) => profile.Specialty.Id == "gastroenterology" && dimensions.Contains(Dimensions.Ids[d])
            ? cell with { Mean = null }
            : cell);
        var j = Explorer.Model.IndexOf("gastroenterology");
        int before = 0, after = 0;
        for (var doctor = 0; doctor < 65; doctor++)
        {
            var answers = Explorer.ADoctor(doctor, 3);
            var one = Matcher.Score(Explorer.Model, answers);
            var other = Matcher.Score(unknown, answers);
            before += one.RankHigh[j] - one.RankLow[j];
            after += other.RankHigh[j] - other.RankLow[j];
            other.Coverage[j].ShouldBeLessThan(1);
        }

        after.ShouldBeGreaterThan(before);
    }

    [Fact]
    public void Match_WhenStatementsAreSkipped_WidensTheIntervals()
    {
        int full = 0, half = 0;
        for (var doctor = 0; doctor < 65; doctor += 5)
        {
            var answers = Explorer.ADoctor(doctor, 5);
            var fewer = answers with { Statements = answers.Statements.Where(pair => pair.Key.EndsWith('1')).Take(6).ToDictionary() };
            full += Widths(Matcher.Score(Explorer.Model, answers));
            half += Widths(Matcher.Score(Explorer.Model, fewer));
        }

        half.ShouldBeGreaterThan(full);

        static int Widths(MatchScores scores) => Enumerable.Range(0, 65).Sum(j => scores.RankHigh[j] - scores.RankLow[j]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Match_OfNeutralOrNoAnswers_IsWideAndHasNoStrongBand(int rating)
    {
        var result = Matcher.Match(Explorer.Model, rating == 0 ? Answers.None : Explorer.AllRated(rating));

        result.Matches.ShouldNotContain(match => match.Band == Band.Strong);
        result.Matches.Average(match => match.RankHigh - match.RankLow).ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Match_RanksEverySpecialty_PoorFitsToo()
    {
        var result = Matcher.Match(Explorer.Model, Explorer.ADoctorOf("histopathology"));

        result.Matches.Count.ShouldBe(65);
        result.Matches.ShouldAllBe(match => match.RankLow <= match.RankMedian && match.RankMedian <= match.RankHigh && match.InTopFive <= match.InTopTen);
        result.Matches.Sum(match => match.InTopFive).ShouldBe(5, 0.01);
        result.Matches.Sum(match => match.InTopTen).ShouldBe(10, 0.01);
        result.Matches[^1].Against.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Match_Neighbours_AreTiedUnlessOneIsAboveTheOtherInSixtyFiveOfHundred()
    {
        var answers = Explorer.ADoctorOf("urology");
        var scores = Matcher.Score(Explorer.Model, answers);
        var result = MatchExplainer.Explain(Explorer.Model, answers, scores);

        foreach (var group in result.Matches.GroupBy(match => match.TieGroup))
        {
            var first = Explorer.Model.IndexOf(group.First().Specialty);
            group.Skip(1).ShouldAllBe(match => scores.Above[(first * 65) + Explorer.Model.IndexOf(match.Specialty)] < 0.65);
        }
    }

    [Fact]
    public void Match_WithTooManyUnknownValues_IsNotRanked()
    {
        var unknown = Explorer.Model.With((profile, d, cell) => profile.Specialty.Id == "allergy" && d < 8 ? cell with { Mean = null } : cell);

        var result = Matcher.Match(unknown, Answers.None);

        result.NotEnoughData.ShouldBe(["allergy"]);
        result.Matches.ShouldNotContain(match => match.Specialty == "allergy");
    }

    [Fact]
    public void Match_WithAnInterest_MovesSpecialtiesThatOfferItUp()
    {
        var answers = Explorer.AllRated(3);
        var eyes = answers with { Interests = new Dictionary<string, IReadOnlyList<string>> { ["body-system"] = ["eyes"] } };
        var j = Explorer.Model.IndexOf("medical-ophthalmology");

        Matcher.Score(Explorer.Model, eyes).InTopTen[j].ShouldBeGreaterThan(Matcher.Score(Explorer.Model, answers).InTopTen[j]);
    }

    [Fact]
    public void Match_WithASlider_ChangesTheOrderButNotTheSeed()
    {
        var answers = Explorer.ADoctorOf("neurosurgery");
        var slid = answers with { Importance = new Dictionary<string, double> { ["predictable-hours"] = 3, ["hands-on"] = 0 } };

        Matcher.SeedOf(Explorer.Model, slid).ShouldBe(Matcher.SeedOf(Explorer.Model, answers));
        Matcher.Score(Explorer.Model, slid).Fit.ShouldNotBe(Matcher.Score(Explorer.Model, answers).Fit);
    }

    [Fact]
    public void Match_Counterfactual_IsTrueWhenTriedOut()
    {
        var answers = Explorer.ADoctorOf("dermatology", 11);
        var scores = Matcher.Score(Explorer.Model, answers);
        var result = MatchExplainer.Explain(Explorer.Model, answers, scores);
        var entering = result.Matches.Where(match => match.Counterfactual is not null).ToList();

        entering.ShouldNotBeEmpty();
        foreach (var match in entering)
        {
            var d = Dimensions.IndexOf(match.Counterfactual!.Dimension);
            var halved = Enumerable.Range(0, 65).Select(j => scores.Fit[j] - (0.5 * scores.Of(j)[d])).ToArray();
            match.Counterfactual.Rank.ShouldBe(1 + halved.Count(fit => fit > halved[Explorer.Model.IndexOf(match.Specialty)]));
        }
    }

    [Fact]
    public void Match_WhenCompetitionChanges_IsUnchanged()
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        try
        {
            foreach (var part in (string[])["tables", "specialties"])
            {
                var to = Directory.CreateDirectory(Path.Combine(directory, "specialty-explorer", part)).FullName;
                foreach (var file in Directory.GetFiles(Path.Combine(Explorer.ContentDirectory, "specialty-explorer", part)))
                {
                    File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
                }
            }

            var competition = Path.Combine(directory, "specialty-explorer", "tables", "competition.csv");
            File.WriteAllLines(competition, File.ReadAllLines(competition).Take(1));
            var answers = Explorer.ADoctorOf("paediatrics");

            var changed = Matcher.Match(Gradus.Data.Content.SpecialtyExplorerContent.Load(directory).CreateModel(), answers);

            JsonSerializer.Serialize(changed).ShouldBe(JsonSerializer.Serialize(Matcher.Match(Explorer.Model, answers)));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void Match_WhenYearsAndRunThroughChange_LeavesTheFitAlone()
    {
        var changed = new ExplorerModel(
            Explorer.Questionnaire,
            [.. Explorer.Model.Profiles.Select(profile => profile with { Specialty = profile.Specialty with { YearsMin = 3, RunThrough = "yes",
                UnselectedTake = !profile.Specialty.UnselectedTake } })],
            Explorer.Model.Families);
        var answers = Explorer.ADoctorOf("paediatrics");

        Matcher.Score(changed, answers).Fit.ShouldBe(Matcher.Score(Explorer.Model, answers).Fit);
    }

    [Fact]
    public void Leanings_OfAReaderWhoAsksLittleWhereMoreIsBetter_SayNothingOfIt()
    {
        var answers = Answers.None with
        {
            Statements = new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["flexibility-1"] = 1,
                ["flexibility-2"] = 5,
                ["flexibility-3"] = 1,
                ["hands-on-1"] = 5,
                ["hands-on-2"] = 1
            }
        };

        var leanings = Matcher.Match(Explorer.Model, answers).Leanings;

        leanings.Dimensions.ShouldBe(["hands-on"]);
        leanings.Says.ShouldBe("You lean towards working with your hands.");
    }

    [Fact]
    public void Match_AsJson_HasTheKeysOfTheContract()
    {
        var json = JsonSerializer.SerializeToElement(Matcher.Match(Explorer.Model, Explorer.ADoctorOf("psychiatry-of-learning-disability")), JsonSerializerOptions.Web);

        json.EnumerateObject().Select(property => property.Name).Take(7).ShouldBe(["modelVersion", "matches", "hidden", "entropyBits", "notEnoughData", "unchecked", "leanings"]);
        json.GetProperty("matches")[0].EnumerateObject().Select(property => property.Name).ShouldBe(
            ["specialty", "band", "rankMedian", "rankLow", "rankHigh", "inTopFive", "inTopTen", "coverage", "tieGroup", "for", "against", "counterfactual"]);
        json.GetProperty("matches")[64].GetProperty("band").GetString().ShouldBe("Less likely");
    }
}
