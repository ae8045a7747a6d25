using CoachBot.Core.Language;

namespace CoachBot.Channels.Slack.Commands;

/// <summary>The words after <c>/coach</c>, in both languages. What begins with none of them is a question.</summary>
internal static class CoachWords
{
    // What is typed, and what it means to the router of commands. "ask" only says that a question follows.
    private static readonly (string[] Words, string Means)[] Known =
    [
        (["ask", "问", "请问"], ""),
        (["search", "find", "搜索", "搜", "查"], "/search"),
        (["tip", "每日一言", "小贴士"], "/tip"),
        (["language", "lang", "语言"], "/language"),
        (["help", "帮助", "?"], "/help"),
    ];

    /// <summary>What a turn is told; null when the search's window is wanted.</summary>
    public static string? Read(string typed)
    {
        var text = typed.Trim();
        var folded = TextFolding.Fold(text);
        foreach (var (words, means) in Known)
        {
            foreach (var word in words.Select(word => TextFolding.Fold(word)))
            {
                if (folded.Length == text.Length && Rest(text, folded, word) is { } rest)
                {
                    return Said(means, rest);
                }
            }
        }

        return text.Length == 0 ? "/help" : text;
    }

    private static string? Said(string means, string rest) => (means, rest) switch
    {
        ("", "") => "/help",
        ("", _) => rest,
        ("/search", "") => null,
        (_, "") => means,
        _ => $"{means} {rest}",
    };

    // What follows a word; null when the text does not begin with it. Chinese needs no space, but a longer sentence is a question.
    private static string? Rest(string text, string folded, string word) =>
        folded == word ? ""
        : folded.StartsWith(word, StringComparison.Ordinal) && folded[word.Length] is ' ' or ':' or '\n' ? text[(word.Length + 1)..].Trim()
        : null;
}
