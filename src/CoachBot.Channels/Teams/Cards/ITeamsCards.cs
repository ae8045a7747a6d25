using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>Says a reply in the words of Teams.</summary>
internal interface ITeamsCards
{
    /// <summary>The message of a reply: a card with its summary, or a plain text. Whom it goes to is added by the sender.</summary>
    OutgoingActivity Render(Reply reply, ChatScope scope);
}
