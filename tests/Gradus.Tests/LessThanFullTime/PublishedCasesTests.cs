using System.Globalization;
using System.Text.RegularExpressions;
using Gradus.Dates;
using Gradus.LessThanFullTime;
using Gradus.Rules;

namespace Gradus.Tests.LessThanFullTime;

/// <summary>Every row of the table of public and computed cases: block rows against the block model, computed rows against the walk, unit rows against their sums.</summary>
public sealed partial class PublishedCasesTests
{
    private static readonly DateOnly ChangeFrom = new(2027, 8, 4);

    public static TheoryData<string> Ids => [.. Rows.Keys];

    private static Dictionary<string, Dictionary<string, string>> Rows { get; } = Read();

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRow_GivesTheExpectedAnswer(string id)
    {
        var row = Rows[id];
        switch (row["model"])
        {
            case "block":
                Answer(row).BlockModelCompletesOn.ShouldBe(Trainee.Day(row["expected_date"]));
                break;
            case "scale-to-end (original TIS)":
                // The first national formula counted days end minus start and rounded up; for one open change the walk agrees within a day.
                Math.Abs(Answer(row).CompletesOn!.Value.DayNumber - Trainee.Day(row["expected_date"]).DayNumber).ShouldBeLessThanOrEqualTo(1);
                break;
            case var model when model.StartsWith("KNOWN-BAD", StringComparison.Ordinal):
                Answer(row).CompletesOn.ShouldNotBe(Trainee.Day(row["expected_date"]));
                Answer(row).CompletesOn.ShouldBe(Trainee.Day(Rows["C05"]["expected_date"]));
                break;
            case "credit walk" or "credit walk vs block rounding":
                Answer(row).CompletesOn.ShouldBe(Trainee.Day(row["expected_date"]));
                Answer(row).DaysAdded.ShouldBe(int.Parse(row["expected_days_added"], CultureInfo.InvariantCulture));
                break;
            default:
                Unit(row).ShouldBe(long.Parse(row["expected_days_added"], CultureInfo.InvariantCulture));
                break;
        }
    }

    [Fact]
    public void BlockModel_ForOpenChanges_GivesTheDatesNamedInTheNotes()
    {
        Answer(Rows["C02"]).BlockModelCompletesOn.ShouldBe(new DateOnly(2034, 10, 14));
        Answer(Rows["C04"]).BlockModelCompletesOn.ShouldBe(new DateOnly(2036, 6, 1));
    }

    [Fact]
    public void BlockModel_ForTheKnownBadCase_IsSaidToLieBeforeTheChange()
    {
        var answer = Answer(Rows["P15"]);

        answer.BlockModelCompletesOn.ShouldBe(new DateOnly(2025, 6, 30));
        answer.Reasons.ShouldContain(reason => reason.Key == "block-model-differs" && reason.Says.Contains("cannot be right", StringComparison.Ordinal));
    }

