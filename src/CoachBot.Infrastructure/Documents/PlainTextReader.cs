using CoachBot.Core.Documents;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Reads plain text: every line that says something is a paragraph.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    /// <inheritdoc />
    public IReadOnlyList<string> Endings { get; } = [".txt"];

    /// <inheritdoc />
    public DocumentOutcome Read(string name, byte[] content, ReadingPulse pulse)
    {
        if (TextDecoding.Decode(content) is not { } text)
        {
            return new DocumentOutcome.Refused(RefusalReason.UnknownEncoding);
        }

        pulse.Beat(text.Length);
        return new DocumentOutcome.Read(new Document(name, TextLines.Of(text).Select(line => new Block(BlockKind.Paragraph, line)).ToList()));
    }
}
