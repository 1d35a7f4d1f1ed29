using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tests.Tools;
using FactAttribute = Xunit.FactAttribute;

namespace Gradus.Tests.Facts;

/// <summary>A table that somebody supplied, as the fields of a list.</summary>
public sealed class FactsTableTests
{
    private static readonly FactsShape List = FactsTable.Of(ToolAsk.Tool("code-of-practice/board").Shape)!;

    [Theory]
    [InlineData("doctor_ref", "start", "rota_on")]
    [InlineData("doctorRef", "START", "Rota sent on")]
    [InlineData("Reference", "Start", "rota on")]
    public void Headings_MayBeWrittenAsTheFactsOrAsThePageAsks(params string[] header)
    {
        var read = FactsTable.Read(List, header, [(2, ["D-1", "2027-08-04", ""]), (5, ["D-2", "2027-08-05", "2027-06-01"])]);

        read.Fault.ShouldBeNull();
        read.Fields.Select(field => $"{field.Key}={field.Value[0]}")
            .ShouldBe(["doctors[0].doctorRef=D-1", "doctors[0].start=2027-08-04", "doctors[1].doctorRef=D-2", "doctors[1].start=2027-08-05", "doctors[1].rotaOn=2027-06-01"]);
        read.Lines.ShouldBe([2, 5]);
    }

    [Fact]
    public void ARow_ThatHoldsOnlyWhatIsNotRead_IsNoRow_AndItsLineIsNotGivenToAnother()
    {
        var read = FactsTable.Read(List, ["doctor_ref", "start", "name"], [(2, ["D-1", "2027-08-04", "A"]), (3, ["", "", "B"]), (4, ["D-2", "soon", "C"])]);

        read.LeftAlone.ShouldBe(["name"]);
        FactsTable.InLines(List, [new FieldError("doctors[1].start", "Expected a day.")], read.Lines).Single().Message.ShouldBe("Line 4, start: Expected a day.");
    }

    [Theory]
    [InlineData("The first line has no heading doctor_ref and no start.", "owner")]
    [InlineData("Two headings of the first line are doctor_ref.", "doctor_ref", "Reference", "start")]
    public void Headings_ThatDoNotDo_AreRefusedWithThoseThatWould(string says, params string[] header) =>
        FactsTable.Read(List, header, []).Fault!.Message.ShouldBe($"{says} Expected doctor_ref,start,owner,placement_on,work_schedule_on,rota_on, in any order.");

    [Fact]
    public void ManyFaults_AreCounted()
    {
        var errors = Enumerable.Range(0, 50).Select(row => new FieldError($"doctors[{row}].start", "Expected a day.")).ToList();

        var said = FactsTable.InLines(List, errors, [.. Enumerable.Range(2, 50)]);

        said.Count.ShouldBe(FactsTable.MostFaults + 1);
        said[^1].Message.ShouldBe("And 30 more.");
    }

    [Fact]
    public void Facts_AreWrittenAsTheTableThatGivesThemAgain() =>
        FactsTable.Write(List, """{"doctors":[{"doctorRef":"D, 1","start":"2027-08-04","owner":"The \"A\" team"},{"doctorRef":"D-2","start":"2027-08-05","rotaOn":"2027-06-01"}]}"""u8.ToArray())
            .ShouldBe("doctor_ref,start,owner,rota_on\n\"D, 1\",2027-08-04,\"The \"\"A\"\" team\",\nD-2,2027-08-05,,2027-06-01");

    [Fact]
    public void OnlyAListOfGroups_IsATable()
    {
        foreach (var tool in Gradus.Tools.AllTools.Declared)
        {
            foreach (var fact in tool.Shape.All().Where(fact => fact.Fact is { IsTable: true }))
            {
                fact.Item!.Kind.ShouldBe(FactKind.Group, tool.Address);
                fact.Item.Members.ShouldAllBe(member => member.Kind != FactKind.Group && member.Kind != FactKind.List && member.Kind != FactKind.Map);
                FactsTable.Of(tool.Shape)!.Name.ShouldBe(fact.Name, tool.Address);
            }
        }
    }
}
