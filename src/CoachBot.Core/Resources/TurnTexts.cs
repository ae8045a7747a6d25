using System.Globalization;
using System.Resources;
using CoachBot.Core.Language;

namespace CoachBot.Core.Resources;

/// <summary>The sentences of a conversation (<c>TurnTexts.resx</c>), in the language of the person.</summary>
public static class TurnTexts
{
    private static readonly KnownTexts Manager = new(typeof(TurnTexts));
    private static readonly CultureInfo Chinese = new("zh");

    /// <summary>The sentence of that name with its blanks filled in; what fills them stays as it is.</summary>
    public static string Get(string name, AnswerLanguage language, params object[] blanks)
    {
        var culture = language.IsChinese() ? Chinese : CultureInfo.InvariantCulture;
        var text = LanguageFaces.Show(Manager.GetString(name, culture) ?? throw new MissingManifestResourceException(name), language);
        return blanks.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, blanks);
    }
}
