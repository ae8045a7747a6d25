using System.Text.RegularExpressions;
using CoachBot.Core.Documents;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Reads Markdown as far as coaching notes use it: headings, lists, tables, quotes, emphasis and links.</summary>
internal sealed partial class MarkdownReader : IDocumentReader
{
    /// <inheritdoc />
    public IReadOnlyList<string> Endings { get; } = [".md", ".markdown"];

    /// <inheritdoc />
    public DocumentOutcome Read(string name, byte[] content, ReadingPulse pulse)
    {
        if (TextDecoding.Decode(content) is not { } text)
        {
            return new DocumentOutcome.Refused(RefusalReason.UnknownEncoding);
        }

        pulse.Beat(text.Length);
        return new DocumentOutcome.Read(new Document(name, TextLines.Of(text).Where(line => !Rule().IsMatch(line)).Select(BlockOf).ToList()));
    }

    private static Block BlockOf(string line)
    {
        if (Heading().Match(line) is { Success: true } heading)
        {
            return new Block(BlockKind.Heading, Bare(line[heading.Length..].TrimEnd('#', ' ')));
        }

        if (Item().Match(line) is { Success: true } item)
        {
            return new Block(BlockKind.ListItem, Bare(line[item.Length..]));
        }

        return line.StartsWith('|')
            ? new Block(BlockKind.TableRow, string.Join(" | ", line.Trim('|').Split('|').Select(cell => Bare(cell.Trim()))))
            : new Block(BlockKind.Paragraph, Bare(line.TrimStart('>', ' ')));
    }

    private static string Bare(string text) => Link().Replace(Emphasis().Replace(text, "$2"), "$1");

    [GeneratedRegex(@"^#{1,6}\s+")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[-*+]\s+")]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:[-*_=]{3,}|\|?[\s:|-]+\|?|```.*)$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(\*\*|__|`)([^*_`]{1,300})\1")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"!?\[([^\[\]]{0,300})\]\([^)\s]{0,600}\)")]
    private static partial Regex Link();
}
