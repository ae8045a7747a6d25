using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoachBot.Infrastructure.Export;

/// <summary>The few shapes that the paper edition is made of, and their styles.</summary>
internal static class WordParts
{
    /// <summary>Styles by the names that paragraphs use.</summary>
    public const string Title = "Title", Subtitle = "Subtitle", Kind = "Heading1", CaseName = "Heading2", Small = "Small", Entry = "Entry";

    private const string Line = "BFBFBF";
    private const string Shade = "EAF1F8";

    /// <summary>A paragraph of text; line breaks stay line breaks.</summary>
    public static Paragraph Paragraph(string text, string? style = null, bool bold = false) =>
        new(Properties(style), Run(text, bold));

    /// <summary>A run of text.</summary>
    public static Run Run(string text, bool bold = false)
    {
        var run = new Run();
        if (bold)
        {
            run.Append(new RunProperties(new Bold()));
        }

        foreach (var (at, line) in text.Split('\n').Index())
        {
            if (at > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>A paragraph that other places can point at.</summary>
    public static Paragraph Anchor(string text, string style, string name, int number)
    {
        var id = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Paragraph(Properties(style), new BookmarkStart { Id = id, Name = name }, Run(text), new BookmarkEnd { Id = id });
    }

    /// <summary>A line of the table of contents: a text, dots, and the page of what it points at.</summary>
    public static Paragraph Contents(string text, string anchor, string style) => new(
        Properties(style),
        new Hyperlink(
            Run(text),
            new Run(new TabChar()),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }),
            new Run(new FieldCode($" PAGEREF {anchor} \\h ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            Run("–"),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }))
        { Anchor = anchor, History = true });

    /// <summary>A table over the whole width; the first row may repeat on every page.</summary>
    public static Table Table(int[] widths, IEnumerable<TableRow> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = widths.Sum().ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                    new LeftBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                    new BottomBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                    new RightBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Line },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = Line }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture) })));
        table.Append(rows);
        return table;
    }

    /// <summary>A row of a table that is not torn apart at the end of a page.</summary>
    public static TableRow Row(params TableCell[] cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(cells.AsEnumerable());
        return row;
    }

    /// <summary>A cell with a paragraph a line; a shaded one is a label.</summary>
    public static TableCell Cell(int width, IEnumerable<string> lines, bool label = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (label)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Shade });
        }

        var cell = new TableCell(properties);
        cell.Append(lines.DefaultIfEmpty("").Select(line => Paragraph(line, "Cell", label)));
        return cell;
    }

    /// <summary>The styles, with fonts for both scripts.</summary>
    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", EastAsia = "Microsoft YaHei", ComplexScript = "Calibri" },
                new FontSize { Val = "20" },
                new Languages { Val = "en-GB", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "60" }))),
        Style("Normal", new StyleParagraphProperties(), new StyleRunProperties(), isDefault: true),
        Style(Title, new StyleParagraphProperties(new SpacingBetweenLines { Before = "2400", After = "200" }), Letters("56", "1F3864", bold: true)),
        Style(Subtitle, new StyleParagraphProperties(new SpacingBetweenLines { After = "400" }), Letters("26", "595959")),
        Style(Kind, new StyleParagraphProperties(new KeepNext(), new PageBreakBefore(), new SpacingBetweenLines { After = "160" }, new OutlineLevel { Val = 0 }), Letters("36", "1F3864", bold: true)),
        Style(CaseName, new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "120", After = "40" }, new OutlineLevel { Val = 1 }), Letters("26", "1F3864", bold: true)),
        Style("Cell", new StyleParagraphProperties(new SpacingBetweenLines { After = "20" }), new StyleRunProperties(new FontSize { Val = "19" })),
        Style(Small, new StyleParagraphProperties(new SpacingBetweenLines { Before = "60", After = "80" }), Letters("16", "7F7F7F")),
        Style(Entry, new StyleParagraphProperties(
            new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = 10200 }),
            new SpacingBetweenLines { After = "20" },
            new Indentation { Left = "200", Right = "500" }), new StyleRunProperties(new FontSize { Val = "18" })));

    private static Style Style(string id, StyleParagraphProperties paragraph, StyleRunProperties run, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = id.Replace("Heading", "heading ", StringComparison.Ordinal) })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            CustomStyle = id is "Cell" or Small or Entry ? true : null,
        };
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static StyleRunProperties Letters(string size, string colour, bool bold = false)
    {
        var letters = new StyleRunProperties();
        if (bold)
        {
            letters.Append(new Bold());
        }

        letters.Append(new Color { Val = colour }, new FontSize { Val = size });
        return letters;
    }

    private static ParagraphProperties Properties(string? style) =>
        style is null ? new ParagraphProperties() : new ParagraphProperties(new ParagraphStyleId { Val = style });
}
