using Gradus.Rules;

namespace Gradus.Tests.Rules;

public sealed class EffectiveTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);

    [Fact]
    public void On_TheFirstDay_HoldsAndTheDayBeforeDoesNot()
    {
        var history = History(Value(16, NewYear));

        history.On(NewYear, Nation.England)?.Value.ShouldBe(16);
        history.On(NewYear.AddDays(-1), Nation.England).ShouldBeNull();
    }

    [Fact]
    public void On_AValueUntilTheNextBegins_Holds()
    {
        var history = History(Value(12, NewYear), Value(16, NewYear.AddYears(1)));

        history.On(NewYear.AddYears(1).AddDays(-1), Nation.Wales)?.Value.ShouldBe(12);
        history.On(NewYear.AddYears(1), Nation.Wales)?.Value.ShouldBe(16);
    }

    [Fact]
    public void On_ValuesWrittenOutOfOrder_AreReadByDate()
    {
        var history = History(Value(16, NewYear.AddYears(1)), Value(12, NewYear));

        history.On(NewYear, Nation.England)?.Value.ShouldBe(12);
        history.On(NewYear.AddYears(2), Nation.England)?.Value.ShouldBe(16);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void On_TheSameDay_ANationGoesBeforeTheUk(bool nationFirst)
    {
        var (nation, uk) = (Value(12, NewYear, Nations.Scotland), Value(16, NewYear));

        var history = nationFirst ? History(nation, uk) : History(uk, nation);

        history.On(NewYear, Nation.Scotland)?.Value.ShouldBe(12);
        history.On(NewYear, Nation.England)?.Value.ShouldBe(16);
    }

    [Fact]
    public void On_ALaterUkValue_ReplacesANationsOwn()
    {
        var history = History(Value(12, NewYear, Nations.Scotland), Value(16, NewYear.AddDays(1)));

        history.On(NewYear.AddDays(1), Nation.Scotland)?.Value.ShouldBe(16);
    }

    [Fact]
    public void On_AnotherNation_HasNoValue() =>
        History(Value(12, NewYear, Nations.Scotland | Nations.Wales)).On(NewYear, Nation.England).ShouldBeNull();

    [Fact]
    public void On_TheLastDay_HoldsAndTheNextDoesNot()
    {
        var until = NewYear.AddMonths(3);
        var history = History(Value(12, NewYear) with { Until = until });

        history.On(until, Nation.England)?.Value.ShouldBe(12);
        history.On(until.AddDays(1), Nation.England).ShouldBeNull();
    }

    [Fact]
    public void On_AfterTheEndOfTheNewest_AnOlderValueDoesNotComeBack()
    {
        var history = History(Value(12, NewYear), Value(16, NewYear.AddYears(1)) with { Until = NewYear.AddYears(2) });

        history.On(NewYear.AddYears(3), Nation.England).ShouldBeNull();
    }

    [Fact]
    public void On_AnUnknownStart_HoldsFromEver()
    {
        var history = History(Value(16, NewYear), Value(12, from: null));

        history.On(new DateOnly(1990, 1, 1), Nation.England)?.Value.ShouldBe(12);
        history.On(NewYear, Nation.England)?.Value.ShouldBe(16);
    }

    [Fact]
    public void After_ADay_IsTheNextValueOfTheNation()
    {
        var history = History(Value(12, NewYear), Value(14, NewYear.AddYears(1), Nations.Wales), Value(16, NewYear.AddYears(2)));

        history.After(NewYear, Nation.England)?.Value.ShouldBe(16);
        history.After(NewYear, Nation.Wales)?.Value.ShouldBe(14);
        history.After(NewYear.AddYears(2), Nation.Wales).ShouldBeNull();
    }

    [Fact]
    public void Select_AnotherShape_KeepsTheTruthBesideIt()
    {
        var value = Value(12, NewYear, Nations.Wales) with { At = "page 2", Note = "n", Until = NewYear.AddYears(1), Status = Status.Verify };

        var other = History(value).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)).Values.ShouldHaveSingleItem();

        other.ShouldBe(new Dated<string>
        {
            From = value.From,
            Until = value.Until,
            Nations = value.Nations,
            Value = "12",
            SourceId = value.SourceId,
            At = "page 2",
            Note = "n",
            Status = Status.Verify
        });
    }

    [Fact]
    public void On_ADayBeforeItWasSeen_IsToBeChecked()
    {
        var history = History(Value(16, from: null) with { Seen = NewYear, Note = "By post." });

        history.On(NewYear, Nation.England)!.Status.ShouldBe(Status.Sure);
        var before = history.On(NewYear.AddDays(-1), Nation.England)!;
        (before.Value, before.Status).ShouldBe((16, Status.Verify));
        before.Note.ShouldBe("Seen on 1 January 2026; since when it holds is not published, so check it for an earlier day. By post.");
    }

    [Fact]
    public void Effective_WithoutAValue_IsAMistake() => Should.Throw<ArgumentException>(() => History());

    private static Effective<int> History(params Dated<int>[] values) => new(values);

    private static Dated<int> Value(int value, DateOnly? from, Nations nations = Nations.UnitedKingdom) =>
        new() { From = from, Nations = nations, Value = value, SourceId = "a-source", Status = Status.Sure };
}
