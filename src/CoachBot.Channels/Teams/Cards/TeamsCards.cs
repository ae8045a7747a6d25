using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Coaching;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>Every reply as a message of Teams.</summary>
internal sealed class TeamsCards : ITeamsCards
{
    // Thumbs of Teams' own stand under a brief card, which has no room for ours.
    private static readonly RawJson NativeFeedback = new("""{"feedbackLoop":{"type":"default"}}"""u8.ToArray());

    /// <inheritdoc />
    public OutgoingActivity Render(Reply reply, ChatScope scope)
    {
        if (reply is Reply.Notice notice)
        {
            return OutgoingActivity.Plain(notice.Text);
        }

        var message = OutgoingActivity.Card(Card(reply, CardPlace.Message), CardSummary.Of(reply));
        return reply is Reply.Answered { Brief: true, QuestionId: not null, Answer.Outcome: Outcome.Answered } ? message with { ChannelData = NativeFeedback } : message;
    }

    /// <summary>The card of a reply, without the message around it; small enough to be sent.</summary>
    public static RawJson Card(Reply reply, CardPlace place)
    {
        var card = Write(reply, place, CardRoom.All[0]);
        for (var less = 1; less < CardRoom.All.Count && !CardRoom.Holds(card); less++)
        {
            card = Write(reply, place, CardRoom.All[less]);
        }

        return card;
    }

    private static RawJson Write(Reply reply, CardPlace place, CardRoom room)
    {
        using var card = new CardWriter(CardSummary.Of(reply), place, room);
        switch (reply)
        {
            case Reply.Answered answered:
                AnsweredCard.Write(card, answered);
                break;
            case Reply.Large large:
                LargeCard.Write(card, large);
                break;
            case Reply.Notice notice:
                TalkCards.Paragraphs(card, notice.Text);
                break;
            case Reply.Welcome welcome:
                TalkCards.Write(card, welcome);
                break;
            case Reply.Help help:
                TalkCards.Write(card, help);
                break;
            case Reply.ReasonsAsked reasons:
                TalkCards.Write(card, reasons);
                break;
            case Reply.Found found:
                FoundCard.Write(card, found);
                break;
            case Reply.Tip tip:
                TipCard.Write(card, tip);
                break;
            case Reply.Practise practise:
                PractiseCard.Write(card, practise);
                break;
            case Reply.Settings settings:
                SettingsCard.Write(card, settings);
                break;
            case Reply.ExpertWanted wanted:
                ExpertCards.Write(card, wanted);
                break;
            case Reply.ExpertAnswered answered:
                ExpertCards.Write(card, answered);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "A reply that has no card.");
        }

        return card.End();
    }
}
