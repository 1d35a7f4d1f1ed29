using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelDataReader;
using Gradus.Data.Content;
using Gradus.Data.Exports;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Gradus.Tests.Exports;

/// <summary>The answer to every worked example of every tool as a Word document and as a workbook, opened again by readers that are not ours.</summary>
public sealed class AnswerFilesTests
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));
    private static readonly OpenXmlValidator Validator = new(DocumentFormat.OpenXml.FileFormatVersions.Office2019);

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void AnAnswerAsAWordDocument_OpensWithoutFaultAndHoldsTheAnswer(string address)
    {
        foreach (var (id, tool, answer) in Answers(address))
        {
            var document = AnswerDocument.Of(tool, answer, id => Library.Sources.GetValueOrDefault(id));

            using var file = WordprocessingDocument.Open(new MemoryStream(DocxFile.Write(document)), isEditable: false);

            Faults(file).ShouldBeEmpty($"{address} {id}");
            var paragraphs = file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().ToList();
            paragraphs.ShouldContain(paragraph => paragraph.InnerText == answer.Says, $"{address} {id}");
            Style(paragraphs, "Title").ShouldBe([document.Question]);
            Style(paragraphs, "Heading1").ShouldBe(document.Parts.Where(part => part is not TablePart)
                .Select(part => part.Heading)
                .Append("Where it is written")
                .Where(heading => heading.Length > 0 && (heading != "Where it is written" || document.Sources.Count > 0)), $"{address} {id}");
            file.MainDocumentPart.Document.Body.Descendants<Table>()
                .ShouldAllBe(table => table.Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>().Any(), $"{address} {id}");
            file.PackageProperties.Title.ShouldBe(document.Question);
            file.PackageProperties.Language.ShouldBe("en-GB");
            foreach (var source in document.Sources.Where(source => source.Address is not null))
            {
                paragraphs.ShouldContain(paragraph => paragraph.InnerText.Contains(source.Address!.ToString(), StringComparison.Ordinal), $"{address} {id}: {source.Id}");
            }
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void AnAnswersTablesAsAWorkbook_AreReadBackAsTheyWere(string address)
    {
        foreach (var (id, tool, answer) in Answers(address))
        {
            var tables = XlsxFile.Of(answer).ToList();
            if (tables.Count == 0)
            {
                continue;
            }

            using var book = Open(XlsxFile.Write(answer, AnswerDocument.Of(tool, answer, id => Library.Sources.GetValueOrDefault(id))));

            book.ResultsCount.ShouldBe(tables.Count + 1, $"{address} {id}");
            var names = new List<string>();
            foreach (var table in tables)
            {
                names.Add(book.Name);
                book.Read().ShouldBeTrue();
                Enumerable.Range(0, table.Columns.Count).Select(book.GetString).ShouldBe(table.Columns.Select(column => column.Heading));
                foreach (var row in table.Rows)
                {
                    book.Read().ShouldBeTrue();
                    row.Select((_, place) => place < book.FieldCount ? book.GetValue(place) : null).ShouldBe(row.Select(AsRead), $"{address} {id}: {table.Caption}");
                }

                book.NextResult();
            }

            names.ShouldBeUnique();
            names.ShouldAllBe(name => name.Length > 0 && name.Length <= 31);
            book.Name.ShouldBe(XlsxFile.About);
        }
    }

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void TheSameAnswer_GivesTheSameBytes(string address)
    {
        var (_, tool, answer) = Answers(address).First();
        var document = AnswerDocument.Of(tool, answer, id => Library.Sources.GetValueOrDefault(id));

        var (word, sheets) = (DocxFile.Write(document), XlsxFile.Of(answer).Any() ? XlsxFile.Write(answer, document) : []);
        Thread.Sleep(5); // A file that tells when it was made would differ.

        DocxFile.Write(document).ShouldBe(word);
        (XlsxFile.Of(answer).Any() ? XlsxFile.Write(answer, document) : []).ShouldBe(sheets);
        foreach (var part in Moments(word).Concat(sheets.Length == 0 ? [] : Moments(sheets)))
        {
            part.Year.ShouldBe(1980);
        }
    }

    [Fact]
    public void WordsThatASpreadsheetWouldRun_StayWords()
    {
        string[] hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://example.org\")"];
        var file = XlsxFile.Write([new AnswerTable("t", "=1+1", [new("a", "=1+1"), new("b", "B", "=cmd")], [.. hostile.Select(text => (IReadOnlyList<AnswerCell>)[text, text])])]);

        using var book = Open(file);
        book.Read();
        foreach (var text in hostile)
        {
            book.Read();
            book.GetValue(0).ShouldBe(text);
        }

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        using var sheet = new StreamReader(zip.Entries.Single(part => part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open());
        sheet.ReadToEnd().ShouldNotContain("<f");
    }

    [Fact]
    public void WhatNoPackageMayHold_IsLeftOutAndLongCellsSaySo()
    {
        var wild = "a\0b\u0001c\uD800d\uFFFEe\r\nf😀";
        var table = new AnswerTable("t", wild, [new("a", wild)], [[wild], [new string('x', 40_000)], [new DateOnly(1900, 1, 1)]]);

        using (var book = Open(XlsxFile.Write([table])))
        {
            book.Name.ShouldBe("abc�de f😀");
            book.Read();
            book.Read();
            book.GetString(0).ShouldBe("abc�de\nf😀");
            book.Read();
            book.GetString(0).Length.ShouldBe(32_767);
            book.GetString(0).ShouldEndWith("(cut here: a cell holds no more)");
            book.Read();
            book.GetString(0).ShouldBe("1900-01-01");
        }

        using var word = WordprocessingDocument.Open(new MemoryStream(new DocxBuilder(wild).Title(wild)
            .List([wild], isOrdered: true)
            .List(["b"], isOrdered: true)
            .Table(table)
            .File(wild)), isEditable: false);
        Faults(word).ShouldBeEmpty();
    }

    [Fact]
    public void NamesOfSheets_AreValidAndNoneStandsTwice()
    {
        string[] captions = ["", "History", "What/came: and when?", "'quoted'", new string('a', 40), new string('a', 40), new string('A', 31), "About",
            "about", new string('x', 30) + "😀"];

        var names = XlsxFile.Names(captions);

        names.ShouldAllBe(name => name.Length >= 1 && name.Length <= 31 && !name.Any("[]:*?/\\".Contains) && !name.StartsWith('\'') && !name.EndsWith('\''));
        names.Select(name => name.ToUpperInvariant()).ShouldBeUnique();
        names.ShouldNotContain("History");
        names[^1].ShouldBe(new string('x', 30));
    }

    [Fact]
    public void ATableLongerThanADocumentTakes_SaysHowMuchIsLeftOut()
    {
        var table = new AnswerTable("t", "Long", [new("a", "A")], [.. Enumerable.Range(0, 1_234).Select(number => (IReadOnlyList<AnswerCell>)[number])]);

        using var word = WordprocessingDocument.Open(new MemoryStream(new DocxBuilder("Long").Table(table).File()), isEditable: false);

        word.MainDocumentPart!.Document!.Body!.InnerText.ShouldContain("234 more rows are not printed here");
    }

    [Fact]
    public void ALetter_OpensWithoutFaultWithItsDayInFullAndItsEvidence()
    {
        var letter = new AnswerLetter("formal", "Formal letter", "the medical director", "Rota: post starting 3 February 2027",
            ["Dear colleagues,", "It has not come.", AnswerLetter.Signature], new DateOnly(2027, 1, 5))
        {
            Evidence = new AnswerTable("evidence", "What was due, and what came", [new("what", "What"), new("due", "Due")], [["Rota", new DateOnly(2026, 12, 23)]]),
        };

        using var word = WordprocessingDocument.Open(new MemoryStream(DocxFile.Write(letter)), isEditable: false);

        Faults(word).ShouldBeEmpty();
        var paragraphs = word.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        paragraphs.ShouldBe(["To:the medical director", "5 January 2027", "Rota: post starting 3 February 2027", "Dear colleagues,", "It has not come.",
            "What was due, and what came", "What", "Due", "Rota", "23 December 2026", AnswerLetter.Signature]);
        letter.Lines().ShouldBe(["5 January 2027", "To: the medical director", "Dear colleagues,", "It has not come.", "– Rota: due 23 December 2026", AnswerLetter.Signature]);
    }

    private static object? AsRead(AnswerCell cell) => cell.Value switch
    {
        null or "" => null,
        decimal number => (double)number,
        DateOnly day when day >= new DateOnly(1900, 3, 1) => day.ToDateTime(TimeOnly.MinValue),
        DateOnly day => day.Iso(),
        _ => cell.Text(unit: null),
    };

    private static IEnumerable<(string Id, DeclaredTool Tool, ToolAnswer Answer)> Answers(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(Library.Book);
        return Library.ExamplesOf(tool).Select(example => (example.Id, tool, bound.Answer(Encoding.UTF8.GetBytes(example.Facts), new Asking(example.On, Nation.England)).Answer!));
    }

    private static IEnumerable<string> Style(IEnumerable<Paragraph> paragraphs, string style) =>
        paragraphs.Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style).Select(paragraph => paragraph.InnerText);

    private static IEnumerable<string> Faults(WordprocessingDocument file) =>
        Validator.Validate(file, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");

    private static IEnumerable<DateTimeOffset> Moments(byte[] file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry => entry.LastWriteTime)];
    }

    private static IExcelDataReader Open(byte[] file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
    }
}
