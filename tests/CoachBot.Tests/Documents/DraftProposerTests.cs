using CoachBot.Core.Documents;
using CoachBot.Core.Documents.Drafts;
using Xunit;

namespace CoachBot.Tests.Documents;

public sealed class DraftProposerTests
{
    [Fact]
    public void Propose_SceneWithBetterPart_EachSideInItsPlace()
    {
        var drafts = Propose(MadeUpText.Deck);

        Assert.Equal(["客户在门口滑倒", "客户嫌号码跳得慢"], drafts.Select(draft => draft.Title));
        Assert.Equal("王女士：“哎哟,你们门口怎么这么滑!”", drafts[0].Situation);
        Assert.Equal(["下雨天嘛,您自己走路要小心一点。", "王女士揉着膝盖,气呼呼地走到一边去了。"], drafts[0].Avoid);
        Assert.Equal(["您别动,我先看看您有没有受伤,这边请坐。"], drafts[0].Say);
        Assert.Equal(["大堂经理请同事立刻铺上防滑垫,并摆出提示牌。"], drafts[0].Do);
        Assert.Equal("先看人,再看事。", drafts[0].Why);
        Assert.Equal("一块防滑垫胜过十句抱歉。", drafts[0].Tip);
        Assert.Equal(["deck#2"], drafts[0].Passages);
    }

    [Fact]
    public void Propose_EnglishScene_EachSideInItsPlace()
    {
        var draft = Assert.Single(Propose(
            "Scene 1: The pen that does not write",
            "Customer: “This pen is dry as well!”",
            "Teller: “Then bring your own next time.”",
            "Better:",
            "Teller: “I am sorry about that. Please take mine.”",
            "The teller replaces the pens in the hall at once.",
            "Remember: Small things are what people talk about."));

        Assert.Equal("en", draft.Language);
        Assert.Equal(["Then bring your own next time."], draft.Avoid);
        Assert.Equal(["I am sorry about that. Please take mine."], draft.Say);
        Assert.Equal(["The teller replaces the pens in the hall at once."], draft.Do);
        Assert.Equal("Small things are what people talk about.", draft.Tip);
    }

    [Fact]
    public void Propose_WorseAndBetterNamed_AreTakenByTheirNames()
    {
        var draft = Assert.Single(Propose(
            "情景三:老人看不清利率牌", "老人眯着眼睛站在牌子前面。", "错误做法:", "柜员:“牌子上都写着呢。”", "正确做法:", "柜员:“我念给您听,好吗?”", "递上放大镜。"));

        Assert.Equal(["牌子上都写着呢。"], draft.Avoid);
        Assert.Equal(["我念给您听,好吗?"], draft.Say);
        Assert.Equal(["递上放大镜。"], draft.Do);
        Assert.Equal("老人眯着眼睛站在牌子前面。", draft.Situation);
    }

    [Fact]
    public void Propose_Response_IsWhatToDo()
    {
        var draft = Assert.Single(Propose("情景四:沉默的客户", "客户坐着不说话,手里拿着录音笔。", "应对:请客户到安静的房间,并告诉主管。"));

        Assert.Equal(["请客户到安静的房间,并告诉主管。"], draft.Do);
        Assert.Empty(draft.Avoid);
    }

    [Fact]
    public void Propose_QuestionAndAnswer_BecomesADraft()
    {
        var draft = Assert.Single(Propose("问:客户忘了带伞怎么办?", "答:借一把给他,请他下次带回来。"));

        Assert.Equal("客户忘了带伞怎么办?", draft.Situation);
        Assert.Equal(["借一把给他,请他下次带回来。"], draft.Do);
    }

    [Fact]
    public void Propose_NoHandling_NoDraft() => Assert.Empty(Propose(MadeUpText.Deck[..2].Concat(MadeUpText.Deck[^2..]).ToArray()));

    [Fact]
    public void Propose_SameSceneElsewhere_SameId()
    {
        var first = Propose(MadeUpText.Deck);
        var second = Propose(MadeUpText.Deck.Skip(2).Select(line => line.Replace(",", ", ", StringComparison.Ordinal)).ToArray());

        Assert.Equal(first.Select(draft => draft.Id), second.Select(draft => draft.Id));
    }

    private static IReadOnlyList<Draft> Propose(params string[] lines) =>
        DraftProposer.Propose(PassageCutter.Cut(new Document("deck", lines.Select(line => new Block(BlockKind.Paragraph, line)).ToList())));
}
