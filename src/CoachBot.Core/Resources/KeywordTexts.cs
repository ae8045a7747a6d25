using System.Globalization;
using CoachBot.Core.Language;

namespace CoachBot.Core.Resources;

/// <summary>The sentences of the keyword search (<c>KeywordTexts.resx</c>), in the language of the person.</summary>
internal static class KeywordTexts
{
    private static readonly KnownTexts Texts = new(typeof(KeywordTexts));

    /// <summary>The sentence of that name with its blanks filled in; what the person typed stays as it was typed.</summary>
    public static string Get(string name, AnswerLanguage language, params object[] blanks)
    {
        var text = Texts.Get(name, language);
        return string.Format(CultureInfo.InvariantCulture, LanguageFaces.Show(text, language), blanks);
    }
}
