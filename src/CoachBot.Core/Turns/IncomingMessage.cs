namespace CoachBot.Core.Turns;

/// <summary>One message or action of a person, free of any channel's format: what a turn begins with.</summary>
public sealed record IncomingMessage
{
    /// <summary>The delivery's identity: the same again when a channel delivers the same thing twice. At most 400 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Where the reply goes.</summary>
    public required Address Address { get; init; }

    /// <summary>Who it is from.</summary>
    public required Sender From { get; init; }

    /// <summary>What kind of place it was said in.</summary>
    public required ChatScope Scope { get; init; }

    /// <summary>What was said or done.</summary>
    public required MessageContent Content { get; init; }

    /// <summary>When it reached us.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The language the person's client is set to, as a BCP-47 tag; null when unknown. Used only where there is no text to go by.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether personal data was hidden in it when it was accepted; a masked text no longer tells.</summary>
    public bool HidPersonalData { get; init; }
}

/// <summary>Who a message is from.</summary>
/// <param name="Key">The person.</param>
/// <param name="Name">As the channel shows it; null when unknown. Never stored, never logged.</param>
public sealed record Sender(PersonKey Key, string? Name);

/// <summary>What kind of place a message was said in.</summary>
public enum ChatScope
{
    /// <summary>One person and the bot.</summary>
    Personal,

    /// <summary>A chat of several people.</summary>
    Group,

    /// <summary>A team's channel.</summary>
    Channel,
}

/// <summary>What was said or done.</summary>
public abstract record MessageContent
{
    private MessageContent()
    {
    }

    /// <summary>A text, the mention of the bot removed.</summary>
    /// <param name="Text">As typed; personal data is masked before a turn sees it.</param>
    public sealed record Said(string Text) : MessageContent;

    /// <summary>An earlier text was changed: it is answered anew.</summary>
    /// <param name="Text">The new text.</param>
    /// <param name="MessageId">The channel's id of the message that was changed.</param>
    public sealed record Edited(string Text, string MessageId) : MessageContent;

    /// <summary>A button on a card.</summary>
    /// <param name="Action">What it stands for.</param>
    /// <param name="MessageId">The channel's id of the message the button is on; null when the channel does not say.</param>
    public sealed record Pressed(CardAction Action, string? MessageId) : MessageContent;

    /// <summary>A reaction to one of the bot's messages; the channel has sorted it into well or badly, others are not passed on.</summary>
    /// <param name="MessageId">The channel's id of the bot's message.</param>
    /// <param name="Helpful">Whether the reaction is a good one.</param>
    public sealed record Reacted(string MessageId, bool Helpful) : MessageContent;

    /// <summary>"Coach me on this message": somebody else's words are the question.</summary>
    /// <param name="Text">Those words.</param>
    public sealed record CoachOn(string Text) : MessageContent;

    /// <summary>The bot came to this conversation.</summary>
    public sealed record Installed : MessageContent;

    /// <summary>The bot was taken out of this conversation: nothing is sent there any more.</summary>
    public sealed record Uninstalled : MessageContent;
}
