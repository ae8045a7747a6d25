using CoachBot.Core.Language;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Language;

public sealed class TextFoldingTests
{
    [Fact]
    public void Fold_AnyText_KeepsItsLength() =>
        Gen.String.Sample(text => TextFolding.Fold(text).Length == text.Length, iter: 2_000);

    [Fact]
    public void Fold_EveryCharacter_IsFoldedAtOnce()
    {
        var twice = Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)
            .Where(character => TextFolding.Fold(TextFolding.Fold(character)) != TextFolding.Fold(character));

        // A rare plant, whose Simplified form is another one's Traditional form.
        Assert.Equal(['薴'], twice);
    }

    [Theory]
    [InlineData("ＡＴＭ　取款機", "atm 取款机")]
    [InlineData("客戶說提款機吐了假鈔", "客户说提款机吐了假钞")]
    [InlineData("VIP Customer", "vip customer")]
    [InlineData("don’t ‘panic’", "don't 'panic'")]
    [InlineData("！？，（１２３）", "!?,(123)")]
    [InlineData("银行", "银行")]
    [InlineData("", "")]
    public void Fold_SpellingsOfOneThing_LookTheSame(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Fact]
    public void Fold_HalfASurrogate_Stays() => Assert.Equal("\ud83d a\udc00", TextFolding.Fold("\ud83d A\udc00"));

    [Theory]
    [InlineData('一', true)]
    [InlineData('\u3400', true)]
    [InlineData('a', false)]
    [InlineData('。', false)]
    [InlineData('あ', false)]
    public void IsHan_Character_TellsIdeographs(char character, bool isHan) => Assert.Equal(isHan, TextFolding.IsHan(character));
}
