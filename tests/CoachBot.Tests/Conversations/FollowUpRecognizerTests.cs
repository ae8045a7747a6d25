using CoachBot.Core.Conversations;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.TestSupport;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Conversations;

public sealed class FollowUpRecognizerTests
{
    private static readonly FollowUpRecognizer Small = new(Some.Pack().FollowUps);
    private static readonly Lazy<FollowUpRecognizer> OfThePack = new(() => new FollowUpRecognizer(new KnowledgeFolder(RepositoryRoot.Knowledge).Read().Pack.FollowUps));

    [Theory]
    [InlineData("what do I say", FollowUpAims.Say)]
    [InlineData("What do I say?!", FollowUpAims.Say)]
    [InlineData("and what do i say then, please", FollowUpAims.Say)]
    [InlineData("那应该怎么说呢？", FollowUpAims.Say)]
    [InlineData("怎麼說", FollowUpAims.Say)]
    [InlineData("步骤", FollowUpAims.Do)]
    [InlineData("who do I tell?", FollowUpAims.HandOver)]
    [InlineData("找谁啊", FollowUpAims.HandOver)]
    [InlineData("why", FollowUpAims.Why)]
    [InlineData("他还是不肯", FollowUpAims.Refused)]
    [InlineData("ok, the others", FollowUpAims.Others)]
    [InlineData("what not to say", FollowUpAims.Avoid)]
    [InlineData("再看一遍", FollowUpAims.Whole)]
    public void Recognize_KnownPhraseWithFillers_IsAskedFor(string message, string aim) =>
        Assert.Equal(new FollowUp.Ask(aim), Small.Recognize(message));

    [Theory]
    [InlineData("in English please", AnswerLanguage.En)]
    [InlineData("英文", AnswerLanguage.En)]
    [InlineData("请中文", AnswerLanguage.Zh)]
    [InlineData("繁體中文", AnswerLanguage.ZhHant)]
    [InlineData("traditional Chinese", AnswerLanguage.ZhHant)]
    public void Recognize_LanguageAskedFor_Translates(string message, AnswerLanguage language) =>
        Assert.Equal(new FollowUp.Translate(language), Small.Recognize(message));

    [Theory]
    [InlineData("1", 1)]
    [InlineData(" 2. ", 2)]
    [InlineData("9", 9)]
    [InlineData("２", 2)]
    [InlineData("#3", 3)]
    [InlineData("第二个", 2)]
    [InlineData("选1吧", 1)]
    [InlineData("三", 3)]
    [InlineData("②", 2)]
    [InlineData("the first one", 1)]
    [InlineData("number two please", 2)]
    [InlineData("option 3", 3)]
    [InlineData("2nd", 2)]
    [InlineData("四号", 4)]
    [InlineData("fifth", 5)]
    public void Recognize_Number_Picks(string message, int number) => Assert.Equal(new FollowUp.Pick(number), Small.Recognize(message));

    [Theory]
    [InlineData("and if he films me?")]
    [InlineData("what if she shouts")]
    [InlineData("如果他要赔偿")]
    [InlineData("那如果他报警呢")]
    [InlineData("那他要是不走")]
    [InlineData("萬一他哭了")]
    public void Recognize_GoesOnFromTheCard_Continues(string message) => Assert.Equal(new FollowUp.Continue(), Small.Recognize(message));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("0")]
    [InlineData("10")]
    [InlineData("12345")]
    [InlineData("1 customer complains")]
    [InlineData("两个客户在吵架")]
    [InlineData("why does the customer want two cards")]
    [InlineData("客户问怎么说")]
    [InlineData("englishman")]
    [InlineData("he asks for the card in English")]
    [InlineData("customer says atm gave fake notes")]
    [InlineData("please")]
    [InlineData("if he wants to film me and the whole lobby and then goes on to the next branch to do it again")]
    public void Recognize_QuestionOfItsOwn_IsNoFollowUp(string message) => Assert.Null(Small.Recognize(message));

    [Fact]
    public void Recognize_AnyText_NeverFails() => Gen.String.Sample(text => Small.Recognize(text) is not FollowUp.Pick { Number: < 1 or > 9 }, iter: 1_000);

    [Fact]
    public void Recognize_OneMegabyte_IsNoFollowUp() => Assert.Null(Small.Recognize(new string('说', 1_000_000)));

    [Theory]
    [InlineData("what do I say first?", FollowUpAims.Say)]
    [InlineData("怎么说？", FollowUpAims.Say)]
    [InlineData("why?", FollowUpAims.Why)]
    [InlineData("找谁", FollowUpAims.HandOver)]
    [InlineData("who do I tell", FollowUpAims.HandOver)]
    public void Recognize_PhrasesOfThePack_AreKnown(string message, string aim) =>
        Assert.Equal(new FollowUp.Ask(aim), OfThePack.Value.Recognize(message));
}
