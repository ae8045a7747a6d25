using System.Collections.Concurrent;
using CoachBot.Core.Turns;
using CoachBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace CoachBot.Tests.Channels.Dispatch;

public sealed class TurnWorkerTests
{
    [Fact]
    public async Task Accept_Message_IsAnsweredThroughItsChannelAndClosed()
    {
        await using var house = new TurnHouse();
        await using var running = await Running.StartAsync(house);

        Assert.Equal(Acceptance.Accepted, await running.AcceptAsync("help"));

        var sent = Assert.Single(await house.Teams.WaitForAsync(1));
        Assert.IsType<Reply.Help>(sent.Reply);
        await running.UntilAsync(() => house.Inbox.End("message-1") == InboxEnd.Answered);
        Assert.Null(house.Inbox.Stored[0].From.Name);
    }

    [Fact]
    public async Task Accept_SameMessageTwice_IsAnsweredOnce()
    {
        await using var house = new TurnHouse();
        await using var running = await Running.StartAsync(house);
        var message = house.Message(new MessageContent.Said("help"));

        Assert.Equal(Acceptance.Accepted, await running.Turns.AcceptAsync(message, CancellationToken.None));
        Assert.Equal(Acceptance.Duplicate, await running.Turns.AcceptAsync(message, CancellationToken.None));

        await running.UntilAsync(() => house.Inbox.End("message-1") is not null);
        Assert.Single(house.Teams.Sent);
    }

    [Fact]
    public async Task Accept_TooMuchWaits_IsRefusedAndNotStored()
    {
        await using var house = new TurnHouse(settings: ("Delivery:Capacity", "2"));
        var turns = house.Get<ITurns>();

        Assert.Equal(Acceptance.Accepted, await turns.AcceptAsync(house.Message(new MessageContent.Said("one")), CancellationToken.None));
        Assert.Equal(Acceptance.Accepted, await turns.AcceptAsync(house.Message(new MessageContent.Said("two")), CancellationToken.None));
        Assert.Equal(Acceptance.Full, await turns.AcceptAsync(house.Message(new MessageContent.Said("three")), CancellationToken.None));
        Assert.Equal(2, house.Inbox.Stored.Count);
    }

    [Fact]
    public async Task Accept_ManyConversations_EachKeepsItsOrderAndNeverRunsTwiceAtOnce()
    {
        var running = new ConcurrentDictionary<string, int>();
        var overlaps = 0;
        await using var house = new TurnHouse(settings: ("Delivery:Workers", "16"));
        house.Teams.Fate = async (sent, _) =>
        {
            var key = sent.To.Conversation.Conversation;
            Interlocked.Add(ref overlaps, running.AddOrUpdate(key, 1, (_, now) => now + 1) > 1 ? 1 : 0);
            await Task.Yield();
            running.AddOrUpdate(key, 0, (_, now) => now - 1);
            return new Delivery.Sent(null);
        };
        await using var host = await Running.StartAsync(house);
        for (var number = 0; number < 20; number++)
        {
            foreach (var chat in Enumerable.Range(1, 20))
            {
                house.Conversation = house.Conversation with { Conversation = $"chat-{chat}" };
                await host.AcceptAsync($"search word{number}");
            }
        }

        var replies = await house.Teams.WaitForAsync(400);

        Assert.Equal(0, overlaps);
        Assert.All(
            replies.GroupBy(reply => reply.To.Conversation.Conversation),
            chat => Assert.Equal(Enumerable.Range(0, 20).Select(number => $"word{number}"), chat.Select(reply => ((Reply.Found)reply.Reply).Query)));
    }

    [Fact]
    public async Task Send_Later_IsTriedAgainAfterThatTime_AndTheConversationWaits()
    {
        await using var house = new TurnHouse();
        var tries = 0;
        house.Teams.Fate = (_, _) => Task.FromResult<Delivery>(
            Interlocked.Increment(ref tries) == 1 ? new Delivery.Later(TimeSpan.FromSeconds(10), "busy") : new Delivery.Sent("id"));
        await using var host = await Running.StartAsync(house);
        await host.AcceptAsync("help");
        await host.AcceptAsync("settings");
        await house.Teams.WaitForAsync(1);

        await host.UntilAsync(() => tries == 3, advance: TimeSpan.FromSeconds(1));

        Assert.Equal([typeof(Reply.Help), typeof(Reply.Help), typeof(Reply.Settings)], house.Teams.Sent.Select(sent => sent.Reply.GetType()));
        await host.UntilAsync(() => house.Inbox.End("message-2") == InboxEnd.Answered);
        Assert.Equal(InboxEnd.Answered, house.Inbox.End("message-1"));
    }

