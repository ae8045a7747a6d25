using System.Text;
using CoachBot.Core.Language;
using UglyToad.PdfPig.Content;

namespace CoachBot.Infrastructure.Documents;

/// <summary>
/// Puts the letters of a PDF page together again: letters on one height are a line; lines in which the next line's first word found no
/// room, with that line close below and not indented, are one paragraph.
/// </summary>
internal static class PdfParagraphs
{
    private const char FirstChinese = '\u2E80';
    private const double SameHeight = 0.5;
    private const double WordGap = 0.22;
    private const double EdgeLetters = 1.6;
    private const double WordSpace = 0.5;
    private const double WidestLeading = 1.9;

    /// <summary>The paragraphs of a page, from top to bottom.</summary>
    public static IEnumerable<string> Of(Page page)
    {
        var lines = Lines(page).ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        var edge = lines.Max(line => line.Right);
        var text = new StringBuilder(lines[0].Text);
        for (var i = 1; i < lines.Count; i++)
        {
            if (GoesOn(lines[i - 1], lines[i], edge))
            {
                Append(text, lines[i], lines[i - 1].SpaceAfter);
            }
            else
            {
                yield return text.ToString();
                text.Clear().Append(lines[i].Text);
            }
        }

        yield return text.ToString();
    }

    private static bool GoesOn(Line above, Line below, double edge) =>
        edge - above.Right <= Math.Max(above.Size * EdgeLetters, below.FirstWord + (above.Size * WordSpace))
        && above.Bottom - below.Bottom <= above.Size * WidestLeading
        && below.Left <= above.Left + (above.Size * 0.5)
        && Math.Abs(above.Size - below.Size) <= above.Size * 0.15;

    private static void Append(StringBuilder text, Line line, bool spaceAbove)
    {
        if (spaceAbove || line.SpaceBefore || NeedsSpace(text[^1], line.Text[0], line.Text))
        {
            text.Append(' ');
        }

        text.Append(line.Text);
    }

    // In Chinese lines only two Latin words need one; in all others every line end was a space.
    private static bool NeedsSpace(char end, char start, string line) => line.Any(TextFolding.IsHan)
        ? char.IsAsciiLetter(end) && char.IsAsciiLetter(start)
        : end < FirstChinese && start < FirstChinese;

    private static IEnumerable<Line> Lines(Page page)
    {
        var line = new List<Letter>();
        foreach (var letter in page.Letters)
        {
            if (line.Count > 0 && Math.Abs(letter.StartBaseLine.Y - line[0].StartBaseLine.Y) > SizeOf(line[0]) * SameHeight)
            {
                if (Close(line) is { } closed)
                {
                    yield return closed;
                }

                line.Clear();
            }

            line.Add(letter);
        }

        if (Close(line) is { } last)
        {
            yield return last;
        }
    }

    private static Line? Close(List<Letter> letters)
    {
        var text = new StringBuilder();
        for (var i = 0; i < letters.Count; i++)
        {
            if (i > 0 && letters[i].StartBaseLine.X - letters[i - 1].EndBaseLine.X > SizeOf(letters[i]) * WordGap && !EndsInSpace(text))
            {
                text.Append(' ');
            }

            text.Append(letters[i].Value);
        }

        var raw = text.ToString();
        var said = raw.Trim();
        return said.Length == 0 ? null : new Line(
            said, raw[0] == ' ', raw[^1] == ' ', letters[0].StartBaseLine.X, letters.Max(letter => letter.EndBaseLine.X), letters[0].StartBaseLine.Y, SizeOf(letters[0]), FirstWord(letters));
    }

    private static double FirstWord(List<Letter> letters)
    {
        var word = letters.TakeWhile(letter => letter.Value.Length > 0 && letter.Value[0] is > ' ' and < FirstChinese).ToList();
        return word.Count == 0 ? 0 : word[^1].EndBaseLine.X - word[0].StartBaseLine.X;
    }

    private static bool EndsInSpace(StringBuilder text) => text.Length > 0 && text[^1] == ' ';

    private static double SizeOf(Letter letter) => Math.Max(1, letter.PointSize);

    private sealed record Line(
        string Text, bool SpaceBefore, bool SpaceAfter, double Left, double Right, double Bottom, double Size, double FirstWord);
}
