using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Slack.Door;

/// <summary>The few sentences the door says itself (<c>DoorTexts.resx</c>).</summary>
internal static class DoorTexts
{
    private static readonly KnownTexts Texts = new(typeof(DoorTexts));

    /// <summary>The sentence of that name.</summary>
    public static string Get(string name, AnswerLanguage language) => LanguageFaces.Show(Texts.Get(name, language), language);
}
