using System.Text.Json.Nodes;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Slack;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Checks 70 to 82 of the Slack reference: what we ask of Slack.</summary>
public sealed class WebApiChecks
{
    private static readonly SlackWorkspace Workspace = new(FakeSlack.App, "T1", null, "UBOT", "BBOT");

    [Fact]
    public async Task C070_Call_EveryMethod_IsSentAsAForm()
    {
        await using var bed = await SlackBed.StartAsync();
        var api = bed.Get<ISlackApi>();
        var view = CoachBot.Channels.Slack.Modals.AskWindow.View(AnswerLanguage.En);

        Assert.IsType<SlackOutcome.Ok>(await api.CallAsync(Workspace, SlackMethods.UserInfo, [new("user", "U1"), new("include_locale", "true"), new("left_out", null)], CancellationToken.None));
        Assert.IsType<SlackOutcome.Ok>(await api.OpenViewAsync(Workspace, bed.Slack.Trigger(), view, CancellationToken.None));
        Assert.IsType<SlackOutcome.Ok>(await api.CallAsync(Workspace, SlackMethods.OpenConversation, [new("users", "U1")], CancellationToken.None));

        // The fake answers nothing but forms; nested values are one field of JSON, and what is null is no field at all.
        Assert.All(bed.Slack.Calls, call => Assert.Equal(FakeSlack.BotToken, call.Token));
        Assert.Equal("modal", bed.Slack.CallsOf("views.open").Single().Json("view").GetProperty("type").GetString());
        Assert.False(bed.Slack.CallsOf("users.info").Single().Fields.ContainsKey("left_out"));
        Assert.DoesNotContain(bed.Slack.Calls, call => call.Fields.ContainsKey("token") || call.Repeated);
    }

    [Fact]
    public async Task C071_Call_OkFalse_GivesATypedError()
    {
        await using var bed = await SlackBed.StartAsync();
        bed.Slack.Scopes.Remove("users:read");
        var scope = Error(await bed.Get<ISlackApi>().CallAsync(Workspace, SlackMethods.UserInfo, [new("user", "U1")], CancellationToken.None));
        bed.Slack.Fail("views.publish", SlackFault.Error("invalid_arguments", ""","response_metadata":{"messages":["[ERROR] missing required field: text [json-pointer:/view/blocks/0]"]}"""));
        var blocks = Error(await bed.Get<ISlackApi>().PublishHomeAsync(Workspace, "U1", [], CancellationToken.None));

        Assert.Equal(("missing_scope", "users:read"), (scope.Code, scope.Needed));
        Assert.Contains("chat:write", scope.Provided, StringComparison.Ordinal);
        Assert.Contains("/view/blocks/0", Assert.Single(blocks.Messages), StringComparison.Ordinal);
        Assert.Contains("missing_scope", bed.Logs.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(null, 5)]
    [InlineData("soon", 5)]
    [InlineData("-1", 5)]
    public async Task C072_TooMany_MethodAndWorkspace_WaitAndOthersDoNot(string? retryAfter, int seconds)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bed = await SlackBed.StartAsync(new() { Clock = clock, Distributed = true });
        foreach (var team in new[] { "T1", "T2" })
        {
            await bed.Get<InstalledWorkspaces>().SaveAsync(
                new SavedInstallation { AppId = FakeSlack.App, TeamId = team, BotUserId = "UBOT", Token = "xoxb-" + team, InstalledAt = clock.GetUtcNow() }, CancellationToken.None);
            bed.Slack.Tokens["xoxb-" + team] = team;
        }

        var api = bed.Get<ISlackApi>();
        bed.Slack.Fail("views.publish", SlackFault.TooMany(retryAfter));
        var limited = Assert.IsType<SlackOutcome.Limited>(await api.PublishHomeAsync(Workspace, "U1", new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray() }, CancellationToken.None));
        Assert.Equal(TimeSpan.FromSeconds(seconds), limited.After);

