namespace CoachBot.Core.Turns.Buttons;

/// <summary>
/// What a button does. All it needs is in its data, so that a card of last month still works; pressing it twice does no harm. The
/// data is untrusted: it comes back from a client.
/// </summary>
public interface IButton
{
    /// <summary>One of <see cref="CardVerbs"/>.</summary>
    string Verb { get; }

    /// <summary>Does it.</summary>
    Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel);
}
