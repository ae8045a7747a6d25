using CoachBot.Core.Language;

namespace CoachBot.Infrastructure.Documents;

/// <summary>What the lines of a document have in common: where full ones end, and how often a new paragraph begins.</summary>
internal sealed class PdfHabits
{
    private const double SpaceWidth = 0.3;
    private const double Hair = 0.05;
    private const double MostOfTheWidth = 0.6;
    private const int FewestFull = 3;
    private const int FewParagraphs = 8;
    private const int ClearMajority = 3;
    private readonly Dictionary<int, (double Left, double Right)> _pages;

    /// <summary>The habits of a document that has lines.</summary>
    public PdfHabits(IReadOnlyList<PdfLine> lines)
    {
        var usual = CommonEdge(lines);
        _pages = lines.GroupBy(line => line.Page).ToDictionary(page => page.Key, page => (page.Min(line => line.Left), EdgeOf([.. page], usual)));
        var ends = lines.Where((line, i) => i + 1 == lines.Count || !HadNoRoom(line, lines[i + 1])).ToList();
        HasManyParagraphs = ends.Count * FewParagraphs >= lines.Count;
        SentencesEndParagraphs = ends.Count(line => EndsSentence(line.Text)) >= lines.Sum(line => SentencesInside(line.Text)) + ClearMajority;
    }

    /// <summary>Whether the text is broken into paragraphs at all, and is not one long run.</summary>
    public bool HasManyParagraphs { get; }

    /// <summary>Whether the end of a sentence is more often the end of a paragraph than not.</summary>
    public bool SentencesEndParagraphs { get; }

    /// <summary>Whether a text ends where a sentence can end.</summary>
    public static bool EndsSentence(string text) => text[^1] switch
    {
        '。' or '！' or '？' or '；' or '：' or '…' or '”' or '!' or '?' or ';' or ':' => true,
        '.' => text.Length == 1 || !char.IsAsciiDigit(text[^2]),
        _ => false,
    };

    /// <summary>In Chinese lines only two Latin words need a space between them; in all others every line end was one.</summary>
    public static bool NeedsSpace(char end, string line) => line.Any(TextFolding.IsHan)
        ? char.IsAsciiLetter(end) && char.IsAsciiLetter(line[0])
        : end < PdfLine.FirstChinese && line[0] < PdfLine.FirstChinese;

    /// <summary>Where the lines of a page begin.</summary>
    public double LeftOf(int page) => _pages[page].Left;

    /// <summary>Whether what the line below begins with had no room in the line above.</summary>
    public bool HadNoRoom(PdfLine above, PdfLine below)
    {
        var needed = below.FirstPiece + (NeedsSpace(above.Text[^1], below.Text) ? above.Size * SpaceWidth : 0);
        return _pages[above.Page].Right - above.Right < needed - (above.Size * Hair);
    }

    // The last page of a chapter may have no full line at all.
    private static double EdgeOf(IReadOnlyList<PdfLine> page, double? usual)
    {
        var furthest = page.Max(line => line.Right);
        return CommonEdge(page) ?? (usual is { } edge && furthest <= edge + page[0].Size ? edge : furthest);
    }

    // Most full lines end at one place; the few that go further hang a mark over the edge, or belong to something wider.
    private static double? CommonEdge(IReadOnlyList<PdfLine> lines)
    {
        var left = lines.Min(line => line.Left);
        var width = lines.Max(line => line.Right) - left;
        var common = lines
            .Where(line => line.Right - left >= width * MostOfTheWidth)
            .GroupBy(line => Math.Round(line.Right))
            .MaxBy(group => group.Count());
        return common is not null && common.Count() >= Math.Max(FewestFull, lines.Count / 4) ? common.Max(line => line.Right) : null;
    }

    private static int SentencesInside(string text)
    {
        var count = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var goesOn = char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is ' ' or '“' or '‘';
            count += goesOn && text[i] is '。' or '！' or '？' or '；' or '”' or '!' or '?' or ';' ? 1 : 0;
        }

        return count;
    }
}
