using CoachBot.Core.Language;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Language;

public sealed class TokenizerTests
{
    // Random characters hardly ever stand beside their own kind: letters, digits and Han from a short list do.
    private static readonly Gen<string> Mixed = Gen.String[Gen.OneOf(Gen.Char["客户假钞取款机ab'sZ9 。,！é\ud83d\udc00"], Gen.Char), 0, 40];

    [Fact]
    public void Tokenize_ChineseWithAWord_GivesCharactersPairsAndTheWord()
    {
        var tokens = Tokenizer.Tokenize("假钞atm机");

        Assert.Equal(["假", "假钞", "钞", "atm", "机"], tokens.Select(token => token.Text));
        Assert.Equal(
            [TokenKind.Han, TokenKind.HanPair, TokenKind.Han, TokenKind.Word, TokenKind.Han],
            tokens.Select(token => token.Kind));
    }

    [Theory]
    [InlineData("don't", "dont")]
    [InlineData("customer's card", "customer card")]
    [InlineData("customers' cards", "customers cards")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("50000 yuan", "50000 yuan")]
    [InlineData("e-mail", "e mail")]
    public void Tokenize_EnglishWords_DropApostrophesAndPossessives(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Text)));

    [Fact]
    public void Tokenize_AnyText_TokensSayWhereTheyStand() => Mixed.Sample(
        text =>
        {
            var folded = TextFolding.Fold(text);
            Assert.All(Tokenizer.Tokenize(folded), token => Assert.Equal(
                token.Text, folded.Substring(token.Start, token.Length).Replace("'", "", StringComparison.Ordinal)));
        },
        iter: 2_000);

    [Fact]
    public void Tokenize_AnyText_ReadsFromLeftToRightAndMissesNoLetter() => Mixed.Sample(
        text =>
        {
            var folded = TextFolding.Fold(text);
            var tokens = Tokenizer.Tokenize(folded);
            var covered = tokens.SelectMany(token => Enumerable.Range(token.Start, token.Length)).ToHashSet();
            var missed = Enumerable.Range(0, folded.Length)
                .Where(at => TextFolding.IsHan(folded[at]) || char.IsLetterOrDigit(folded[at]))
                .Where(at => !covered.Contains(at) && !(folded[at] == 's' && at > 0 && folded[at - 1] == '\''));

            Assert.Equal(tokens.Select(token => token.Start).Order(), tokens.Select(token => token.Start));
            Assert.Empty(missed);
        },
        iter: 2_000);

    [Theory]
    [InlineData('存', "cun")]
    [InlineData('钱', "qian")]
    [InlineData('a', null)]
    public void Readings_Of_GivesTheSyllable(char character, string? syllable) => Assert.Equal(syllable, Readings.Of(character));
}