    [Fact]
    public async Task Send_LaterForEver_IsGivenUp()
    {
        await using var house = new TurnHouse(settings: ("Delivery:MostTries", "3"));
        house.Teams.Fate = (_, _) => Task.FromResult<Delivery>(new Delivery.Later(TimeSpan.FromSeconds(1), "busy"));
        await using var host = await Running.StartAsync(house);
        await host.AcceptAsync("help");

        await host.UntilAsync(() => house.Inbox.End("message-1") == InboxEnd.Failed, advance: TimeSpan.FromSeconds(1));

        Assert.Equal(3, house.Teams.Sent.Count);
    }

    [Theory]
    [InlineData("unknown", InboxEnd.InDoubt)]
    [InlineData("refused", InboxEnd.Failed)]
    [InlineData("gone", InboxEnd.Failed)]
    [InlineData("throws", InboxEnd.InDoubt)]
    public async Task Send_EndsBadly_IsClosedAsSuchAndNeverRepeated(string fate, InboxEnd end)
    {
        await using var house = new TurnHouse();
        house.Teams.Fate = (_, _) => fate switch
        {
            "unknown" => Task.FromResult<Delivery>(new Delivery.Unknown("x")),
            "refused" => Task.FromResult<Delivery>(new Delivery.Refused("x")),
            "gone" => Task.FromResult<Delivery>(new Delivery.Gone("x")),
            _ => throw new InvalidOperationException("a channel that breaks its promise"),
        };
        await using var host = await Running.StartAsync(house);
        await host.AcceptAsync("help");

        await host.UntilAsync(() => house.Inbox.End("message-1") == end);

        Assert.Single(house.Teams.Sent);
    }

    [Fact]
    public async Task Turn_Fails_ThePersonIsToldAndTheNextTurnRuns()
    {
        await using var house = new TurnHouse(change: services => services.AddSingleton<ITurnPipeline>(new BrokenPipeline(TimeSpan.Zero)));
        await using var host = await Running.StartAsync(house);
        await host.AcceptAsync("one");
        await host.AcceptAsync("two");

        Assert.All(await house.Teams.WaitForAsync(2), sent => Assert.IsType<Reply.Notice>(sent.Reply));
        await host.UntilAsync(() => house.Inbox.End("message-2") == InboxEnd.Failed);
    }

    [Fact]
    public async Task Turn_TakesLong_ShowsTypingThenIsGivenUpAtItsDeadline()
    {
        await using var house = new TurnHouse(change: services => services.AddSingleton<ITurnPipeline>(new BrokenPipeline(TimeSpan.FromHours(1))));
        await using var host = await Running.StartAsync(house);
        await host.AcceptAsync("one");

        await host.UntilAsync(() => house.Teams.Typing > 0, advance: TimeSpan.FromMilliseconds(50));
        Assert.Empty(house.Teams.Sent);
        await host.UntilAsync(() => house.Teams.Sent.Count == 1, advance: TimeSpan.FromSeconds(1));

        Assert.IsType<Reply.Notice>(house.Teams.Sent[0].Reply);
    }

    [Fact]
    public async Task Turn_IsQuick_ShowsNoTyping()
    {
        await using var house = new TurnHouse();
        await using var host = await Running.StartAsync(house);
        await host.AcceptAsync("help");
        await house.Teams.WaitForAsync(1);

        house.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(0, house.Teams.Typing);
    }

