using CoachBot.Core.Language;
using CoachBot.Core.Preferences;

namespace CoachBot.Core.Turns;

/// <summary>A turn under way: the message, and what is known of the person it is from.</summary>
/// <param name="Message">The message, personal data masked.</param>
/// <param name="Preferences">What the person has set.</param>
public sealed record Turn(IncomingMessage Message, PersonPreferences Preferences)
{
    /// <summary>Who it is from.</summary>
    public PersonKey Person => Message.From.Key;

    /// <summary>Where it was said.</summary>
    public ConversationKey Conversation => Message.Address.Conversation;

    /// <summary>The language of sentences that answer no text: the person's own choice, else that of the message.</summary>
    public AnswerLanguage Language => Preferences.Language ?? MessageLanguage.Of(Message);

    /// <summary>A sentence or two, for this person.</summary>
    public IReadOnlyList<OutgoingReply> Say(string text, ReplyPlacement placement = ReplyPlacement.New) =>
        [new OutgoingReply(new Reply.Notice(text, Language), placement)];
}
