using CoachBot.Core.Privacy;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Dispatch;

/// <summary>The door: masked, stored, queued, and only then may the channel be told that a message has arrived.</summary>
internal sealed class Turns(IPersonalDataMask mask, IInbox inbox, TurnQueue queue, TurnRunner runner, Arrivals arrivals) : ITurns
{
    /// <inheritdoc />
    public async Task<Acceptance> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        if (!queue.TryReserve())
        {
            return Acceptance.Full;
        }

        var kept = false;
        arrivals.Begin();
        try
        {
            var masked = MaskedMessage.Of(message, mask);
            kept = await inbox.StoreAsync(MaskedMessage.WithoutName(masked), cancel);
            if (kept)
            {
                queue.Add(new QueuedTurn(masked));
            }

            // The person's answer does not wait for the disk; only the word to the channel does. A duplicate's first delivery may still be on its way there.
            await inbox.FlushAsync(cancel);
            return kept ? Acceptance.Accepted : Acceptance.Duplicate;
        }
        finally
        {
            arrivals.End();
            if (!kept)
            {
                queue.Release();
            }
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel)
    {
        var masked = MaskedMessage.Of(message, mask);
        var replies = await runner.AnswerAsync(masked, cancel);
        var elsewhere = replies.Where(reply => reply.To is not null).ToList();
        if (elsewhere.Count > 0 && await inbox.StoreAsync(MaskedMessage.WithoutName(masked), cancel))
        {
            await runner.KeepAsync(masked, replies.Where(reply => reply.To is null), cancel);
            queue.AddBeyondCapacity(new QueuedTurn(masked, elsewhere));
        }

        return replies.Where(reply => reply.To is null).ToList();
    }
}
