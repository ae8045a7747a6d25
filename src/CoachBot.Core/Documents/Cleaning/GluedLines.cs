using System.Buffers;
using System.Text.RegularExpressions;

namespace CoachBot.Core.Documents.Cleaning;

/// <summary>Takes apart lines into which an export glued several paragraphs, scenes or articles.</summary>
internal static partial class GluedLines
{
    private const int Long = 300;
    private const int VeryLong = 2_000;
    private const int ShortestSlideTitle = 5;

    private static readonly SearchValues<char> MarkSigns = SearchValues.Create(":：第析办");
    private static readonly SearchValues<char> HeadingSigns = SearchValues.Create(":：第例）)、.．前课学服思讨");

    /// <summary>Stands between two pieces that have nothing to do with each other; no cleaned text can contain it.</summary>
    public const string Break = "\f";

    /// <summary>The items of a line that holds a list; the line itself when it has no bullets.</summary>
    public static IReadOnlyList<string> Items(string line) => Bullets().Split(line).Select(item => item.Trim()).Where(item => item.Length > 0).ToList();

    /// <summary>Whether a line is so long that it must be a file whose line ends were lost.</summary>
    public static bool IsWholeFile(string line) => line.Length > VeryLong;

    /// <summary>Whether a line begins with a bullet.</summary>
    public static bool IsItem(string line) => Bullets().Match(line) is { Success: true, Index: 0 };

    /// <summary>The paragraphs that a line holds, with a <see cref="Break"/> where another story begins.</summary>
    /// <param name="line">The line.</param>
    /// <param name="wholeFile">Whether the line was so long that several stories may follow each other in it.</param>
    public static IEnumerable<string> Split(string line, bool wholeFile)
    {
        var parts = At(SlideTitles(SlideNumbers.Split(line)), Marks(), MarkSigns);
        parts = parts.SelectMany(part => wholeFile ? Apart(Stories().Split(part)) : [part]);
        parts = parts.SelectMany(part => part.Length > Long ? At([part], Headings(), HeadingSigns) : [part]);
        return parts.SelectMany(SetOffTitles)
            .Select(part => part == Break ? part : LeadingMark().Replace(part.Trim(), "").Trim())
            .Where(part => part.Length > 0);
    }

    private static IEnumerable<string> Apart(IEnumerable<string> stories) => stories.SelectMany((story, index) => index == 0 ? [story] : new[] { Break, story });

    // Slides in a row often carry one title: what they begin with in common is set off from what each of them says.
    private static IEnumerable<string> SlideTitles(IReadOnlyList<string> slides)
    {
        for (var i = 0; i < slides.Count; i++)
        {
            if (i > 0)
            {
                yield return Break;
            }

            var title = Math.Max(
                i == 0 ? 0 : Common(slides[i - 1], slides[i]),
                i + 1 == slides.Count ? 0 : Common(slides[i], slides[i + 1]));
            var isTitle = title >= ShortestSlideTitle && title < slides[i].Length;
            if (isTitle)
            {
                yield return slides[i][..title];
            }

            yield return isTitle ? slides[i][title..] : slides[i];
        }
    }

    private static int Common(string first, string second) => first.AsSpan().CommonPrefixLength(second);

    // The patterns are long; a text without any of the signs that stand in all of them need not be asked.
    private static IEnumerable<string> At(IEnumerable<string> parts, Regex boundary, SearchValues<char> signs) =>
        parts.SelectMany(part => part.AsSpan().ContainsAny(signs) ? boundary.Split(part) : [part]);

    // 「标题 正文……」 and 「……正文。 下一个标题」: what an export left of the line end is a space.
    private static IEnumerable<string> SetOffTitles(string part)
    {
        if (part.Length < Long / 2)
        {
            return [part];
        }

        var first = FirstWord().Match(part);
        var last = LastWord().Match(part);
        var start = first.Success ? first.Length : 0;
        var end = last.Success && last.Index > start ? last.Index : part.Length;
        return new[] { part[..start], part[start..end], part[end..] }.Where(piece => piece.Length > 0);
    }

    [GeneratedRegex(@"\s*[•◆➢●■◇▪►✓]\s*")]
    private static partial Regex Bullets();

