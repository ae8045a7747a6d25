using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
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
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.Infrastructure.Search.Keyword;
using CoachBot.Infrastructure.Storage;
using CoachBot.TestSupport.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Benchmarks.Memory;

/// <summary>
/// Question to card through the door that channels use: from handing in a message to the channel being given the card, everything stored
/// on the way. Beside it the same with a memory that forgets when the process ends: the difference is what remembering costs.
/// </summary>
internal static class MemoryOverhead
{
    private const int People = 500;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 20;
        var index = new LuceneCaseIndex(SearchSnapshot.Build(Repository.Pack()), CalibrationFile.Read(Repository.Knowledge));
        var bounds = new DecisionBounds();
        var coach = new Coach(index, new TemplateDrafter(), bounds);
        var dialogue = new Dialogue(coach, bounds);
        var questions = Repository.Questions().Select(question => question.Text).ToArray();

        var places = await Place.AllAsync();
        await MeasureAsync("no store", Host(index, coach, dialogue, places[0], forgets: true), questions, seconds);
        foreach (var place in places)
        {
            await MeasureAsync(place.Name, Host(index, coach, dialogue, place, forgets: false), questions, seconds);
            await place.DisposeAsync();
        }

        return 0;
    }

    private static IHost Host(LuceneCaseIndex index, Coach coach, Dialogue dialogue, Place place, bool forgets)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(place.Settings);
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(coach).AddSingleton(dialogue);
        builder.Services.AddSingleton<ICaseIndex>(index).AddSingleton<IKeywordSearch, CurrentKeywordSearch>();
        builder.Services.AddSingleton<Stopwatches>().AddSingleton<IChannel>(provider => provider.GetRequiredService<Stopwatches>());
        builder.Services.AddStorage(Path.GetTempPath());
        if (forgets)
        {
            Forgetful(builder.Services);
        }

        builder.Services.AddTurns();
        builder.Services.TryAddSingleton<IPersonalDataMask, NothingToHide>();
        return builder.Build();
    }

    // In place of the stores that a question meets on its way.
    private static void Forgetful(IServiceCollection services) => services
        .AddSingleton<IInbox>(new InMemoryInbox())
        .AddSingleton<IQuestionLog, InMemoryQuestionLog>()
        .AddSingleton<IConversationStore, InMemoryConversations>()
        .AddSingleton<IPreferenceStore, InMemoryPreferences>()
        .AddSingleton<IExpertThreads, InMemoryExpertThreads>()
        .AddSingleton<IInstallationStore, InMemoryInstallations>();

    private static async Task MeasureAsync(string name, IHost host, string[] questions, double seconds)
    {
        await host.StartAsync();
        var turns = host.Services.GetRequiredService<ITurns>();
        var watches = host.Services.GetRequiredService<Stopwatches>();
        await AskAsync(turns, watches, questions, Math.Min(5, seconds));
        watches.Clear();
        var acknowledged = await AskAsync(turns, watches, questions, seconds);
        Console.WriteLine($"| {name} | {watches.Cards.Count} cards, one question every {Between.TotalMilliseconds} ms | to the card: {Percentiles.Of(watches.Cards)} | to the acknowledgement: {Percentiles.Of(acknowledged)} |");

        watches.Clear();
        var burst = Stopwatch.StartNew();
        var number = 0;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(async _ =>
        {
            while (burst.Elapsed.TotalSeconds < seconds / 2)
            {
                var at = Interlocked.Increment(ref number);
                await watches.AskAsync(turns, Messages.Of(at, questions[at % questions.Length], People));
            }
        }));
        Console.WriteLine($"| {name} | 32 at once: {number / burst.Elapsed.TotalSeconds:F0} questions answered a second | to the card: {Percentiles.Of(watches.Cards)} |");
        await host.StopAsync();
        host.Dispose();
    }

    private static async Task<List<double>> AskAsync(ITurns turns, Stopwatches watches, string[] questions, double seconds)
    {
        var acknowledged = new ConcurrentBag<double>();
        var asked = new List<Task>();
        using var timer = new PeriodicTimer(Between);
        var run = Stopwatch.StartNew();
        for (var number = 0L; run.Elapsed.TotalSeconds < seconds && await timer.WaitForNextTickAsync(); number++)
        {
            var message = Messages.Of(number, questions[number % questions.Length], People);
            asked.Add(Task.Run(async () => acknowledged.Add(await watches.AskAsync(turns, message))));
        }

        await Task.WhenAll(asked);
        return [.. acknowledged];
    }

    /// <summary>The questions of the evaluation hold no personal data; hiding it is measured elsewhere.</summary>
    private sealed class NothingToHide : IPersonalDataMask
    {
        public MaskedText Mask(string text) => new(text, []);
    }

    /// <summary>A channel that only looks at the clock when it is given the card.</summary>
    private sealed class Stopwatches : IChannel
    {
        private readonly ConcurrentDictionary<string, (long Begun, TaskCompletionSource Sent)> _open = new();

        public string Name => ChannelNames.Teams;

        public ConcurrentBag<double> Cards { get; } = [];

        /// <summary>Asks and waits for the card; how long the acknowledgement took.</summary>
        public async Task<double> AskAsync(ITurns turns, IncomingMessage message)
        {
            // Every question has a conversation of its own at any one moment.
            var conversation = message.Address.Conversation with { Conversation = message.Address.Conversation.Conversation + "/" + message.Id };
            message = message with { Address = message.Address with { Conversation = conversation } };
            var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var begun = Stopwatch.GetTimestamp();
            _open[conversation.Conversation] = (begun, sent);
            var accepted = await turns.AcceptAsync(message, CancellationToken.None);
            var acknowledged = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            if (accepted != Acceptance.Accepted)
            {
                throw new InvalidOperationException($"A message was {accepted}.");
            }

            await sent.Task.WaitAsync(TimeSpan.FromSeconds(30));
            return acknowledged;
        }

        public void Clear() => Cards.Clear();

        public Task<Delivery> SendAsync(Address to, Reply reply, ReplyPlacement placement, string? replaces, CancellationToken cancel)
        {
            if (_open.TryRemove(to.Conversation.Conversation, out var open))
            {
                Cards.Add(Stopwatch.GetElapsedTime(open.Begun).TotalMilliseconds);
                open.Sent.SetResult();
            }

            return Task.FromResult<Delivery>(new Delivery.Sent(Guid.NewGuid().ToString("N")));
        }

        public Task ShowTypingAsync(Address to, CancellationToken cancel) => Task.CompletedTask;
    }
}
