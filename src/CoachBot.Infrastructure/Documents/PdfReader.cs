using CoachBot.Core.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Reads PDF files that carry text; pages of pictures are refused as scanned.</summary>
internal sealed class PdfReader : IDocumentReader
{
    private const int MostPages = 2_000;
    private const int MostDepth = 128;

    /// <inheritdoc />
    public IReadOnlyList<string> Endings { get; } = [".pdf"];

    /// <inheritdoc />
    public DocumentOutcome Read(string name, byte[] content, ReadingPulse pulse)
    {
        try
        {
            using var file = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = MostDepth });
            pulse.Beat();
            if (file.NumberOfPages > MostPages)
            {
                return new DocumentOutcome.Refused(RefusalReason.TooLarge);
            }

            var blocks = Pages(file, pulse);
            return blocks.Count == 0 && file.NumberOfPages > 0
                ? new DocumentOutcome.Refused(RefusalReason.Scanned)
                : new DocumentOutcome.Read(new Document(name, blocks));
        }
        catch (PdfDocumentEncryptedException)
        {
            return new DocumentOutcome.Refused(RefusalReason.Encrypted);
        }
    }

    private static List<Block> Pages(PdfDocument file, ReadingPulse pulse)
    {
        var blocks = new List<Block>();
        for (var number = 1; number <= file.NumberOfPages; number++)
        {
            foreach (var text in PdfParagraphs.Of(file.GetPage(number)))
            {
                pulse.Beat(text.Length);
                blocks.Add(new Block(BlockKind.Paragraph, text, number));
            }

            pulse.Beat();
        }

        return blocks;
    }
}
