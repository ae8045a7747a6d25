using CoachBot.Core.Turns;

namespace CoachBot.Channels.Dispatch;

/// <summary>A turn that waits for a worker.</summary>
/// <param name="Message">The message, stored before.</param>
/// <param name="Prepared">What is still to be sent; null when the turn has not run yet.</param>
/// <param name="Tries">How often the first of them was offered to its channel.</param>
/// <param name="End">How the turn will end, by what has been sent so far.</param>
internal sealed record QueuedTurn(
    IncomingMessage Message, IReadOnlyList<OutgoingReply>? Prepared = null, int Tries = 0, InboxEnd End = InboxEnd.Answered);

/// <summary>A turn that goes on later.</summary>
/// <param name="Turn">The turn as it stands.</param>
/// <param name="After">How long to wait.</param>
internal sealed record PutOff(QueuedTurn Turn, TimeSpan After);
