using System.Globalization;
using CoachBot.Core.Language;

namespace CoachBot.Core.Resources;

/// <summary>The sentences of a conversation (<c>TurnTexts.resx</c>), in the language of the person.</summary>
public static class TurnTexts
{
    private static readonly KnownTexts Texts = new(typeof(TurnTexts));

    /// <summary>The sentence of that name with its blanks filled in; what fills them stays as it is.</summary>
    public static string Get(string name, AnswerLanguage language, params object[] blanks)
    {
        var text = LanguageFaces.Show(Texts.Get(name, language), language);
        return blanks.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, blanks);
    }
}
