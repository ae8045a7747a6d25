using CoachBot.Channels.Dispatch;
using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Core.Drafting;
using CoachBot.Core.Experts;
using CoachBot.Core.Installations;
using CoachBot.Core.Preferences;
using CoachBot.Core.Privacy;
using CoachBot.Core.Questions;
using CoachBot.Core.Search;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Search.Keyword;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Fakes;
using CoachBot.Tests.Coaching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Turns;

/// <summary>The way of a turn as the host puts it together, over doubles of every store; a person who types and presses.</summary>
internal sealed class TurnHouse : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _messages;

    public TurnHouse(ICaseIndex? index = null, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var bounds = new DecisionBounds();
        var services = new ServiceCollection();
        Index = index ?? new FakeCaseIndex(Some.Pack());
        var coach = new Coach(Index, new TemplateDrafter(), bounds);
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value))
            .Build());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Index);
        services.AddSingleton(coach);
        services.AddSingleton(new Dialogue(coach, bounds));
        services.AddSingleton<IKeywordSearch>(new CurrentKeywordSearch(Index));
        services.AddSingleton<IInbox>(Inbox = new InMemoryInbox(Clock));
        services.AddSingleton<IConversationStore>(Conversations);
        services.AddSingleton<IPreferenceStore>(Preferences);
        services.AddSingleton<IQuestionLog>(Log);
        services.AddSingleton<IExpertThreads>(Threads);
        services.AddSingleton<IInstallationStore>(Installations);
        services.AddSingleton<IForgetting>(new InMemoryForgetting(Log, Preferences));
        services.AddSingleton<IChannel>(Teams);
        services.AddSingleton<IChannel>(Slack);
        services.AddTurns();
        change?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));

    public ICaseIndex Index { get; }

    public FakeCaseIndex Fake => (FakeCaseIndex)Index;

    public InMemoryInbox Inbox { get; }

    public InMemoryConversations Conversations { get; } = new();

    public InMemoryPreferences Preferences { get; } = new();

    public InMemoryQuestionLog Log { get; } = new();

    public InMemoryExpertThreads Threads { get; } = new();

    public InMemoryInstallations Installations { get; } = new();

    public RecordingChannel Teams { get; } = new();

    public RecordingChannel Slack { get; } = new(ChannelNames.Slack);

    public PersonKey Person { get; set; } = new(ChannelNames.Teams, "bank", "teller-1");

    public ConversationKey Conversation { get; set; } = new(ChannelNames.Teams, "bank", "chat-1");

    public ChatScope Scope { get; set; } = ChatScope.Personal;

    public string? Locale { get; set; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IncomingMessage Message(MessageContent content) => new()
    {
        Id = $"message-{++_messages}",
        Address = new Address(Conversation, "{}"),
        From = new Sender(Person, "Somebody"),
        Scope = Scope,
        Content = content,
        ReceivedAt = Clock.GetUtcNow(),
        Locale = Locale,
    };

    public Task<IReadOnlyList<OutgoingReply>> TakeAsync(MessageContent content) =>
        Get<ITurns>().RunAsync(Message(content), CancellationToken.None);

    /// <summary>The only reply to a text.</summary>
    public async Task<Reply> SayAsync(string text) => (await TakeAsync(new MessageContent.Said(text))).Single().Reply;

    /// <summary>The only reply to a button.</summary>
    public async Task<Reply> PressAsync(string verb, params (string Name, string Value)[] data) => (await PressAllAsync(verb, data)).Single().Reply;

    public Task<IReadOnlyList<OutgoingReply>> PressAllAsync(string verb, params (string Name, string Value)[] data) =>
        TakeAsync(new MessageContent.Pressed(new CardAction(verb, data.ToDictionary(pair => pair.Name, pair => pair.Value)), "card-1"));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
