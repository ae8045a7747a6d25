using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.TestSupport;
using CoachBot.Tests.Coaching;
using Xunit;

namespace CoachBot.Tests.Conversations;

public sealed class DialogueTests
{
    private readonly FakeCaseIndex _index = new(Some.Pack());
    private readonly Dialogue _dialogue;
    private ConversationState _state = ConversationState.New;

    public DialogueTests()
    {
        var bounds = new DecisionBounds();
        _dialogue = new Dialogue(new Coach(_index, new TemplateDrafter(), bounds), bounds);
    }

    [Theory]
    [InlineData("what do I say?", CardPart.Say)]
    [InlineData("怎么做", CardPart.Do)]
    [InlineData("what not to say", CardPart.Avoid)]
    [InlineData("找谁", CardPart.HandOver)]
    [InlineData("why", CardPart.Why)]
    [InlineData("he still refuses", CardPart.Otherwise)]
    [InlineData("show the card again", CardPart.Whole)]
    public void Take_FollowUp_ShowsThatPartOfTheOpenCase(string message, CardPart part)
    {
        Open("atm-fake-notes");

        var turn = Take(message);

        Assert.Equal((Outcome.Answered, part), (turn.Answer.Outcome, turn.Answer.Part));
        Assert.Equal("atm-fake-notes", turn.Answer.Card?.Id);
        Assert.Equal("atm-fake-notes", turn.Answer.Matches[0].Id);
        Assert.Single(_index.Asked);
    }

    [Fact]
    public void Take_FollowUp_KeepsTheEvidenceOfTheFirstAnswer()
    {
        Open("atm-fake-notes");

        Assert.Equal(0.9, Take("why").Answer.Matches[0].Score);
    }

    [Fact]
    public void Take_Translate_ShowsTheSameCaseInThatLanguageFromThenOn()
    {
        Open("atm-fake-notes", "取款机吐假钞");

        Assert.Equal(AnswerLanguage.En, Take("in English").Answer.Card!.Language);
        Assert.Equal(AnswerLanguage.ZhHant, Take("繁体").Answer.Card!.Language);
        Assert.Equal(AnswerLanguage.ZhHant, Take("找谁").Answer.Card!.Language);
        Assert.Equal(AnswerLanguage.En, Take("why").Answer.Card!.Language);
    }

    [Fact]
    public void Take_Number_OpensTheCaseOffered()
    {
        _index.Finding(("atm-fake-notes", 0.4), ("card-swallowed", 0.3));
        Assert.Equal(Outcome.Choose, Take("取款机").Answer.Outcome);

        var turn = Take("2");

        Assert.Equal((Outcome.Answered, "card-swallowed"), (turn.Answer.Outcome, turn.Answer.Card?.Id));
        Assert.Equal(AnswerLanguage.Zh, turn.Answer.Language);
        Assert.Equal(["card-swallowed", "atm-fake-notes"], turn.Answer.Matches.Select(match => match.Id));
        Assert.Equal(CardPart.Do, Take("怎么做").Answer.Part);
    }

    [Fact]
    public void Take_NumberOutOfRange_SaysWhichThereAreAndForgetsNothing()
    {
        _index.Finding(("atm-fake-notes", 0.4), ("card-swallowed", 0.3));
        Take("the machine");

        var turn = Take("7");

        Assert.Equal(Outcome.None, turn.Answer.Outcome);
        Assert.Equal("Choose a number from 1 to 2.", turn.Notice);
        Assert.Equal("card-swallowed", Take("2").Answer.Card?.Id);
    }

    [Fact]
    public void Take_NumberWithNothingOffered_IsAQuestion()
    {
        Take("2");

        Assert.Equal(["2"], _index.Asked.Select(query => query.Text));
    }