        clock.Advance(TimeSpan.FromSeconds(seconds - 4));
        Assert.IsType<SlackOutcome.Limited>(await api.PublishHomeAsync(Workspace, "U1", new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray() }, CancellationToken.None));

        // What is left of the wait is short enough to be waited out, and not a moment shorter.
        clock.Advance(TimeSpan.FromSeconds(3));
        var waiting = api.PublishHomeAsync(Workspace, "U1", new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray() }, CancellationToken.None);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Single(bed.Slack.CallsOf("views.publish"));
        Assert.IsType<SlackOutcome.Ok>(await api.CallAsync(Workspace, SlackMethods.UserInfo, [new("user", "U1")], CancellationToken.None));
        Assert.IsType<SlackOutcome.Ok>(await api.PublishHomeAsync(Workspace with { TeamId = "T2" }, "U1", new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray() }, CancellationToken.None));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<SlackOutcome.Ok>(await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Equal(3, bed.Slack.CallsOf("views.publish").Count);
    }

    [Fact]
    public async Task C073_PostMessage_FateUnknown_IsNeverPostedAgain()
    {
        await using var bed = await SlackBed.StartAsync();
        foreach (var fault in new[] { new SlackFault { Cut = true }, new SlackFault { Status = 502, Body = "<html>" }, SlackFault.Error("internal_error"), SlackFault.Error("fatal_error") })
        {
            var before = bed.Slack.CallsOf("chat.postMessage").Count;
            bed.Slack.Fail("chat.postMessage", fault);
            Assert.IsType<Delivery.Unknown>(await PostAsync(bed, "C" + before));
            Assert.Equal(before + 1, bed.Slack.CallsOf("chat.postMessage").Count);
        }
    }

    [Fact]
    public async Task C073_PostMessage_TimesOut_IsNeverPostedAgain()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bed = await SlackBed.StartAsync(new() { Clock = clock });
        bed.Slack.Fail("chat.postMessage", new SlackFault { Silent = true });
        var posting = PostAsync(bed, "C1");
        await bed.Slack.WaitForAsync("chat.postMessage");
        clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(new Delivery.Unknown("timeout"), await posting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Single(bed.Slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task C074_PostMessage_BurstOfAHundred_KeepsOneASecondAndTheOrder()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var slack = await FakeSlack.StartAsync(clock);
        await using var bed = await SlackBed.StartAsync(new() { Clock = clock, Slack = slack });

        // As the delivery does it: what is put off comes again after the time it was told, in its own turn.
        var replies = Enumerable.Range(0, 100).Select(at => new Reply.Notice($"{at}", AnswerLanguage.En)).ToList();
        var turns = replies.ConvertAll(reply => SendUntilSentAsync(bed, clock, reply));
        var all = Task.WhenAll(turns);
        for (var tick = 1; tick < 3_000 && !all.IsCompleted; tick++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            var due = Math.Min(100, (int)(tick * 50 / ChannelPace.Apart.TotalMilliseconds) + 1);
            await slack.WaitForAsync("chat.postMessage", due);
        }

        Assert.All(await all, delivery => Assert.IsType<Delivery.Sent>(delivery));
        Assert.Equal(Enumerable.Range(0, 100).Select(at => $"{at}"), slack.CallsOf("chat.postMessage").Select(call => call["text"]));
        Assert.True(slack.ShortestGap >= TimeSpan.FromSeconds(1), slack.ShortestGap.ToString());
    }

    [Fact]
    public async Task C075_Answer_RedirectOrHtml_IsAnErrorAndTheTokenStaysHere()
    {
        await using var elsewhere = await FakeSlack.StartAsync();
        await using var bed = await SlackBed.StartAsync();
        bed.Slack.Fail("users.info", new SlackFault { Status = 302, Headers = new Dictionary<string, string> { ["Location"] = elsewhere.Address + "/api/users.info" } });
        bed.Slack.Fail("users.info", new SlackFault { Body = "<html>proxy</html>", ContentType = "text/html" });

        Assert.Equal("http-302", Error(await bed.Get<ISlackApi>().CallAsync(Workspace, SlackMethods.UserInfo, [], CancellationToken.None)).Code);
        Assert.Equal("unreadable-answer", Error(await bed.Get<ISlackApi>().CallAsync(Workspace, SlackMethods.UserInfo, [], CancellationToken.None)).Code);
        Assert.Empty(elsewhere.Calls);
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    public async Task C076_Token_Dead_DisablesTheInstallationWithoutALoop(string code)
    {
        await using var bed = await SlackBed.StartAsync(new() { Distributed = true });
        await bed.Get<InstalledWorkspaces>().SaveAsync(
            new SavedInstallation { AppId = FakeSlack.App, TeamId = "T1", BotUserId = "UBOT", Token = FakeSlack.BotToken, InstalledAt = DateTimeOffset.UtcNow }, CancellationToken.None);
        bed.Slack.Fail("chat.postMessage", SlackFault.Error(code));

        Assert.Equal(new Delivery.Gone(code), await PostAsync(bed, "C1"));
        Assert.IsType<Delivery.Gone>(await PostAsync(bed, "C2"));
        Assert.Single(bed.Slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task C079_Message_WithBlocks_AlwaysHasItsText()
    {
        await using var bed = await SlackBed.StartAsync();
        var answer = new Answer { Question = "?", Language = AnswerLanguage.En, Outcome = Outcome.Answered, Choices = 0, Matches = [], Card = TestSupport.Some.Card(), Alerts = [] };
        var reply = new Reply.Answered(answer, null, false, [], "");
        await bed.Get<IChannel>().SendAsync(AddressOf("C1"), reply, ReplyPlacement.New, null, CancellationToken.None);
        await bed.Get<IChannel>().SendAsync(AddressOf("C1"), reply, ReplyPlacement.Replace, "C1:1.1", CancellationToken.None);

        Assert.All(bed.Slack.CallsOf("chat.postMessage").Concat(bed.Slack.CallsOf("chat.update")), call =>
        {
            Assert.NotEmpty(call["text"]!);
            Assert.Equal(System.Text.Json.JsonValueKind.Array, call.Json("blocks").ValueKind);
        });
        Assert.Equal(2, bed.Slack.Calls.Count(call => call.Method.StartsWith("chat.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task C082_AlreadySo_IsSuccess()
    {
        await using var bed = await SlackBed.StartAsync();
        foreach (var code in new[] { "already_reacted", "already_in_channel", "already_open" })
        {
            bed.Slack.Fail("conversations.open", SlackFault.Error(code));
            Assert.IsType<SlackOutcome.Ok>(await bed.Get<ISlackApi>().CallAsync(Workspace, SlackMethods.OpenConversation, [new("users", "U1")], CancellationToken.None));
        }
    }

    [Fact]
    public async Task Replace_MessageGone_IsPostedAnew()
    {
        await using var bed = await SlackBed.StartAsync();
        bed.Slack.Fail("chat.update", SlackFault.Error("message_not_found"));
        var delivery = await bed.Get<IChannel>().SendAsync(AddressOf("C1"), new Reply.Notice("hi", AnswerLanguage.En), ReplyPlacement.Replace, "C1:1.1", CancellationToken.None);

        Assert.IsType<Delivery.Sent>(delivery);
        Assert.Single(bed.Slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task LongText_SecondPartFails_LeavesTheSendInDoubt()
    {
        await using var bed = await SlackBed.StartAsync();
        var text = string.Concat(Enumerable.Repeat("A sentence of some length for the counter. ", 150));
        var whole = await bed.Get<IChannel>().SendAsync(AddressOf("C1"), new Reply.Notice(text, AnswerLanguage.En), ReplyPlacement.New, null, CancellationToken.None);
        Assert.IsType<Delivery.Sent>(whole);
        Assert.Equal(2, bed.Slack.CallsOf("chat.postMessage").Count);

        bed.Slack.Outside["C2"] = false;
        bed.Slack.Fail("chat.postMessage", new SlackFault { Body = """{"ok":true,"channel":"C2","ts":"5.5"}""" });
        bed.Slack.Fail("chat.postMessage", SlackFault.Error("is_archived"));
        var half = await bed.Get<IChannel>().SendAsync(AddressOf("C3"), new Reply.Notice(text, AnswerLanguage.En), ReplyPlacement.New, null, CancellationToken.None);
        Assert.Equal(new Delivery.Unknown("in-part"), half);
    }

    [Fact]
    public async Task Unreachable_IsTriedAgainLater()
    {
        var slack = await FakeSlack.StartAsync();
        await using var bed = await SlackBed.StartAsync(new() { Slack = slack });
        await slack.DisposeAsync();

        Assert.IsType<Delivery.Later>(await PostAsync(bed, "C1"));
    }

    private static async Task<Delivery> SendUntilSentAsync(SlackBed bed, TimeProvider clock, Reply reply)
    {
        while (true)
        {
            var delivery = await bed.Get<IChannel>().SendAsync(AddressOf("C1"), reply, ReplyPlacement.New, null, CancellationToken.None);
            if (delivery is not Delivery.Later later)
            {
                return delivery;
            }

            Assert.True(later.After <= TimeSpan.FromSeconds(30));
            await Task.Delay(later.After, clock, TestContext.Current.CancellationToken);
        }
    }

    private static Task<Delivery> PostAsync(SlackBed bed, string channel) =>
        bed.Get<IChannel>().SendAsync(AddressOf(channel), new Reply.Notice("hi", AnswerLanguage.En), ReplyPlacement.New, null, CancellationToken.None);

    private static Address AddressOf(string channel) => new(new ConversationKey("slack", "T1", channel), new SlackRoute { Team = "T1", Channel = channel, User = "U1" }.Write());

    private static SlackError Error(SlackOutcome outcome) => Assert.IsType<SlackOutcome.Failed>(outcome).Error;
}
