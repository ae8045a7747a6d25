using System.Globalization;
using System.Resources;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Slack.Door;

/// <summary>The few sentences the door says itself (<c>DoorTexts.resx</c>).</summary>
internal static class DoorTexts
{
    private static readonly KnownTexts Manager = new(typeof(DoorTexts));
    private static readonly CultureInfo Chinese = new("zh");

    /// <summary>The sentence of that name.</summary>
    public static string Get(string name, AnswerLanguage language)
    {
        var text = Manager.GetString(name, language.IsChinese() ? Chinese : CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);
        return LanguageFaces.Show(text, language);
    }
}
