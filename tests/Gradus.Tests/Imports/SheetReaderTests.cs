using System.IO.Compression;
using System.Text;
using Gradus.Data.Exports;
using Gradus.Data.Imports;
using Gradus.Tools;

namespace Gradus.Tests.Imports;

/// <summary>Tables as people keep them are read, and what cannot be read is refused with its place.</summary>
public sealed class SheetReaderTests
{
    private const string Plain = "doctor_ref,start,owner\nA1,2027-08-04,Zoë\nA2,2027-08-05,\"Łuk, asz\"\n";

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Plain) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Plain)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain)] },
        { "UTF-16, the other way", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Plain)] },
        { "lines of Windows", Encoding.UTF8.GetBytes(Plain.ReplaceLineEndings("\r\n")) },
        { "semicolons", Encoding.UTF8.GetBytes("doctor_ref;start;owner\nA1;2027-08-04;Zoë\nA2;2027-08-05;Łuk, asz\n") },
        { "tabs", Encoding.UTF8.GetBytes("doctor_ref\tstart\towner\nA1\t2027-08-04\tZoë\nA2\t2027-08-05\tŁuk, asz\n") },
        { "sep=", Encoding.UTF8.GetBytes("sep=;\r\ndoctor_ref;start;owner\nA1;2027-08-04;Zoë\nA2;2027-08-05;Łuk, asz\n") },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_AsSpreadsheetsSaveIt_GivesTheSameRows(string how, byte[] file)
    {
        var table = Read(file);

        table.Header.ShouldBe(["doctor_ref", "start", "owner"], how);
        table.Rows.Select(row => row.Cells).ShouldBe([["A1", "2027-08-04", "Zoë"], ["A2", "2027-08-05", "Łuk, asz"]], how);
        table.Note.ShouldBeNull(how);
    }

    [Fact]
    public void Read_LettersOfWesternWindows_AreReadAsTheyWereMeant()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var table = Read(Encoding.GetEncoding(1252).GetBytes("name,pay\nZoë,£5\n"));

        table.Rows[0].Cells.ShouldBe(["Zoë", "£5"]);
        table.Note.ShouldNotBeNull().ShouldContain("not UTF-8");
    }

    [Fact]
    public void Read_BlankLinesAndQuotedLineEnds_KeepTheNumbersOfTheLines()
    {
        var table = Read("\nname,note\n\nA,\"one\ntwo\"\n,,,\nB,\n");

        table.Rows.Select(row => row.Line).ShouldBe([4, 7]);
        table.Rows[0].Cells.ShouldBe(["A", "one\ntwo"]);
        table.Rows[1].Cells.ShouldBe(["B", ""]);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("name,start\n", "nothing beneath it")]
    [InlineData("name,,start\nA,B,C\n", "Line 1, column 2: the heading is empty")]
    [InlineData("name,Name\nA,B\n", "“name” stands twice")]
    [InlineData("name,start\nA,B\nC,D,E\n", "Line 3 has 3 cells, where the heading has 2")]
    [InlineData("name,start\nA,\"B\nC,D\n", "Line 2: a quotation mark is opened and not closed")]
    [InlineData("sep=;\nname;start\nA;B;C\n", "Line 3 has 3 cells")]
    [InlineData("%PDF-1.7\0\0", "this is no text")]
    [InlineData("PK\u0003\u0004 and no more", "these bytes are none")]
    public void Read_WhatCannotBeRead_IsRefusedWithItsPlace(string file, string says)
    {
        var reading = SheetReader.Read(Encoding.UTF8.GetBytes(file));

        reading.Table.ShouldBeNull();
        reading.Fault!.ShouldContain(says);
    }

    [Fact]
    public void Read_AnOldOrEncryptedWorkbook_SaysSo() =>
        SheetReader.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]).Fault!.ShouldContain("older or an encrypted one");

    [Fact]
    public void Read_MoreThanTheLimits_IsRefused()
    {
        SheetReader.Read(new byte[SheetReader.MostBytes + 1]).Fault!.ShouldContain("larger than 8 MB");
        SheetReader.Read(new MemoryStream(new byte[SheetReader.MostBytes + 9])).Fault!.ShouldContain("larger than 8 MB");
        SheetReader.Read(Encoding.UTF8.GetBytes("a\n" + string.Concat(Enumerable.Repeat("1\n", SheetReader.MostRows)))).Table!.Rows.Count.ShouldBe(SheetReader.MostRows);
        SheetReader.Read(Encoding.UTF8.GetBytes("a\n" + string.Concat(Enumerable.Repeat("1\n", SheetReader.MostRows + 1)))).Fault!.ShouldContain("at most 50,000 rows");
        SheetReader.Read(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 257)) + "\n1\n")).Fault!.ShouldContain("at most 256");
        SheetReader.Read(Encoding.UTF8.GetBytes("a\n" + new string('x', 32_768))).Fault!.ShouldContain("Line 2, column 1");
    }

    [Fact]
    public void Read_AWorkbookThatUnpacksToGigabytes_IsRefusedUnopened()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            for (var megabyte = 0; megabyte < 80; megabyte++)
            {
                sheet.Write(new byte[1 << 20]);
            }
        }

        file.Length.ShouldBeLessThan(1 << 20);
        SheetReader.Read(file.ToArray()).Fault!.ShouldContain("when unpacked");
    }

    [Fact]
    public void Read_ASheetOfOurs_ComesBackAsItWas()
    {
        var table = new AnswerTable("staff", "Staff", [new("role", "Role"), new("start", "Start"), new("pay", "Pay", "GBP"), new("share", "Share", "%"), new("late", "Late")],
            [["GP", new DateOnly(2027, 8, 4), 1234.5m, 82.5m, true], ["=1+1", AnswerCell.None, 0.1m, 0m, false]]);

        var read = Read(XlsxFile.Write([table]));

        read.Header.ShouldBe(["Role", "Start", "Pay", "Share", "Late"]);
        read.Rows.Select(row => row.Cells).ShouldBe([["GP", "2027-08-04", "1234.5", "82.5", "yes"], ["=1+1", "", "0.1", "0", "no"]]);
        read.Note.ShouldBeNull();
    }

    [Fact]
    public void Read_AShareAsASheetShowsIt_KeepsItsSign() =>
        Read(XlsxFile.Write([new AnswerTable("s", "S", [new("share", "Share", "fraction of full time")], [[0.8m]])])).Rows[0].Cells.ShouldBe(["80%"]);

    [Fact]
    public void Read_AWorkbookOfSeveralSheets_SaysWhichWasRead()
    {
        var one = new AnswerTable("one", "First", [new("a", "A")], [[1]]);

        Read(XlsxFile.Write([one, one with { Caption = "Second" }])).Note.ShouldBe("Only the sheet “First” was read; the workbook has 2 sheets.");
    }

    [Fact]
    public void Read_ACellInError_IsRefused() =>
        SheetReader.Read(Changed("<v>1</v>", "<v>#N/A</v>", "<c ", "<c t=\"e\" ")).Fault!.ShouldContain("A cell in sheet1.xml is in error");

    [Fact]
    public void Read_AWorkbookCutOrBroken_IsRefusedAndNeverAFault()
    {
        var whole = XlsxFile.Write([new AnswerTable("one", "First", [new("a", "A")], [[1], [2]])]);
        for (var length = 2; length < whole.Length; length += 7)
        {
            SheetReader.Read(whole[..length]).Fault.ShouldNotBeNull();
        }

        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var broken = whole.ToArray();
            broken[random.Next(2, broken.Length)] ^= (byte)random.Next(1, 256);
            Should.NotThrow(() => SheetReader.Read(broken));
        }
    }

    // A sheet of ours with its text changed, as another programme might write it.
    private static byte[] Changed(params string[] changes)
    {
        using var file = new MemoryStream();
        file.Write(XlsxFile.Write([new AnswerTable("one", "First", [new("a", "A")], [[1]])]));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Single(part => part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            var name = entry.FullName;
            entry.Delete();
            var row = text.IndexOf("<row", text.IndexOf("<row", StringComparison.Ordinal) + 1, StringComparison.Ordinal);
            var second = text[row..];
            for (var change = 0; change < changes.Length; change += 2)
            {
                second = second.Replace(changes[change], changes[change + 1], StringComparison.Ordinal);
            }

            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text[..row] + second);
        }

        return file.ToArray();
    }

    private static SheetTable Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static SheetTable Read(byte[] file)
    {
        var reading = SheetReader.Read(file);
        reading.Fault.ShouldBeNull();
        return reading.Table!;
    }
}