    [Fact]
    public void Take_Others_OffersTheRestToPickFrom()
    {
        _index.Finding(("atm-fake-notes", 0.9), ("card-swallowed", 0.2), ("queue-jumper", 0.1));
        Take("fake notes");

        var turn = Take("the others");

        Assert.Equal((Outcome.Choose, 2), (turn.Answer.Outcome, turn.Answer.Choices));
        Assert.Equal(["card-swallowed", "queue-jumper"], turn.Answer.Matches.Select(match => match.Id));
        Assert.Equal("queue-jumper", Take("2").Answer.Card?.Id);
    }

    [Fact]
    public void Take_OthersWithNoneLeft_IsNone()
    {
        Open("atm-fake-notes");

        Assert.Equal(Outcome.None, Take("the others").Answer.Outcome);
    }

    [Fact]
    public void Take_NewQuestion_WinsOverTheOpenCase()
    {
        Open("atm-fake-notes");
        _index.Finding(("queue-jumper", 0.9));

        Assert.Equal("queue-jumper", Take("someone jumped the queue").Answer.Card?.Id);
        Assert.Equal("queue-jumper", Take("what do i say").Answer.Card?.Id);
    }

    [Fact]
    public void Take_ContinuationThatNamesACaseOfItsOwn_OpensThatCase()
    {
        Open("atm-fake-notes");
        _index.Finding(("filmed-in-lobby", 0.9));

        Assert.Equal("filmed-in-lobby", Take("and if he films me?").Answer.Card?.Id);
    }

    [Theory]
    [InlineData("atm-fake-notes", 0.9)]
    [InlineData("filmed-in-lobby", 0.3)]
    public void Take_ContinuationWithoutACaseOfItsOwn_GoesOnWithTheOpenOne(string found, double score)
    {
        Open("atm-fake-notes");
        _index.Finding((found, score));

        var turn = Take("what if he is filming me");

        Assert.Equal(("atm-fake-notes", CardPart.Otherwise), (turn.Answer.Card?.Id, turn.Answer.Part));
        Assert.Equal(["filming"], turn.Answer.Alerts.Select(alert => alert.Id));
    }

    [Theory]
    [InlineData("what do i say", "There is no case open yet")]
    [InlineData("英文", "还没有打开的案例")]
    [InlineData("the others", "There is no case open yet")]
    public void Take_FollowUpWithNothingOpen_SaysSo(string message, string notice)
    {
        var turn = Take(message);

        Assert.StartsWith(notice, turn.Notice, StringComparison.Ordinal);
        Assert.Equal(Outcome.None, turn.Answer.Outcome);
        Assert.Empty(turn.Answer.Matches);
        Assert.Empty(_index.Asked);
    }

    [Fact]
    public void Take_ContinuationWithNothingOpen_IsAQuestion()
    {
        Take("what if he is filming me");

        Assert.Single(_index.Asked);
    }

    [Fact]
    public void Take_OpenCaseLeftThePack_SaysThatNothingIsOpen()
    {
        Open("atm-fake-notes");
        _index.Pack = _index.Pack with { Cases = [] };

        var turn = Take("why");

        Assert.NotNull(turn.Notice);
        Assert.Null(turn.Answer.Card);
        Assert.Null(turn.State.CaseId);
    }

    [Fact]
    public void Take_PickedCaseLeftThePack_SaysThatNothingIsOpen()
    {
        _index.Finding(("atm-fake-notes", 0.4), ("card-swallowed", 0.3));
        Take("the machine");
        _index.Pack = _index.Pack with { Cases = [] };

        Assert.NotNull(Take("1").Notice);
    }

    [Fact]
    public void Take_AfterNothingFitted_FollowUpsHaveNothingToFollow()
    {
        Open("atm-fake-notes");
        _index.Finds = Findings.None;
        Take("what is the weather");

        Assert.NotNull(Take("why").Notice);
    }

    private void Open(string id, string question = "customer says atm gave fake notes")
    {
        _index.Finding((id, 0.9));
        Assert.Equal(id, Take(question).Answer.Card?.Id);
    }

    private DialogueTurn Take(string message)
    {
        var turn = _dialogue.Take(_state, message);
        _state = turn.State;
        return turn;
    }
}
