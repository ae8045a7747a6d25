namespace CoachBot.Core.Language;

/// <summary>The language an answer is given in: that of the question.</summary>
public enum AnswerLanguage
{
    /// <summary>Simplified Chinese.</summary>
    Zh,

    /// <summary>Traditional Chinese, shown from the Simplified face.</summary>
    ZhHant,

    /// <summary>English.</summary>
    En,
}

/// <summary>The codes that files and JSON use for an <see cref="AnswerLanguage"/>.</summary>
public static class AnswerLanguageCodes
{
    /// <summary><c>zh</c>, <c>zh-Hant</c> or <c>en</c>.</summary>
    public static string Code(this AnswerLanguage language) => language switch
    {
        AnswerLanguage.Zh => "zh",
        AnswerLanguage.ZhHant => "zh-Hant",
        _ => "en",
    };

    /// <summary>The language of a code; null for anything else.</summary>
    public static AnswerLanguage? Of(string? code) => code switch
    {
        "zh" => AnswerLanguage.Zh,
        "zh-Hant" => AnswerLanguage.ZhHant,
        "en" => AnswerLanguage.En,
        _ => null,
    };

    /// <summary>Whether the Chinese face carries the answer.</summary>
    public static bool IsChinese(this AnswerLanguage language) => language != AnswerLanguage.En;
}
