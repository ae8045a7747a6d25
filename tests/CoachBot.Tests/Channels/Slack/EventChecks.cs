using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.Core.Conversations;
using CoachBot.Core.Experts;
using CoachBot.Core.Installations;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Fakes;
using CoachBot.TestSupport.Slack;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static CoachBot.Tests.Channels.Slack.SlackPayloads;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Checks 24 to 51 of the Slack reference: what happens, and what of it is for the coach.</summary>
public sealed class EventChecks
{
    private const string FromBot = ""","bot_id":"BOTHER","bot_profile":{"id":"BOTHER"}""";

    [Fact]
    public async Task C024_Event_ThreeDeliveries_IsHandledOnce()
    {
        await using var bed = await SlackBed.StartAsync();
        var body = Envelope(Direct("hello")).ToJsonString();
        foreach (var retry in new[] { "", "1", "2" })
        {
            using var response = await bed.PostAsync("/slack/events", body, "application/json", retry.Length == 0 ? [] : [("X-Slack-Retry-Num", retry), ("X-Slack-Retry-Reason", "http_timeout")]);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Single(bed.Turns.Accepted);
    }

    [Fact]
    public async Task C025_Event_ParallelOnTwoInstances_IsHandledOnce()
    {
        await using var slack = await FakeSlack.StartAsync();
        var inbox = new InMemoryInbox();
        await using var one = await SlackBed.StartAsync(new() { Slack = slack, Inbox = inbox });
        await using var two = await SlackBed.StartAsync(new() { Slack = slack, Inbox = inbox });
        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => (at % 2 == 0 ? one : two).EventAsync(Direct("hello"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Single(one.Turns.Accepted.Concat(two.Turns.Accepted));
    }

    [Fact]
    public async Task C026_Event_OverHttpAndSocket_IsHandledOnce()
    {
        await using var slack = await FakeSlack.StartAsync();
        var inbox = new InMemoryInbox();
        await using var http = await SlackBed.StartAsync(new() { Slack = slack, Inbox = inbox });
        await using var socketed = await SlackBed.StartAsync(new() { Slack = slack, Inbox = inbox, SocketMode = true });
        var socket = await slack.Sockets.WaitAsync();
        var payload = Envelope(Direct("hello"));
        using var response = await http.PostAsync("/slack/events", payload.ToJsonString());
        await socket.SendAsync(new JsonObject { ["envelope_id"] = "e1", ["type"] = "events_api", ["accepts_response_payload"] = false, ["payload"] = payload.DeepClone() }.ToJsonString());
        await socket.AcknowledgementAsync("e1");

        Assert.Single(http.Turns.Accepted.Concat(socketed.Turns.Accepted));
    }

    [Fact]
    public async Task C027_Request_ReplayedWithinFiveMinutes_HasNoSecondEffect()
    {
        await using var bed = await SlackBed.StartAsync();
        var press = Press(new("helpful", new Dictionary<string, string> { ["question"] = "q1" }), bed.Slack).ToJsonString();
        var command = Command("/nothing", "help me", bed.Slack);
        for (var round = 0; round < 3; round++)
        {
            using var pressed = await bed.InteractAsync(press);
            using var commanded = await bed.CommandAsync("/nothing", "help me", fields => fields["trigger_id"] = command["trigger_id"]);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (pressed.StatusCode, commanded.StatusCode));
        }

        Assert.Equal(2, bed.Turns.Accepted.Count);
    }

    [Fact]
    public async Task C028_Event_UnknownTypeOrMembers_IsAcknowledged()
    {
        await using var bed = await SlackBed.StartAsync();
        foreach (var inner in new[]
        {
            """{"type":"moon_risen","phase":{"deep":[1,{"er":null}]}}""", """{"type":"message"}""", """{"type":"app_mention"}""", """{"type":"reaction_added"}""",
            """{"type":"member_joined_channel"}""", """{"type":"app_home_opened"}""", """{"type":"message","channel":{"id":"C1"},"user":7,"text":[],"ts":{}}""",
            """{"type":"tokens_revoked"}""", """{"type":"assistant_thread_started","assistant_thread":{}}""", """{"type":"message","subtype":"message_changed"}""",
        })
        {
            using var response = await bed.EventAsync(inner);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        using var more = await bed.EventAsync(Direct("hello", more: ""","unknown":{"a":[1]},"blocks":null"""));
        using var outer = await bed.PostAsync("/slack/events", """{"type":"something_new","x":1}""");
        using var without = await bed.PostAsync("/slack/events", """{"type":"event_callback"}""");
        Assert.All([more, outer, without], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(["hello"], bed.Turns.Said);
        Assert.Empty(bed.Logs.Errors);
    }

    [Fact]
    public async Task C029_AppRateLimited_Unwrapped_IsAcknowledgedAndCounted()
    {
        await using var bed = await SlackBed.StartAsync();
        using var counted = new CountedDrops(bed.Services);
        using var response = await bed.PostAsync("/slack/events", """{"token":"t","type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, counted["events"]);
    }

    public static TheoryData<string, string> NotPeople => new()
    {
        { "C030 our own", $$"""{"type":"message","channel":"D1","channel_type":"im","user":"{{FakeSlack.BotUser}}","bot_id":"{{FakeSlack.BotId}}","text":"x","ts":"1.1"}""" },
        { "C030 our own without bot_id", $$"""{"type":"message","channel":"D1","channel_type":"im","user":"{{FakeSlack.BotUser}}","text":"x","ts":"1.1"}""" },
        { "C031 our own, classic", $$"""{"type":"message","subtype":"bot_message","channel":"D1","bot_id":"{{FakeSlack.BotId}}","text":"x","ts":"1.1"}""" },
        { "C031 classic without any id", """{"type":"message","subtype":"bot_message","channel":"D1","text":"x","ts":"1.1"}""" },
        { "C032 another bot", Direct("x", more: FromBot) },
        { "C032 another bot's mention", Mention("<@UBOT> x", more: FromBot) },
        { "C035 deleted", """{"type":"message","subtype":"message_deleted","hidden":true,"channel":"D1","ts":"1.1","deleted_ts":"1.0","previous_message":{"text":"x"}}""" },
        { "C035 replied", """{"type":"message","subtype":"message_replied","hidden":true,"channel":"D1","ts":"1.1","message":{"text":"x","user":"U1","thread_ts":"1.0"}}""" },
        { "C035 replied, without hidden", """{"type":"message","subtype":"message_replied","channel":"D1","ts":"1.1","user":"U1","text":"x"}""" },
        { "C035 joined", Direct("<@U1> has joined", more: ""","subtype":"channel_join" """) },
        { "C035 assistant root", """{"type":"message","subtype":"assistant_app_thread","channel":"D1","user":"U1","text":"x","ts":"1.1"}""" },
        { "C035 assistant root in a change", """{"type":"message","subtype":"message_changed","hidden":true,"channel":"D1","ts":"1.2","message":{"subtype":"assistant_app_thread","user":"UBOT","ts":"1.1"},"previous_message":{}}""" },
        { "C034 unfurled", """{"type":"message","subtype":"message_changed","hidden":true,"channel":"D1","ts":"1.2","message":{"user":"U1","text":"x https://a","ts":"1.1","attachments":[{}]},"previous_message":{"user":"U1","text":"x https://a","ts":"1.1"}}""" },
        { "C034 our update", """{"type":"message","subtype":"message_changed","hidden":true,"channel":"D1","ts":"1.2","message":{"user":"UBOT","bot_id":"BBOT","text":"new","ts":"1.1","edited":{"ts":"1.2","user":"UBOT"}},"previous_message":{"text":"old"}}""" },
        { "C034 without user and text", """{"type":"message","subtype":"message_changed","hidden":true,"channel":"D1","ts":"1.2","message":{"ts":"1.1"},"previous_message":{"ts":"1.1"}}""" },
        { "C034 edited, nothing changed", """{"type":"message","subtype":"message_changed","hidden":true,"channel":"D1","ts":"1.2","message":{"user":"U1","text":"x","ts":"1.1","edited":{"ts":"1.2"}},"previous_message":{"text":"x"}}""" },
        { "C037 the change after a broadcast", """{"type":"message","subtype":"message_changed","hidden":true,"channel":"D1","ts":"1.2","message":{"subtype":"thread_broadcast","user":"U1","text":"x","ts":"1.1"},"previous_message":{"user":"U1","text":"x","ts":"1.1"}}""" },
        { "slackbot", Direct("x", user: "USLACKBOT") },
        { "a top-level message of a channel", InChannel("x", "1.1") },
        { "a thread nobody asked us in", InChannel("x", "1.2", ""","thread_ts":"1.1" """) },
    };

    [Theory]
    [MemberData(nameof(NotPeople))]
    public async Task C030_C031_C032_C034_C035_Event_NobodyAsks_IsDropped(string what, string inner)
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.EventAsync(inner);

        Assert.True(response.StatusCode == HttpStatusCode.OK, what);
        Assert.Empty(bed.Turns.Accepted);
        Assert.Empty(bed.Logs.Errors);
    }

    [Fact]
    public async Task C033_TwoBots_MentioningEachOther_MakeNoLoop()
    {
        await using var bed = await SlackBed.StartAsync();
        for (var round = 0; round < 5; round++)
        {
            using var response = await bed.EventAsync(Mention($"<@UBOT> you said {round}", $"1610241741.00{round}", FromBot), $"Ev{round}");
        }

        Assert.Empty(bed.Turns.Accepted);
        Assert.Empty(bed.Slack.CallsOf("chat.postMessage"));
    }

    [Fact]
    public async Task C034_Edit_OfAQuestion_IsAskedAnew()
    {
        await using var bed = await SlackBed.StartAsync();
        const string change = """{"type":"message","subtype":"message_changed","hidden":true,"channel":"D1","ts":"1.2","message":{"user":"U1","text":"fake notes","ts":"1.1","edited":{"ts":"1.2","user":"U1"}},"previous_message":{"user":"U1","text":"fake nots","ts":"1.1"}}""";
        using var first = await bed.EventAsync(change, "Ev1");
        using var again = await bed.EventAsync(change, "Ev1");

        var edited = Assert.IsType<MessageContent.Edited>(Assert.Single(bed.Turns.Accepted).Content);
        Assert.Equal(("fake notes", "D1:1.1"), (edited.Text, edited.MessageId));
    }

    [Fact]
    public async Task C036_FileShare_WithoutText_IsAskedForHelp_FilesNotFetched()
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.EventAsync(Direct("", more: $$""","subtype":"file_share","files":[{"id":"F1","url_private":"{{bed.Slack.Address}}/files/1"}]"""));

        Assert.Equal(["help"], bed.Turns.Said);
        Assert.DoesNotContain(bed.Slack.Calls, call => call.Method.StartsWith("files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task C037_ThreadBroadcast_AndItsChange_GiveOneReply()
    {
        await using var bed = await SlackBed.StartAsync();
        using var said = await bed.EventAsync(Direct("fake notes", "1.1", more: ""","subtype":"thread_broadcast","thread_ts":"1.0","root":{}"""), "Ev1");
        using var changed = await bed.EventAsync((string)NotPeople.Single(row => row.Data.Item1.StartsWith("C037", StringComparison.Ordinal)).Data.Item2, "Ev2");

        Assert.Equal(["fake notes"], bed.Turns.Said);
    }

    [Theory]
    [InlineData("", "1610241741.000200")]
    [InlineData(""","thread_ts":"1610241700.000100" """, "1610241700.000100")]
    [InlineData(""","thread_ts":"1610241741.000200" """, "1610241741.000200")]
    public async Task C038_Mention_InThreadOrNot_IsAnsweredInTheThreadOfItsRoot(string more, string root)
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.EventAsync(Mention("<@UBOT> fake notes", more: more));
        var message = Assert.Single(bed.Turns.Accepted);
        var sent = await bed.Get<IChannel>().SendAsync(message.Address, new Reply.Notice("hi", AnswerLanguage.En), ReplyPlacement.New, null, CancellationToken.None);

        Assert.IsType<Delivery.Sent>(sent);
        Assert.Equal((root, "C1"), (bed.Slack.CallsOf("chat.postMessage")[0]["thread_ts"], bed.Slack.CallsOf("chat.postMessage")[0]["channel"]));
        Assert.Equal($"C1:{root}", message.Address.Conversation.Thread);
    }

    [Theory]
    [InlineData("en-US", "help")]
    [InlineData("zh-TW", "帮助")]
    public async Task C039_Mention_WithoutWords_AsksForHelp(string locale, string word)
    {
        await using var bed = await SlackBed.StartAsync();
        bed.Slack.Locale = locale;
        using var response = await bed.EventAsync(Mention(" <@UBOT|coach> "));

        Assert.Equal([word], bed.Turns.Said);
        Assert.Equal(locale, bed.Turns.Accepted[0].Locale);
    }

    [Fact]
    public async Task C042_Text_Of40000Characters_IsBoundedAndRepliesAreSplit()
    {
        await using var bed = await SlackBed.StartAsync(new() { Clock = new FakeTimeProvider(DateTimeOffset.UtcNow) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) } });
        using var response = await bed.EventAsync(Direct(string.Concat(Enumerable.Repeat("柜台😀 ", 10_000))));
        Assert.InRange(bed.Turns.Said.Single().Length, 3_000, 4_000);

        var text = string.Concat(Enumerable.Range(0, 1_500).Select(at => $"第{at}句😀<https://bank.example/{at}|link {at}> &amp; "));
        var parts = SlackParts.Of(text);
        Assert.All(parts, part =>
        {
            Assert.InRange(part.Length, 1, 3_900);
            Assert.Equal(part.Count(c => c == '<'), part.Count(c => c == '>'));
            Assert.False(char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1]));
            Assert.Equal(part.Split('&').Length, part.Split("&amp;").Length);
        });
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(parts).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task C043_HomeOpened_HomeTab_IsPublishedOnce_MessagesTabNever()
    {
        await using var bed = await SlackBed.StartAsync();
        using var home = await bed.EventAsync("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}""", "Ev1");
        using var messages = await bed.EventAsync("""{"type":"app_home_opened","user":"U2","channel":"D2","tab":"messages"}""", "Ev2");
        await bed.Slack.WaitForAsync("views.publish");
        await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.Equal("U1", Assert.Single(bed.Slack.CallsOf("views.publish"))["user_id"]);
    }

    [Fact]
    public async Task C044_HomeOpened_FiftyTimes_IsPublishedUnderTheTier()
    {
        await using var bed = await SlackBed.StartAsync();
        for (var round = 0; round < 50; round++)
        {
            using var response = await bed.EventAsync("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}""", $"Ev{round}");
        }

        // The last opening is shown as well, two seconds after the first.
        await bed.Slack.WaitForAsync("views.publish", 2);
        Assert.Equal(2, bed.Slack.CallsOf("views.publish").Count);
    }

    [Fact]
    public async Task C045_MemberJoined_OurselvesOnly_IsGreetedOnce()
    {
        await using var bed = await SlackBed.StartAsync();
        const string us = """{"type":"member_joined_channel","user":"UBOT","channel":"C7","channel_type":"C","team":"T1","inviter":"U1"}""";
        using var first = await bed.EventAsync(us, "Ev1");
        using var again = await bed.EventAsync(us, "Ev1");
        using var other = await bed.EventAsync("""{"type":"member_joined_channel","user":"U2","channel":"C7"}""", "Ev2");

        var message = Assert.Single(bed.Turns.Accepted);
        Assert.IsType<MessageContent.Installed>(message.Content);
        Assert.Equal(new ConversationKey("slack", "T1", "C7"), message.Address.Conversation);
    }

    [Fact]
    public async Task C046_Reaction_OursOrWithoutAuthor_IsSorted()
    {
        await using var bed = await SlackBed.StartAsync();
        string Reaction(string user, string name, string more = "") => $$"""{"type":"reaction_added","user":"{{user}}","reaction":"{{name}}","item":{"type":"message","channel":"C1","ts":"1.1"},"event_ts":"2.1"{{more}}}""";
        using var ours = await bed.EventAsync(Reaction("UBOT", "+1"), "Ev1");
        using var nobody = await bed.EventAsync(Reaction("U1", "thumbsup::skin-tone-2"), "Ev2");
        using var bad = await bed.EventAsync(Reaction("U2", "-1", ""","item_user":"UBOT" """), "Ev3");
        using var elsewhere = await bed.EventAsync(Reaction("U3", "+1", ""","item_user":"U4" """), "Ev4");
        using var neither = await bed.EventAsync(Reaction("U3", "eyes"), "Ev5");

        Assert.Equal([("U1", true), ("U2", false)], bed.Turns.Accepted.Select(message => (message.From.Key.Id, Assert.IsType<MessageContent.Reacted>(message.Content).Helpful)));
        Assert.All(bed.Turns.Accepted, message => Assert.Equal("C1:1.1", ((MessageContent.Reacted)message.Content).MessageId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task C047_Uninstall_InEitherOrder_RemovesTheInstallation(bool revokedFirst)
    {
        await using var bed = await InstalledAsync();
        var conversation = new ConversationKey("slack", "T1", "C7");
        await bed.Get<IInstallationStore>().AddAsync(new Installation(new Address(conversation, "{}"), ChatScope.Channel, null, bed.Time.GetUtcNow()), CancellationToken.None);
        var events = new[] { """{"type":"tokens_revoked","tokens":{"bot":["UBOT"]}}""", """{"type":"app_uninstalled"}""" };
        foreach (var inner in revokedFirst ? events : [.. events.Reverse()])
        {
            using var response = await bed.EventAsync(inner, Guid.NewGuid().ToString("N"), envelope =>
            {
                envelope.Remove("authorizations");
                envelope["event_time"] = bed.Time.GetUtcNow().ToUnixTimeSeconds() + 5;
            });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Null(await bed.Get<ISlackWorkspaces>().FindAsync("T1", null, CancellationToken.None));
        Assert.Null(await bed.Get<ISecretStore>().ReadAsync(SavedInstallation.NameOf("T1", null), CancellationToken.None));
        Assert.Null(await bed.Get<IInstallationStore>().FindAsync(conversation, CancellationToken.None));
        Assert.Empty(bed.Logs.Errors);
    }

    [Fact]
    public async Task C047_Revoked_TokensOfUsersOnly_KeepsTheInstallation()
    {
        await using var bed = await InstalledAsync();
        using var response = await bed.EventAsync("""{"type":"tokens_revoked","tokens":{"oauth":["U1"]}}""");

        Assert.NotNull(await bed.Get<ISlackWorkspaces>().FindAsync("T1", null, CancellationToken.None));
    }

    [Fact]
    public async Task C048_Uninstall_OlderThanTheInstallation_IsIgnored()
    {
        await using var bed = await InstalledAsync();
        using var response = await bed.EventAsync("""{"type":"app_uninstalled"}""", change: envelope => envelope["event_time"] = bed.Time.GetUtcNow().ToUnixTimeSeconds() - 60);

        Assert.NotNull(await bed.Get<ISlackWorkspaces>().FindAsync("T1", null, CancellationToken.None));
    }

    [Fact]
    public async Task C049_Event_OfAnUnknownWorkspace_IsDropped()
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.EventAsync(Direct("hello"), change: envelope =>
        {
            envelope["team_id"] = "T9";
            envelope["authorizations"]![0]!["team_id"] = "T9";
        });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bed.Turns.Accepted);
    }

    [Fact]
    public async Task C050_Installations_OrganisationAndSharedChannel_TakeTheRightToken()
    {
        await using var bed = await InstalledAsync(new SavedInstallation { AppId = FakeSlack.App, EnterpriseId = "E1", BotUserId = "UBOT", Token = "xoxb-organisation", InstalledAt = DateTimeOffset.UnixEpoch });
        bed.Slack.Tokens["xoxb-organisation"] = "E1";
        using var organisation = await bed.EventAsync(Direct("of the organisation", "1.1"), "Ev1", envelope =>
        {
            envelope["team_id"] = "T77";
            envelope["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = "E1", ["team_id"] = null, ["is_enterprise_install"] = true });
        });
        using var shared = await bed.EventAsync(Mention("<@UBOT> of ours", "1.2"), "Ev2", envelope =>
        {
            envelope["team_id"] = "TFOREIGN";
            envelope["is_ext_shared_channel"] = true;
            envelope["event"]!["user_team"] = "T1";
        });
        using var outsider = await bed.EventAsync(Mention("<@UBOT> of others", "1.3"), "Ev3", envelope =>
        {
            envelope["is_ext_shared_channel"] = true;
            envelope["event"]!["user_team"] = "TFOREIGN";
        });

        Assert.Equal(["of the organisation", "of ours"], bed.Turns.Said);
        foreach (var message in bed.Turns.Accepted)
        {
            await bed.Get<IChannel>().SendAsync(message.Address, new Reply.Notice("hi", AnswerLanguage.En), ReplyPlacement.New, null, CancellationToken.None);
        }

        Assert.Equal(["xoxb-organisation", FakeSlack.BotToken], bed.Slack.CallsOf("chat.postMessage").Select(call => call.Token));
    }

    [Theory]
    [InlineData("1610241741.000200")]
    [InlineData("1515449522000016")]
    [InlineData("0001.10")]
    public async Task C051_Ts_ThereAndBack_IsTheSameText(string ts)
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.EventAsync(Mention("<@UBOT> hi", ts));
        var message = Assert.Single(bed.Turns.Accepted);
        await bed.Get<IChannel>().SendAsync(message.Address, new Reply.Notice("hi", AnswerLanguage.En), ReplyPlacement.Replace, SlackIds.Message("C1", ts), CancellationToken.None);

        Assert.Equal(ts, bed.Slack.CallsOf("chat.update")[0]["ts"]);
    }

    [Fact]
    public async Task Thread_ThatTheBotAnsweredIn_GoesOnWithoutAMention()
    {
        var settings = new BedSettings();
        await using var bed = await SlackBed.StartAsync(settings);
        await settings.Conversations.WriteAsync(new ConversationKey("slack", "T1", "C1", "C1:1.0"), ConversationState.New with { CaseId = "atm-fake-notes" }, CancellationToken.None);
        using var follows = await bed.EventAsync(InChannel("and if he refuses?", "1.1", ""","thread_ts":"1.0" """), "Ev1");
        using var amongThem = await bed.EventAsync(InChannel("<@U2> what do you think?", "1.2", ""","thread_ts":"1.0" """), "Ev2");
        using var elsewhere = await bed.EventAsync(InChannel("hello", "1.3", ""","thread_ts":"0.9" """), "Ev3");
        using var twice = await bed.EventAsync(Mention("<@UBOT> who do I tell", "1.4", ""","thread_ts":"1.0" """), "Ev4");
        using var twin = await bed.EventAsync(InChannel("<@UBOT> who do I tell", "1.4", ""","thread_ts":"1.0" """), "Ev5");

        Assert.Equal(["and if he refuses?", "who do I tell"], bed.Turns.Said);
    }

    [Fact]
    public async Task Thread_OfExperts_IsHeardEvenToSomebody()
    {
        var settings = new BedSettings();
        await using var bed = await SlackBed.StartAsync(settings);
        var thread = new ConversationKey("slack", "T1", "C1", "C1:1.0");
        await settings.Experts.OpenAsync(
            new ExpertQuestion
            {
                QuestionId = "q1", Asker = new PersonKey("slack", "T1", "U1"), AskerAddress = new Address(thread, "{}"), Text = "?", Language = AnswerLanguage.En, Nearest = [], At = DateTimeOffset.UtcNow,
            },
            CancellationToken.None);
        await settings.Experts.NoteThreadAsync("q1", thread, CancellationToken.None);
        using var response = await bed.EventAsync(InChannel("<@U2> tell him the truth", "1.1", ""","thread_ts":"1.0" """));

        Assert.Equal(["tell him the truth"], bed.Turns.Said);
    }

    [Fact]
    public async Task MessagesTab_OpenedForTheFirstTime_GreetsAndLaterSuggests()
    {
        var settings = new BedSettings();
        await using var bed = await SlackBed.StartAsync(settings);
        const string opened = """{"type":"app_home_opened","user":"U1","channel":"D1","tab":"messages"}""";
        using var first = await bed.EventAsync(opened, "Ev1");
        Assert.IsType<MessageContent.Installed>(Assert.Single(bed.Turns.Accepted).Content);

        await settings.Installations.AddAsync(new Installation(bed.Turns.Accepted[0].Address, ChatScope.Personal, null, bed.Time.GetUtcNow()), CancellationToken.None);
        using var later = await bed.EventAsync(opened, "Ev2");
        using var pane = await bed.EventAsync("""{"type":"assistant_thread_started","assistant_thread":{"user_id":"U1","channel_id":"D1","thread_ts":"1.0","context":{}}}""", "Ev3");
        var calls = await bed.Slack.WaitForAsync("assistant.threads.setSuggestedPrompts", 2);

        Assert.Single(bed.Turns.Accepted);
        Assert.Equal([null, "1.0"], calls.Select(call => call["thread_ts"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Event_QueueFull_IsBroughtAgain()
    {
        await using var bed = await SlackBed.StartAsync();
        bed.Turns.IsFull = true;
        using var refused = await bed.EventAsync(Direct("hello"));
        bed.Turns.IsFull = false;
        using var again = await bed.EventAsync(Direct("hello"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (refused.StatusCode, again.StatusCode));
        Assert.Single(bed.Turns.Accepted);
    }

    private static async Task<SlackBed> InstalledAsync(params SavedInstallation[] more)
    {
        var settings = new BedSettings { Distributed = true };
        var ours = new SavedInstallation { AppId = FakeSlack.App, TeamId = "T1", BotUserId = "UBOT", BotId = "BBOT", Token = FakeSlack.BotToken, InstalledAt = DateTimeOffset.UtcNow.AddSeconds(-1) };
        foreach (var installation in more.Append(ours))
        {
            await settings.Secrets.WriteAsync(installation.Name, installation.Write(), CancellationToken.None);
        }

        return await SlackBed.StartAsync(settings);
    }
}
