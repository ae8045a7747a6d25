using CoachBot.Core.Coaching;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns;
using CoachBot.Core.Turns.Buttons;
using CoachBot.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoachBot.Tests.Turns;

public sealed class ButtonTests : IAsyncDisposable
{
    private readonly TurnHouse _house = new();

    [Fact]
    public async Task EveryVerb_HasItsButton()
    {
        var verbs = typeof(CardVerbs).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);
        await using var house = new TurnHouse(change: services => services.AddSingleton<AllButtons>());

        Assert.Equal(verbs, house.Get<AllButtons>().Verbs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Show_PickedFromAChoice_OpensTheCaseForItsQuestion()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.4), ("card-swallowed", 0.3));
        var choice = (Reply.Answered)await _house.SayAsync("the machine");

        var shown = (Reply.Answered)await _house.PressAsync(
            CardVerbs.Show, (CardData.Case, "card-swallowed"), (CardData.Language, "zh"), (CardData.Question, choice.QuestionId!));

        Assert.Equal(("card-swallowed", AnswerLanguage.Zh, choice.QuestionId), (shown.Answer.Card?.Id, shown.Language, shown.QuestionId));
        Assert.Equal("card-swallowed", Assert.Single(_house.Log.Questions).CaseId);
        Assert.Equal("card-swallowed", ((Reply.Answered)await _house.SayAsync("why")).Answer.Card?.Id);
    }

    [Fact]
    public async Task Show_WithoutQuestion_ShowsTheCase()
    {
        var shown = (Reply.Answered)await _house.PressAsync(CardVerbs.Show, (CardData.Case, "card-swallowed"), (CardData.Language, "en"));

        Assert.Equal(("card-swallowed", null), (shown.Answer.Card?.Id, shown.QuestionId));
    }

    [Theory]
    [InlineData(CardVerbs.Show)]
    [InlineData(CardVerbs.Full)]
    [InlineData(CardVerbs.Translate)]
    [InlineData(CardVerbs.Large)]
    [InlineData(CardVerbs.Share)]
    [InlineData(CardVerbs.Practise)]
    [InlineData(CardVerbs.Solution)]
    public async Task AnyOfACase_CaseIsGone_SaysSoKindly(string verb) => Assert.IsType<Reply.Notice>(
        await _house.PressAsync(verb, (CardData.Case, "no-more"), (CardData.Language, "en")));

    [Theory]
    [InlineData(CardVerbs.Others)]
    [InlineData(CardVerbs.Helpful)]
    [InlineData(CardVerbs.Unhelpful)]
    [InlineData(CardVerbs.Expert)]
    [InlineData(CardVerbs.Translate)]
    public async Task AnyOfAQuestion_QuestionIsGone_SaysSoKindly(string verb)
    {
        Assert.IsType<Reply.Notice>(await _house.PressAsync(verb, (CardData.Question, "01ARZ3NDEKTSV4RRFFQ69G5FAV"), (CardData.Language, "zh")));
        Assert.Empty(_house.Log.Ratings);
    }

    [Fact]
    public async Task AnyVerb_WithoutData_HarmsNothing()
    {
        foreach (var verb in typeof(CardVerbs).GetFields().Select(field => (string)field.GetRawConstantValue()!).Append("of-next-year"))
        {
            Assert.NotEmpty(await _house.PressAllAsync(verb));
        }
    }

    [Fact]
    public async Task Full_WhileTheCustomerIsHere_ShowsEverything()
    {
        await _house.SayAsync("customer is here");

        var full = (Reply.Answered)await _house.PressAsync(CardVerbs.Full, (CardData.Case, "atm-fake-notes"), (CardData.Language, "en"));

        Assert.Equal((false, true), (full.Brief, full.Full));
    }

    [Fact]
    public async Task Translate_Card_IsTheSameCaseInPlace()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));
        var first = (Reply.Answered)await _house.SayAsync("fake notes");

        var reply = Assert.Single(await _house.PressAllAsync(
            CardVerbs.Translate, (CardData.Case, "atm-fake-notes"), (CardData.Language, "zh-Hant"), (CardData.Question, first.QuestionId!)));

        Assert.Equal((ReplyPlacement.Replace, AnswerLanguage.ZhHant), (reply.Placement, reply.Reply.Language));
        Assert.Equal("atm-fake-notes", ((Reply.Answered)reply.Reply).Answer.Card?.Id);
    }

    [Theory]
    [InlineData(CardVerbs.Translate)]
    [InlineData(CardVerbs.Full)]
    [InlineData(CardVerbs.Show)]
    public async Task AnyOfACase_ItsQuestionRaisedAnAlert_ItStandsAboveTheCardAgain(string verb)
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9), ("card-swallowed", 0.3));
        var first = (Reply.Answered)await _house.SayAsync("fake notes, and he is filming");

        var again = (Reply.Answered)await _house.PressAsync(
            verb, (CardData.Case, "card-swallowed"), (CardData.Language, "zh"), (CardData.Question, first.QuestionId!));

        Assert.Equal("filming", Assert.Single(first.Answer.Alerts).Id);
        Assert.Equal("filming：立即告诉负责人。", Assert.Single(again.Answer.Alerts).Text);
    }

    [Fact]
    public async Task Large_Case_ShowsItsSentencesAndNoMarks()
    {
        var large = (Reply.Large)await _house.PressAsync(CardVerbs.Large, (CardData.Case, "atm-fake-notes"), (CardData.Language, "zh"));

        Assert.Equal(Some.Pack().Cases[0].Zh.Say, large.Sentences);
    }

    [Fact]
    public async Task Others_OfAQuestion_ANumberThenPicks()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9), ("card-swallowed", 0.2), ("queue-jumper", 0.1));
        var first = (Reply.Answered)await _house.SayAsync("fake notes");

        var others = (Reply.Answered)await _house.PressAsync(CardVerbs.Others, (CardData.Question, first.QuestionId!), (CardData.Language, "en"));

        Assert.Equal((Outcome.Choose, 2), (others.Answer.Outcome, others.Answer.Choices));
        Assert.Equal("queue-jumper", ((Reply.Answered)await _house.SayAsync("2")).Answer.Card?.Id);
    }

    [Fact]
    public async Task Feedback_PressedTwiceAndChanged_LastWordCounts()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));
        var id = ((Reply.Answered)await _house.SayAsync("fake notes")).QuestionId!;

        await _house.PressAsync(CardVerbs.Helpful, (CardData.Question, id));
        await _house.PressAsync(CardVerbs.Helpful, (CardData.Question, id));
        Assert.IsType<Reply.ReasonsAsked>(await _house.PressAsync(CardVerbs.Unhelpful, (CardData.Question, id)));
        Assert.IsType<Reply.Notice>(await _house.PressAsync(CardVerbs.Unhelpful, (CardData.Question, id), (CardData.Reason, "wrong-case")));

        var rating = Assert.Single(_house.Log.Ratings);
        Assert.Equal((false, UnhelpfulReason.WrongCase), (rating.Helpful, rating.Reason));
        Assert.Equal((GapCause.Unhelpful, "atm-fake-notes"), (Assert.Single(_house.Log.Gaps).Cause, _house.Log.Gaps[0].NearestCase));
    }

    [Fact]
    public async Task Share_Card_IsForAllAndCarriesNoQuestion()
    {
        var reply = Assert.Single(await _house.PressAllAsync(CardVerbs.Share, (CardData.Case, "atm-fake-notes"), (CardData.Language, "en")));

        var shared = (Reply.Answered)reply.Reply;
        Assert.Equal((ReplyPlacement.New, null), (reply.Placement, shared.QuestionId));
        Assert.Equal(shared.Answer.Card!.Title, shared.Answer.Question);
    }

    [Fact]
    public async Task Practise_CaseWithADrill_ShowsItWithoutThenWithTheSolution()
    {
        var drill = new Drill("my card!", [new WrongAnswer("wait", "cold")], ["calm"]);
        var pack = Some.Pack();
        _house.Fake.Pack = pack with { Cases = [pack.Cases[0] with { Zh = pack.Cases[0].Zh with { Drill = drill }, En = pack.Cases[0].En with { Drill = drill } }] };

        var first = (Reply.Practise)await _house.PressAsync(CardVerbs.Practise, (CardData.Case, "atm-fake-notes"), (CardData.Language, "en"));
        var then = (Reply.Practise)await _house.PressAsync(CardVerbs.Solution, (CardData.Case, "atm-fake-notes"), (CardData.Language, "en"));

        Assert.Equal((false, true), (first.WithSolution, then.WithSolution));
        Assert.Equal("my card!", first.Practice.Drill.Customer);
        Assert.IsType<Reply.Practise>(await _house.SayAsync("practise"));
    }

    [Fact]
    public async Task AnotherTip_Pressed_IsAnotherOne()
    {
        var tip = (Reply.Tip)await _house.SayAsync("tip");

        var another = (Reply.Tip)await _house.PressAsync(CardVerbs.AnotherTip, (CardData.Case, tip.CaseId), (CardData.Language, "zh"));

        Assert.NotEqual(tip.CaseId, another.CaseId);
        Assert.Equal(AnswerLanguage.Zh, another.Language);
    }

    [Fact]
    public async Task Settings_Buttons_SetAndShow()
    {
        var set = (Reply.Settings)await _house.PressAsync(CardVerbs.SetLanguage, (CardData.Language, "zh"));
        Assert.Equal((AnswerLanguage.Zh, AnswerLanguage.Zh), (set.Chosen.Language, set.Language));

        Assert.True(((Reply.Settings)await _house.PressAsync(CardVerbs.SetHere, (CardData.On, "true"))).Chosen.CustomerIsHere);
        Assert.Null(((Reply.Settings)await _house.PressAsync(CardVerbs.SetLanguage, (CardData.Language, "auto"))).Chosen.Language);
    }

    [Fact]
    public async Task Ask_Text_IsMaskedAndAnswered()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));

        var reply = (Reply.Answered)await _house.PressAsync(CardVerbs.Ask, (CardData.Text, "Mr Chan says atm gave fake notes"));

        Assert.Equal("Mr [name] says atm gave fake notes", reply.Answer.Question);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private sealed class AllButtons(IEnumerable<IButton> buttons)
    {
        public IEnumerable<string> Verbs { get; } = buttons.Select(button => button.Verb);
    }
}
