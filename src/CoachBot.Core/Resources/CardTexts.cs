using System.Globalization;
using CoachBot.Core.Language;

namespace CoachBot.Core.Resources;

/// <summary>The fixed words of cards and answers (<c>CardTexts.resx</c>), in the language of the answer.</summary>
public static class CardTexts
{
    private static readonly KnownTexts Texts = new(typeof(CardTexts));

    /// <summary>The text of that name with its blanks filled in.</summary>
    public static string Get(string name, AnswerLanguage language, params object[] blanks)
    {
        var text = Texts.Get(name, language);
        return LanguageFaces.Show(blanks.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, blanks), language);
    }
}
