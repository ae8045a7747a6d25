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
        var pages = new List<IReadOnlyList<PdfLine>>();
        for (var number = 1; number <= file.NumberOfPages; number++)
        {
            var lines = PdfLine.Of(file.GetPage(number)).ToList();
            pulse.Beat(lines.Sum(line => line.Text.Length));
            pages.Add(lines);
        }

        return PdfParagraphs.Of(WithoutRunning(pages)).ToList();
    }

    // A footer between the halves of a paragraph would hold them apart.
    private static List<PdfLine> WithoutRunning(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        var said = pages.Where(page => page.Count > 0).ToList();
        var running = RunningLines.Of(said.ConvertAll(page => (page[0].Text, page[^1].Text)));
        var kept = new List<PdfLine>();
        for (var i = 0; i < said.Count; i++)
        {
            var page = said[i];
            var before = i == 0 ? null : said[i - 1];
            var from = IsRunning(page[0].Text, before?[0].Text) ? 1 : 0;
            var to = page.Count > 1 && IsRunning(page[^1].Text, before?[^1].Text) ? page.Count - 1 : page.Count;
            kept.AddRange(page.Take(from..to));
        }

        return kept;

        // Of two or three pages only the first keeps what they begin and end with.
        bool IsRunning(string line, string? before) =>
            RunningLines.IsCounter(line) || running.Contains(RunningLines.FormOf(line)) || (said.Count < RunningLines.FewestPages && line == before);
    }
}
