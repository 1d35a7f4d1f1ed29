using System.Text;
using Gradus.Matching.Draws;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;

namespace Gradus.Tests.Matching;

public class AllocationReaderTests
{
    private const string Posts = "post,places\nx,1\ny,2\n";

    [Theory]
    [InlineData("applicant,choices\na,x\na,y\n", Posts, "applicants.csv", 3, 1, "every applicant once")]
    [InlineData("applicant,choices\na,x;z\n", Posts, "applicants.csv", 2, 5, "a post that posts.csv has")]
    [InlineData("applicant,choices\na,x;x\n", Posts, "applicants.csv", 2, 5, "every choice once")]
    [InlineData("applicant,choices\na,\n", Posts, "applicants.csv", 2, 3, "at least one choice")]
    [InlineData("applicant,choices\na,x;;y\n", Posts, "applicants.csv", 2, 5, "the id of a post")]
    [InlineData("applicant,choices\na,x\n", "post,places\nx,-1\n", "posts.csv", 2, 3, "places as a whole number from 0")]
    [InlineData("applicant,choices\na,x\n", "post,places\nx,1.5\n", "posts.csv", 2, 3, "places as a whole number from 0")]
    [InlineData("applicant,choices\na,x\n", "post,places\nx,1\nx,1\n", "posts.csv", 3, 1, "every post once")]
    [InlineData("applicant,choices\na,x\n", "post,places,ranking\nx,1,a;b\n", "posts.csv", 2, 7, "the id of an applicant")]
    [InlineData("applicant,choices,linked_with\na,x,b\nb,x,\n", Posts, "applicants.csv", 2, 5, "a link that is returned")]
    [InlineData("applicant,choices,linked_with\na,x,a\n", Posts, "applicants.csv", 2, 5, "the id of another applicant")]
    [InlineData("applicant,choices\n\"a,x\n", Posts, "applicants.csv", 2, 1, "a closing quote")]
    [InlineData("applicant,choices\na\"b,x\nc\"d,y\n", Posts, "applicants.csv", 2, 2, "no quote inside a field")]
    [InlineData("applicant,choices\n\"a\"b,x\n", Posts, "applicants.csv", 2, 4, "a comma or the end of the line")]
    [InlineData("applicant,choices\na,x,1\n", Posts, "applicants.csv", 2, 5, "2 fields as in the header")]
    [InlineData("applicant,choice\na,x\n", Posts, "applicants.csv", 1, 11, "the columns applicant,choices")]
    [InlineData("applicant,choices,tier\na,x,0\n", Posts, "applicants.csv", 2, 5, "a tier as a whole number from 1")]
    [InlineData("", Posts, "applicants.csv", 1, 1, "the columns applicant,choices")]
    [InlineData("applicant,choices\nén,x;q\n", Posts, "applicants.csv", 2, 6, "a post that posts.csv has")]
    public void Read_BadInput_NamesFileLineColumnAndWhatWasExpected(string applicants, string posts, string file, long line, long column, string expected)
    {
        var fault = Should.Throw<InputException>(() => Read(applicants, posts));

        (fault.File, fault.Line, fault.Column).ShouldBe((file, line, column));
        fault.Expected.ShouldStartWith(expected);
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_NamesThePlace()
    {
        byte[] applicants = [.. "applicant,choices\na,x\nb"u8, 0xC3, 0x28, .. ",x\n"u8];

        var fault = Should.Throw<InputException>(() => AllocationReader.Read(new MemoryStream(applicants), Stream(Posts)));

        (fault.Line, fault.Column).ShouldBe((3, 2));
    }

    [Fact]
    public void Read_TenMegabytesOnOneLine_IsRefusedAtThatLine()
    {
        Should.Throw<InputException>(() => Read("applicant,choices\na," + new string('x', 10_000_000) + "\n", Posts)).Line.ShouldBe(2);
        Should.Throw<InputException>(() => Read("applicant,choices\na,x\n", "post,places\n" + new string('x', 10_000_000) + ",1\n")).Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("\uFEFFapplicant,choices\r\na,x;y\r\n\"b \"\"c\"\"\",\"y\"\r\n")]
    [InlineData("choices,applicant\nx;y,a\ny,\"b \"\"c\"\"\"")]
    public void Read_OtherSpellingsOfTheSame_HaveTheSameCanonicalHash(string applicants)
    {
        var plain = Read("applicant,choices\n\"b \"\"c\"\"\",y\na,x;y\n", "post,places\ny,2\nx,1\n");

        var instance = Read(applicants, Posts);

        instance.CanonicalHash().ShouldBe(plain.CanonicalHash());
        instance.ApplicantCount.ShouldBe(2);
        instance.Applicants.Find("b \"c\"").ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void Read_InPiecesOfAnySize_GivesTheSame()
    {
        using var applicants = new MemoryStream();
        using var posts = new MemoryStream();
        InstanceGenerator.Write(new GeneratorSettings(300, 20, 5) { LinkedShare = 0.2, SecondTierShare = 0.3 }, applicants, posts);
        var whole = AllocationReader.Read(new MemoryStream(applicants.ToArray()), new MemoryStream(posts.ToArray()));

        var inPieces = AllocationReader.Read(new InPieces(applicants.ToArray()), new InPieces(posts.ToArray()));

        inPieces.CanonicalHash().ShouldBe(whole.CanonicalHash());
    }

    [Fact]
    public void Read_AnyDamage_IsReadOrRefusedWithAPlace()
    {
        using var applicants = new MemoryStream();
        using var posts = new MemoryStream();
        InstanceGenerator.Write(new GeneratorSettings(12, 5, 9) { ShortestList = 2, LongestList = 4, LinkedShare = 0.5, SecondTierShare = 0.5 }, applicants, posts);
        byte[] odd = [.. "\",\n\r;0a-"u8, 0xFF, 0xC3, 0x00, 0xEF];
        for (var run = 0; run < 1500; run++)
        {
            var random = new SimulationRandom(77, run);
            var (damagedApplicants, damagedPosts) = (applicants.ToArray(), posts.ToArray());
            for (var i = 0; i <= random.NextBelow(3); i++)
            {
                var target = random.NextBelow(2) == 0 ? damagedApplicants : damagedPosts;
                target[random.NextBelow((uint)target.Length)] = odd[random.NextBelow((uint)odd.Length)];
            }

            var cut = random.NextBelow(4) == 0 ? (int)random.NextBelow((uint)damagedApplicants.Length) : damagedApplicants.Length;
            try
            {
                AllocationReader.Read(new MemoryStream(damagedApplicants, 0, cut), new MemoryStream(damagedPosts)).ApplicantCount.ShouldBeGreaterThanOrEqualTo(0);
            }
            catch (InputException fault)
            {
                fault.Line.ShouldBeGreaterThan(0);
                fault.Column.ShouldBeGreaterThan(0);
            }
        }
    }

    private static AllocationInstance Read(string applicants, string posts) => AllocationReader.Read(Stream(applicants), Stream(posts));

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Hands out a few bytes at a time.</summary>
    private sealed class InPieces(byte[] bytes) : MemoryStream(bytes)
    {
        private int _turn;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, int.Min(count, 1 + (_turn++ * 7 % 13)));
    }
}
