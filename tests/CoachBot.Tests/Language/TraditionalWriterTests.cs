using CoachBot.Core.Language;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.TestSupport;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Language;

public sealed class TraditionalWriterTests
{
    [Theory]
    [InlineData("客户说取款机吐了假钞", "客戶說櫃員機吐了假鈔")]
    [InlineData("头发", "頭髮")]
    [InlineData("发现", "發現")]
    [InlineData("后面的人", "後面的人")]
    [InlineData("为什么", "為什麼")]
    [InlineData("尚未核实", "尚未核實")]
    [InlineData("群众", "群眾")]
    [InlineData("别只盯着这一单", "別只盯着這一單")]
    [InlineData("有没有只属于他的一句", "有沒有只屬於他的一句")]
    [InlineData("那只能怪自己了", "那只能怪自己了")]
    [InlineData("这只基金，一只橘猫", "這隻基金，一隻橘貓")]
    [InlineData("ATM 1. OK!", "ATM 1. OK!")]
    [InlineData("", "")]
    public void Write_SimplifiedText_PicksTheWordsForm(string simplified, string traditional) =>
        Assert.Equal(traditional, TraditionalWriter.Write(simplified));

    [Theory]
    [InlineData("客户说取款机吐了假钞", "客戶說取款機吐了假鈔")]
    [InlineData("头发", "頭髮")]
    public void Spell_SimplifiedText_KeepsTheWords(string simplified, string traditional) =>
        Assert.Equal(traditional, TraditionalWriter.Spell(simplified));

    [Fact]
    public void Write_AnyText_NeverFails() => Gen.String.Sample(text => TraditionalWriter.Write(text) is not null, iter: 1_000);

    [Fact]
    public void Write_TitlesOfThePack_AreTraditional()
    {
        var titles = new KnowledgeFolder(RepositoryRoot.Knowledge).Read().Pack.Cases.Select(@case => @case.Zh.Title).ToList();

        Assert.NotEmpty(titles);
        Assert.All(titles.Select(TraditionalWriter.Write).Except(titles), title => Assert.Equal(AnswerLanguage.ZhHant, LanguageDetector.Detect(title)));
    }
}
