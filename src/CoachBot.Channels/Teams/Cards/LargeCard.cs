using CoachBot.Channels.Cards;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>The sentences for the customer's eyes: nothing else stands on the screen but the way back.</summary>
internal static class LargeCard
{
    /// <summary>The card.</summary>
    public static void Write(CardWriter card, Reply.Large reply)
    {
        foreach (var sentence in reply.Sentences)
        {
            card.After("large").Text(sentence, Look.ForCustomer);
        }

        using var buttons = card.After("extraLarge").Buttons();
        card.Button(CardButtons.Back(reply.CaseId, reply.Spoken, reply.QuestionId));
    }
}
