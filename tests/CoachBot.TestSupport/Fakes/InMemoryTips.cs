using System.Collections.Concurrent;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.TestSupport.Fakes;

/// <summary>Subscriptions and what channels have had, in memory.</summary>
public sealed class InMemoryTips : ITipSubscriptions, ITipHistory
{
    private readonly ConcurrentDictionary<ConversationKey, TipSubscription> _subscriptions = new();
    private readonly ConcurrentDictionary<(ConversationKey Conversation, string Case), DateTimeOffset> _uses = new();

    /// <summary>What people missed.</summary>
    public Dictionary<string, int> Missed { get; } = [];

    /// <inheritdoc />
    public Task<TipSubscription?> FindAsync(ConversationKey conversation, CancellationToken cancel) =>
        Task.FromResult(_subscriptions.GetValueOrDefault(conversation with { Thread = null }));

    /// <inheritdoc />
    public Task SaveAsync(TipSubscription subscription, CancellationToken cancel)
    {
        _subscriptions[subscription.Address.Conversation with { Thread = null }] = subscription;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task CloseAsync(ConversationKey conversation, string reason, CancellationToken cancel)
    {
        var key = conversation with { Thread = null };
        if (_subscriptions.TryGetValue(key, out var subscription))
        {
            _subscriptions[key] = subscription with { Closed = reason, Next = null };
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<TipSubscription>> LivingAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<TipSubscription>>(_subscriptions.Values.Where(subscription => subscription.Closed is null).ToList());

    /// <inheritdoc />
    public Task<TipMemory> RememberAsync(ConversationKey conversation, DateTimeOffset missedSince, CancellationToken cancel) => Task.FromResult(TipMemory.Empty with
    {
        Used = _uses.Where(use => use.Key.Conversation == conversation with { Thread = null }).ToDictionary(use => use.Key.Case, use => use.Value),
        Missed = Missed,
    });

    /// <inheritdoc />
    public Task<bool> NoteAsync(ConversationKey conversation, string caseId, DateTimeOffset? before, DateTimeOffset at, CancellationToken cancel)
    {
        _uses[(conversation with { Thread = null }, caseId)] = at;
        return Task.FromResult(true);
    }
}
