using CoachBot.Core.Language;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Language;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("customer says ATM gave fake notes", AnswerLanguage.En)]
    [InlineData("客户说取款机吐了假钞", AnswerLanguage.Zh)]
    [InlineData("客戶說提款機吐了假鈔", AnswerLanguage.ZhHant)]
    [InlineData("客户的VIP卡在ATM里被吞了", AnswerLanguage.Zh)]
    [InlineData("OK吗", AnswerLanguage.Zh)]
    [InlineData("the customer keeps saying 不行 to me", AnswerLanguage.En)]
    [InlineData("don't 怎么办", AnswerLanguage.Zh)]
    [InlineData("客戶说", AnswerLanguage.Zh)]
    [InlineData("", AnswerLanguage.En)]
    [InlineData("???", AnswerLanguage.En)]
    [InlineData("12345", AnswerLanguage.En)]
    [InlineData("🙂", AnswerLanguage.En)]
    [InlineData("\ud83d", AnswerLanguage.En)]
    public void Detect_Question_GivesTheLanguageToAnswerIn(string question, AnswerLanguage language) =>
        Assert.Equal(language, LanguageDetector.Detect(question));

    [Fact]
    public void Detect_AnyText_NeverFails() => Gen.String.Sample(text => Enum.IsDefined(LanguageDetector.Detect(text)), iter: 1_000);

    [Theory]
    [InlineData(AnswerLanguage.Zh, "zh", true)]
    [InlineData(AnswerLanguage.ZhHant, "zh-Hant", true)]
    [InlineData(AnswerLanguage.En, "en", false)]
    public void Code_Language_IsTheContractsSpelling(AnswerLanguage language, string code, bool chinese)
    {
        Assert.Equal(code, language.Code());
        Assert.Equal(chinese, language.IsChinese());
    }
}
