using System.Globalization;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Slack.Resources;

/// <summary>The words that only Slack needs (<c>SlackTexts.resx</c>): its Home, its windows.</summary>
internal static class SlackTexts
{
    private static readonly KnownTexts Texts = new(typeof(SlackTexts));

    /// <summary>The text of that name with its blanks filled in.</summary>
    public static string Get(string name, AnswerLanguage language, params object[] blanks)
    {
        var text = Texts.Get(name, language);
        return LanguageFaces.Show(blanks.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, blanks), language);
    }
}
