using System.Globalization;
using System.Resources;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Slack.Resources;

/// <summary>The words that only Slack needs (<c>SlackTexts.resx</c>): its Home, its windows.</summary>
internal static class SlackTexts
{
    private static readonly KnownTexts Manager = new(typeof(SlackTexts));
    private static readonly CultureInfo Chinese = new("zh");

    /// <summary>The text of that name with its blanks filled in.</summary>
    public static string Get(string name, AnswerLanguage language, params object[] blanks)
    {
        var culture = language.IsChinese() ? Chinese : CultureInfo.InvariantCulture;
        var text = Manager.GetString(name, culture) ?? throw new MissingManifestResourceException(name);
        return LanguageFaces.Show(blanks.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, blanks), language);
    }
}
