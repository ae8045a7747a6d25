using System.Text.RegularExpressions;

namespace CoachBot.Core.Documents.Cleaning;

/// <summary>
/// Mends texts whose export wrote <c>?</c> for every bullet and for many quotation marks. It only touches documents that
/// show the damage; in all others a question mark is a question mark.
/// </summary>
internal static partial class BrokenMarks
{
    private const int EnoughDamage = 3;
    private const string AskingEnds = "吗呢呀啊吧哪谁";

    /// <summary>Whether a document shows the damage: quotes closed by <c>。?</c>, bullets that stand alone between spaces.</summary>
    public static bool Show(IReadOnlyList<string> lines) => lines.Sum(line => Damage().Count(line)) >= EnoughDamage;

    /// <summary>The lines that one damaged line holds: bullets become line ends, quotes become quotes again.</summary>
    public static IEnumerable<string> Mend(string line)
    {
        var closed = ClosedByMark().Replace(line, "$1”");
        return Bullet().Split(closed).Select(part => Quotes(part.Trim())).Where(part => part.Length > 0);
    }

    private static string Quotes(string line)
    {
        line = LeadingBullet().Replace(line, "");
        line = OpenedByMark().Replace(line, "$1$2“");
        line = PairBeforeComma().Replace(line, "“$1”");
        line = ClosedBeforeComma().Replace(line, "”");
        line = ClosesWhatIsOpen().Replace(line, found => AskingEnds.Contains(found.Value[^2]) ? found.Value : found.Value[..^1] + "”");
        line = OpensWhatIsClosed().Replace(line, "“$1”");
        return Pair().Replace(line, found => IsQuestion(line, found) ? found.Value : $"“{found.Value[1..^1]}”");
    }

    // 「卡户?什么是」: two questions in a row look like a quoted word; their words give them away.
    private static bool IsQuestion(string line, Match pair) =>
        QuestionWord().IsMatch(pair.Value) || (pair.Index > 0 && AskingEnds.Contains(line[pair.Index - 1]));

    [GeneratedRegex(@"[。!！]\?|[:：]\?|(?<=^|\s)\?(?=\s|$)")]
    private static partial Regex Damage();

    [GeneratedRegex(@"([。!！…)])\?(?=\s|\?|$|[(（…\p{IsCJKUnifiedIdeographs}])")]
    private static partial Regex ClosedByMark();

    [GeneratedRegex(@"(?:^|\s)\?(?=\s|$)|\s\?(?=[^?\s]{1,8}[:：])|(?<=”)\?(?=\s)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\?(?=[^?]{1,8}[:：])")]
    private static partial Regex LeadingBullet();

    [GeneratedRegex(@"([:：、])\s?\?(?=[^\s?])|([:：])\?$")]
    private static partial Regex OpenedByMark();

    [GeneratedRegex(@"\?([^?“”。,，!！\s]{1,12})\?(?=[,，、。；;])")]
    private static partial Regex PairBeforeComma();

    [GeneratedRegex(@"\?(?=[,，、。；;])")]
    private static partial Regex ClosedBeforeComma();

    [GeneratedRegex(@"(“[^“”?。]{1,24})\?(?=[\p{IsCJKUnifiedIdeographs}:：!！])(?![^“”]*”)")]
    private static partial Regex ClosesWhatIsOpen();

    [GeneratedRegex(@"(?<!“[^“”]{0,60})\?([^“”?。\s]{1,12})”")]
    private static partial Regex OpensWhatIsClosed();

    [GeneratedRegex(@"\?[^?“”。!！\s]{1,14}\?")]
    private static partial Regex Pair();

    [GeneratedRegex("什么|怎|吗|呢|谁|哪|何|几|多少|是不是|能不能|为啥")]
    private static partial Regex QuestionWord();
}
