using CoachBot.Channels.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>What a person has set, and a button for each other choice.</summary>
internal static class SettingsBlocks
{
    private const string FollowTheQuestion = "auto";
    private static readonly string[] Languages = [FollowTheQuestion, .. Enum.GetValues<AnswerLanguage>().Select(language => language.Code())];

    /// <summary>The blocks.</summary>
    public static void Write(BlockWriter blocks, Reply.Settings reply)
    {
        var chosen = reply.Chosen.Language?.Code() ?? FollowTheQuestion;
        blocks.Header(CardTexts.Get("Settings", reply.Spoken));
        blocks.Heading(CardTexts.Get("SettingLanguage", reply.Spoken));
        blocks.Buttons(Languages.Select(language => CardButton.Of(
            (language == chosen ? "✓ " : "") + CardTexts.Get("Language." + language, reply.Spoken),
            CardVerbs.SetLanguage,
            (CardData.Language, language))));
        blocks.Heading(CardTexts.Get("SettingHere", reply.Spoken));
        blocks.Buttons(CardButton.Of(
            CardButtons.Label(reply.Chosen.CustomerIsHere ? "here-off" : "here-on", reply.Spoken),
            CardVerbs.SetHere,
            (CardData.On, reply.Chosen.CustomerIsHere ? "false" : "true"),
            (CardData.Language, reply.Spoken.Code())));
    }
}
