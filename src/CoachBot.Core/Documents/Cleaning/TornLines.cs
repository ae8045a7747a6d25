using System.Text.RegularExpressions;
using CoachBot.Core.Language;

namespace CoachBot.Core.Documents.Cleaning;

/// <summary>Puts together paragraphs that a page's edge tore apart: the first ends in the middle of a sentence and is long.</summary>
internal static partial class TornLines
{
    private const int LongEnough = 38;
    private const int Most = 4_000;

    /// <summary>The blocks with torn ones joined.</summary>
    public static IReadOnlyList<Block> Join(IEnumerable<Block> blocks)
    {
        var whole = new List<Block>();
        foreach (var block in blocks)
        {
            if (whole.Count > 0 && Continues(whole[^1], block))
            {
                whole[^1] = whole[^1] with { Text = whole[^1].Text + Seam(whole[^1].Text, block.Text) + block.Text };
            }
            else
            {
                whole.Add(block);
            }
        }

        return whole;
    }

    /// <summary>What stands between two halves: a space where Latin words meet, nothing between Chinese characters.</summary>
    public static string Seam(string first, string second) =>
        first.Length > 0 && second.Length > 0 && first[^1] < 0x2E80 && second[0] < 0x2E80 && first[^1] != ' ' ? " " : "";

    private static bool Continues(Block first, Block second) =>
        first is { Kind: BlockKind.Paragraph or BlockKind.ListItem }
        && second.Kind == BlockKind.Paragraph
        && second.Text != GluedLines.Break
        && first.Text.Length <= Most
        && (IsUnclosed(first.Text) || (first.Text.Length >= LongEnough && IsOpen(first.Text[^1])))
        && MiddleOfSentence().IsMatch(second.Text)
        && !HeadingRules.IsNumbered(second.Text);

    // A quotation that nobody closed goes on in the next line, however short this one is.
    private static bool IsUnclosed(string text) =>
        text.LastIndexOf('“') > text.LastIndexOf('”') && (IsOpen(text[^1]) || text[^1] == '“');

    private static bool IsOpen(char end) => TextFolding.IsHan(end) || char.IsAsciiLetterLower(end) || end is ',' or '，' or '、';

    // A Chinese half must go on to a sentence's end, or a following title would be swallowed; an English one begins small.
    [GeneratedRegex(@"^[a-z]|^\p{IsCJKUnifiedIdeographs}(?!.{0,9}[:：])[^。!！?？”]*[。!！?？”,，]|^[,，。、;；]")]
    private static partial Regex MiddleOfSentence();
}
