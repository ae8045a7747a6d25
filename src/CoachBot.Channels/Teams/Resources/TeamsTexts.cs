using System.Globalization;
using System.Resources;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Teams.Resources;

/// <summary>The words that only Teams needs (<c>TeamsTexts.resx</c>); what every channel says stands in the core's <c>CardTexts</c>.</summary>
internal static class TeamsTexts
{
    private static readonly KnownTexts Manager = new(typeof(TeamsTexts));
    private static readonly CultureInfo Chinese = new("zh");

    /// <summary>The text of that name.</summary>
    public static string Get(string name, AnswerLanguage language)
    {
        var text = Manager.GetString(name, language.IsChinese() ? Chinese : CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);
        return LanguageFaces.Show(text, language);
    }
}
