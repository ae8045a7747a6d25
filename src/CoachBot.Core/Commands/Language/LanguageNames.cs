using CoachBot.Core.Language;

namespace CoachBot.Core.Commands.Language;

/// <summary>What people call the languages.</summary>
internal static class LanguageNames
{
    private static readonly (string[] Names, LanguageChoice Choice)[] Known =
    [
        (["auto", "automatic", "same as the question", "question", "自动", "跟随问题", "跟着问题", "默认"], new LanguageChoice(null)),
        (["en", "english", "英文", "英语"], new LanguageChoice(AnswerLanguage.En)),
        (["zh-hant", "zh-tw", "zh-hk", "traditional", "traditional chinese", "繁体", "繁体中文", "繁体字"], new LanguageChoice(AnswerLanguage.ZhHant)),
        (["zh", "zh-hans", "zh-cn", "cn", "chinese", "simplified", "simplified chinese", "中文", "简体", "简体中文", "汉语", "普通话", "国语"], new LanguageChoice(AnswerLanguage.Zh)),
    ];

    /// <summary>The language of a name, folded; null for anything else.</summary>
    public static LanguageChoice? Find(string name) => Known
        .Where(row => row.Names.Contains(name.TrimEnd('.', '!', '。', ' '), StringComparer.Ordinal))
        .Select(row => row.Choice)
        .FirstOrDefault();
}

/// <summary>A language that was named.</summary>
/// <param name="Language">Null: that of the question.</param>
internal sealed record LanguageChoice(AnswerLanguage? Language);
