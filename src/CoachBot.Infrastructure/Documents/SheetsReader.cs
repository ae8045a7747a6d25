using System.Globalization;
using CoachBot.Core.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Reads Excel files: every row of every visible sheet that says something, under the sheet's name.</summary>
internal sealed class SheetsReader : IDocumentReader
{
    /// <inheritdoc />
    public IReadOnlyList<string> Endings { get; } = [".xlsx"];

    /// <inheritdoc />
    public DocumentOutcome Read(string name, byte[] content, ReadingPulse pulse)
    {
        if (OfficePackage.Refusal(content, pulse) is { } refusal)
        {
            return new DocumentOutcome.Refused(refusal);
        }

        using var file = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
        if (file.WorkbookPart is not { Workbook.Sheets: { } sheets } book)
        {
            return new DocumentOutcome.Refused(RefusalReason.Broken);
        }

        var shared = (book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(item => item.InnerText).ToList();
        var blocks = new List<Block>();
        foreach (var (index, sheet) in sheets.Elements<Sheet>().Where(IsVisible).Index())
        {
            var rows = Rows((WorksheetPart)book.GetPartById(sheet.Id!.Value!), shared, index + 1, pulse).ToList();
            if (rows.Count > 0)
            {
                blocks.Add(new Block(BlockKind.Heading, sheet.Name?.Value ?? "", index + 1));
                blocks.AddRange(rows);
            }
        }

        return new DocumentOutcome.Read(new Document(name, blocks));
    }

    private static bool IsVisible(Sheet sheet) => sheet.State is null || sheet.State.Value == SheetStateValues.Visible;

    private static IEnumerable<Block> Rows(WorksheetPart part, List<string> shared, int page, ReadingPulse pulse)
    {
        foreach (var row in part.Worksheet?.Descendants<Row>() ?? [])
        {
            var text = string.Join(" | ", row.Elements<Cell>().Select(cell => TextOf(cell, shared).Trim()).Where(cell => cell.Length > 0));
            pulse.Beat(text.Length);
            if (text.Length > 0)
            {
                yield return new Block(BlockKind.TableRow, text, page);
            }
        }
    }

    private static string TextOf(Cell cell, List<string> shared)
    {
        var value = cell.CellValue?.Text ?? cell.InlineString?.InnerText ?? "";
        var isShared = cell.DataType?.Value is { } type && type == CellValues.SharedString;
        return !isShared ? value
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index]
            : "";
    }
}
