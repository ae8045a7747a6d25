using CoachBot.Channels.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Did it help, and the way to a person: under every answer to a question that was remembered.</summary>
internal static class FeedbackBlocks
{
    /// <summary>The row of buttons. Slack cannot open the reasons on the message itself: they are asked for once "not helpful" is pressed.</summary>
    public static void Write(BlockWriter blocks, string? question, AnswerLanguage language)
    {
        if (question is null)
        {
            return;
        }

        blocks.Line();
        blocks.Buttons(
            CardButtons.Helpful(question, language),
            CardButton.Of(
                "👎 " + CardButtons.Label(CardVerbs.Unhelpful, language),
                CardVerbs.Unhelpful,
                (CardData.Question, question), (CardData.Language, language.Code())),
            CardButtons.Expert(question, language));
    }

    /// <summary>One button a reason.</summary>
    public static void Reasons(BlockWriter blocks, string question, AnswerLanguage language) =>
        blocks.Buttons(UnhelpfulReasonCodes.All.Select(reason => CardButtons.Unhelpful(reason, question, language)));
}
