using System.Collections.Frozen;
using CoachBot.Channels.Teams.Cards;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams.Endpoint;

/// <summary>Answers that are given in the response, each question once.</summary>
internal sealed class InRequestAnswers(
    ITurns turns,
    IEnumerable<IInvokeHandler> handlers,
    ITeamsCards cards,
    MessageReader reader,
    RecentAnswers recent,
    TeamsOptions options,
    TimeProvider time,
    ILogger<InRequestAnswers> log)
{
    private readonly FrozenDictionary<string, IInvokeHandler> _handlers = handlers.ToFrozenDictionary(handler => handler.Name, StringComparer.Ordinal);

    /// <summary>There is nothing to say.</summary>
    public DoorAnswer NoReplies { get; } = new(200, RepliesBody.Write([], cards, ChatScope.Personal));

    /// <summary>The answer of the invoke's handler; 501 without one.</summary>
    public Task<DoorAnswer> InvokeAsync(Activity activity, CancellationToken stopping)
    {
        if (!_handlers.TryGetValue(activity.Name!, out var handler))
        {
            log.InvokeUnknown();
            return Task.FromResult(DoorAnswer.NotImplemented);
        }

        var id = MessageReader.IdOf(activity);
        return recent.AnswerAsync(id, () => GuardedAsync(async cancel =>
        {
            var request = new InvokeRequest(activity, reader.Read(activity, new MessageContent.Said(""), id));
            var answer = await handler.HandleAsync(request, cancel).ConfigureAwait(false);
            return activity.DeliveryMode == ActivityWords.ExpectReplies
                ? new DoorAnswer(answer.Status, RepliesBody.Write([], cards, request.Message.Scope, answer.Body))
                : new DoorAnswer(answer.Status, answer.Body?.Utf8);
        }, options.InvokeTimeout, stopping));
    }

    /// <summary>The replies to a message.</summary>
    public Task<DoorAnswer> RepliesAsync(IncomingMessage message, CancellationToken stopping) =>
        recent.AnswerAsync(message.Id, () => GuardedAsync(async cancel =>
        {
            var replies = await turns.RunAsync(message, cancel).ConfigureAwait(false);
            return new DoorAnswer(200, RepliesBody.Write(replies, cards, message.Scope));
        }, options.ExpectRepliesTimeout, stopping));

    private async Task<DoorAnswer> GuardedAsync(Func<CancellationToken, Task<DoorAnswer>> answer, TimeSpan limit, CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, deadline.Token);
        try
        {
            return await answer(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            log.AnswerTooLate(limit);
            return DoorAnswer.TooLate;
        }
#pragma warning disable CA1031 // The one place of this door where whatever a handler throws ends: the answer is a bare 500, the log has the rest.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.AnswerFailed(e);
            return DoorAnswer.Broken;
        }
    }
}
