using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Coaching;

public sealed class CoachTests
{
    private readonly FakeCaseIndex _index = new(Some.Pack());
    private readonly Coach _coach;

    public CoachTests() => _coach = new Coach(_index, new TemplateDrafter(), new DecisionBounds());

    [Fact]
    public void Answer_OneCaseFits_ShowsItsCardAndAllMatches()
    {
        _index.Finding(("atm-fake-notes", 0.9), ("card-swallowed", 0.1));

        var answer = _coach.Answer("customer says atm gave fake notes");

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal("atm-fake-notes", answer.Card?.Id);
        Assert.Equal(["atm-fake-notes", "card-swallowed"], answer.Matches.Select(match => match.Id));
        Assert.Equal([0.9, 0.1], answer.Matches.Select(match => match.Score));
        Assert.Equal("Customer says the ATM paid out fake notes", answer.Matches[0].Title);
        Assert.Equal(["atm-fake-notes"], answer.Matches[0].Covers);
        Assert.Null(answer.Redirect);
    }

    [Fact]
    public void Answer_SeveralAreClose_OffersThemWithoutACard()
    {
        _index.Finding(("atm-fake-notes", 0.4), ("card-swallowed", 0.3), ("queue-jumper", 0.01));

        var answer = _coach.Answer("the machine");

        Assert.Equal((Outcome.Choose, 2), (answer.Outcome, answer.Choices));
        Assert.Null(answer.Card);
        Assert.Equal(3, answer.Matches.Count);
    }

    [Fact]
    public void Answer_NoCoachingMatter_SaysWhereToAsk()
    {
        _index.Finds = new Findings([new CaseHit("card-swallowed", 0.1)], new CaseHit("it-trouble", 0.8));

        var answer = _coach.Answer("打印机坏了");

        Assert.Equal(Outcome.Redirect, answer.Outcome);
        Assert.Equal(("it-trouble", "电脑故障", "科技服务台"), (answer.Redirect!.Id, answer.Redirect.Title, answer.Redirect.To));
        Assert.Null(answer.Card);
        Assert.Single(answer.Matches);
    }

    [Fact]
    public void Answer_NothingFits_KeepsTheNearest()
    {
        _index.Finding(("queue-jumper", 0.1));

        var answer = _coach.Answer("what is the weather");

        Assert.Equal((Outcome.None, 0), (answer.Outcome, answer.Choices));
        Assert.Equal(["queue-jumper"], answer.Matches.Select(match => match.Id));
    }

    [Theory]
    [InlineData("customer says atm gave fake notes", null, AnswerLanguage.En, "Customer says the ATM paid out fake notes")]
    [InlineData("取款机吐假钞", null, AnswerLanguage.Zh, "客户称取款机付了假钞")]
    [InlineData("提款機吐假鈔", null, AnswerLanguage.ZhHant, "客戶稱櫃員機付了偽鈔")]
    [InlineData("提款機吐假鈔", AnswerLanguage.En, AnswerLanguage.En, "Customer says the ATM paid out fake notes")]
    public void Answer_Language_IsTheQuestionsUnlessToldOtherwise(string question, AnswerLanguage? told, AnswerLanguage language, string title)
    {
        _index.Finding(("atm-fake-notes", 0.9));

        var answer = _coach.Answer(question, told);

        Assert.Equal((language, language), (answer.Language, answer.Card!.Language));
        Assert.Equal((title, title), (answer.Card.Title, answer.Matches[0].Title));
    }

    [Fact]
    public void Answer_RiskInTheQuestion_AlertsWhateverTheOutcome()
    {
        var answer = _coach.Answer("a reporter is here and someone is filming me");

        Assert.Equal(Outcome.None, answer.Outcome);
        Assert.Equal(["media", "filming"], answer.Alerts.Select(alert => alert.Id));
    }

    [Fact]
    public void Answer_DraftFound_NeverShowsIt()
    {
        _index.Finding(("flooded-vault", 0.95), ("card-swallowed", 0.2));

        var answer = _coach.Answer("the vault is flooded");

        Assert.NotEqual("flooded-vault", answer.Card?.Id);
        Assert.DoesNotContain(answer.Matches, match => match.Id == "flooded-vault");
    }

    // The pack can be replaced between finding and drafting.
    [Fact]
    public void Answer_BestCaseLeftThePackMeanwhile_ShowsNoOtherCardInItsPlace()
    {
        _index.Finding(("gone", 0.95), ("card-swallowed", 0.1));

        var answer = _coach.Answer("anything");

        Assert.Null(answer.Card);
        Assert.Equal(Outcome.None, answer.Outcome);
        Assert.Equal(["card-swallowed"], answer.Matches.Select(match => match.Id));
    }

    [Fact]
    public void Answer_AllThatWasFoundLeftThePackMeanwhile_IsNone()
    {
        _index.Finds = new Findings([new CaseHit("gone", 0.95)], new CaseHit("gone-too", 0.99));

        Assert.Equal(Outcome.None, _coach.Answer("anything").Outcome);
    }

    [Fact]
    public void Answer_SignalsReplaced_WatchesForTheNewOnes()
    {
        Assert.Empty(_coach.Answer("he has a knife").Alerts);

        _index.Pack = _index.Pack with { Signals = [Some.Signal("threat", ["knife"])] };

        Assert.Equal(["threat"], _coach.Answer("he has a knife").Alerts.Select(alert => alert.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Answer_Explain_IsPassedOn(bool explain)
    {
        _coach.Answer("anything", explain: explain);

        Assert.Equal([new CaseQuery("anything", 5, explain)], _index.Asked);
    }

    [Theory]
    [InlineData("flooded-vault")]
    [InlineData("gone")]
    public void Card_DraftOrUnknown_IsNull(string id)
    {
        Assert.Null(_coach.Card(id, AnswerLanguage.En));
        Assert.Null(_coach.Match(id, 1, AnswerLanguage.En));
    }
}
