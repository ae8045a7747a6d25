using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Core.Documents;

namespace CoachBot.Infrastructure.Documents;

/// <summary>
/// Puts the lines of a PDF together again, over the ends of pages, too. A line goes on in the next one when what that begins with had no
/// room left in it, and when nothing tells that something new begins: distance, indent, size, or the words themselves.
/// </summary>
internal static partial class PdfParagraphs
{
    private const double WidestLeading = 1.9;
    private const double WiderLeading = 1.2;
    private const double Indent = 0.5;
    private const int LongestTitle = 36;
    private const int LongestWord = 200;

    /// <summary>The paragraphs of a document, in the order of its lines.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<PdfLine> lines)
    {
        if (lines.Count == 0)
        {
            yield break;
        }

        var habits = new PdfHabits(lines);
        var text = new StringBuilder(lines[0].Text);
        var page = lines[0].Page;
        for (var i = 1; i < lines.Count; i++)
        {
            if (habits.HadNoRoom(lines[i - 1], lines[i]) && Belongs(lines, i, habits) && !EndsAtTheEdge(lines, i, habits))
            {
                Append(text, lines[i], lines[i - 1].SpaceAfter);
            }
            else
            {
                yield return new Block(BlockKind.Paragraph, text.ToString(), page);
                text.Clear().Append(lines[i].Text);
                page = lines[i].Page;
            }
        }

        yield return new Block(BlockKind.Paragraph, text.ToString(), page);
    }

    // Pages may stand at different places: there a line is compared with its own page.
    private static bool Belongs(IReadOnlyList<PdfLine> lines, int i, PdfHabits habits)
    {
        var (above, below) = (lines[i - 1], lines[i]);
        return IsSameSize(above, below) && (above.Page == below.Page
            ? below.Left <= above.Left + (above.Size * Indent) && IsClose(lines, i)
            : below.Left <= habits.LeftOf(below.Page) + (above.Size * Indent));
    }

    private static bool IsClose(IReadOnlyList<PdfLine> lines, int i)
    {
        var gap = lines[i - 1].Bottom - lines[i].Bottom;
        return gap <= lines[i - 1].Size * WidestLeading && !IsWiderThan(gap, lines, i - 1) && !IsWiderThan(gap, lines, i + 1);
    }

    // Whether the distance is wider than that to a neighbour, which may be of the same paragraph.
    private static bool IsWiderThan(double gap, IReadOnlyList<PdfLine> lines, int i) =>
        i > 0 && i < lines.Count && lines[i - 1].Page == lines[i].Page && IsSameSize(lines[i - 1], lines[i])
        && lines[i - 1].Bottom - lines[i].Bottom is var other && other > 0 && gap > other * WiderLeading;

    private static bool IsSameSize(PdfLine one, PdfLine other) => Math.Abs(one.Size - other.Size) <= one.Size * 0.15;

    // A paragraph may fill its last line: then its looks do not tell that it ends, only words and habits do.
    private static bool EndsAtTheEdge(IReadOnlyList<PdfLine> lines, int i, PdfHabits habits) =>
        PdfHabits.EndsSentence(lines[i - 1].Text)
        && habits.HasManyParagraphs
        && (habits.SentencesEndParagraphs || LineStarts.IsNumbered(lines[i].Text) || IsTitle(lines, i, habits));

    // The last line of a paragraph ends a sentence; a short one that does not, after one that does, is no last line.
    private static bool IsTitle(IReadOnlyList<PdfLine> lines, int i, PdfHabits habits) =>
        lines[i].Text.Length <= LongestTitle
        && !PdfHabits.EndsSentence(lines[i].Text)
        && !lines[i].Text.AsSpan().ContainsAny('。', '，', ',')
        && (i + 1 == lines.Count || !habits.HadNoRoom(lines[i], lines[i + 1]));

    private static void Append(StringBuilder text, PdfLine line, bool spaceAbove)
    {
        var end = text.ToString(Math.Max(0, text.Length - LongestWord), Math.Min(text.Length, LongestWord));
        if (spaceAbove || line.SpaceBefore || (PdfHabits.NeedsSpace(end[^1], line.Text) && !IsBroken(end, line.Text)))
        {
            text.Append(' ');
        }

        text.Append(line.Text);
    }

    // What is broken wherever the edge happens to be: an address, and the signs that stand for a number that nobody shall see.
    private static bool IsBroken(string text, string line)
    {
        var word = LastWord().Match(text).Value + FirstWord().Match(line).Value;
        return Address().IsMatch(word) || (text[^1] is 'x' or 'X' && line[0] == text[^1]);
    }

    [GeneratedRegex(@"[!-~]+$", RegexOptions.RightToLeft)]
    private static partial Regex LastWord();

    [GeneratedRegex("^[!-~]+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"://|^www\.|^[\w.+-]+@[\w-]+\.", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
