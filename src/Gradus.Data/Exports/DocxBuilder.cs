using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gradus.Tools;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Gradus.Data.Exports;

/// <summary>
/// Builds a Word document from headings, paragraphs, lists and tables, with real styles: what a screen reader or a table of contents looks for is there.
/// British English, A4; the heading of a table stands on each of its pages.
/// The same calls give the same bytes.
/// </summary>
public sealed class DocxBuilder
{
    /// <summary>The most rows of a table in a document; a spreadsheet takes the rest.</summary>
    public const int MostRows = 1_000;

    private const string Language = "en-GB";
    private const string Font = "Arial";
    private const string Ink = "07444A";
    private const int BulletList = 1;
    private const int WideFrom = 7;
    private const uint ShortEdge = 11906;
    private const uint LongEdge = 16838;
    private readonly string title;
    private readonly Body body = new();
    private int lists = BulletList;
    private bool isWide;

    /// <summary>A document.</summary>
    /// <param name="title">Its title, for its properties.</param>
    public DocxBuilder(string title) => this.title = DocumentLetters.Clean(title);

    /// <summary>The title on the page.</summary>
    public DocxBuilder Title(string text) => Add("Title", text);

    /// <summary>A heading.</summary>
    /// <param name="text">Its words; nothing is added for none.</param>
    /// <param name="level">From 1 to 3.</param>
    public DocxBuilder Heading(string text, int level = 1) =>
        string.IsNullOrWhiteSpace(text) ? this : Add(string.Create(CultureInfo.InvariantCulture, $"Heading{Math.Clamp(level, 1, 3)}"), text);

    /// <summary>A paragraph.</summary>
    public DocxBuilder Paragraph(string text) => Add(style: null, text);

    /// <summary>The sentence that matters most.</summary>
    public DocxBuilder Answer(string text) => Add("Answer", text);

    /// <summary>A paragraph in small print.</summary>
    public DocxBuilder Small(string text) => Add("SmallPrint", text);

    /// <summary>Lines that belong together, one beneath another.</summary>
    public DocxBuilder Block(IEnumerable<string> lines) => Add("Block", string.Join('\n', lines));

    /// <summary>A list; a numbered one begins at 1.</summary>
    public DocxBuilder List(IEnumerable<string> items, bool isOrdered = false)
    {
        ArgumentNullException.ThrowIfNull(items);
        var number = isOrdered ? ++lists : BulletList;
        foreach (var item in items)
        {
            var properties = new ParagraphProperties(new ParagraphStyleId { Val = isOrdered ? "ListNumber" : "ListBullet" });
            if (isOrdered)
            {
                properties.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = number });
            }

