using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns;
using Xunit;

namespace CoachBot.Tests.Turns;

public sealed class TextTurnsTests : IAsyncDisposable
{
    private readonly TurnHouse _house = new();

    [Fact]
    public async Task Said_Question_IsAnsweredAndRemembered()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9), ("card-swallowed", 0.1));

        var reply = Assert.IsType<Reply.Answered>(await _house.SayAsync("customer says atm gave fake notes"));

        Assert.Equal((Outcome.Answered, "atm-fake-notes"), (reply.Answer.Outcome, reply.Answer.Card?.Id));
        var question = Assert.Single(_house.Log.Questions);
        Assert.Equal(reply.QuestionId, question.Id);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{26}$", question.Id);
        Assert.Equal(("atm-fake-notes", "customer says atm gave fake notes", AnswerLanguage.En), (question.CaseId, question.Text, question.Language));
        Assert.Equal(["atm-fake-notes", "card-swallowed"], question.Nearest);
        Assert.Empty(_house.Log.Gaps);
    }

    [Fact]
    public async Task Said_NothingFits_OpensAGapAndNamesWhomToAsk()
    {
        var reply = Assert.IsType<Reply.Answered>(await _house.SayAsync("a llama in the vault"));

        Assert.Equal(Outcome.None, reply.Answer.Outcome);
        Assert.Equal("training", reply.AskWhom);
        Assert.Equal(GapCause.NothingFitted, Assert.Single(_house.Log.Gaps).Cause);
    }

    [Fact]
    public async Task Said_FollowUp_RefersToTheQuestionAndIsNone()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));
        var first = (Reply.Answered)await _house.SayAsync("customer says atm gave fake notes");

        var then = (Reply.Answered)await _house.SayAsync("what do I say?");

        Assert.Equal((CardPart.Say, first.QuestionId), (then.Answer.Part, then.QuestionId));
        Assert.Single(_house.Log.Questions);
    }

    [Fact]
    public async Task Said_NumberAfterAChoice_IsRememberedAsTheCaseThatWasMeant()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.4), ("card-swallowed", 0.3));
        Assert.Equal(Outcome.Choose, ((Reply.Answered)await _house.SayAsync("the machine")).Answer.Outcome);

        var picked = (Reply.Answered)await _house.SayAsync("2");

        Assert.Equal("card-swallowed", picked.Answer.Card?.Id);
        var question = Assert.Single(_house.Log.Questions);
        Assert.Equal((Outcome.Choose, "card-swallowed"), (question.Outcome, question.CaseId));
    }

    [Fact]
    public async Task Said_CustomerIsHere_ShowsThePlausibleCaseAndAsksNothingBack()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.4), ("card-swallowed", 0.3));
        await _house.SayAsync("customer is here");

        var reply = (Reply.Answered)await _house.SayAsync("the machine");

        Assert.True(reply.Brief);
        Assert.Equal((Outcome.Answered, "atm-fake-notes"), (reply.Answer.Outcome, reply.Answer.Card?.Id));
        Assert.Equal(["atm-fake-notes", "card-swallowed"], reply.Answer.Matches.Select(match => match.Id));
    }

    [Fact]
    public async Task Said_LanguageChosen_AnswersInItWhateverTheQuestion()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));
        await _house.SayAsync("语言 英文");

        var reply = (Reply.Answered)await _house.SayAsync("客户说取款机吐了假钞");

        Assert.Equal(AnswerLanguage.En, reply.Language);
        Assert.Equal(AnswerLanguage.En, (await _house.SayAsync("为什么")).Language);
    }

    [Fact]
    public async Task Said_PersonalData_IsHiddenEverywhereAndToldOnce()
    {
        _house.Fake.Finding(("card-swallowed", 0.9));

        var first = (Reply.Answered)await _house.SayAsync("客户卡6222021001100123451被吞");
        var second = (Reply.Answered)await _house.SayAsync("客户电话13800138000打不通");

        Assert.Single(first.Notices);
        Assert.Empty(second.Notices);
        Assert.Equal("客户卡[卡号]被吞", first.Answer.Question);
        Assert.All(_house.Log.Questions, question => Assert.DoesNotContain("1380", question.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(_house.Fake.Asked, query => query.Text.Contains('[', StringComparison.Ordinal) || query.Text.Contains("6222", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Said_SameMessageRunAgain_IsRememberedOnce()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));
        var message = _house.Message(new MessageContent.Said("customer says atm gave fake notes"));

        var first = await _house.Get<ITurns>().RunAsync(message, CancellationToken.None);
        var again = await _house.Get<ITurns>().RunAsync(message, CancellationToken.None);

        Assert.Equal(((Reply.Answered)first[0].Reply).QuestionId, ((Reply.Answered)again[0].Reply).QuestionId);
        Assert.Single(_house.Log.Questions);
    }

    [Fact]
    public async Task Said_TwoThreads_KeepACaseEach()
    {
        _house.Conversation = _house.Conversation with { Thread = "a" };
        _house.Fake.Finding(("atm-fake-notes", 0.9));
        await _house.SayAsync("fake notes");
        _house.Conversation = _house.Conversation with { Thread = "b" };
        _house.Fake.Finding(("card-swallowed", 0.9));
        await _house.SayAsync("card swallowed");

        Assert.Equal("card-swallowed", ((Reply.Answered)await _house.SayAsync("why")).Answer.Card?.Id);
        _house.Conversation = _house.Conversation with { Thread = "a" };
        Assert.Equal("atm-fake-notes", ((Reply.Answered)await _house.SayAsync("why")).Answer.Card?.Id);
    }

    [Fact]
    public async Task Edited_Text_IsAnsweredAnew()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));

        var replies = await _house.TakeAsync(new MessageContent.Edited("customer says atm gave fake notes", "message-1"));

        Assert.Equal("atm-fake-notes", ((Reply.Answered)replies.Single().Reply).Answer.Card?.Id);
    }

    [Fact]
    public async Task CoachOn_InAGroup_IsSeenByTheAskerAndChangesNoConversation()
    {
        _house.Scope = ChatScope.Group;
        _house.Fake.Finding(("card-swallowed", 0.9));

        var reply = (await _house.TakeAsync(new MessageContent.CoachOn("the machine ate his card, he has a train to catch"))).Single();

        Assert.Equal(ReplyPlacement.OnlyAsker, reply.Placement);
        Assert.Null((await _house.Conversations.ReadAsync(_house.Conversation, CancellationToken.None)).CaseId);
        Assert.Single(_house.Log.Questions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Said_Nothing_IsToldWhatToType(string text) => Assert.IsType<Reply.Notice>(await _house.SayAsync(text));

    [Fact]
    public async Task Reacted_ToTheAnswer_IsFeedback()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));
        var reply = (await _house.TakeAsync(new MessageContent.Said("fake notes"))).Single();
        await _house.Get<ITurnPipeline>().DeliveredAsync(reply, new Address(_house.Conversation, "{}"), "sent-1", CancellationToken.None);

        Assert.Empty(await _house.TakeAsync(new MessageContent.Reacted("sent-1", Helpful: false)));
        Assert.Empty(await _house.TakeAsync(new MessageContent.Reacted("another", Helpful: true)));

        Assert.False(Assert.Single(_house.Log.Ratings).Helpful);
        Assert.Equal(GapCause.Unhelpful, Assert.Single(_house.Log.Gaps).Cause);
    }

    [Fact]
    public async Task Installed_Welcomes_AndUninstalledForgets()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));
        _house.Locale = "zh-CN";

        var welcome = Assert.IsType<Reply.Welcome>((await _house.TakeAsync(new MessageContent.Installed())).Single().Reply);

        Assert.Equal((AnswerLanguage.Zh, 3), (welcome.Language, welcome.Examples.Count));
        Assert.NotNull(await _house.Installations.FindAsync(_house.Conversation, CancellationToken.None));
        Assert.Empty(await _house.TakeAsync(new MessageContent.Uninstalled()));
        Assert.Null(await _house.Installations.FindAsync(_house.Conversation, CancellationToken.None));
    }

    [Fact]
    public async Task Said_PreferencesOfOthers_AreTheirs()
    {
        await _house.SayAsync("language zh");
        _house.Person = _house.Person with { Id = "teller-2" };

        Assert.Equal(PersonPreferences.None, await _house.Preferences.ReadAsync(_house.Person, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
