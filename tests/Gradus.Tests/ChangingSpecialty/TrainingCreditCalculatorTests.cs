using Gradus.ChangingSpecialty;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tests.Tools;

namespace Gradus.Tests.ChangingSpecialty;

public sealed class TrainingCreditCalculatorTests
{
    private static readonly string[] Specialties = [.. ToolAsk.Library.Book.Tables["specialty-explorer/specialties"].Rows.Select(row => row[0])];

    [Fact]
    public void Credit_IsNeverMoreThanWasDone_AndNeverMakesTrainingLonger()
    {
        var random = new Random(6);
        for (var time = 0; time < 300; time++)
        {
            var to = Specialties[random.Next(Specialties.Length)];
            var done = random.Next(0, 60);
            var answer = Ask(new
            {
                from = "core",
                to,
                monthsDone = done,
                starts = new DateOnly(2027, 1, 1).AddDays(random.Next(0, 1500))
                .Iso(),
                percent = random.Next(10, 101),
                outsideTraining = random.Next(2) == 0
            });

            (answer.MostMonths ?? 0).ShouldBeLessThanOrEqualTo(done);
            (answer.UsualMonths ?? 0).ShouldBeLessThanOrEqualTo(answer.MostMonths ?? 0);
            (answer.LeastMonths ?? 0).ShouldBeLessThanOrEqualTo(answer.UsualMonths ?? answer.MostMonths ?? 0);
            (answer.CompletesOn.Most ?? answer.CompletesOn.None).ShouldBeLessThanOrEqualTo(answer.CompletesOn.Usual ?? answer.CompletesOn.None);
            (answer.CompletesOn.Usual ?? answer.CompletesOn.None).ShouldBeLessThanOrEqualTo(answer.CompletesOn.Least ?? answer.CompletesOn.None);
            (answer.CompletesOn.Least ?? answer.CompletesOn.None).ShouldBeLessThanOrEqualTo(answer.CompletesOn.None);
        }
    }

    [Fact]
    public void Months_AreOnlyNamed_WhereACapIsPublished()
    {
        foreach (var to in Specialties)
        {
            var answer = Ask(new { from = "core", to, monthsDone = 24, starts = "2027-08-04" });

            (answer.MostMonths is not null).ShouldBe(to is "general-practice" or "anaesthetics", to);
            (answer.Verdict == Verdict.Unknown).ShouldBe(answer.MostMonths is null, to);
        }
    }

    [Fact]
    public void Completion_GetsLaterWithFewerHours()
    {
        var before = DateOnly.MaxValue;
        for (var percent = 10; percent <= 100; percent += 5)
        {
            var answer = Ask(new { from = "anaesthetics", to = "general-practice", monthsDone = 24, starts = "2027-08-04", percent });

            answer.CompletesOn.Usual!.Value.ShouldBeLessThan(before);
            before = answer.CompletesOn.Usual.Value;
        }
    }

    [Theory]
    [InlineData("""{"from":"anaesthetics","to":"ANAESTHETICS","monthsDone":24,"starts":"2027-08-04"}""", "to")]
    [InlineData("""{"from":"anaesthetics","to":"general-practice","monthsDone":24,"starts":"2027-08-04","leftOn":"2027-08-04"}""", "leftOn")]
    [InlineData("""{"from":"anaesthetics","to":"alchemy","monthsDone":24,"starts":"2027-08-04"}""", "to")]
    [InlineData("""{"from":"anaesthetics","to":"general-practice","monthsDone":24,"starts":"2027-08-04","msra":500}""", "msra")]
    public void Facts_ThatCannotBe_AreRefusedAtTheirField(string facts, string field) =>
        ToolAsk.Reply("changing-specialty/credit", facts).Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    private static TrainingCredit Ask(object facts) => ToolAsk.Answer<TrainingCredit>("changing-specialty/credit", facts);
}
