using Gradus.Data;
using Gradus.Data.Allocation;
using Gradus.Matching.Files;
using Gradus.Matching.Instances;
using Gradus.Matching.Mechanisms;

namespace Gradus.Tests.Matching;

public sealed class AllocationStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gradus-").FullName;

    private string Applicants => Path.Combine(_folder, "applicants.csv");

    private string Posts => Path.Combine(_folder, "posts.csv");

    private string Result => Path.Combine(_folder, "result");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("deferred-acceptance")]
    [InlineData("hospital-deferred-acceptance")]
    [InlineData("serial-dictatorship")]
    [InlineData("immediate-acceptance")]
    [InlineData("preference-informed")]
    [InlineData("parallel:2,*")]
    public void Verify_OfAResultAndEachKindOfTampering_HoldsAndIsRefused(string mechanism)
    {
        Write(mechanism, listed: false);
        AllocationStore.Verify(Applicants, Posts, Result).ShouldBeNull();

        Refused(AllocationStore.AllocationFile, text => SwapPlacements(text));
        Refused(AllocationStore.AllocationFile, text => text + "\n");
        Refused(AllocationStore.CertificateFileName,
            text => text.Replace("\"complete\": true", "\"complete\": false", StringComparison.Ordinal).Replace("\"seed\": 1", "\"seed\": 2", StringComparison.Ordinal));
        Refused(AllocationStore.CertificateFileName, text => text.Replace("\"blockingPairCount\": 0", "\"blockingPairCount\": 1", StringComparison.Ordinal));
        Refused(AllocationStore.CertificateFileName, text => text.Replace("\"taken\": ", "\"taken\": 1", StringComparison.Ordinal));
        Refused(AllocationStore.CertificateFileName, text => text.Replace("\"placed\": ", "\"placed\": 1", StringComparison.Ordinal));
        Refused(AllocationStore.CertificateFileName, text => text[..(text.Length / 2)]);
        Refused(AllocationStore.CertificateFileName, text => text.Replace("{\n  \"format\"", "{\n  \"note\": \"x\",\n  \"format\"", StringComparison.Ordinal));
        Refused(AllocationStore.CertificateFileName, text => text.Replace("\"placed\": ", "\"placed\": 999,\n  \"placed\": ", StringComparison.Ordinal));
        Refused(AllocationStore.SummaryFile, text => text.Replace("\"placed\": ", "\"placed\": 1", StringComparison.Ordinal));
        Refused(AllocationStore.SummaryFile, text => text.Replace("\"meanRank\": ", "\"meanRank\": 1", StringComparison.Ordinal));
        Refused(AllocationStore.SummaryFile, text => text[..(text.Length / 2)]);
        Refused(AllocationStore.CertificateFileName, text => text.Replace($"\"{mechanism}\"", "\"no-such\"", StringComparison.Ordinal));
        File.AppendAllText(Applicants, "\n");
        AllocationStore.Verify(Applicants, Posts, Result).ShouldNotBeNull().ShouldContain("applicants");
    }

    [Fact]
    public void Verify_AfterSwappingPlacementsAndMendingTheHash_NamesTheViolation()
    {
        Write("preference-informed", listed: true);
        var allocation = Path.Combine(Result, AllocationStore.AllocationFile);
        var before = Hash(allocation);
        File.WriteAllText(allocation, SwapPlacements(File.ReadAllText(allocation)));
        var certificate = Path.Combine(Result, AllocationStore.CertificateFileName);
        File.WriteAllText(certificate, File.ReadAllText(certificate).Replace(before, Hash(allocation), StringComparison.Ordinal));

        AllocationStore.Verify(Applicants, Posts, Result).ShouldNotBeNull().ShouldStartWith("the rule gives");
    }

    [Theory]
    [InlineData("deferred-acceptance")]
    [InlineData("serial-dictatorship")]
    [InlineData("preference-informed")]
    public void Verify_OfACertificateThatNamesWhatHadNoPart_IsRefused(string mechanism)
    {
        Write(mechanism, listed: mechanism != "deferred-acceptance");

        Refused(AllocationStore.CertificateFileName, text => text.Replace("\"seed\": 0", "\"seed\": 7", StringComparison.Ordinal));
        Refused(AllocationStore.CertificateFileName, text => text.Replace("\"sequential\"", "\"ranked\"", StringComparison.Ordinal));
        Refused(AllocationStore.CertificateFileName, text => text.Replace("\"unused\": [", "\"unused\": [{ \"column\": \"score\", \"because\": \"x\" }", StringComparison.Ordinal));
        Refused(AllocationStore.CertificateFileName, text => text.Replace(mechanism == "deferred-acceptance" ? "\"none\"" : "\"listed\"", "\"seed\"", StringComparison.Ordinal));
    }

    [Fact]
    public void WriteResult_WhereTheFileAsideIsALink_DoesNotFollowIt()
    {
        var other = Path.Combine(_folder, "other.txt");
        File.WriteAllText(other, "mine");
        Directory.CreateDirectory(Result);
        string[] names = [AllocationStore.AllocationFile, AllocationStore.SummaryFile, AllocationStore.CertificateFileName];
        foreach (var name in names)
        {
            File.CreateSymbolicLink(Path.Combine(Result, name + ".new"), other);
        }

        Write("serial-dictatorship", listed: false);

        File.ReadAllText(other).ShouldBe("mine");
        Directory.GetFiles(Result).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ReplaceAll_WhatCannotBeWrittenWhole_LeavesTheOldAndNothingAside()
    {
        Directory.CreateDirectory(Result);
        File.WriteAllText(Path.Combine(Result, "one"), "old");

        Should.Throw<IOException>(() => WrittenAside.ReplaceAll((Result, "one", stream => stream.Write("new"u8)),
            (Result, "two", _ => throw new IOException("No space left on device"))));

        File.ReadAllText(Path.Combine(Result, "one")).ShouldBe("old");
        Directory.GetFiles(Result).Length.ShouldBe(1);
    }

    [Fact]
    public void WrittenAside_AFileThatCannotBeGivenItsName_LeavesNothingBeside()
    {
        Directory.CreateDirectory(Path.Combine(Result, "taken"));

        Should.Throw<Exception>(() => WrittenAside.Replace(Result, "taken", stream =>
        {
            stream.Write("new"u8);
            return true;
        }));

        Directory.GetFiles(Result).ShouldBeEmpty();
    }

    [Fact]
    public void ReplaceAll_WhereOneCannotBeNamed_PutsTheOthersBack()
    {
        Directory.CreateDirectory(Path.Combine(Result, "three", "full"));
        File.WriteAllText(Path.Combine(Result, "one"), "old");

        Should.Throw<Exception>(() => WrittenAside.ReplaceAll((Result, "one", stream => stream.Write("new"u8)),
            (Result, "two", stream => stream.Write("new"u8)), (Result, "three", stream => stream.Write("new"u8))));

        File.ReadAllText(Path.Combine(Result, "one")).ShouldBe("old");
        Directory.GetFiles(Result).Length.ShouldBe(1);
    }

    [Fact]
    public void Verify_OfAMixtureOfTwoResults_IsRefused()
    {
        Write("serial-dictatorship", listed: false);
        var old = File.ReadAllText(Path.Combine(Result, AllocationStore.AllocationFile));
        Write("immediate-acceptance", listed: false);
        File.WriteAllText(Path.Combine(Result, AllocationStore.AllocationFile), old);

        AllocationStore.Verify(Applicants, Posts, Result).ShouldNotBeNull();
    }

    [Fact]
    public void Read_OfBadInput_WritesNothing()
    {
        File.WriteAllText(Applicants, "applicant,choices\na,x\n");
        File.WriteAllText(Posts, "post,places\nx,1.5\n");

        Should.Throw<InputException>(() => AllocationStore.Read(Applicants, Posts));
        Directory.Exists(Result).ShouldBeFalse();
    }

    [Fact]
    public void Draw_CommittedRevealedAndTampered_HoldsAndIsRefused()
    {
        WriteInputs();
        var instance = AllocationStore.Read(Applicants, Posts).Instance;
        var draw = Path.Combine(_folder, "draw");
        DrawStore.Commit(instance, draw, "round 5");
        Should.Throw<IOException>(() => DrawStore.Commit(instance, draw, "round 6"));
        DrawStore.Reveal(instance, draw, "value");
        DrawStore.Reveal(instance, draw, "value");
        Should.Throw<IOException>(() => DrawStore.Reveal(instance, draw, "another")).Message.ShouldContain("a draw is revealed once");

        DrawStore.Verify(instance, draw).ShouldBeNull();
        AllocationStore.ReadOrder(Path.Combine(draw, DrawStore.OrderFile), instance).BestFirst.Length.ShouldBe(instance.ApplicantCount);
        File.WriteAllLines(Path.Combine(draw, DrawStore.OrderFile), File.ReadAllLines(Path.Combine(draw, DrawStore.OrderFile)).Reverse());
        DrawStore.Verify(instance, draw).ShouldNotBeNull();
    }

    private void WriteInputs()
    {
        using var applicants = File.Create(Applicants);
        using var posts = File.Create(Posts);
        InstanceGenerator.Write(new GeneratorSettings(60, 8, 3) { ShortestList = 2, LongestList = 5 }, applicants, posts);
    }

    private void Write(string mechanism, bool listed)
    {
        WriteInputs();
        var input = AllocationStore.Read(Applicants, Posts);
        var order = listed
            ? ApplicantOrder.Listed(input.Instance, [.. Enumerable.Range(0, 60).Select(a => input.Instance.Applicants[a])])
            : ApplicantOrder.Seeded(input.Instance, 1);
        AllocationStore.WriteResult(Result, input, MechanismNames.Find(mechanism)!.Run(input.Instance, order), 0);
    }

    private void Refused(string file, Func<string, string> tamper)
    {
        var path = Path.Combine(Result, file);
        var before = File.ReadAllText(path);
        var after = tamper(before);
        after.ShouldNotBe(before);
        File.WriteAllText(path, after);
        AllocationStore.Verify(Applicants, Posts, Result).ShouldNotBeNull();
        File.WriteAllText(path, before);
    }

    /// <summary>Moves the first placed applicant to nothing: a change the rows still allow.</summary>
    private static string SwapPlacements(string text)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, 1, line => !line.EndsWith(",,", StringComparison.Ordinal));
        lines[at] = lines[at].Split(',')[0] + ",,";
        return string.Join('\n', lines);
    }

    private static string Hash(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
}
