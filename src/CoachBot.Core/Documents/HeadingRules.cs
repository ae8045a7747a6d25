using System.Text.RegularExpressions;
using CoachBot.Core.Documents.Cleaning;
using CoachBot.Core.Language;

namespace CoachBot.Core.Documents;

/// <summary>Tells headings from text by what they say, because text dumps keep nothing of how they looked.</summary>
internal static partial class HeadingRules
{
    private const int LongestTitle = 36;
    private const int LongestNumbered = 48;
    private const int LongestEnglishTitle = 70;

    /// <summary>Whether a text begins like a numbered heading: 情景一:, 案例7-1:, 第七章, (三)、, Scene 2.</summary>
    public static bool IsNumbered(string text) => Numbered().IsMatch(text);

    /// <summary>Which blocks are headings.</summary>
    public static bool[] Mark(IReadOnlyList<Block> blocks)
    {
        var marks = new bool[blocks.Count];
        Block? next = null;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i].Text == GluedLines.Break)
            {
                continue;
            }

            marks[i] = !(i > 0 && IsBareMarker(blocks[i - 1].Text)) && (IsHeading(blocks[i], next) || IsAbove(blocks, marks, i));
            next = blocks[i];
        }

        return marks;
    }

    // A title above a title, after the end of a text: one article's name and the first heading in it.
    private static bool IsAbove(IReadOnlyList<Block> blocks, bool[] marks, int i) =>
        i + 1 < blocks.Count && marks[i + 1]
        && blocks[i].Kind == BlockKind.Paragraph && LooksLikeTitle(blocks[i].Text) && !SceneMarkers.Begins(blocks[i].Text)
        && (BeginsTitles(blocks, i - 1) || (LooksLikeTitle(blocks[i - 1].Text) && BeginsTitles(blocks, i - 2)));

    // Whether a text has ended at this block, so that short lines after it are titles and not the rest of a list.
    private static bool BeginsTitles(IReadOnlyList<Block> blocks, int i) =>
        i < 0 || blocks[i].Text.Length > LongestTitle || blocks[i].Text == GluedLines.Break || SceneMarkers.Begins(blocks[i].Text) || blocks[i].Text == blocks[i + 1].Text;

    private static bool IsBareMarker(string text) => SceneMarkers.Find(text) is { Text.Length: 0 };

    private static bool IsHeading(Block block, Block? next) => block.Kind switch
    {
        BlockKind.TableRow => false,
        BlockKind.Heading => block.Text.Length <= 120 && !SceneMarkers.Begins(block.Text),
        _ when SceneMarkers.Begins(block.Text) => false,
        _ when Numbered().IsMatch(block.Text) => block.Text.Length <= LongestNumbered && !EndsAsSentence().IsMatch(block.Text),
        BlockKind.Paragraph => LooksLikeTitle(block.Text) && next is { Kind: BlockKind.Paragraph or BlockKind.ListItem } && CarriesOn(block.Text, next.Text),
        _ => false,
    };

    /// <summary>A heading as people say it: without its number and the file ending that a site put behind it.</summary>
    public static string Bare(string heading)
    {
        var bare = SceneNumber().Replace(FileEnding().Replace(heading, ""), "").Trim(' ', '.', '。');
        return bare.Length == 0 ? heading : bare;
    }

    private static bool LooksLikeTitle(string text) => text.Length is >= 2 and <= LongestEnglishTitle
        && (text.Any(TextFolding.IsHan)
            ? text.Length <= LongestTitle && ChineseTitle().IsMatch(text) && !Dialogue.IsLine(text)
            : EnglishTitle().IsMatch(text));

    // A list of short lines is a list; only a short line with text below it is a title. A title repeated is one, too.
    private static bool CarriesOn(string title, string next) =>
        next.Length > LongestTitle || Dialogue.IsLine(next) || IsNumbered(next) || SceneMarkers.Begins(next)
        || next.StartsWith(Bare(title), StringComparison.Ordinal);

    [GeneratedRegex(
        @"^(?:情景|情境|场景|案例|故事|实例)\s?[一二三四五六七八九十\d]+(?:[-－.]\d+)?\s*[:：、.．\s]?|^案例\s*[:：]\s*\S|^第[一二三四五六七八九十百\d]{1,4}[章节讲篇部步][:：、.．\s]?|^第[一二三四五六七八九十百\d]{1,4}条(?!例)"
        + @"|^[^\s,，。:：“”]{4,24}怎么办[?？]?$|^[(（][一二三四五六七八九十]{1,3}[)）]|^[一二三四五六七八九十]{1,3}、|^(?:scene|case|chapter|section|lesson|part|article)\s+\d+\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:情景|情境|场景|案例|实例|scene|case)\s?[一二三四五六七八九十\d]+(?:[-－.]\d+)?\s*[:：、.．\s]\s*|^案例\s*[:：]\s*|^[一二三四五六七八九十]{1,3}、", RegexOptions.IgnoreCase)]
    private static partial Regex SceneNumber();

    [GeneratedRegex(@"[。”;；]$")]
    private static partial Regex EndsAsSentence();

    [GeneratedRegex(@"^(?!(?:方法|步骤|做法|原则|要点)[一二三四五六七八九十\d]|\d{5,}|\d+[、)）]|\d+[.．](?!\d)|[(（]\d|…)[^。;；“]*(?:“[^“”]{1,10}”[^。;；“]*)*$(?<![,，、:：…”])(?<=(?:案例|分析|技巧|制度|手册|规范|办法|报告)|^[^,，]*[,，]?[^,，]*)")]
    private static partial Regex ChineseTitle();

    [GeneratedRegex(@"^\p{Lu}[^.;:!]*[^.,;:!\s]$")]
    private static partial Regex EnglishTitle();

    [GeneratedRegex(@"\.(?:docx?|pptx?|pdf|txt)$", RegexOptions.IgnoreCase)]
    private static partial Regex FileEnding();
}
