using CoachBot.Channels.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>Did it help, why not, and the way to a person: under every answer to a question that was remembered.</summary>
internal static class FeedbackRow
{
    /// <summary>The row of buttons.</summary>
    public static void Write(CardWriter card, string? question, AnswerLanguage language)
    {
        if (question is null)
        {
            return;
        }

        using var buttons = card.After("medium", line: true).Buttons();
        card.Button(CardButtons.Helpful(question, language));

        // The reasons open on the card itself: the answer stays in sight, and one press does it.
        using (card.Drawer("👎 " + CardButtons.Label(CardVerbs.Unhelpful, language)))
        {
            card.Heading(CardTexts.Get("HearReasons", language), color: null);
            ReasonButtons(card, question, language);
        }

        card.Button(CardButtons.Expert(question, language));
    }

    /// <summary>One button a reason.</summary>
    public static void ReasonButtons(CardWriter card, string question, AnswerLanguage language)
    {
        using var row = card.After("small").Buttons();
        foreach (var reason in UnhelpfulReasonCodes.All)
        {
            card.Button(CardButtons.Unhelpful(reason, question, language));
        }
    }
}