    [Fact]
    public async Task Start_AfterAProcessDied_AnswersWhatWasLeftAndNothingTwice()
    {
        await using var house = new TurnHouse();
        var inbox = house.Inbox;
        var (waiting, claimed, sent, doubtful) = (Said("waiting"), Said("claimed"), Said("sent"), Said("doubtful"));
        foreach (var message in new[] { waiting, claimed, sent, doubtful })
        {
            await inbox.StoreAsync(message, CancellationToken.None);
        }

        foreach (var message in new[] { claimed, sent, doubtful })
        {
            await inbox.ClaimAsync(message.Id, "the dead one", TimeSpan.FromMinutes(1), CancellationToken.None);
        }

        await inbox.BeginSendAsync(sent.Id, "the dead one", "answer", CancellationToken.None);
        await inbox.EndSendAsync(sent.Id, "answer", new Delivery.Sent("id"), CancellationToken.None);
        await inbox.BeginSendAsync(doubtful.Id, "the dead one", "answer", CancellationToken.None);

        await using var host = await Running.StartAsync(house);
        await host.UntilAsync(() => new[] { waiting, claimed, sent }.All(message => inbox.End(message.Id) == InboxEnd.Answered), advance: TimeSpan.FromSeconds(5));

        Assert.Equal(["search claimed", "search waiting"], house.Teams.Sent.Select(reply => "search " + ((Reply.Found)reply.Reply).Query).Order(StringComparer.Ordinal));
        Assert.Equal([doubtful.Id], await inbox.InDoubtAsync(10, CancellationToken.None));

        IncomingMessage Said(string word) => house.Message(new MessageContent.Said("search " + word));
    }

    [Fact]
    public async Task Stop_TurnsWait_AreAnsweredFirst()
    {
        await using var house = new TurnHouse(settings: ("Delivery:Workers", "2"));
        house.Teams.Fate = async (_, _) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), CancellationToken.None);
            return new Delivery.Sent(null);
        };
        await using (var host = await Running.StartAsync(house))
        {
            foreach (var chat in Enumerable.Range(1, 100))
            {
                house.Conversation = house.Conversation with { Conversation = $"chat-{chat}" };
                await host.AcceptAsync("help");
            }
        }

        Assert.Equal(100, house.Teams.Sent.Count);
        Assert.Equal(100, (await house.Inbox.CountAsync(CancellationToken.None)).Answered);
    }

    [Fact]
    public async Task Stop_TurnIsPutOff_IsLeftToTheStore()
    {
        await using var house = new TurnHouse();
        house.Teams.Fate = (_, _) => Task.FromResult<Delivery>(new Delivery.Later(TimeSpan.FromSeconds(20), "busy"));
        await using (var host = await Running.StartAsync(house))
        {
            await host.AcceptAsync("help");
            await house.Teams.WaitForAsync(1);
        }

        Assert.Null(house.Inbox.End("message-1"));
        Assert.Equal(1, (await house.Inbox.CountAsync(CancellationToken.None)).Claimed);
    }

    private sealed class BrokenPipeline(TimeSpan after) : ITurnPipeline
    {
        public async Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel)
        {
            if (after > TimeSpan.Zero)
            {
                await Task.Delay(Timeout.Infinite, cancel);
            }

            throw new InvalidOperationException("broken");
        }

        public Task DeliveredAsync(OutgoingReply reply, Address to, string? messageId, CancellationToken cancel) => Task.CompletedTask;
    }

    /// <summary>The hosted services of the house, started and stopped as a host does.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly TurnHouse _house;
        private readonly List<IHostedService> _services;

        private Running(TurnHouse house, List<IHostedService> services) => (_house, _services) = (house, services);

        public ITurns Turns => _house.Get<ITurns>();

        public static async Task<Running> StartAsync(TurnHouse house)
        {
            var services = house.Get<IEnumerable<IHostedService>>().ToList();
            foreach (var service in services)
            {
                await service.StartAsync(CancellationToken.None);
            }

            return new Running(house, services);
        }

        public Task<Acceptance> AcceptAsync(string text) => Turns.AcceptAsync(_house.Message(new MessageContent.Said(text)), CancellationToken.None);

        /// <summary>Waits for something to come true, turning the clock meanwhile where a test needs it.</summary>
        public async Task UntilAsync(Func<bool> isTrue, TimeSpan advance = default)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (!isTrue())
            {
                Assert.False(patience.IsCancellationRequested, "It did not come true in time.");
                _house.Clock.Advance(advance);
                await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            }
        }

        public async ValueTask DisposeAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            foreach (var service in Enumerable.Reverse(_services))
            {
                await service.StopAsync(patience.Token);
            }
        }
    }
}
