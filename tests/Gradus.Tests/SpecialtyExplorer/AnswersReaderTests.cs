using Gradus.SpecialtyExplorer;

namespace Gradus.Tests.SpecialtyExplorer;

public sealed class AnswersReaderTests
{
    [Theory]
    [InlineData("""{"statements":{"hands-on-1":7}}""", "statements.hands-on-1")]
    [InlineData("""{"statements":{"hands-on-1":0}}""", "statements.hands-on-1")]
    [InlineData("""{"statements":{"hands-on-1":2.5}}""", "statements.hands-on-1")]
    [InlineData("""{"statements":{"hands-on-1":"3"}}""", "statements.hands-on-1")]
    [InlineData("""{"statements":{"bedside-manner":3}}""", "statements.bedside-manner")]
    [InlineData("""{"bestWorst":[{"task":0,"best":"pace","worst":"pace"}]}""", "bestWorst[0].worst")]
    [InlineData("""{"bestWorst":[{"task":0,"best":"pace","worst":"glory"}]}""", "bestWorst[0].worst")]
    [InlineData("""{"bestWorst":[{"task":0,"best":"breadth","worst":"pace"}]}""", "bestWorst[0].best")]
    [InlineData("""{"bestWorst":[{"task":13,"best":"pace","worst":"breadth"}]}""", "bestWorst[0].task")]
    [InlineData("""{"bestWorst":[{"task":0,"best":"pace"}]}""", "bestWorst[0].worst")]
    [InlineData("""{"bestWorst":[{"task":0,"best":"pace","worst":"hands-on"},{"task":0,"best":"pace","worst":"hands-on"}]}""", "bestWorst[1].task")]
    [InlineData("""{"bestWorst":{"task":0}}""", "bestWorst")]
    [InlineData("""{"interests":{"body-system":["wings"]}}""", "interests.body-system[0]")]
    [InlineData("""{"interests":{"setting":["clinic","moon"]}}""", "interests.setting[1]")]
    [InlineData("""{"interests":{"setting":"clinic"}}""", "interests.setting")]
    [InlineData("""{"interests":{"setting":[null]}}""", "interests.setting[0]")]
    [InlineData("""{"bestWorst":[null]}""", "bestWorst[0]")]
    [InlineData("""{"interests":{"hobbies":"golf"}}""", "interests.hobbies")]
    [InlineData("""{"limits":{"max-years":"few"}}""", "limits.max-years")]
    [InlineData("""{"limits":{"nation":"france"}}""", "limits.nation")]
    [InlineData("""{"limits":{"no-children":1}}""", "limits.no-children")]
    [InlineData("""{"limits":{"no-mondays":true}}""", "limits.no-mondays")]
    [InlineData("""{"importance":{"pace":9}}""", "importance.pace")]
    [InlineData("""{"seed":-1}""", "seed")]
    [InlineData("""{"sex":"female"}""", "sex")]
    [InlineData("""{"statements":[]}""", "statements")]
    [InlineData("""[]""", "")]
    [InlineData("""{"statements":{"hands-on-1":3""", "")]
    [InlineData("", "")]
    public void Read_OfAFault_NamesTheField(string json, string field)
    {
        var read = AnswersReader.Read(json, Explorer.Questionnaire);

        read.IsValid.ShouldBeFalse();
        read.Errors.Select(error => error.Field).ShouldContain(field);
    }

    [Fact]
    public void Read_OfSeveralFaults_NamesThemAll() =>
        AnswersReader.Read("""{"statements":{"hands-on-1":7,"x":1},"limits":{"max-years":40}}""", Explorer.Questionnaire).Errors
            .Select(error => error.Field)
            .ShouldBe(["statements.hands-on-1", "limits.max-years", "statements.x"], ignoreOrder: true);

    [Theory]
    [InlineData("""{"statements":{"hands-on-1":5},"statements":{}}""", "statements")]
    [InlineData("""{"statements":{"hands-on-1":5,"hands-on-1":1}}""", "statements.hands-on-1")]
    public void Read_OfAFieldTwice_IsRefusedByName(string json, string field)
    {
        var error = AnswersReader.Read(json, Explorer.Questionnaire).Errors.Single();

        (error.Field, error.Message).ShouldBe((field, "Expected this once; it is given twice."));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_OfUtf16_SaysSo(bool isBigEndian)
    {
        var encoding = new System.Text.UnicodeEncoding(isBigEndian, byteOrderMark: true);

        var error = AnswersReader.Read((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes("{}")], Explorer.Questionnaire).Errors.Single();

        error.Message.ShouldBe("Expected UTF-8; this is UTF-16. Save the file as UTF-8.");
    }

    [Fact]
    public void Read_OfTruncatedText_NamesThePlace()
    {
        var error = AnswersReader.Read("{\n\"statements\": {", Explorer.Questionnaire).Errors.Single();

        error.Line.ShouldBe(2);
        error.Message.ShouldContain("line 2");
    }

    [Fact]
    public void Read_OfEverything_KeepsEverything()
    {
        var read = AnswersReader.Read(
            """{"statements":{"hands-on-1":5,"pace-1":null},"bestWorst":[{"task":0,"best":"pace","worst":"hands-on"}],"interests":{"body-system":["eyes"],"setting":["no-preference"]},"limits":{"no-night-on-call":true,"max-years":7,"nation":null},"importance":{"pace":2},"seed":42}""",
            Explorer.Questionnaire);

        read.IsValid.ShouldBeTrue();
        read.Value!.Statements.Single().ShouldBe(new KeyValuePair<string, int>("hands-on-1", 5));
        read.Value.BestWorst.Single().ShouldBe(new BestWorstAnswer(0, "pace", "hands-on"));
        read.Value.Interests.Keys.ShouldBe(["body-system"]);
        read.Value.Limits.ShouldBe(new HardLimits { NoNightOnCall = true, MaxYears = 7 });
        read.Value.Seed.ShouldBe(42ul);
    }

    [Fact]
    public void Write_OfAnswers_IsReadAsTheSame()
    {
        var answers = Explorer.ADoctorOf("neurology") with
        {
            Interests = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["body-system"] = ["eyes"] },
            Limits = new HardLimits { NoChildren = true, MaxYears = 7.5m, Nation = Gradus.Rules.Nation.Wales },
            Importance = new Dictionary<string, double>(StringComparer.Ordinal) { ["pace"] = 1.25 },
            Seed = ulong.MaxValue,
        };

        var written = AnswersReader.Write(answers, Explorer.Questionnaire);
        var read = AnswersReader.Read(written, Explorer.Questionnaire).Value.ShouldNotBeNull();

        AnswersReader.Write(read, Explorer.Questionnaire).ShouldBe(written);
        (read.Limits, read.Importance["pace"], read.Seed).ShouldBe((answers.Limits, 1.25, ulong.MaxValue));
        System.Text.Encoding.UTF8.GetString(written).ShouldNotContain("null");
    }
}
