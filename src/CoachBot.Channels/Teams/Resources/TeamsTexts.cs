using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Teams.Resources;

/// <summary>The words that only Teams needs (<c>TeamsTexts.resx</c>); what every channel says stands in the core's <c>CardTexts</c>.</summary>
internal static class TeamsTexts
{
    private static readonly KnownTexts Texts = new(typeof(TeamsTexts));

    /// <summary>The text of that name.</summary>
    public static string Get(string name, AnswerLanguage language) => LanguageFaces.Show(Texts.Get(name, language), language);
}
