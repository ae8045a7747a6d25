using System.Text;
using UglyToad.PdfPig.Content;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Letters of a PDF page that stand on one height.</summary>
/// <param name="Page">The number of the page.</param>
/// <param name="Text">What they say.</param>
/// <param name="SpaceBefore">Whether a space stands before them.</param>
/// <param name="SpaceAfter">Whether a space stands behind them.</param>
/// <param name="Left">Where they begin.</param>
/// <param name="Right">Where they end.</param>
/// <param name="Bottom">Their height on the page.</param>
/// <param name="Size">The size of the first of them.</param>
/// <param name="FirstPiece">The width of what cannot be parted from the first letter: a word, a character with the marks around it.</param>
internal sealed record PdfLine(
    int Page, string Text, bool SpaceBefore, bool SpaceAfter, double Left, double Right, double Bottom, double Size, double FirstPiece)
{
    /// <summary>The first sign that is set as wide as a Chinese character.</summary>
    public const char FirstChinese = '\u2E80';

    private const double SameHeight = 0.5;
    private const double WordGap = 0.22;
    private const string NeverFirst = "，。、；：！？”’）》】」』〉…—～·％,.;:!?)]}%";
    private const string NeverLast = "“‘（《【「『〈([{";

    /// <summary>The lines of a page, in the order of the file.</summary>
    public static IEnumerable<PdfLine> Of(Page page)
    {
        var line = new List<Letter>();
        foreach (var letter in page.Letters)
        {
            if (line.Count > 0 && Math.Abs(letter.StartBaseLine.Y - line[0].StartBaseLine.Y) > SizeOf(line[0]) * SameHeight)
            {
                if (Close(page.Number, line) is { } closed)
                {
                    yield return closed;
                }

                line.Clear();
            }

            line.Add(letter);
        }

        if (Close(page.Number, line) is { } last)
        {
            yield return last;
        }
    }

    private static PdfLine? Close(int page, List<Letter> letters)
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
        return said.Length == 0 ? null : new PdfLine(
            page,
            said,
            SpaceBefore: raw[0] == ' ',
            SpaceAfter: raw[^1] == ' ',
            Left: letters[0].StartBaseLine.X,
            Right: letters.Max(letter => letter.EndBaseLine.X),
            Bottom: letters[0].StartBaseLine.Y,
            SizeOf(letters[0]),
            FirstPieceOf(letters));
    }

    private static double FirstPieceOf(List<Letter> letters)
    {
        var start = Skip(letters, 0, sign => sign <= ' ');
        var end = Skip(letters, start, IsNeverLast);
        var word = Skip(letters, end, IsOfAWord);
        end = Skip(letters, word > end ? word : Math.Min(end + 1, letters.Count), IsNeverFirst);
        return end > start ? letters[end - 1].EndBaseLine.X - letters[start].StartBaseLine.X : 0;
    }

    private static int Skip(List<Letter> letters, int from, Func<char, bool> which)
    {
        while (from < letters.Count && letters[from].Value.Length > 0 && which(letters[from].Value[0]))
        {
            from++;
        }

        return from;
    }

    private static bool IsOfAWord(char sign) => sign is > ' ' and < FirstChinese && !IsNeverFirst(sign) && !IsNeverLast(sign);

    private static bool IsNeverFirst(char sign) => NeverFirst.Contains(sign, StringComparison.Ordinal);

    private static bool IsNeverLast(char sign) => NeverLast.Contains(sign, StringComparison.Ordinal);

    private static bool EndsInSpace(StringBuilder text) => text.Length > 0 && text[^1] == ' ';

    private static double SizeOf(Letter letter) => Math.Max(1, letter.PointSize);
}
