using CoachBot.Core.Language;
using Xunit;

namespace CoachBot.Tests.Language;

public sealed class EnglishInflectionTests
{
    [Theory]
    [InlineData("film", "film")]
    [InlineData("films", "film")]
    [InlineData("filmed", "film")]
    [InlineData("filming", "film")]
    [InlineData("sued", "sue")]
    [InlineData("suing", "sue")]
    [InlineData("cries", "cry")]
    [InlineData("cried", "cry")]
    [InlineData("crying", "cry")]
    [InlineData("seeing", "see")]
    [InlineData("grabbed", "grab")]
    [InlineData("grabbing", "grab")]
    [InlineData("punches", "punch")]
    [InlineData("threatens", "threaten")]
    [InlineData("reporters", "reporter")]
    [InlineData("me", "me")]
    public void IsFormOf_RegularForm_IsOne(string word, string form) => Assert.True(EnglishInflection.IsFormOf(word, form));

    [Theory]
    [InlineData("filmy", "filming")]
    [InlineData("filament", "film")]
    [InlineData("suite", "sue")]
    [InlineData("meat", "me")]
    [InlineData("mes", "me")]
    [InlineData("petite", "petition")]
    [InlineData("crayon", "cry")]
    [InlineData("reporterships", "reporter")]
    [InlineData("", "film")]
    [InlineData("film", "films")]
    public void IsFormOf_AnotherWord_IsNot(string word, string form) => Assert.False(EnglishInflection.IsFormOf(word, form));
}