    private static long Unit(Dictionary<string, string> row)
    {
        var text = row["changes"];
        var numbers = Number().Matches(text).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
        return row["model"] switch
        {
            "unit: inclusive day span" => new DateRange(Trainee.Day(text[..10]), Trainee.Day(text[^10..])).Days,
            "unit: LTFT days lost" when text.Contains("->", StringComparison.Ordinal) => DaysLost((int)numbers[0],
                new PlannedChange { Kind = ChangeKind.LessThanFullTime, From = ChangeFrom, Rate = numbers[2] }, numbers[1]),
            "unit: LTFT days lost" => DaysLost((int)numbers[0], new PlannedChange { Kind = ChangeKind.LessThanFullTime, From = ChangeFrom, Rate = numbers[1] }),
            "unit: absence with credited days" => DaysLost((int)numbers[0], new PlannedChange { Kind = ChangeKind.Oopr, From = ChangeFrom, CreditedDays = numbers[1] }),
            "unit: new date" => Trainee.Day(row["planned_end"])
                .DaysOn(long.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture))!.Value.DayNumber - Trainee.Day(row["planned_end"]).DayNumber
                + (Trainee.Day(row["expected_date"]) == Trainee.Day(row["planned_end"]).DaysOn(long.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture)) ? 0 : 1000),
            var model => throw new InvalidOperationException(model),
        };
    }

    /// <summary>What one change of so many days adds to the planned end by the block model.</summary>
    private static long DaysLost(int days, PlannedChange change, decimal baselineRate = 1m)
    {
        var plan = new TrainingPlan
        {
            PlannedEnd = ChangeFrom.AddYears(5),
            BaselineRate = baselineRate,
            Changes = [change with { To = change.From.AddDays(days - 1) }],
            RateAfter = baselineRate,
        };
        TrainingPlanChecker.Check(plan, TestFigures.Current).ShouldBeEmpty();
        return CompletionDateCalculator.Calculate(plan, TestFigures.Current, Trainee.Today, Nation.England).BlockModelCompletesOn!.Value.DayNumber - plan.PlannedEnd.DayNumber;
    }

    private static CompletionDate Answer(Dictionary<string, string> row)
    {
        var plan = Plan(row);
        TrainingPlanChecker.Check(plan, TestFigures.Current).ShouldBeEmpty();
        return CompletionDateCalculator.Calculate(plan, TestFigures.Current, Trainee.Today, Nation.England);
    }

    private static TrainingPlan Plan(Dictionary<string, string> row)
    {
        var isHours = row["changes"].StartsWith("EM block rule", StringComparison.Ordinal);
        var changes = row["id"] switch
        {
            "C11" => [new PlannedChange { Kind = ChangeKind.LessThanFullTime, From = new DateOnly(2027, 8, 4), WeeklyHours = 38.4m }],
            "C12" => [new PlannedChange { Kind = ChangeKind.LessThanFullTime, From = new DateOnly(2027, 8, 4), Rate = 0.8m }],
            "C14" => Changes(Rows["P10"]["changes"]),
            _ => Changes(row["changes"]),
        };
        return new TrainingPlan
        {
            PlannedEnd = Trainee.Day(row["planned_end"]),
            BaselineRate = decimal.Parse(row["baseline_rate"], CultureInfo.InvariantCulture),
            Specialty = isHours ? Specialties.EmergencyMedicine : null,
            Changes = changes,
            RateAfter = row["tail_rate"].Length > 0 ? decimal.Parse(row["tail_rate"], CultureInfo.InvariantCulture) : 1m,
        };
    }

    private static PlannedChange[] Changes(string text) => text == "(none)" ? [] : [.. Period().Matches(text).Select(match => new PlannedChange
    {
        Kind = match.Groups["kind"].Value switch
        {
            "LTFT" => ChangeKind.LessThanFullTime,
            "FULL" => ChangeKind.FullTime,
            "SICKNESS" => ChangeKind.Sickness,
            "PARENTAL" => ChangeKind.Parental,
            "OOPE" => ChangeKind.Oope,
            "OOPP" => ChangeKind.Oopp,
            var kind => throw new InvalidOperationException(kind),
        },
        From = Trainee.Day(match.Groups["from"].Value),
        To = match.Groups["to"].Value is "open" or "end" ? null : Trainee.Day(match.Groups["to"].Value),
        Rate = match.Groups["kind"].Value == "LTFT" ? decimal.Parse(match.Groups["rate"].Value, CultureInfo.InvariantCulture) : null,
    })];

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "LessThanFullTime", "Data", "cct_test_cases.csv"));
        var names = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => Cells(line).Zip(names).ToDictionary(cell => cell.Second, cell => cell.First))
            .ToDictionary(row => row["id"]);
    }

    private static IEnumerable<string> Cells(string line) =>
        Cell().Matches(line).Select(match => match.Groups["text"].Value.Trim('"'));

    [GeneratedRegex("(?:^|,)(?<text>\"[^\"]*\"|[^,]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();

    [GeneratedRegex(@"(?<kind>[A-Z]+) (?<from>\d{4}-\d\d-\d\d)\.\.(?<to>\d{4}-\d\d-\d\d|open|end)( @(?<rate>[\d.]+))?", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period();

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
