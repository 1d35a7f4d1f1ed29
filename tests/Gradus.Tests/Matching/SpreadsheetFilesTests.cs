using System.Text;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Tests.Matching;

/// <summary>What spreadsheets make of CSV, on the way in and on the way out.</summary>
public sealed class SpreadsheetFilesTests
{
    private const string Posts = "post,places\nx,1\ny,2\n";

    [Theory]
    [InlineData("applicant,choices,,\na,x;y,,\nb,x,,\n,,,\n", "post,places,\nx,1,\ny,2,\n,,\n")]
    [InlineData("applicant,choices\na,x;y\n,\nb,x\n , \n", "post,places\nx,1\n,\ny,2\n")]
    [InlineData("applicant,choices\na,x;y,,\nb,x\n", Posts)]
    [InlineData("sep=,\r\napplicant,choices\r\na,x;y\r\nb,x\r\n", "sep=,\npost,places\nx,1\ny,2\n")]
    [InlineData("applicant,choices, ,\u00A0\na,x;y,,\nb,x, ,\u00A0\n", Posts)]
    [InlineData("applicant,choices\na,x;y\nb,x\n", "post,places,ranking\nx,1,\ny,2,\n")]
    public void Read_CellsWithNothingInThem_ArePassedOver(string applicants, string posts)
    {
        var instance = Read(applicants, posts);

        instance.CanonicalHash().ShouldBe(Read("applicant,choices\na,x;y\nb,x\n", Posts).CanonicalHash());
    }

    [Theory]
    [InlineData("applicant,choices\na,x\n", "utf-16", "UTF-16")]
    [InlineData("applicant,choices\na,x\n", "utf-16BE", "UTF-16")]
    [InlineData("applicant;choices\na;x\n", "utf-8", "semicolons")]
    [InlineData("applicant\tchoices\na\tx\n", "utf-8", "tabs")]
    [InlineData("sep=;\napplicant;choices\na;x\n", "utf-8", "parted by “;”")]
    [InlineData("sep=\t\napplicant\tchoices\na\tx\n", "utf-8", "parted by tabs")]
    [InlineData("applicant,choices\ra,x\r", "utf-8", "CR alone")]
    [InlineData("PK\u0003\u0004", "utf-8", "workbook")]
    [InlineData("\0\0\0\0\0\0\0\0", "utf-8", "zero bytes")]
    public void Read_WhatIsNoCsvOfOurs_IsNamedForWhatItIs(string text, string encoding, string named)
    {
        var bytes = Encoding.GetEncoding(encoding) is var chosen && chosen.WebName == "utf-8" ? Encoding.UTF8.GetBytes(text) : [.. chosen.GetPreamble(), .. chosen.GetBytes(text)];

        var fault = Should.Throw<InputException>(() => AllocationReader.Read(new MemoryStream(bytes), Stream(Posts)));

        fault.Line.ShouldBe(1);
        fault.Expected.ShouldContain(named);
    }

    [Theory]
    [InlineData("ann", "ann ")]
    [InlineData("ann ", "ann")]
    [InlineData("ANN", "ann")]
    [InlineData("ann", "Ann")]
    [InlineData("ann", "ann\u00A0")]
    [InlineData("ann b", "ann\u00A0b")]
    [InlineData("ann b", "ann  b")]
    [InlineData("ann b", "\u200Bann b")]
    [InlineData("ÉVA", "éva")]
    public void Read_IdsThatMeanTheSame_AreRefusedAtTheSecond(string one, string other)
    {
        var people = Should.Throw<InputException>(() => Read($"applicant,choices\nzoe,x\n{one},x\n{other},y\n", Posts));
        var posts = Should.Throw<InputException>(() => Read("applicant,choices\nzoe,q\n", $"post,places\nq,1\n{one},1\n{other},1\n"));

        (people.Line, people.Column).ShouldBe((4, 1));
        people.Expected.ShouldContain($"differs from “{one}” in case or white space alone");
        posts.Line.ShouldBe(4);
    }

    [Fact]
    public void Read_IdsThatDiffer_AreDifferentPeople() =>
        Read("applicant,choices\nAnn B,x\nAnnB,x\nann-b,x\nANN_B,x\nÉva,x\nEva,x\n", Posts).ApplicantCount.ShouldBe(6);

    [Fact]
    public void Read_AnIdOfNothing_IsSaidInGrammar() =>
        Should.Throw<InputException>(() => Read("applicant,choices\n,x\n", Posts)).Expected.ShouldBe("the id of an applicant, found nothing");

    [Fact]
    public void WriteAllocation_WhatASpreadsheetWouldRun_IsGuardedAndReadBack()
    {
        string[] ids = ["=1+1", "+44", "-5", "@x", " =2", "a,\"b\"", "plain"];
        var instance = AllocationInstance.Create([.. ids.Select(id => new Applicant(id, ["=post", "-other"]))], [new("=post", 3), new("-other", 3)]);
        var allocation = new SerialDictatorship().Run(instance, ApplicantOrder.Seeded(instance, 1));
        using var file = new MemoryStream();

        PlacementsFile.Write(file, allocation);

        var cells = Encoding.UTF8.GetString(file.ToArray()).Split('\n').Skip(1).SelectMany(line => line.Split(',')).Select(cell => cell.TrimStart('"', ' ')).ToArray();
        cells.ShouldAllBe(cell => cell.Length == 0 || !"=+-@".Contains(cell[0]));
        PlacementsFile.Read(new MemoryStream(file.ToArray()), "allocation.csv", instance).ShouldBe(allocation.ChoiceOf.ToArray());
    }

    private static AllocationInstance Read(string applicants, string posts) => AllocationReader.Read(Stream(applicants), Stream(posts));

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
