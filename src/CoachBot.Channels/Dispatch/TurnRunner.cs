using CoachBot.Core.Telemetry;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>Runs one turn under its own deadline and sends what it gave. Whatever goes wrong in a turn ends here.</summary>
internal sealed class TurnRunner(
    ITurnPipeline pipeline, ReplySender sender, IInbox inbox, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<TurnRunner> log)
{
    private readonly DeliveryOptions _options = options.Value;

    /// <summary>Runs or goes on with a turn. Null: it is done; else how long to wait before it goes on, and as what.</summary>
    public async Task<PutOff?> RunAsync(QueuedTurn turn, CancellationToken stopping)
    {
        using var span = CoachBotMetrics.Traces.StartActivity("turn");
        span?.SetTag("channel", turn.Message.Address.Conversation.Channel).SetTag("content", turn.Message.Content.GetType().Name);
        try
        {
            if (!await inbox.ClaimAsync(turn.Message.Id, sender.Worker, _options.Lease, stopping))
            {
                return null;
            }

            return await SendAsync(turn.Prepared is null ? await AnswerOrApologizeAsync(turn, stopping) : turn, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The store still has it: whoever starts next takes it up.
            return null;
        }
        catch (Exception e)
        {
            log.TurnFailed(e, turn.Message.Id);
            return null;
        }
    }

    /// <summary>What a message gives, under the turn's deadline.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> AnswerAsync(IncomingMessage message, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(_options.TurnTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        return await pipeline.RunAsync(message, either.Token);
    }

    /// <summary>Notes that replies were given in the response of the request itself, so that nobody sends them again.</summary>
    public async Task KeepAsync(IncomingMessage message, IEnumerable<OutgoingReply> given, CancellationToken cancel)
    {
        await inbox.ClaimAsync(message.Id, sender.Worker, _options.Lease, cancel);
        foreach (var reply in given)
        {
            await inbox.BeginSendAsync(message.Id, sender.Worker, reply.Key, cancel);
            await inbox.EndSendAsync(message.Id, reply.Key, new Delivery.Sent(null), cancel);
        }
    }

    private async Task<QueuedTurn> AnswerOrApologizeAsync(QueuedTurn turn, CancellationToken stopping)
    {
        var message = turn.Message;
        using var typing = TypingSignal.Start(sender, message, _options.TypingAfter, time);
        try
        {
            return turn with { Prepared = await AnswerAsync(message, stopping) };
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            log.TurnTimedOut(message.Id, _options.TurnTimeout);
        }
        catch (Exception e)
        {
            log.TurnFailed(e, message.Id);
        }

        return turn with { Prepared = Apology.For(message), End = InboxEnd.Failed };
    }

    private async Task<PutOff?> SendAsync(QueuedTurn turn, CancellationToken stopping)
    {
        while (turn.Prepared is { Count: > 0 } replies)
        {
            var delivery = await sender.SendAsync(turn.Message, replies[0], stopping);
            if (delivery is Delivery.Later later && turn.Tries + 1 < _options.MostTries && later.After <= _options.LongestWait)
            {
                return new PutOff(turn with { Tries = turn.Tries + 1 }, later.After);
            }

            turn = turn with { Prepared = [.. replies.Skip(1)], Tries = 0, End = Worse(turn.End, delivery) };
        }

        await inbox.CloseAsync(turn.Message.Id, turn.End, CancellationToken.None);
        return null;
    }

    // A doubt outweighs a failure: it is what somebody may have to look at.
    private static InboxEnd Worse(InboxEnd end, Delivery? delivery) => delivery switch
    {
        null or Delivery.Sent => end,
        Delivery.Unknown => InboxEnd.InDoubt,
        _ => end == InboxEnd.InDoubt ? end : InboxEnd.Failed,
    };
}
