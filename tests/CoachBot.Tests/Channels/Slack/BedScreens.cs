using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Home;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Preferences;
using CoachBot.Core.Questions;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Search.Keyword;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Fakes;
using CoachBot.Tests.Coaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>What the screens need of the rest of the house, in its smallest form.</summary>
internal static class BedScreens
{
    /// <summary>Adds what is not there yet.</summary>
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<IPreferenceStore>(new InMemoryPreferences());
        services.TryAddSingleton<IQuestionLog>(new InMemoryQuestionLog());
        services.TryAddSingleton(_ => new Coach(new FakeCaseIndex(Some.Pack()).Finding(("atm-fake-notes", 0.9)), new TemplateDrafter(), new DecisionBounds()));
        services.TryAddSingleton<IKeywordSearch>(provider => new LuceneKeywordSearch(provider.GetRequiredService<Coach>().Pack, []));
    }

    /// <summary>A bed with the real screens, and turns that answer inside a request as told.</summary>
    public static Task<SlackBed> StartAsync(ScriptedTurns turns, BedSettings? settings = null)
    {
        settings ??= new BedSettings();
        return SlackBed.StartAsync(settings with
        {
            Services = services =>
            {
                settings.Services(services);
                services.Replace(ServiceDescriptor.Singleton<ISlackBlocks, SlackBlocks>());
                services.Replace(ServiceDescriptor.Singleton<ISlackHome, SlackHome>());
                services.AddSingleton<ITurns>(turns);
            },
        });
    }
}

/// <summary>Turns that answer as told.</summary>
/// <param name="answer">What is said to a message; null: nothing.</param>
internal sealed class ScriptedTurns(Func<MessageContent, Reply?> answer) : ITurns
{
    private readonly List<IncomingMessage> _taken = [];
    private readonly Lock _lock = new();

    /// <summary>What came, oldest first.</summary>
    public IReadOnlyList<IncomingMessage> Taken
    {
        get
        {
            lock (_lock)
            {
                return [.. _taken];
            }
        }
    }

    public Task<Acceptance> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        Note(message);
        return Task.FromResult(Acceptance.Accepted);
    }

    public Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel)
    {
        Note(message);
        return Task.FromResult<IReadOnlyList<OutgoingReply>>(answer(message.Content) is { } reply ? [new OutgoingReply(reply)] : []);
    }

    private void Note(IncomingMessage message)
    {
        lock (_lock)
        {
            _taken.Add(message);
        }
    }
}
