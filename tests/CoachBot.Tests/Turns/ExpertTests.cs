using CoachBot.Core.Installations;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns;
using Xunit;

namespace CoachBot.Tests.Turns;

public sealed class ExpertTests : IAsyncDisposable
{
    private static readonly ConversationKey Experts = new(ChannelNames.Slack, "T1", "C-experts");
    private readonly TurnHouse _house = new(settings:
        [("Experts:Channels:0:Channel", "slack"), ("Experts:Channels:0:Tenant", "T1"), ("Experts:Channels:0:Conversation", "C-experts")]);

    [Fact]
    public async Task Expert_NoneConfigured_NamesWhomToAskAndKeepsTheGap()
    {
        await using var house = new TurnHouse();
        var id = ((Reply.Answered)await house.SayAsync("a llama in the vault")).QuestionId!;

        var notice = (Reply.Notice)await house.PressAsync(CardVerbs.Expert, (CardData.Question, id));

        Assert.Contains("training", notice.Text, StringComparison.Ordinal);
        Assert.Equal(GapCause.ExpertAsked, Assert.Single(house.Log.Gaps).Cause);
    }

    [Fact]
    public async Task Expert_AskedInTeams_AnsweredInSlack_ReachesTheAsker()
    {
        var wanted = await AskAsync();
        Assert.Equal(Experts, wanted.To!.Conversation);
        await _house.Get<ITurnPipeline>().DeliveredAsync(wanted, wanted.To, "171.1", CancellationToken.None);
        var asker = _house.Conversation;

        var replies = await AnswerAsync("Call the zoo, then the branch manager on 13800138000.");

        var answer = replies.Single(reply => reply.Reply is Reply.ExpertAnswered);
        Assert.Equal(asker, answer.To!.Conversation);
        var text = (Reply.ExpertAnswered)answer.Reply;
        Assert.Equal(("a llama in the vault", "Somebody"), (text.Question, text.By));
        Assert.Contains("[phone]", text.Text, StringComparison.Ordinal);
        Assert.Equal(text.Text, Assert.Single(_house.Log.Gaps).ExpertAnswer);
    }

    [Fact]
    public async Task Expert_AskedTwice_IsPostedOnce()
    {
        await AskAsync();
        _house.Clock.Advance(TimeSpan.FromSeconds(5));

        var again = await Pipeline(new MessageContent.Pressed(Action(_house.Log.Questions[0].Id), null));

        Assert.IsType<Reply.Notice>(Assert.Single(again).Reply);
    }

    [Fact]
    public async Task Expert_SameTurnRunAgain_IsPostedAll()
    {
        var id = ((Reply.Answered)await _house.SayAsync("a llama in the vault")).QuestionId!;
        await _house.Installations.AddAsync(new Installation(new Address(Experts, "{}"), ChatScope.Channel, null, _house.Clock.GetUtcNow()), CancellationToken.None);
        var message = _house.Message(new MessageContent.Pressed(Action(id), null));

        var first = await _house.Get<ITurnPipeline>().RunAsync(message, CancellationToken.None);
        var again = await _house.Get<ITurnPipeline>().RunAsync(message, CancellationToken.None);

        Assert.Equal(first.Select(reply => reply.Key), again.Select(reply => reply.Key));
        Assert.Contains(first, reply => reply.Reply is Reply.ExpertWanted);
    }

    [Fact]
    public async Task Expert_AskerWritesInTheThread_IsNoAnswer()
    {
        var wanted = await AskAsync();
        await _house.Get<ITurnPipeline>().DeliveredAsync(wanted, wanted.To!, "171.1", CancellationToken.None);

        var replies = await AnswerAsync("it is a big llama", asker: true);

        Assert.IsType<Reply.Notice>(Assert.Single(replies).Reply);
        Assert.Null(Assert.Single(_house.Log.Gaps).ExpertAnswer);
    }

    [Fact]
    public async Task Said_InAnotherThread_IsAQuestion()
    {
        var wanted = await AskAsync();
        await _house.Get<ITurnPipeline>().DeliveredAsync(wanted, wanted.To!, "171.1", CancellationToken.None);
        _house.Conversation = Experts with { Thread = "999.9" };

        Assert.IsType<Reply.Answered>(await _house.SayAsync("what is a llama"));
    }

    [Fact]
    public async Task Expert_InRequest_TheQuestionGoesOutThroughTheQueue()
    {
        var id = ((Reply.Answered)await _house.SayAsync("a llama in the vault")).QuestionId!;
        await _house.Installations.AddAsync(new Installation(new Address(Experts, "{}"), ChatScope.Channel, null, _house.Clock.GetUtcNow()), CancellationToken.None);

        var given = await _house.PressAllAsync(CardVerbs.Expert, (CardData.Question, id));

        Assert.All(given, reply => Assert.Null(reply.To));
        Assert.Single(_house.Inbox.Stored);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static CardAction Action(string id) => new(CardVerbs.Expert, new Dictionary<string, string> { [CardData.Question] = id });

    private async Task<OutgoingReply> AskAsync()
    {
        var id = ((Reply.Answered)await _house.SayAsync("a llama in the vault")).QuestionId!;
        await _house.Installations.AddAsync(new Installation(new Address(Experts, "{}"), ChatScope.Channel, null, _house.Clock.GetUtcNow()), CancellationToken.None);
        return (await Pipeline(new MessageContent.Pressed(Action(id), null))).Single(reply => reply.Reply is Reply.ExpertWanted);
    }

    private async Task<IReadOnlyList<OutgoingReply>> AnswerAsync(string text, bool asker = false)
    {
        _house.Conversation = Experts with { Thread = "171.1" };
        _house.Person = asker ? _house.Person : new PersonKey(ChannelNames.Slack, "T1", "U-expert");
        var message = _house.Message(new MessageContent.Said(_house.Get<CoachBot.Core.Privacy.IPersonalDataMask>().Mask(text).Text));
        return await _house.Get<ITurnPipeline>().RunAsync(message, CancellationToken.None);
    }

    private Task<IReadOnlyList<OutgoingReply>> Pipeline(MessageContent content) =>
        _house.Get<ITurnPipeline>().RunAsync(_house.Message(content), CancellationToken.None);
}
