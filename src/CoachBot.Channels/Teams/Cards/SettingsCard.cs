using CoachBot.Channels.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>What a person has set, and a button for each other choice.</summary>
internal static class SettingsCard
{
    private const string FollowTheQuestion = "auto";
    private static readonly string[] Languages = [FollowTheQuestion, .. Enum.GetValues<AnswerLanguage>().Select(language => language.Code())];

    /// <summary>The card.</summary>
    public static void Write(CardWriter card, Reply.Settings reply)
    {
        var chosen = reply.Chosen.Language?.Code() ?? FollowTheQuestion;
        card.Text(CardTexts.Get("Settings", reply.Spoken), Look.Title);
        card.After("medium").Heading(CardTexts.Get("SettingLanguage", reply.Spoken));
        foreach (var language in Languages)
        {
            using var row = card.After("small").Buttons();
            card.Button(CardButton.Of(
                (language == chosen ? "✓ " : "") + CardTexts.Get("Language." + language, reply.Spoken),
                CardVerbs.SetLanguage,
                (CardData.Language, language)));
        }

        card.After("medium").Heading(CardTexts.Get("SettingHere", reply.Spoken));
        using var buttons = card.After("small").Buttons();
        card.Button(CardButton.Of(
            CardButtons.Label(reply.Chosen.CustomerIsHere ? "here-off" : "here-on", reply.Spoken),
            CardVerbs.SetHere,
            (CardData.On, reply.Chosen.CustomerIsHere ? "false" : "true"),
            (CardData.Language, reply.Spoken.Code())));
    }
}
