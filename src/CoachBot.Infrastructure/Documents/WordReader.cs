using CoachBot.Core.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Document = CoachBot.Core.Documents.Document;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Reads Word files: paragraphs, headings by their style, lists and tables.</summary>
internal sealed class WordReader : IDocumentReader
{
    /// <inheritdoc />
    public IReadOnlyList<string> Endings { get; } = [".docx"];

    /// <inheritdoc />
    public DocumentOutcome Read(string name, byte[] content, ReadingPulse pulse)
    {
        if (OfficePackage.Refusal(content, pulse) is { } refusal)
        {
            return new DocumentOutcome.Refused(refusal);
        }

        using var file = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
        if (file.MainDocumentPart?.Document?.Body is not { } body)
        {
            return new DocumentOutcome.Refused(RefusalReason.Broken);
        }

        var headings = HeadingStyles(file.MainDocumentPart);
        var blocks = new List<Block>();
        foreach (var block in Outermost(body).SelectMany(element => element is Table table ? Rows(table) : Lines((Paragraph)element, headings)))
        {
            pulse.Beat(block.Text.Length);
            blocks.Add(block);
        }

        return new DocumentOutcome.Read(new Document(name, blocks));
    }

    // Paragraphs and tables, also those inside content controls; a table's own paragraphs belong to its rows.
    private static IEnumerable<DocumentFormat.OpenXml.OpenXmlElement> Outermost(Body body) => body
        .Descendants()
        .Where(element => element is Paragraph or Table && !element.Ancestors().Any(above => above is Table or Paragraph));

    private static IEnumerable<Block> Rows(Table table) => table
        .Descendants<TableRow>()
        .Select(row => string.Join(" | ", row.Elements<TableCell>().Select(cell => string.Join(' ', cell.Descendants<Paragraph>().SelectMany(TextOf)).Trim())))
        .Where(text => text.Any(char.IsLetterOrDigit))
        .Select(text => new Block(BlockKind.TableRow, text));

    private static IEnumerable<Block> Lines(Paragraph paragraph, HashSet<string> headings)
    {
        var kind = IsHeading(paragraph, headings) ? BlockKind.Heading
            : paragraph.ParagraphProperties?.NumberingProperties is not null ? BlockKind.ListItem
            : BlockKind.Paragraph;
        return TextOf(paragraph).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => new Block(kind, line));
    }

    private static string[] TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(element => element switch
    {
        Text text => text.Text,
        TabChar => " ",
        Break or CarriageReturn => "\n",
        _ => "",
    })).Split('\n');

    private static bool IsHeading(Paragraph paragraph, HashSet<string> headings)
    {
        var properties = paragraph.ParagraphProperties;
        return properties?.OutlineLevel?.Val?.Value is < 9
            || (properties?.ParagraphStyleId?.Val?.Value is { } style && (headings.Contains(style) || IsHeadingName(style)));
    }

    private static HashSet<string> HeadingStyles(MainDocumentPart part) => (part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null
            && (IsHeadingName(style.StyleName?.Val?.Value ?? "") || style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is < 9))
        .Select(style => style.StyleId!.Value!)
        .ToHashSet();

    private static bool IsHeadingName(string name) =>
        name.StartsWith("heading", StringComparison.OrdinalIgnoreCase) || name.StartsWith("标题", StringComparison.Ordinal)
        || name.Equals("title", StringComparison.OrdinalIgnoreCase);
}
