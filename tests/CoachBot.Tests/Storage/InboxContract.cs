using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage.Stores;
using Xunit;

namespace CoachBot.Tests.Storage;

public sealed class InboxOnSqlite() : InboxContract(new SqliteStore());

public sealed class InboxOnPostgres() : InboxContract(new PostgresStore());

/// <summary>Nothing is lost, nothing is sent twice.</summary>
public abstract class InboxContract : StoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private Inbox _inbox = null!;

    private protected InboxContract(TestStore store)
        : base(store)
    {
    }

    public static TheoryData<MessageContent> Contents =>
    [
        new MessageContent.Said("取款机吐假钞 | \\ 'x'"),
        new MessageContent.Edited("the new text", "m1"),
        new MessageContent.Pressed(new CardAction(CardVerbs.Show, new Dictionary<string, string> { [CardData.Case] = "atm", [CardData.Language] = "zh" }), null),
        new MessageContent.Reacted("m2", true),
        new MessageContent.CoachOn("somebody's words"),
        new MessageContent.Installed(),
        new MessageContent.Uninstalled(),
    ];

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task ClaimAbandonedAsync_ContentOfEveryKind_ComesBackAsItWas(MessageContent content)
    {
        var message = Message("m", content);
        await _inbox.StoreAsync(message, CancellationToken.None);
        Time.Advance(Idle);

        var back = Assert.Single(await AbandonedAsync("w"));

        Assert.Equal(message with { Content = back.Content, From = message.From with { Name = null } }, back);
        Assert.Equivalent(content, back.Content, strict: true);
    }

    [Fact]
    public async Task StoreAsync_SameMessageAgain_IsRefused()
    {
        Assert.True(await _inbox.StoreAsync(Message("m"), CancellationToken.None));
        Assert.False(await _inbox.StoreAsync(Message("m"), CancellationToken.None));
    }

    [Fact]
    public async Task StoreAsync_SameMessageManyTimesAtOnce_IsTakenOnce()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(at => _inbox.StoreAsync(Message("m" + (at % 10)), CancellationToken.None)));

        Assert.Equal(10, taken.Count(yes => yes));
    }

    [Fact]
    public async Task StoreAsync_Ended_AnotherProcessHasIt()
    {
        await _inbox.StoreAsync(Message("m"), CancellationToken.None);

        Assert.True(await new Inbox(await AgainAsync(), Time, null).ClaimAsync("m", "other", Lease, CancellationToken.None));
    }

    [Fact]
    public async Task ClaimAsync_TwoWorkers_FirstHasItUntilItsLeaseEnds()
    {
        await _inbox.StoreAsync(Message("m"), CancellationToken.None);

        Assert.True(await ClaimAsync("m", "a"));
        Assert.False(await ClaimAsync("m", "b"));
        Assert.True(await ClaimAsync("m", "a"));
        Time.Advance(Lease);
        Assert.True(await ClaimAsync("m", "b"));
    }

    [Fact]
    public async Task ClaimAsync_UnknownOrDone_IsRefused()
    {
        await StoreAndClaimAsync("m", "a");
        await _inbox.CloseAsync("m", InboxEnd.Answered, CancellationToken.None);

        Assert.False(await ClaimAsync("m", "a"));
        Assert.False(await ClaimAsync("nowhere", "a"));
    }

    [Fact]
    public async Task ClaimAsync_ManyWorkersAtOnce_OneHasIt()
    {
        await _inbox.StoreAsync(Message("m"), CancellationToken.None);
        var other = new Inbox(await AgainAsync(), Time, null);

        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(at => (at % 2 == 0 ? _inbox : other).ClaimAsync("m", "w" + at, Lease, CancellationToken.None)));

        Assert.Single(claims, yes => yes);
    }

    [Fact]
    public async Task ClaimAbandonedAsync_WaitingShorterThanIdle_LeavesIt()
    {
        await _inbox.StoreAsync(Message("m"), CancellationToken.None);
        Time.Advance(Idle - TimeSpan.FromSeconds(1));

        Assert.Empty(await AbandonedAsync("w"));
    }

    [Fact]
    public async Task ClaimAbandonedAsync_LeaseRanOut_OthersTakeItOldestFirst()
    {
        foreach (var id in new[] { "b", "a", "c" })
        {
            await StoreAndClaimAsync(id, "dead");
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty(await AbandonedAsync("w"));
        Time.Advance(Lease);
        Assert.Equal(["b", "a"], (await AbandonedAsync("w", most: 2)).Select(message => message.Id));
        Assert.Equal(["c"], (await AbandonedAsync("w")).Select(message => message.Id));
        Assert.Empty(await AbandonedAsync("w"));
    }

    [Fact]
    public async Task ClaimAbandonedAsync_ManyWorkersAtOnce_NoneIsTakenTwice()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(at => _inbox.StoreAsync(Message("m" + at), CancellationToken.None)));
        Time.Advance(Idle);
        var other = new Inbox(await AgainAsync(), Time, null);

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(at =>
            (at % 2 == 0 ? _inbox : other).ClaimAbandonedAsync("w" + at, Lease, Idle, 20, CancellationToken.None)));
        var ids = taken.SelectMany(messages => messages).Select(message => message.Id).ToList();
        ids.AddRange((await AbandonedAsync("rest")).Select(message => message.Id));

        Assert.Equal(100, ids.Count);
        Assert.Equal(100, ids.Distinct().Count());
    }

    [Fact]
    public async Task ClaimAbandonedAsync_SendWasBegun_ClosesItInDoubt()
    {
        await StoreAndClaimAsync("doubtful", "dead");
        await StoreAndClaimAsync("clear", "dead");
        await BeginAsync("doubtful", "dead");
        Time.Advance(Lease);

        Assert.Equal(["clear"], (await AbandonedAsync("w")).Select(message => message.Id));
        Assert.Equal(["doubtful"], await _inbox.InDoubtAsync(10, CancellationToken.None));
        Assert.False(await ClaimAsync("doubtful", "w"));
    }

    [Fact]
    public async Task ClaimAbandonedAsync_FateOfASendUnknown_ClosesItInDoubt()
    {
        await StoreAndClaimAsync("m", "dead");
        await BeginAsync("m", "dead");
        await _inbox.EndSendAsync("m", "answer", new Delivery.Unknown("timeout"), CancellationToken.None);
        Time.Advance(Lease);

        Assert.Empty(await AbandonedAsync("w"));
        Assert.Equal(["m"], await _inbox.InDoubtAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task ClaimAbandonedAsync_OneReplyWasSent_OnlyTheOtherMayBe()
    {
        await StoreAndClaimAsync("m", "dead");
        await BeginAsync("m", "dead", "first");
        await _inbox.EndSendAsync("m", "first", new Delivery.Sent("id"), CancellationToken.None);
        Time.Advance(Lease);

        Assert.Single(await AbandonedAsync("w"));
        Assert.False(await BeginAsync("m", "w", "first"));
        Assert.True(await BeginAsync("m", "w", "second"));
    }

    [Fact]
    public async Task BeginSendAsync_Twice_SecondIsRefused()
    {
        await StoreAndClaimAsync("m", "w");

        Assert.True(await BeginAsync("m", "w"));
        Assert.False(await BeginAsync("m", "w"));
    }

    [Fact]
    public async Task BeginSendAsync_ToldToComeLater_MayBeginAgain()
    {
        await StoreAndClaimAsync("m", "w");
        await BeginAsync("m", "w");
        await _inbox.EndSendAsync("m", "answer", new Delivery.Later(TimeSpan.FromSeconds(1), "429"), CancellationToken.None);

        Assert.True(await BeginAsync("m", "w"));
    }

    [Fact]
    public async Task BeginSendAsync_ClaimTakenOver_IsRefused()
    {
        await StoreAndClaimAsync("m", "slow");
        Time.Advance(Lease);
        await AbandonedAsync("w");

        Assert.False(await BeginAsync("m", "slow"));
        Assert.True(await BeginAsync("m", "w"));
    }

    [Fact]
    public async Task CountAsync_OneOfEach_CountsThem()
    {
        await _inbox.StoreAsync(Message("waiting"), CancellationToken.None);
        foreach (var (id, end) in new (string, InboxEnd?)[] { ("claimed", null), ("answered", InboxEnd.Answered), ("doubt", InboxEnd.InDoubt), ("failed", InboxEnd.Failed) })
        {
            await StoreAndClaimAsync(id, "w");
            await (end is { } known ? _inbox.CloseAsync(id, known, CancellationToken.None) : Task.CompletedTask);
        }

        Assert.Equal(new InboxCounts(1, 1, 1, 1, 1), await _inbox.CountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task CloseAsync_Again_KeepsTheFirstEnd()
    {
        await StoreAndClaimAsync("m", "w");
        await _inbox.CloseAsync("m", InboxEnd.InDoubt, CancellationToken.None);
        await _inbox.CloseAsync("m", InboxEnd.Answered, CancellationToken.None);

        Assert.Equal(1, (await _inbox.CountAsync(CancellationToken.None)).InDoubt);
    }

    private protected override void Begin() => _inbox = new(Database, Time, null);

    private static IncomingMessage Message(string id, MessageContent? content = null) => new()
    {
        Id = id,
        Address = new(new("teams", "tenant", "a:1|b\\c", "thread"), """{"serviceUrl":"https://smba.example/x"}"""),
        From = new(new("teams", "tenant", "person"), "Her Name"),
        Scope = ChatScope.Channel,
        Content = content ?? new MessageContent.Said("question"),
        ReceivedAt = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero),
        Locale = "zh-CN",
    };

    private Task<bool> ClaimAsync(string id, string worker) => _inbox.ClaimAsync(id, worker, Lease, CancellationToken.None);

    private Task<bool> BeginAsync(string id, string worker, string send = "answer") => _inbox.BeginSendAsync(id, worker, send, CancellationToken.None);

    private Task<IReadOnlyList<IncomingMessage>> AbandonedAsync(string worker, int most = 1000) =>
        _inbox.ClaimAbandonedAsync(worker, Lease, Idle, most, CancellationToken.None);

    private async Task StoreAndClaimAsync(string id, string worker)
    {
        await _inbox.StoreAsync(Message(id), CancellationToken.None);
        Assert.True(await ClaimAsync(id, worker));
    }
}
