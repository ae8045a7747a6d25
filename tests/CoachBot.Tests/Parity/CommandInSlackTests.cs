using System.Text.Json.Nodes;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Slack;
using CoachBot.Tests.Channels.Slack;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Parity;

/// <summary><c>/coach</c> from the keyboard to the screen: answered to the person alone, shared when the person says so.</summary>
public sealed class CommandInSlackTests(RepositoryPack repository)
{
    [Fact]
    public async Task Ask_InAChannel_IsWhisperedAndThenSharedByButton()
    {
        await using var house = await ParityHouse.StartAsync(repository.Index);
        var whispered = await TypeAsync(house, "ask customer says ATM gave fake notes");
        var share = whispered.Buttons.Single(button => button["verb"] == CardVerbs.Share);

        Assert.Contains("Customer says the ATM paid out fake notes", whispered.Lines);
        Assert.Empty(house.Slack.CallsOf("chat.postMessage"));

        await house.SlackPressesAsync(share, "C5", "U5", "1718000000.000100", ephemeral: true);
        var post = (await house.Slack.WaitForAsync("chat.postMessage"))[0];
        var shared = Seen.InSlack(post);

        Assert.Equal("C5", post["channel"]);
        Assert.Equal(whispered.Lines.SkipWhile(line => line != "Customer says the ATM paid out fake notes"), shared.Lines);
        Assert.DoesNotContain(shared.Buttons, button => button["verb"] is CardVerbs.Helpful or CardVerbs.Share);
    }

    [Theory]
    [InlineData("help", "What you can type")]
    [InlineData("帮助", "可以这样问我")]
    [InlineData("search fake notes", "found for fake notes")]
    [InlineData("搜索 假钞", "“假钞”找到")]
    [InlineData("客户说取款机吐了假钞怎么办", "客户称取款机付了假钞")]
    public async Task Words_InBothLanguages_AreAnsweredToThePersonAlone(string typed, string seen)
    {
        await using var house = await ParityHouse.StartAsync(repository.Index);
        var answer = await TypeAsync(house, typed);

        Assert.Contains(answer.Lines, line => line.Contains(seen, StringComparison.Ordinal));
        Assert.Empty(house.Slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task Language_Chosen_IsSpokenFromThenOn()
    {
        await using var house = await ParityHouse.StartAsync(repository.Index);
        await TypeAsync(house, "language en");

        Assert.Contains("Customer says the ATM paid out fake notes", (await TypeAsync(house, "客户说取款机吐了假钞怎么办", 2)).Lines);
    }

    private static async Task<Seen> TypeAsync(ParityHouse house, string text, int count = 1)
    {
        var fields = SlackPayloads.Command("/coach", text, house.Slack);
        (fields["channel_id"], fields["user_id"]) = ("C5", "U5");
        await house.SlackAsync("/slack/commands", string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")), "application/x-www-form-urlencoded");
        var message = (await house.Slack.Responses.WaitAsync(count))[count - 1];
        Assert.Equal("ephemeral", message.GetProperty("response_type").GetString());
        var blocks = message.TryGetProperty("blocks", out var written) ? JsonNode.Parse(written.GetRawText())!.AsArray() : null;
        Assert.Empty(BlockKit.OfMessage(message.GetProperty("text").GetString(), blocks));
        return Seen.InSlack(message.GetProperty("text").GetString()!, blocks);
    }
}
