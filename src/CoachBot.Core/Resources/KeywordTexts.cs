using System.Globalization;
using System.Resources;
using CoachBot.Core.Language;

namespace CoachBot.Core.Resources;

/// <summary>The sentences of the keyword search (<c>KeywordTexts.resx</c>), in the language of the person.</summary>
internal static class KeywordTexts
{
    private static readonly KnownTexts Manager = new(typeof(KeywordTexts));
    private static readonly CultureInfo Chinese = new("zh");

    /// <summary>The sentence of that name with its blanks filled in; what the person typed stays as it was typed.</summary>
    public static string Get(string name, AnswerLanguage language, params object[] blanks)
    {
        var culture = language.IsChinese() ? Chinese : CultureInfo.InvariantCulture;
        var text = Manager.GetString(name, culture) ?? throw new MissingManifestResourceException(name);
        return string.Format(CultureInfo.InvariantCulture, LanguageFaces.Show(text, language), blanks);
    }
}
