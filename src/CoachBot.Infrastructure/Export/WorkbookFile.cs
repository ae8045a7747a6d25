using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoachBot.Infrastructure.Export;

/// <summary>Writes tables as an Excel workbook and reads them back, also after Excel or LibreOffice saved it.</summary>
internal static class WorkbookFile
{
    private const double NarrowColumn = 12;
    private const double WideColumn = 48;
    private const int LongText = 24;
    private const uint Wrapped = 1;
    private const uint Head = 2;

    /// <summary>Writes the workbook.</summary>
    public static void Write(string path, IEnumerable<PackTable> tables)
    {
        using var file = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var sheets = new Sheets();
        foreach (var (at, table) in tables.Index())
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = Sheet(table);
            sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)(at + 1), Name = table.Name });
        }

        book.Workbook = new Workbook(sheets);
    }

    /// <summary>Reads every sheet as a table: the first row holds the heads.</summary>
    public static List<PackTable> Read(string path)
    {
        using var file = SpreadsheetDocument.Open(path, isEditable: false);
        if (file.WorkbookPart is not { Workbook.Sheets: { } sheets } book)
        {
            return [];
        }

        var shared = (book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(Text).ToList();
        return sheets.Elements<Sheet>()
            .Select(sheet => Table(sheet.Name?.Value ?? "", (WorksheetPart)book.GetPartById(sheet.Id!.Value!), shared))
            .ToList();
    }

    private static Worksheet Sheet(PackTable table)
    {
        var rows = new SheetData(table.Rows.Prepend(table.Columns).Select((cells, at) => Row(cells, at + 1, at == 0 ? Head : Wrapped)));
        var columns = new Columns(table.Columns.Select((_, at) => new Column
        {
            Min = (uint)(at + 1),
            Max = (uint)(at + 1),
            Width = table.Rows.Take(50).Any(row => row[at]?.Length > LongText) ? WideColumn : NarrowColumn,
            CustomWidth = true,
        }));
        var frozen = new Pane { VerticalSplit = 1, HorizontalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen };
        return new Worksheet(
            new SheetViews(new SheetView(frozen) { WorkbookViewId = 0 }),
            columns,
            rows,
            new AutoFilter { Reference = $"A1:{Letters(table.Columns.Count - 1)}{table.Rows.Count + 1}" });
    }

    // Inline texts only: whatever a cell says stays a text and never becomes a formula.
    private static Row Row(IReadOnlyList<string?> cells, int number, uint style) => new(cells.Index()
        .Where(cell => !string.IsNullOrEmpty(cell.Item))
        .Select(cell => new Cell(new InlineString(new Text(cell.Item!) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = string.Create(CultureInfo.InvariantCulture, $"{Letters(cell.Index)}{number}"),
            DataType = CellValues.InlineString,
            StyleIndex = style,
        }))
    {
        RowIndex = (uint)number,
    };

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top }) { FontId = 1, ApplyFont = true, ApplyAlignment = true }));

    private static PackTable Table(string name, WorksheetPart part, List<string> shared)
    {
        var rows = (part.Worksheet?.Descendants<Row>() ?? []).Select(row => Cells(row, shared)).ToList();
        var heads = rows.Count == 0 ? [] : rows[0].Select(head => head?.Trim() ?? "").ToList();
        return new PackTable(name, heads, rows.Skip(1).Where(row => row.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToList<IReadOnlyList<string?>>());
    }

    // Empty cells are not written at all, so a cell's place is what its reference says.
    private static List<string?> Cells(Row row, List<string> shared)
    {
        var cells = new List<string?>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
            while (cells.Count <= at)
            {
                cells.Add(null);
            }

            cells[at] = Value(cell, shared);
        }

        return cells;
    }

    private static string? Value(Cell cell, List<string> shared)
    {
        if (cell.InlineString is { } inline)
        {
            return Text(inline);
        }

        var value = cell.CellValue?.Text;
        return cell.DataType?.Value is not { } type ? value
            : type == CellValues.SharedString && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at]
            : type == CellValues.Boolean ? (value == "1" ? "true" : "false")
            : value;
    }

    // The readings that Asian versions of Excel keep beside a text are no part of it.
    private static string Text(OpenXmlElement item) =>
        string.Concat(item.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text)).ReplaceLineEndings("\n");

    private static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static int Column(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (number, letter) => (number * 26) + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;
}