            body.Append(new Paragraph(properties, Run(item)));
        }

        return this;
    }

    /// <summary>A table with its caption above and what is doubtful beneath.</summary>
    /// <param name="table">The table; after <see cref="MostRows"/> rows it is said how many more there are.</param>
    /// <param name="text">How a cell is written; as the page shows it unless given.</param>
    public DocxBuilder Table(AnswerTable table, Func<AnswerCell, string?, string>? text = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        text ??= (cell, unit) => cell.Text(unit);
        isWide |= table.Columns.Count >= WideFrom;
        if (table.Caption.Length > 0)
        {
            Add("Caption", table.Caption);
        }

        var made = new Table(
            new TableProperties(
                new TableStyle { Val = "GradusTable" },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true },
                new TableCaption { Val = DocumentLetters.Clean(table.Caption) }),
            new TableGrid(table.Columns.Select(_ => new GridColumn())));
        made.Append(Row(table.Columns.Select(column => column.Heading), table, isHeading: true));
        foreach (var row in table.Rows.Take(MostRows))
        {
            made.Append(Row(row.Select((cell, place) => text(cell, table.Columns[place].Unit)), table, isHeading: false));
        }

        body.Append(made);
        if (table.Rows.Count > MostRows)
        {
            Small(string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Count - MostRows:N0} more rows are not printed here; the spreadsheet of the answer has them all."));
        }

        return Small(table.Doubt ?? "");
    }

    /// <summary>The file.</summary>
    /// <param name="footer">What stands at the foot of each page before its number; <c>null</c> for a document without a foot, such as a letter.</param>
    public byte[] File(string? footer = null)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "document");
            var properties = package.AddNewPart<CoreFilePropertiesPart>("properties");
            using (var stream = properties.GetStream(FileMode.Create))
            {
                stream.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{System.Security.SecurityElement.Escape(title)}</dc:title><dc:language>{Language}</dc:language></cp:coreProperties>"""));
            }

            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles();
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = Numbering(lists);
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15"
            }),
                new ThemeFontLanguages { Val = Language });
            var section = new SectionProperties();
            if (footer is not null)
            {
                main.AddNewPart<FooterPart>("footer").Footer = Footer(footer);
                section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" });
            }

            section.Append(
                isWide ? new PageSize { Width = LongEdge, Height = ShortEdge, Orient = PageOrientationValues.Landscape } : new PageSize { Width = ShortEdge, Height = LongEdge },
                new PageMargin { Top = 1134, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 });
            main.Document = new Document(new Body([.. body.ChildElements.Select(element => element.CloneNode(deep: true)), section]));
        }

        return FixedZip.Of(file);
    }

    private DocxBuilder Add(string? style, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            body.Append(style is null ? new Paragraph(Run(text)) : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text)));
        }

        return this;
    }

    private static Run Run(string text)
    {
        var run = new Run();
        foreach (var (index, line) in DocumentLetters.Clean(text).Split('\n').Index())
        {
            if (index > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static TableRow Row(IEnumerable<string> cells, AnswerTable table, bool isHeading)
    {
        var row = new TableRow(isHeading ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        foreach (var (place, cell) in cells.Index())
        {
            var properties = new ParagraphProperties(new ParagraphStyleId { Val = "TableText" });
            if (isHeading)
            {
                properties.KeepNext = new KeepNext();
            }

            if (table.Columns[place].Unit is not null)
            {
                properties.Justification = new Justification { Val = JustificationValues.Right };
            }

            row.Append(new TableCell(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto, Width = "0" }), new Paragraph(properties, Run(cell))));
        }

        return row;
    }

    private static Footer Footer(string words) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = "SmallPrint" }),
        Run($"{words} Page "), new SimpleField(Run("1")) { Instruction = "PAGE" }, Run(" of "), new SimpleField(Run("1")) { Instruction = "NUMPAGES" }));

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
                new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "22" }, new Languages { Val = Language, EastAsia = Language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle(),
            new StyleParagraphProperties(new WidowControl()))
        { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(),
            new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                new TableCellMarginDefault(new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table,
            StyleId = "TableNormal",
            Default = true
        },
        Named("Title", "Title", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "120" }), size: 36, isBold: true),
        Named("Heading1", "heading 1",
            new StyleParagraphProperties(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = "360", After = "120" }, new OutlineLevel { Val = 0 }),
            size: 28, isBold: true),
        Named("Heading2", "heading 2",
            new StyleParagraphProperties(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = "240", After = "80" }, new OutlineLevel { Val = 1 }),
            size: 24, isBold: true),
        Named("Heading3", "heading 3",
            new StyleParagraphProperties(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = "200", After = "60" }, new OutlineLevel { Val = 2 }),
            size: 22, isBold: true),
        Named("Answer", "Answer", new StyleParagraphProperties(new SpacingBetweenLines { After = "200" }), size: 26, isBold: false),
        Named("Block", "Block", new StyleParagraphProperties(new KeepLines(), new SpacingBetweenLines { After = "240" }), size: 22, isBold: false, isInked: false),
        Named("Caption", "caption", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "80" }), size: 22, isBold: true),
        Named("SmallPrint", "Small print", new StyleParagraphProperties(new SpacingBetweenLines { Before = "60", After = "60" }), size: 18, isBold: false, isInked: false),
        Named("TableText", "Table text",
            new StyleParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto }),
            size: 19, isBold: false, isInked: false),
        Named("ListBullet", "List Bullet",
            new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = BulletList }), new SpacingBetweenLines { After = "60" }), size: 22,
            isBold: false, isInked: false),
        Named("ListNumber", "List Number", new StyleParagraphProperties(new SpacingBetweenLines { After = "60" }), size: 22, isBold: false, isInked: false),
        new Style(
            new StyleName { Val = "Gradus table" },
            new BasedOn { Val = "TableNormal" },
            new StyleTableProperties(new TableBorders(Edge<TopBorder>(8), Edge<BottomBorder>(8), Edge<InsideHorizontalBorder>(4)),
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(new RunPropertiesBaseStyle(new Bold(), new BoldComplexScript()),
                new TableStyleConditionalFormattingTableCellProperties(new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = "E3F0F0"
                }))
            { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = "GradusTable", CustomStyle = true });

    private static Style Named(string id, string name, StyleParagraphProperties paragraph, int size, bool isBold, bool isInked = true)
    {
        var run = new StyleRunProperties();
        if (isBold)
        {
            run.Append(new Bold(), new BoldComplexScript());
        }

        if (isInked)
        {
            run.Append(new Color { Val = Ink });
        }

        var points = size.ToString(CultureInfo.InvariantCulture);
        run.Append(new FontSize { Val = points }, new FontSizeComplexScript { Val = points });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(),
            paragraph, run)
        { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static T Edge<T>(uint size)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = size, Space = 0, Color = "9DB5B3" };

    private static Numbering Numbering(int lists)
    {
        var numbering = new Numbering(Abstract(0, NumberFormatValues.Bullet, "•"), Abstract(1, NumberFormatValues.Decimal, "%1."));
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = BulletList });
        for (var list = BulletList + 1; list <= lists; list++)
        {
            numbering.Append(new NumberingInstance(new AbstractNumId { Val = 1 },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
            { NumberID = list });
        }

        return numbering;
    }

    private static AbstractNum Abstract(int id, NumberFormatValues format, string mark) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = mark },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "425" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };
}
