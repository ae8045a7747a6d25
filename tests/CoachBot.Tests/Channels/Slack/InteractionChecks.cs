using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Door;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static CoachBot.Tests.Channels.Slack.SlackPayloads;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Checks 52 to 69 of the Slack reference, as far as the door has to do with them.</summary>
public sealed class InteractionChecks
{
    private static readonly Reply Hi = new Reply.Notice("hi", AnswerLanguage.En);

    [Theory]
    [InlineData("/nothing", "")]
    [InlineData("/other", "😀 客户插队 \n&lt;")]
    public async Task C053_Command_Unknown_IsAcknowledgedAndHelped(string command, string text)
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.CommandAsync(command, text);

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(["help"], bed.Turns.Said);
        await SendAsync(bed, bed.Turns.Accepted[0], ReplyPlacement.New);
        Assert.Equal("ephemeral", (await bed.Slack.Responses.WaitAsync())[0].GetProperty("response_type").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("10k")]
    [InlineData("😀👮‍♀️")]
    public async Task C052_Command_EmptyLongOrEmoji_IsAcknowledgedAtOnceAndAnsweredPrivately(string text)
    {
        await using var bed = await SlackBed.StartAsync(new() { Services = services => services.AddSingleton<ICommandHandler, SayingCommand>() });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var response = await bed.CommandAsync("/say", text == "10k" ? new string('问', 3_400) : text);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3));
        await SendAsync(bed, Assert.Single(bed.Turns.Accepted), ReplyPlacement.New);
        Assert.Equal("ephemeral", (await bed.Slack.Responses.WaitAsync())[0].GetProperty("response_type").GetString());
        Assert.Empty(bed.Slack.CallsOf("chat.postMessage"));
    }

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("true")]
    public void C054_OrganisationFlag_TextOrBoolean_IsUnderstood(string flag)
    {
        var interaction = Interaction.Read(JsonSerializer.Deserialize<JsonElement>($$$"""{"type":"shortcut","user":{"id":"W1","team_id":"E1"},"team":null,"enterprise":{"id":"E1"},"is_enterprise_install":{{{flag}}}}"""));
        var command = SlackDoor.CommandOf(FormFields.Read("command=%2Fcoach&user_id=U1&channel_id=C1&team_id=T1&enterprise_id=E1&is_enterprise_install=true"u8.ToArray())!);

        Assert.True(interaction!.IsOrganisation);
        Assert.Equal("E1", interaction.EnterpriseId);
        Assert.Equal((true, null, "E1"), (command!.IsOrganisation, command.TeamId, command.EnterpriseId));
    }

    [Fact]
    public async Task C056_MessageShortcut_OnABotsMessage_Works()
    {
        await using var bed = await SlackBed.StartAsync();
        JsonObject Shortcut(string message) => new()
        {
            ["type"] = "message_action", ["callback_id"] = "coach_message", ["trigger_id"] = bed.Slack.Trigger(), ["response_url"] = bed.Slack.Responses.New(), ["api_app_id"] = FakeSlack.App,
            ["user"] = new JsonObject { ["id"] = "U1" }, ["team"] = new JsonObject { ["id"] = "T1" }, ["channel"] = new JsonObject { ["id"] = "C1" }, ["message_ts"] = "1.1", ["message"] = JsonNode.Parse(message),
        };
        using var spoken = await bed.InteractAsync(Shortcut("""{"type":"message","user":"U2","ts":"1.1","text":"he wants to &lt;film&gt; us"}""").ToJsonString());
        using var silent = await bed.InteractAsync(Shortcut("""{"type":"message","bot_id":"B9","ts":"1.1"}""").ToJsonString());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (spoken.StatusCode, silent.StatusCode));
        Assert.Equal(["he wants to <film> us", ""], bed.Turns.Accepted.Select(message => ((MessageContent.CoachOn)message.Content).Text));

        // Nobody else shall see what is said about a colleague's message.
        await SendAsync(bed, bed.Turns.Accepted[0], ReplyPlacement.New);
        Assert.Equal("ephemeral", (await bed.Slack.Responses.WaitAsync())[0].GetProperty("response_type").GetString());
    }

    [Fact]
    public async Task C059_Interaction_UnknownName_IsAcknowledgedEmptyAndLogged()
    {
        await using var bed = await SlackBed.StartAsync();
        const string who = "\"user\":{\"id\":\"U1\"},\"team\":{\"id\":\"T1\"},\"trigger_id\":";
        foreach (var payload in new[]
        {
            $$"""{"type":"block_actions",{{who}}"1","actions":[{"action_id":"gone","block_id":"b"}]}""", $$"""{"type":"block_actions",{{who}}"2","actions":[]}""",
            $$$"""{"type":"view_submission",{{{who}}}"3","view":{"callback_id":"gone"}}""", $$"""{"type":"shortcut",{{who}}"4","callback_id":"gone"}""", $$"""{"type":"brand_new",{{who}}"5"}""",
        })
        {
            using var response = await bed.InteractAsync(payload);
            Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        Assert.Contains("unknown name gone", bed.Logs.All, StringComparison.Ordinal);
        using var options = await bed.InteractAsync($$"""{"type":"block_suggestion",{{who}}"6","action_id":"gone","value":"x"}""", "/slack/options");
        Assert.Equal("""{"options":[]}""", await options.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task C060_Button_PressedBySomeoneElse_IsRefusedKindly()
    {
        await using var bed = await SlackBed.StartAsync();
        var action = new CardAction(CardVerbs.Translate, new Dictionary<string, string> { ["case"] = "x", ["language"] = "zh" });
        using var other = await bed.InteractAsync(Press(action, bed.Slack, user: "U2", onlyFor: "U1").ToJsonString());
        var message = (await bed.Slack.Responses.WaitAsync())[0];

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Empty(bed.Turns.Accepted);
        Assert.Equal(("ephemeral", false), (message.GetProperty("response_type").GetString(), message.GetProperty("replace_original").GetBoolean()));
        Assert.Equal(DoorTexts.Get("NotYours", AnswerLanguage.Zh), message.GetProperty("text").GetString());

        using var own = await bed.InteractAsync(Press(action, bed.Slack, user: "U1", onlyFor: "U1").ToJsonString());
        Assert.Equal("U1", Assert.Single(bed.Turns.Accepted).From.Key.Id);
    }

    [Fact]
    public async Task C061_Button_PressedTwiceInARow_HasOneEffect()
    {
        await using var bed = await SlackBed.StartAsync();
        var action = new CardAction(CardVerbs.Expert, new Dictionary<string, string> { ["question"] = "q1" });
        using var first = await bed.InteractAsync(Press(action, bed.Slack).ToJsonString());
        using var second = await bed.InteractAsync(Press(action, bed.Slack).ToJsonString());
        using var somebodyElse = await bed.InteractAsync(Press(action, bed.Slack, user: "U2").ToJsonString());
        using var anotherButton = await bed.InteractAsync(Press(action with { Verb = CardVerbs.Helpful }, bed.Slack).ToJsonString());

        Assert.Equal([("U1", "expert"), ("U2", "expert"), ("U1", "helpful")], bed.Turns.Accepted.Select(message => (message.From.Key.Id, ((MessageContent.Pressed)message.Content).Action.Verb)));
    }

    [Fact]
    public async Task C067_ResponseUrl_FiveTimesOrThirtyMinutes_ThenTheWebApi()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bed = await SlackBed.StartAsync(new() { Clock = clock });
        using var command = await bed.CommandAsync("/nothing", "");
        var message = Assert.Single(bed.Turns.Accepted);
        for (var use = 0; use < 6; use++)
        {
            Assert.IsType<Delivery.Sent>(await SendAsync(bed, message, ReplyPlacement.New));
        }

        Assert.Equal((5, 0), (bed.Slack.Responses.Messages.Count, bed.Slack.Responses.Refused));
        Assert.Equal(("C1", "U1"), (bed.Slack.CallsOf("chat.postEphemeral").Single()["channel"], bed.Slack.CallsOf("chat.postEphemeral").Single()["user"]));

        using var second = await bed.CommandAsync("/nothing", "");
        clock.Advance(TimeSpan.FromMinutes(30));
        await SendAsync(bed, bed.Turns.Accepted[1], ReplyPlacement.New);
        Assert.Equal(5, bed.Slack.Responses.Messages.Count);
        Assert.Equal(2, bed.Slack.CallsOf("chat.postEphemeral").Count);
    }

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/1/abc", true)]
    [InlineData("https://hooks.slack-gov.com/actions/T1/1/abc", true)]
    [InlineData("http://hooks.slack.com/commands/T1/1/abc", false)]
    [InlineData("https://hooks.slack.com.evil.example/x", false)]
    [InlineData("https://evil.example/hooks.slack.com", false)]
    [InlineData("https://hooks.slack.com@evil.example/x", false)]
    [InlineData("https://user@hooks.slack.com/x", false)]
    [InlineData("https://hooks.slack.com:8443/x", false)]
    [InlineData("http://127.0.0.1:80/x", false)]
    [InlineData("http://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//hooks.slack.com/x", false)]
    [InlineData("nonsense", false)]
    [InlineData(null, false)]
    public void C068_ResponseUrl_OfAnotherHost_IsNeverCalled(string? url, bool called)
    {
        var urls = new ResponseUrls(Options.Create(new CoachBot.Channels.Slack.SlackOptions()), TimeProvider.System);
        var key = urls.Keep(url);

        Assert.Equal(called, key is not null);
        Assert.Equal(called ? url : null, urls.Use(key)?.AbsoluteUri);
    }

    [Fact]
    public async Task Private_NotInTheChannel_GoesToTheDirectMessage()
    {
        await using var bed = await SlackBed.StartAsync();
        bed.Slack.Outside["C1"] = true;
        using var command = await bed.CommandAsync("/nothing", "", fields => fields["response_url"] = "https://evil.example/");
        var delivery = await SendAsync(bed, Assert.Single(bed.Turns.Accepted), ReplyPlacement.New);

        Assert.IsType<Delivery.Sent>(delivery);
        Assert.Equal("D1", bed.Slack.CallsOf("chat.postMessage").Single()["channel"]);
    }

    [Fact]
    public async Task Share_OfAPrivateCard_IsPostedForAll()
    {
        await using var bed = await SlackBed.StartAsync();
        using var pressed = await bed.InteractAsync(Press(new(CardVerbs.Share, new Dictionary<string, string> { ["case"] = "x" }), bed.Slack, ephemeral: true).ToJsonString());
        using var other = await bed.InteractAsync(Press(new(CardVerbs.Full, new Dictionary<string, string> { ["case"] = "x" }), bed.Slack, ephemeral: true).ToJsonString());
        await SendAsync(bed, bed.Turns.Accepted[0], ReplyPlacement.New);
        await SendAsync(bed, bed.Turns.Accepted[1], ReplyPlacement.Replace);

        Assert.Equal(("C1", "1610241741.000200"), (bed.Slack.CallsOf("chat.postMessage").Single()["channel"], bed.Slack.CallsOf("chat.postMessage").Single()["thread_ts"]));
        Assert.True(bed.Slack.Responses.Messages.Single().GetProperty("replace_original").GetBoolean());

        // Where the bot is no member, the response address still reaches everybody.
        bed.Slack.Outside["C1"] = true;
        await SendAsync(bed, bed.Turns.Accepted[0], ReplyPlacement.New);
        Assert.Equal("in_channel", bed.Slack.Responses.Messages[1].GetProperty("response_type").GetString());
    }

    [Fact]
    public async Task Busy_WhenTheQueueIsFull_IsSaid()
    {
        await using var bed = await SlackBed.StartAsync();
        bed.Turns.IsFull = true;
        using var response = await bed.CommandAsync("/nothing", "");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(DoorTexts.Get("Busy", AnswerLanguage.En), (await bed.Slack.Responses.WaitAsync())[0].GetProperty("text").GetString());
    }

    private static Task<Delivery> SendAsync(SlackBed bed, IncomingMessage message, ReplyPlacement placement) =>
        bed.Get<IChannel>().SendAsync(message.Address, Hi, placement, (message.Content as MessageContent.Pressed)?.MessageId, CancellationToken.None);

    private sealed class SayingCommand(SlackTurns turns) : ICommandHandler
    {
        public string Command => "/say";

        public Task<SlackAnswer> AnswerAsync(SlashCommand command, CoachBot.Channels.Slack.SlackWorkspace workspace, CancellationToken cancel) =>
            Task.FromResult(SlackAnswer.Later(turns.Of(command, workspace, new MessageContent.Said(command.Text))));
    }
}
