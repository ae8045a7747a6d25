using CoachBot.Core.Language;

namespace CoachBot.Channels.Slack.Commands;

/// <summary>The words after <c>/coach</c>, in both languages. What begins with none of them is a question.</summary>
internal static class CoachWords
{
    private static readonly string[] Ask = ["ask", "问", "请问"];
    private static readonly string[] Search = ["search", "find", "搜索", "搜", "查找", "查询"];
    private static readonly string[] Others = ["tip", "tips", "每日一言", "小贴士", "language", "lang", "语言", "help", "?", "帮助"];

    /// <summary>
    /// What a turn is told: a question, or a command as it was typed, so that it is answered in its own language. Null when the search's window is
    /// wanted; empty when nothing was typed.
    /// </summary>
    public static string? Read(string typed)
    {
        var text = typed.Trim();
        var folded = TextFolding.Fold(text);
        return folded.Length != text.Length ? text
            : Rest(text, folded, Ask) is { } question ? question
            : Rest(text, folded, Search) is { } words ? (words.Length == 0 ? null : "/" + text)
            : Rest(text, folded, Others) is not null ? "/" + text
            : text;
    }

    // What follows one of the words; null when the text begins with none. A longer word, and Chinese without a space, is a question.
    private static string? Rest(string text, string folded, string[] words)
    {
        foreach (var word in words)
        {
            if (folded == word)
            {
                return "";
            }

            if (folded.StartsWith(word, StringComparison.Ordinal) && folded[word.Length] is ' ' or ':' or '\n')
            {
                return text[(word.Length + 1)..].Trim();
            }
        }

        return null;
    }
}
