namespace CoachBot.Core.Turns;

/// <summary>A way to reach people: sends what a turn or a tip has to say.</summary>
public interface IChannel
{
    /// <summary>The channel's code: see <see cref="ChannelNames"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Sends a reply. Retries by itself what the protocol allows within a few seconds; what it could not settle by then it returns.
    /// Never throws for what the other side does.
    /// </summary>
    /// <param name="to">Where to.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="placement">How it is placed.</param>
    /// <param name="replaces">The message that <see cref="ReplyPlacement.Replace"/> replaces; null when there is none.</param>
    /// <param name="cancel">Ends the attempt; what was sent by then stays in doubt.</param>
    Task<Delivery> SendAsync(Address to, Reply reply, ReplyPlacement placement, string? replaces, CancellationToken cancel);

    /// <summary>Shows that the bot is at work, where the channel can; failures are of no consequence.</summary>
    Task ShowTypingAsync(Address to, CancellationToken cancel);
}

/// <summary>What became of a send.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The channel has it.</summary>
    /// <param name="MessageId">The channel's id; null where the channel gives none.</param>
    public sealed record Sent(string? MessageId) : Delivery;

    /// <summary>Nothing was taken; it may be tried again.</summary>
    /// <param name="After">Not before this much time has passed.</param>
    /// <param name="Reason">A code for logs and statistics, no user text.</param>
    public sealed record Later(TimeSpan After, string Reason) : Delivery;

    /// <summary>The channel may have it or not: the connection died after the request went out. Never sent again by itself.</summary>
    /// <param name="Reason">A code.</param>
    public sealed record Unknown(string Reason) : Delivery;

    /// <summary>The channel refuses it; trying again would not help.</summary>
    /// <param name="Reason">A code.</param>
    public sealed record Refused(string Reason) : Delivery;

    /// <summary>The conversation is gone, or the bot was removed from it.</summary>
    /// <param name="Reason">A code.</param>
    public sealed record Gone(string Reason) : Delivery;
}
