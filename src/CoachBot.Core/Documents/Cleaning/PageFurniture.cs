using System.Text.RegularExpressions;

namespace CoachBot.Core.Documents.Cleaning;

/// <summary>
/// Tells what belongs to the page and not to the text: notices of document sites, page counters, copyright lines, lines to
/// fill in by hand.
/// </summary>
internal static partial class PageFurniture
{
    private const int LongestNotice = 400;

    /// <summary>
    /// The line without addresses and adverts; empty when nothing else was there. A notice of the site stands between two
    /// articles, a lone point between two slides: they leave a <see cref="GluedLines.Break"/>.
    /// </summary>
    public static string Strip(string line)
    {
        if (line == GluedLines.Break || line == "." || (line.Length <= LongestNotice && Notices().IsMatch(line)))
        {
            return GluedLines.Break;
        }

        var text = Blanks().Replace(Adverts().Replace(line, " "), " ").Trim();
        return RunningLines.IsCounter(text) || !HasWord(text) ? "" : text;
    }

    /// <summary>The forms of headers and footers, of formats that have pages.</summary>
    public static IReadOnlySet<string> Running(IReadOnlyList<Block> blocks) => RunningLines.Of(
        [.. blocks.Where(block => block.Page is not null).GroupBy(block => block.Page).Select(page => (page.First().Text, page.Last().Text))]);

    private static bool HasWord(string text) => text.Any(character => char.IsLetter(character) || char.IsDigit(character));

    [GeneratedRegex(@"https?://[^\s,，)）]+|海量免费资料尽在此|\b(?:m|www)\.[a-z0-9.-]+\.(?:com|cn|net)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Adverts();

    [GeneratedRegex(@"\s?[_＿]{2,}(?:\s*[_＿]+)*\s?|\.{6,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"^下载此文档|^下载提示$|^合集下载$|^文档分类[:：]|举报非法文档|非法内容举报|本站提供全文预览|下载该文档所得收入|网址水印|^文档(列表|介绍|信息)(\s*文档介绍)?$"
        + @"|转载请标明出处|^相关文档(\s*更多.*)?$|^最新文档$|^最近更新$|^页数\s*\d+$|^收藏数\s*\d|^顶次数|^上传人|^文件大小|^时间\s*\d{4}-\d|欢迎访问.{0,12}文档"
        + @"|^当前位置[:：]|^本文标题[:：]|^链接地址[:：]|下载文档前请自行甄别|仅部分预览|联系客服反馈|如文档侵犯|此课件下载可|部分内容来源于网络|精品资料网|该资料是网友上传"
        + @"|^note to customers\s?:|^\.?leabharlann$|版权所有|all rights reserved|^copyright\b|^©|^confidential$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Notices();
}
