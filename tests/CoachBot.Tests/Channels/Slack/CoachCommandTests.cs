using System.Net;
using CoachBot.Channels.Slack.Commands;
using CoachBot.Core.Turns;
using Xunit;

namespace CoachBot.Tests.Channels.Slack;

/// <summary><c>/coach</c> and its words in both languages.</summary>
public sealed class CoachCommandTests
{
    private readonly ScriptedTurns _turns = new(_ => null);

    [Theory]
    [InlineData("", "")]
    [InlineData("ask", "")]
    [InlineData("ask he is filming me", "he is filming me")]
    [InlineData("ASK: he is filming me", "he is filming me")]
    [InlineData("问 客户插队怎么办", "客户插队怎么办")]
    [InlineData("問 客戶插隊怎麼辦", "客戶插隊怎麼辦")]
    [InlineData("customer is shouting", "customer is shouting")]
    [InlineData("客户插队怎么办", "客户插队怎么办")]
    [InlineData("search fake notes", "/search fake notes")]
    [InlineData("搜索 假钞", "/搜索 假钞")]
    [InlineData("search", null)]
    [InlineData("搜索", null)]
    [InlineData("tip", "/tip")]
    [InlineData("每日一言", "/每日一言")]
    [InlineData("language zh", "/language zh")]
    [InlineData("语言 英文", "/语言 英文")]
    [InlineData("language", "/language")]
    [InlineData("help", "/help")]
    [InlineData("帮助", "/帮助")]
    [InlineData("幫助", "/幫助")]
    [InlineData("helpless customer crying", "helpless customer crying")]
    [InlineData("search_me", "search_me")]
    public void Read_Typed_IsWhatTheTurnIsTold(string typed, string? said) => Assert.Equal(said, CoachWords.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("10k")]
    [InlineData("😀👮‍♀️")]
    public async Task C052_Coach_EmptyLongOrEmoji_IsAcknowledgedAndAnsweredToThePersonAlone(string text)
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var response = await bed.CommandAsync("/coach", text == "10k" ? new string('问', 3_400) : text);

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Contains("\"private\":true", Assert.Single(_turns.Taken).Address.Route, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "help")]
    [InlineData("zh-CN", "帮助")]
    public async Task Coach_NothingTyped_IsHelpedInThePersonsLanguage(string locale, string word)
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        bed.Slack.Locale = locale;
        using var response = await bed.CommandAsync("/coach", " ");

        Assert.Equal(word, ((MessageContent.Said)Assert.Single(_turns.Taken).Content).Text);
    }

    [Fact]
    public async Task C053_Coach_UnknownWord_IsTakenAsAQuestion()
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var response = await bed.CommandAsync("/coach", "frobnicate &lt;now&gt;");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("frobnicate <now>", ((MessageContent.Said)Assert.Single(_turns.Taken).Content).Text);
    }

    [Fact]
    public async Task Coach_SearchWithoutWords_OpensTheWindow()
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var response = await bed.CommandAsync("/coach", "search");

        Assert.Equal("coach_search", (await bed.Slack.WaitForAsync("views.open"))[0].Json("view").GetProperty("callback_id").GetString());
        Assert.Empty(_turns.Taken);
    }
}
