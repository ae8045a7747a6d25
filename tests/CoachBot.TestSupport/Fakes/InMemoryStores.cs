using System.Collections.Concurrent;
using CoachBot.Core.Conversations;
using CoachBot.Core.Experts;
using CoachBot.Core.Installations;
using CoachBot.Core.Preferences;
using CoachBot.Core.Privacy;
using CoachBot.Core.Turns;

namespace CoachBot.TestSupport.Fakes;

/// <summary>Conversations in memory.</summary>
public sealed class InMemoryConversations : IConversationStore
{
    private readonly ConcurrentDictionary<ConversationKey, ConversationState> _states = new();

    /// <inheritdoc />
    public Task<ConversationState> ReadAsync(ConversationKey conversation, CancellationToken cancel) =>
        Task.FromResult(_states.GetValueOrDefault(conversation, ConversationState.New));

    /// <inheritdoc />
    public Task WriteAsync(ConversationKey conversation, ConversationState state, CancellationToken cancel)
    {
        _states[conversation] = state;
        return Task.CompletedTask;
    }
}

/// <summary>Preferences in memory.</summary>
public sealed class InMemoryPreferences : IPreferenceStore
{
    private readonly ConcurrentDictionary<PersonKey, PersonPreferences> _preferences = new();

    /// <inheritdoc />
    public Task<PersonPreferences> ReadAsync(PersonKey person, CancellationToken cancel) =>
        Task.FromResult(_preferences.GetValueOrDefault(person, PersonPreferences.None));

    /// <inheritdoc />
    public Task WriteAsync(PersonKey person, PersonPreferences preferences, CancellationToken cancel)
    {
        _preferences[person] = preferences;
        return Task.CompletedTask;
    }

    /// <summary>Forgets what a person has set.</summary>
    internal bool Forget(PersonKey person) => _preferences.TryRemove(person, out _);
}

/// <summary>Experts' threads in memory.</summary>
public sealed class InMemoryExpertThreads : IExpertThreads
{
    private readonly ConcurrentDictionary<string, ExpertQuestion> _questions = new();
    private readonly ConcurrentDictionary<ConversationKey, string> _threads = new();

    /// <summary>The threads noted.</summary>
    public IReadOnlyCollection<ConversationKey> Threads => [.. _threads.Keys];

    /// <inheritdoc />
    public Task<bool> OpenAsync(ExpertQuestion question, CancellationToken cancel) =>
        Task.FromResult(_questions.TryAdd(question.QuestionId, question));

    /// <inheritdoc />
    public Task<ExpertQuestion?> FindAsync(string questionId, CancellationToken cancel) =>
        Task.FromResult(_questions.GetValueOrDefault(questionId));

    /// <inheritdoc />
    public Task NoteThreadAsync(string questionId, ConversationKey thread, CancellationToken cancel)
    {
        _threads[thread] = questionId;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<ExpertQuestion?> FindByThreadAsync(ConversationKey thread, CancellationToken cancel) =>
        Task.FromResult(_threads.TryGetValue(thread, out var id) ? _questions.GetValueOrDefault(id) : null);
}

/// <summary>Installations in memory.</summary>
public sealed class InMemoryInstallations : IInstallationStore
{
    private readonly ConcurrentDictionary<ConversationKey, Installation> _installations = new();

    /// <inheritdoc />
    public Task AddAsync(Installation installation, CancellationToken cancel)
    {
        _installations[installation.Address.Conversation] = installation;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RemoveAsync(ConversationKey conversation, CancellationToken cancel)
    {
        _installations.TryRemove(conversation, out _);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RemoveTenantAsync(string channel, string tenant, CancellationToken cancel)
    {
        foreach (var key in _installations.Keys.Where(key => key.Channel == channel && key.Tenant == tenant))
        {
            _installations.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<Installation?> FindAsync(ConversationKey conversation, CancellationToken cancel) =>
        Task.FromResult(_installations.GetValueOrDefault(conversation));
}

/// <summary>Secrets in memory.</summary>
public sealed class InMemorySecrets : ISecretStore
{
    private readonly ConcurrentDictionary<string, string> _secrets = new();

    /// <inheritdoc />
    public Task<string?> ReadAsync(string name, CancellationToken cancel) => Task.FromResult(_secrets.GetValueOrDefault(name));

    /// <inheritdoc />
    public Task WriteAsync(string name, string secret, CancellationToken cancel)
    {
        _secrets[name] = secret;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RemoveAsync(string prefix, CancellationToken cancel)
    {
        foreach (var name in _secrets.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            _secrets.TryRemove(name, out _);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Forgets what the other doubles keep.</summary>
public sealed class InMemoryForgetting(InMemoryQuestionLog log, InMemoryPreferences preferences) : IForgetting
{
    /// <inheritdoc />
    public Task<Forgotten> ForgetAsync(PersonKey person, ConversationKey? chat, CancellationToken cancel)
    {
        var (questions, ratings) = log.Forget(person);
        return Task.FromResult(new Forgotten(questions, ratings, preferences.Forget(person) ? 1 : 0, 0, 0));
    }
}
