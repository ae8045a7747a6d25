using CoachBot.Channels.Slack.Events;
using Xunit;

namespace CoachBot.Tests.Channels.Slack;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("<@UBOT> fake notes", "fake notes")]
    [InlineData("fake <@UBOT|coach> notes", "fake   notes")]
    [InlineData("<@UBOT>", "")]
    [InlineData("ask <@U2|mei> in <#C1|lobby>", "ask @mei in #lobby")]
    [InlineData("<@U2> and <#C1|>", "and")]
    [InlineData("<!here> <!subteam^S1|@tellers> <!date^1392734382^{date}|18 Feb>", "@here @tellers 18 Feb")]
    [InlineData("<https://x.example/a|rules> <https://y.example> <mailto:a@b.c|a@b.c> <mailto:d@e.f>", "rules https://y.example a@b.c d@e.f")]
    [InlineData("5 &lt; 6 &amp;&amp; 7 &gt; 6", "5 < 6 && 7 > 6")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("a < b", "a < b")]
    [InlineData("<", "<")]
    [InlineData("<>", "")]
    [InlineData("客户说<@UBOT>取款机吐了假钞", "客户说 取款机吐了假钞")]
    public void Clean_SlacksOwnWriting_ReadsAsTyped(string text, string clean) => Assert.Equal(clean, SlackText.Clean(text, "UBOT"));

    [Fact]
    public void Clean_HostileTexts_NeverThrowsAndIsQuick()
    {
        var random = new Random(7);
        const string alphabet = "<>@|#!&amplt;^ UBOT😀客";
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            Assert.NotNull(SlackText.Clean(text, "UBOT"));
        }

        Assert.InRange(SlackText.Clean(new string('<', 200_000), "UBOT").Length, 0, SlackText.MostCharacters);
    }
}
