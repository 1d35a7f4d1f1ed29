using System.Text;
using Gradus.Data.Content;
using Gradus.LessThanFullTime;
using Gradus.Matching.Draws;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;
using Gradus.Matching.Proofs;
using Gradus.Rules;
using Gradus.SpecialtyExplorer;
using Gradus.Tests.LessThanFullTime;
using Gradus.Tests.SpecialtyExplorer;

namespace Gradus.Tests.House;

/// <summary>
/// Every reader is given damaged copies of good input, the same ones each time: bytes changed, cut out, doubled, exchanged for marks that mean something, or the end cut off.
/// A reader may take what is still good, or refuse with its own error that names a place. Anything else is our fault.
/// </summary>
public sealed class ReaderFuzzTests
{
    private const int Copies = 3000;
    private static readonly byte[][] Marks = [.. ((string[])["\"", "\\", "{", "}", "[", "]", ",", ";", "\n", "\r\n", "\0", "\uFEFF", "-1", "1e999", "null",
        "9223372036854775808", "é", "\U0001F600", ":", "'", "\t"]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80]];

    private static readonly AllocationInstance Instance = AllocationInstance.Create(
        [new Applicant("ann", ["x", "y"]), new Applicant("b \"ob\"", ["y", "x"]), new Applicant("cé", ["x"])], [new Post("x", 1), new Post("y", 2)]);

    [Fact]
    public void Applicants() => Survives("applicant,choices,tier,linked_with,score,order\nann,x;y,1,bob,3.5,2\nbob,x;y,1,ann,2,1\n\"c, \"\"d\"\"\",y,2,,1,3\n", bytes =>
        Refused<InputException>(() => AllocationReader.Read(new MemoryStream(bytes), Stream("post,places\nx,1\ny,2\n"))));

    [Fact]
    public void Posts() => Survives("post,places,ranking\nx,1,ann;bob\ny,2,\n\"z, 1\",0,bob\n", bytes =>
        Refused<InputException>(() => AllocationReader.Read(Stream("applicant,choices\nann,x;y\nbob,y\n"), new MemoryStream(bytes))));

    [Fact]
    public void Order() => Survives("ann\nb \"ob\"\ncé\n", bytes => Refused<InputException>(() => OrderFile.Read(new MemoryStream(bytes), "order.txt", Instance)));

    [Fact]
    public void Placements() => Survives(Written(stream => PlacementsFile.Write(stream, Run())), bytes =>
        Refused<InputException>(() => PlacementsFile.Read(new MemoryStream(bytes), "allocation.csv", Instance)));

    [Fact]
    public void WrittenCertificate() => Survives(Written(stream => CertificateJson.Write(stream, Certified())), bytes =>
        Refused<InputException>(() => CertificateJson.Read(new MemoryStream(bytes), "certificate.json")));

    [Fact]
    public void Commitment() => Survives(Written(stream => DrawFiles.WriteCommitment(stream, DrawCommitment.Commit(Instance, new byte[32], "round 1"))), bytes =>
        Refused<InputException>(() => DrawFiles.ReadCommitment(new MemoryStream(bytes), "commitment.json")));

    [Fact]
    public void Reveal() =>
        Survives(Written(stream => DrawFiles.WriteReveal(stream, DrawReveal.Reveal(DrawCommitment.Commit(Instance, new byte[32], "round 1"), new byte[32], [1, 2, 3]))), bytes =>
        Refused<InputException>(() => DrawFiles.ReadReveal(new MemoryStream(bytes), "reveal.json")));

    [Fact]
    public void Plan() => Survives(
        """{"plannedEnd":"2033-08-02","baselineRate":1.0,"specialty":null,"changes":[{"kind":"less-than-full-time","from":"2027-08-04","to":"2027-12-31","rate":0.8},{"kind":"oopr","from":"2028-01-01","to":"2028-12-31","creditedDays":365}],"rateAfter":1.0}""",
        bytes =>
        {
            var read = Plans.Read(bytes);
            (read.Value is null).ShouldBe(read.Errors.Count > 0);
            if (read.Value is { } plan)
            {
                _ = CompletionDateCalculator.Calculate(plan, TestFigures.Current, new DateOnly(2026, 11, 25), Nation.England).Reasons;
            }
        });

    [Fact]
    public void Answers() => Survives(
        """{"statements":{"hands-on-1":4,"pace-2":null},"bestWorst":[{"task":0,"best":"hands-on","worst":"pace"}],"interests":{"patient-age":["adults"]},"limits":{"max-years":8},"seed":7}""",
        bytes =>
        {
            var read = AnswersReader.Read(bytes, Explorer.Questionnaire);
            (read.Value is null).ShouldBe(read.Errors.Count > 0);
        });

    [Fact]
    public void Code() =>
        Survives(AnswersCode.Write(Explorer.ADoctorOf("neurology"), Explorer.Questionnaire), bytes => _ = AnswersCode.Read(Encoding.UTF8.GetString(bytes), Explorer.Questionnaire));

    [Theory]
    [Trait("run", "whole")]
    [InlineData("induction/rules.yaml")]
    [InlineData("induction/guidance.md")]
    [InlineData("sources.yaml")]
    public void Content(string file)
    {
        using var folder = new Content.ContentFolder();
        Survives(File.ReadAllText(Path.Combine(folder.Path, file)), bytes =>
        {
            folder.With(file, bytes);
            ContentLoader.Read(folder.Path).Faults.ShouldAllBe(fault => fault.Message.Length > 0 && fault.Line >= 0);
        }, copies: 120);
    }

    private static Allocation Run() => new SerialDictatorship().Run(Instance, new ApplicantOrder([0, 1, 2]));

    private static CertificateFile Certified() => new()
    {
        Certificate = Certificate.From(Run()),
        Files = new FileHashes("00", "01", "02"),
        Tiers = TierRule.Sequential,
        OrderSource = OrderSource.Listed,
        Seed = 1,
        Order = ["ann", "b \"ob\"", "cé"],
    };

    private static void Survives(string good, Action<byte[]> read, int copies = Copies) => Survives(Encoding.UTF8.GetBytes(good), read, copies);

    private static void Survives(byte[] good, Action<byte[]> read, int copies = Copies)
    {
        read(good);
        for (var copy = 0; copy < copies; copy++)
        {
            var damaged = Damage(good, new SimulationRandom(20261125, copy));
            try
            {
                read(damaged);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Copy {copy} is not read cleanly:\n{Encoding.UTF8.GetString(damaged)}", fault);
            }
        }
    }

    private static void Refused<T>(Action read)
        where T : Exception
    {
        try
        {
            read();
        }
        catch (T fault)
        {
            fault.Message.ShouldNotBeEmpty();
        }
    }

    private static byte[] Damage(byte[] good, SimulationRandom random)
    {
        List<byte> bytes = [.. good];
        for (var times = 1 + random.NextBelow(3); times > 0 && bytes.Count > 0; times--)
        {
            var at = (int)random.NextBelow((uint)bytes.Count);
            var length = (int)random.NextBelow((uint)int.Min(12, bytes.Count - at)) + 1;
            switch (random.NextBelow(5))
            {
                case 0:
                    bytes[at] = (byte)random.NextBelow(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Marks[random.NextBelow((uint)Marks.Length)]);
                    break;
                default:
                    bytes.RemoveRange(at, random.NextBelow(4) == 0 ? bytes.Count - at : 1);
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
