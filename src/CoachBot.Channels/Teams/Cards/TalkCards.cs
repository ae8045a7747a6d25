using CoachBot.Channels.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>The cards with which the bot introduces and explains itself.</summary>
internal static class TalkCards
{
    /// <summary>The welcome, with real questions to press.</summary>
    public static void Write(CardWriter card, Reply.Welcome reply)
    {
        Paragraphs(card, reply.Text);
        card.After("medium").Heading(CardTexts.Get("Examples", reply.Spoken));
        foreach (var example in reply.Examples)
        {
            // The question stands beside its button, not on it: buttons cut long words off.
            using var box = card.After("small").Box("emphasis");
            card.Text(example, Look.Strong);
            using var row = card.After("small").Buttons();
            card.Button(CardButton.Of(
                CardButtons.Label(CardVerbs.Ask, reply.Spoken), CardVerbs.Ask, (CardData.Text, example), (CardData.Language, reply.Spoken.Code())));
        }
    }

    /// <summary>The help.</summary>
    public static void Write(CardWriter card, Reply.Help reply)
    {
        card.Text(CardTexts.Get("Help", reply.Spoken), Look.Title);
        foreach (var line in reply.Lines)
        {
            card.After("medium").Text(line.Usage, Look.Strong);
            card.After("none").Text(line.Meaning);
        }
    }

    /// <summary>Why it did not help.</summary>
    public static void Write(CardWriter card, Reply.ReasonsAsked reply)
    {
        card.Text(CardTexts.Get("HearReasons", reply.Spoken), Look.Strong);
        FeedbackRow.ReasonButtons(card, reply.QuestionId, reply.Spoken);
    }

    /// <summary>Paragraphs are parted by a blank line.</summary>
    public static void Paragraphs(CardWriter card, string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            card.After("medium").Text(paragraph);
        }
    }
}