    // Words that begin a part of a scene, wherever they stand, and the chapters and articles of a rule.
    [GeneratedRegex(
        @"(?<=\p{IsCJKUnifiedIdeographs})(?=第[一二三四五六七八九十]{1,3}章\p{IsCJKUnifiedIdeographs}{2,16}?第[一二三四五六七八九十]{1,3}条)|(?<=第[一二三四五六七八九十]{1,3}章[^\s。第]{2,20})(?=第[一二三四五六七八九十]{1,3}条)|(?<=\S)\s*(?=(?:精髓|忠告)\s*[:：])|(?<=\S)\s*(?=(?:你可以做得更好的是|你可以这样做|案例启示|案例背景|案例经过|正确做法|错误做法|【[^】]{2,8}】)\s*[:：])"
        + @"|(?<=[。!！?？”\s])\s*(?=案例分析\s*[:：])|(?<=案例[一二三四五六七八九十]+[:：][^\s。,，:：]{2,20}?)(?=案例分析\s*[:：])|(?<=(?:看看|下面的|看一个)[^。]{0,16}案例[:：])\s+"
        + @"|(?<=[。!！?？])\s(?=[^\s,，。:：]{2,12}的案例分析\s)|(?<=的案例分析)\s+"
        + @"|(?<=\S)\s*(?=应对[:：])|(?<=[。!！?？…，,]”|[。!！?？])\s*(?=[^“”:：。!！?？,，\s]{1,8}[:：]\s*“)|(?<=[\p{IsCJKUnifiedIdeographs}”])\s+(?=[^“”:：。!！?？,，\s]{1,8}[:：]\s*“)"
        + @"|(?<=\S)\s*(?=情景[一二三四五六七八九十]+\s*[:：])|(?<=\s)(?=[^\s,，。?？:：“”]{4,18}怎么办[?？]?(?:\s|$))|(?<=怎么办[?？]?)\s+(?=\S)"
        + @"|(?<=你可以做得更好的是[:：])\s*(?=\S)")]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"(?<=案例[一二三四五六七八九十]+[:：][^\s。,，:：]{4,20})\s+|(?<=案例[一二三四五六七八九十]+[:：][^\s。,，:：]{2,20}?)(?=案例分析\s)|(?=[(（][一二三四五六七八九十]{1,3}[)）]、?)|(?<=[。!！?？:：;；”\s])(?=第[一二三四五六七八九十]{1,3}[步讲章节条])"
        + @"|(?=案例[一二三四五六七八九十]+\s*[:：])|(?<=[。!！?？:：”\s])(?=案例\s?[\d一二三四五六七八九十]*\s*[:：]|案例[一二三四五六七八九十]+[^\s:：,，。]{3,})"
        + @"|(?<=[。!！?？”])(?=(?:前言|课程目的|课程目录|学习要点|思考|讨论|服务标准)(?!的))|(?<=案例分析|学习要点)\s+|(?<=[\s。])(?=案例分析\s)"
        + @"|(?<=[。;；:：!！?？”])\s*(?=\d{1,2}[.．、)）]\D)|(?<=[。!！?？”\s])(?=(?:首先|其次|最后|再次)[:：])|(?<=\s)(?=[一二三四五六七八九十]{1,2}、)|(?<=\s)(?=故事[一二三四五六七八九十][:：])")]
    private static partial Regex Headings();

    // A new story after the end of another: 「……中。兑换港币一辆的士……」.
    [GeneratedRegex(@"(?=客户投诉案例(?:今天|因为|新))|(?<=[。!！?？])(?=案例[:：])|(?<=[。!！?？])(?=[^，,。!！?？:：“”]{0,12}?(?:一辆|一天[,，]|一次[,，]|某日|某天[,，]|\d{4}年\d{1,2}月的一天|年节期间|今天到|新购买))")]
    private static partial Regex Stories();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}[^\s,，。;；:：!！“”?？]{3,22}\s(?=\S{20})")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"(?<=[。!！?？”])\s\p{IsCJKUnifiedIdeographs}[^\s,，。;；:：!！“”?？]{3,22}$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^[-–·*•]\s*(?=\S)")]
    private static partial Regex LeadingMark();
}
