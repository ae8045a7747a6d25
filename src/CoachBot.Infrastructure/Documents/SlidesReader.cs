using CoachBot.Core.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Drawing = DocumentFormat.OpenXml.Drawing;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Reads PowerPoint files: each slide's title, texts and tables, and the speaker's notes.</summary>
internal sealed class SlidesReader : IDocumentReader
{
    /// <inheritdoc />
    public IReadOnlyList<string> Endings { get; } = [".pptx"];

    /// <inheritdoc />
    public DocumentOutcome Read(string name, byte[] content, ReadingPulse pulse)
    {
        if (OfficePackage.Refusal(content, pulse) is { } refusal)
        {
            return new DocumentOutcome.Refused(refusal);
        }

        using var file = PresentationDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
        if (file.PresentationPart is not { Presentation.SlideIdList: { } slides } part)
        {
            return new DocumentOutcome.Refused(RefusalReason.Broken);
        }

        var blocks = new List<Block>();
        foreach (var (index, id) in slides.Elements<SlideId>().Index())
        {
            foreach (var block in Slide((SlidePart)part.GetPartById(id.RelationshipId!.Value!), index + 1))
            {
                pulse.Beat(block.Text.Length);
                blocks.Add(block);
            }
        }

        return new DocumentOutcome.Read(new Document(name, blocks));
    }

    private static IEnumerable<Block> Slide(SlidePart slide, int page) => Shapes(slide.Slide, page)
        .Concat(slide.NotesSlidePart is { NotesSlide: { } notes } ? Notes(notes, page) : []);

    private static IEnumerable<Block> Shapes(OpenXmlPartRootElement? root, int page) => (root?.Descendants() ?? [])
        .SelectMany(element => element switch
        {
            Shape shape when !IsFurniture(shape) => Paragraphs(shape.TextBody, IsTitle(shape), page),
            Drawing.TableRow row => [Row(row, page)],
            _ => [],
        })
        .Where(block => block.Text.Length > 0);

    private static IEnumerable<Block> Notes(NotesSlide notes, int page) => notes
        .Descendants<Shape>()
        .Where(shape => Placeholder(shape) == PlaceholderValues.Body)
        .SelectMany(shape => Paragraphs(shape.TextBody, isTitle: false, page));

    private static IEnumerable<Block> Paragraphs(OpenXmlElement? body, bool isTitle, int page) => (body?.Descendants<Drawing.Paragraph>() ?? [])
        .SelectMany(paragraph => TextOf(paragraph).Split('\n'))
        .Select(line => line.Trim())
        .Where(line => line.Length > 0)
        .Select(line => new Block(isTitle ? BlockKind.Heading : BlockKind.Paragraph, line, page));

    private static Block Row(Drawing.TableRow row, int page) => new(
        BlockKind.TableRow,
        string.Join(" | ", row.Elements<Drawing.TableCell>().Select(cell => string.Join(' ', cell.Descendants<Drawing.Paragraph>().Select(TextOf)).Replace('\n', ' ').Trim())),
        page);

    private static string TextOf(Drawing.Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(element => element switch
    {
        Drawing.Text text => text.Text,
        Drawing.Break => "\n",
        _ => "",
    }));

    private static PlaceholderValues? Placeholder(Shape shape) =>
        shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape is { } placeholder
            ? placeholder.Type?.Value ?? PlaceholderValues.Body
            : null;

    private static bool IsTitle(Shape shape) => Placeholder(shape) is { } kind && (kind == PlaceholderValues.Title || kind == PlaceholderValues.CenteredTitle);

    private static bool IsFurniture(Shape shape) => Placeholder(shape) is { } kind
        && (kind == PlaceholderValues.SlideNumber || kind == PlaceholderValues.Footer || kind == PlaceholderValues.DateAndTime || kind == PlaceholderValues.Header);
}
