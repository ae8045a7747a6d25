using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Teams;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Checks;

/// <summary>What is no activity is refused; what is one is taken, however odd.</summary>
public sealed class HttpChecks(TeamsHostFixture fixture) : IClassFixture<TeamsHostFixture>
{
    private readonly TeamsHost _host = fixture.Fresh();

    [Fact]
    [TeamsCheck(1)]
    public async Task Post_GoodMessage_IsAcceptedOnceWithAnEmptyBody()
    {
        using var response = await _host.PostAsync(_host.Message("客户说取款机吐了假钞"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var message = Assert.Single(_host.Turns.Accepted);
        Assert.Equal("客户说取款机吐了假钞", Assert.IsType<MessageContent.Said>(message.Content).Text);
        Assert.Equal(ChatScope.Personal, message.Scope);
        Assert.Equal(new PersonKey("teams", TeamsActivity.Tenant, "11111111-1111-1111-1111-111111111111"), message.From.Key);
        Assert.Equal("en-US", message.Locale);
    }

    [Theory]
    [TeamsCheck(2)]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Request_AnotherMethod_IsNotAllowed(string method)
    {
        using var response = await _host.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [TeamsCheck(3, 4, 5, 6)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("hello")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{} garbage")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("42")]
    public async Task Post_NoActivity_Is400(string body) => await RefusesAsync(body);

    [Theory]
    [TeamsCheck(7, 8, 9, 10)]
    [InlineData("type", null)]
    [InlineData("type", "\"\"")]
    [InlineData("conversation", null)]
    [InlineData("conversation", "{}")]
    [InlineData("conversation", "{\"id\":\"\"}")]
    [InlineData("channelId", null)]
    [InlineData("channelId", "\"\"")]
    [InlineData("from", null)]
    [InlineData("from", "{}")]
    public async Task Post_MandatoryMemberMissing_Is400(string member, string? value) =>
        await RefusesAsync(_host.Message().With(member, value is null ? null : JsonNode.Parse(value), remove: value is null).ToJsonString());

    [Fact]
    [TeamsCheck(11)]
    public async Task Post_NoRecipient_IsAccepted() => await AcceptsAsync(_host.Message().With("recipient", null, remove: true));

    [Theory]
    [TeamsCheck(12)]
    [InlineData("invoke")]
    [InlineData("event")]
    public async Task Post_NameMissing_Is400(string type) => await RefusesAsync(TeamsActivity.Base(type, _host.Teams.Url).ToJsonString());

    [Theory]
    [TeamsCheck(13)]
    [InlineData("type", "5")]
    [InlineData("conversation", "\"x\"")]
    [InlineData("text", "{}")]
    [InlineData("from", "\"x\"")]
    [InlineData("entities", "{}")]
    [InlineData("membersAdded", "\"x\"")]
    public async Task Post_MemberOfTheWrongKind_Is400(string member, string value) =>
        await RefusesAsync(_host.Message().With(member, JsonNode.Parse(value)).ToJsonString());

    [Theory]
    [TeamsCheck(14, 15, 42)]
    [InlineData("somethingNew")]
    [InlineData("Message")]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("trace")]
    [InlineData("handoff")]
    [InlineData("suggestion")]
    [InlineData("contactRelationUpdate")]
    [InlineData("messageDelete")]
    public async Task Post_KindWithoutAnAnswer_IsTakenAndNothingFollows(string type) =>
        await PassesAsync(TeamsActivity.Base(type, _host.Teams.Url, more: new JsonObject { ["text"] = "hello" }));

    [Theory]
    [TeamsCheck(41, 42)]
    [InlineData("command", "x", "{}")]
    [InlineData("event", "application/vnd.microsoft.meetingStart", """{"Id":"x","Title":"Meeting","StartTime":"2026-11-20T09:15:00Z","JoinUrl":"https://x"}""")]
    public async Task Post_NamedKindWithoutAnAnswer_IsTaken(string type, string name, string value) =>
        await PassesAsync(TeamsActivity.Base(type, _host.Teams.Url, more: new JsonObject { ["name"] = name, ["value"] = JsonNode.Parse(value) }));

    [Fact]
    [TeamsCheck(16)]
    public async Task Post_UnknownMembersEverywhere_IsAccepted()
    {
        var activity = _host.Message();
        foreach (var part in new[] { activity, activity["from"]!, activity["conversation"]!, activity["channelData"]!, activity["entities"]![0]! })
        {
            part["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(1, "x", null) };
        }

        ((JsonArray)activity["entities"]!).Add("not even an object");
        await AcceptsAsync(activity);
    }

    [Fact]
    [TeamsCheck(17)]
    public async Task Post_OtherCasing_IsAccepted()
    {
        var body = _host.Message().ToJsonString()
            .Replace("\"type\":\"message\"", "\"Type\":\"message\"", StringComparison.Ordinal)
            .Replace("\"channelId\":", "\"channelID\":", StringComparison.Ordinal)
            .Replace("\"tenant\":", "\"Tenant\":", StringComparison.Ordinal)
            .Replace("\"aadObjectId\":", "\"AADObjectId\":", StringComparison.Ordinal);
        using var response = await _host.PostAsync(body, _host.Token());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("11111111-1111-1111-1111-111111111111", Assert.Single(_host.Turns.Accepted).From.Key.Id);
    }

    [Theory]
    [TeamsCheck(18)]
    [InlineData("textFormat")]
    [InlineData("importance")]
    [InlineData("inputHint")]
    [InlineData("attachmentLayout")]
    public async Task Post_UnknownWord_IsAccepted(string member) => await AcceptsAsync(_host.Message().With(member, "somethingNew"));

    [Fact]
    [TeamsCheck(18)]
    public async Task Post_UnknownConversationType_IsAPersonalChat()
    {
        var activity = _host.Message();
        activity["conversation"]!["conversationType"] = "hologram";
        await AcceptsAsync(activity);

        Assert.Equal(ChatScope.Personal, _host.Turns.Accepted[0].Scope);
    }

    [Theory]
    [TeamsCheck(19)]
    [InlineData("default")]
    [InlineData("normal")]
    [InlineData("notification")]
    [InlineData("somethingNew")]
    public async Task Post_OtherDeliveryMode_IsAnsweredLater(string mode) => await AcceptsAsync(_host.Message().With("deliveryMode", mode));

    [Fact]
    [TeamsCheck(20)]
    public async Task Post_ExpectReplies_HasAllRepliesInOrderAndCallsNobody()
    {
        _host.Turns.Run = (_, _) => Task.FromResult<IReadOnlyList<OutgoingReply>>([RecordingTurns.Says("one"), RecordingTurns.Says("二 <b>&")]);
        using var response = await _host.PostAsync(_host.Message().With("deliveryMode", "expectReplies"));
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"activities":[{"type":"message","text":"one","textFormat":"plain"},{"type":"message","text":"二 <b>&","textFormat":"plain"}]}""", body);
        Assert.Empty(_host.Teams.Requests);
        Assert.Empty(_host.Turns.Accepted);
    }

    [Theory]
    [TeamsCheck(20)]
    [InlineData("message")]
    [InlineData("typing")]
    public async Task Post_ExpectRepliesWithNoReply_IsAnEmptyList(string type)
    {
        using var response = await _host.PostAsync(TeamsActivity.Base(type, _host.Teams.Url, more: new JsonObject { ["text"] = "x", ["deliveryMode"] = "expectReplies" }));

        Assert.Equal("""{"activities":[]}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [TeamsCheck(21, 22)]
    [InlineData("2016-11-20T09:15:00Z")]
    [InlineData("2036-11-20T09:15:00Z")]
    [InlineData("2026-11-20T09:15:00.1234567Z")]
    [InlineData("2026-11-20T09:15:00.1234567899+05:30")]
    [InlineData(null)]
    public async Task Post_AnyTimestamp_IsAccepted(string? timestamp) => await AcceptsAsync(_host.Message().With("timestamp", timestamp));

    [Fact]
    [TeamsCheck(23)]
    public async Task Post_DatesThatAreNone_AreAccepted() => await AcceptsAsync(
        _host.Message().With("localTimestamp", "2024-01-02 03:04:05Z").With("expiration", "1/2/2024 3:04:05 AM").With("timestamp", 5));

    [Theory]
    [TeamsCheck(24)]
    [InlineData("xx-YY")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Post_AnyLocale_IsAccepted(string? locale) => await AcceptsAsync(_host.Message().With("locale", locale));

    [Fact]
    [TeamsCheck(25)]
    public async Task Post_CallerIdInTheBody_ChangesNothing()
    {
        await AcceptsAsync(_host.Message(id: "same").With("callerId", "urn:botframework:aadappid:somebody"));
        using var again = await _host.PostAsync(_host.Message(id: "same"));

        Assert.Single(_host.Turns.Accepted);
        Assert.DoesNotContain("somebody", _host.Turns.Accepted[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [TeamsCheck(26)]
    public async Task Post_TextNullMissingOrHuge_IsTaken()
    {
        await AcceptsAsync(_host.Message().With("text", null));
        await AcceptsAsync(_host.Message().With("text", null, remove: true));
        await AcceptsAsync(_host.Message(string.Concat(Enumerable.Repeat("投诉😀", 20_000))));

        Assert.InRange(((MessageContent.Said)_host.Turns.Accepted[^1].Content).Text.Length, 3_900, 4_000);
    }

    [Theory]
    [TeamsCheck(27, 28)]
    [InlineData("""{"verb":"show","case":"card-swallowed","n":5,"yes":true,"msteams":{"type":"messageBack"}}""")]
    [InlineData("\"{\\\"verb\\\":\\\"show\\\",\\\"case\\\":\\\"card-swallowed\\\",\\\"n\\\":5,\\\"yes\\\":true}\"")]
    public async Task Post_SubmittedCard_IsAButton(string value)
    {
        await AcceptsAsync(_host.Message().With("text", null).With("value", JsonNode.Parse(value)).With("replyToId", "171"));

        var pressed = Assert.IsType<MessageContent.Pressed>(Assert.Single(_host.Turns.Accepted).Content);
        Assert.Equal(("show", "card-swallowed", "171"), (pressed.Action.Verb, pressed.Action["case"], pressed.MessageId));
        Assert.Equal(("5", "true"), (pressed.Action["n"], pressed.Action["yes"]));
    }

    [Theory]
    [TeamsCheck(29)]
    [InlineData("\"text\"")]
    [InlineData("42")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"verb":5}""")]
    [InlineData("""{"verb":"\ud800"}""")]
    [InlineData("""{"verb":"show","\ud800":"x"}""")]
    [InlineData("\"{not json\"")]
    public async Task Post_ValueOfAnyKind_IsNeverAnError(string value)
    {
        var body = _host.Message().With("text", null).With("value", "VALUE").ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal);
        using var response = await _host.PostAsync(body, _host.Token());

        Assert.InRange((int)response.StatusCode, 200, 400);
    }

    [Theory]
    [TeamsCheck(30, 31, 32, 33)]
    [InlineData("<at>Bot</at> help\n", "<at>Bot</at>", "help")]
    [InlineData("&nbsp;<AT>bot</AT>&nbsp;\u00a0 help  me\r\n\r\nplease &amp; now ", "<at>Bot</at>", "help me\nplease & now")]
    [InlineData("<at>Bot</at> ask <at>Ada</at> <at>Bot</at>", "<at>Bot</at>", "ask Ada")]
    [InlineData("<at>C++ (x)</at> help", "<at>C++ (x)</at>", "help")]
    [InlineData("a < b > c", "<at>Bot</at>", "a < b > c")]
    public async Task Post_Mention_OnlyTheBotsIsRemoved(string text, string mention, string expected)
    {
        await AcceptsAsync(_host.Message(text).With("entities", new JsonArray(TeamsActivity.Mention(mention), TeamsActivity.Mention("<at>Ada</at>", "29:ada"))));

        Assert.Equal(expected, ((MessageContent.Said)Assert.Single(_host.Turns.Accepted).Content).Text);
    }

    [Theory]
    [TeamsCheck(34)]
    [InlineData("""{"type":"mention","text":null,"mentioned":{"id":"28:x"}}""")]
    [InlineData("""{"type":"mention","text":"<at>Bot</at>"}""")]
    [InlineData("""{"type":"mention","text":"<at>Bot</at>","mentioned":"x"}""")]
    [InlineData("""{"type":"mention","text":{},"mentioned":{"id":[]}}""")]
    public async Task Post_BrokenMention_IsPassedOver(string mention) =>
        await AcceptsAsync(_host.Message("<at>Bot</at> help").With("entities", new JsonArray(JsonNode.Parse(mention))));

    [Fact]
    [TeamsCheck(35)]
    public async Task Post_HtmlAttachment_IsNoFile()
    {
        await AcceptsAsync(_host.Message("help"));

        Assert.Equal(new MessageContent.Said("help"), Assert.Single(_host.Turns.Accepted).Content);
    }

    // As the Agents Playground sends a card that was found in the message box.
    private const string CardMark =
        "\n<span class=\"inline-compose-card\" itemid=\"0\" itemtype=\"http://schema.skype.com/InputExtension\">\n  <span content=\"0\" itemprop=\"cardId\"></span>\n</span>\n";

    [Theory]
    [InlineData("")]
    [InlineData(CardMark)]
    [InlineData("<attachment id=\"f7\"></attachment>")]
    [InlineData("<at>Bot</at> " + CardMark)]
    public async Task Post_CardAndNothingSaid_AsksNothing(string text) => await PassesAsync(WithCard(text));

    [Theory]
    [InlineData("customer is filming " + CardMark)]
    [InlineData(CardMark + "customer is filming")]
    [InlineData("<at>Bot</at> customer is filming")]
    public async Task Post_CardAndWords_TheWordsAreTheQuestion(string text)
    {
        await AcceptsAsync(WithCard(text));

        Assert.Equal("customer is filming", ((MessageContent.Said)Assert.Single(_host.Turns.Accepted).Content).Text);
    }

    private JsonObject WithCard(string text) => _host.Message(text)
        .With("entities", new JsonArray(TeamsActivity.Mention("<at>Bot</at>")))
        .With("attachments", new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = new JsonObject() }));

    [Theory]
    [TeamsCheck(37)]
    [InlineData("somethingNew")]
    [InlineData("teamrestored")]
    [InlineData("teamRestored")]
    [InlineData("channelRenamed")]
    public async Task Post_ConversationUpdateOfAnyKind_IsTaken(string kind)
    {
        var activity = TeamsActivity.Base("conversationUpdate", _host.Teams.Url).InChannel(thread: null);
        activity["channelData"]!["eventType"] = kind;
        await PassesAsync(activity);
    }

    [Theory]
    [TeamsCheck(39)]
    [InlineData("like", true)]
    [InlineData("heart", true)]
    [InlineData("sad", false)]
    [InlineData("angry", false)]
    public async Task Post_Reaction_IsFeedback(string type, bool helpful)
    {
        await AcceptsAsync(Reaction(type));

        Assert.Equal(new MessageContent.Reacted("171", helpful), Assert.Single(_host.Turns.Accepted).Content);
    }

    [Theory]
    [TeamsCheck(39)]
    [InlineData("laugh")]
    [InlineData("1f600_grinning")]
    [InlineData(null)]
    public async Task Post_OtherReaction_IsTakenAndNothingFollows(string? type) => await PassesAsync(Reaction(type));

    [Fact]
    [TeamsCheck(39)]
    public async Task Post_ReactionAddedAndRemoved_TakesTheAdded()
    {
        await AcceptsAsync(Reaction("like").With("reactionsRemoved", new JsonArray(new JsonObject { ["type"] = "sad" }, null)));

        Assert.Equal(new MessageContent.Reacted("171", true), Assert.Single(_host.Turns.Accepted).Content);
    }

    [Theory]
    [TeamsCheck(40)]
    [InlineData("messageUpdate", "undeleteMessage")]
    [InlineData("messageDelete", "softDeleteMessage")]
    public async Task Post_UndeletedOrDeleted_IsTakenAndNothingFollows(string type, string kind) =>
        await PassesAsync(WithEvent(TeamsActivity.Base(type, _host.Teams.Url, more: new JsonObject { ["text"] = "x" }), kind));

    [Fact]
    [TeamsCheck(40, 53)]
    public async Task Post_SameMessageThenTwoEdits_AreThree()
    {
        await AcceptsAsync(_host.Message("first", id: "e1"));
        await AcceptsAsync(Edit("second"));
        await AcceptsAsync(Edit("third"));
        using var again = await _host.PostAsync(Edit("third"));

        Assert.Equal(3, _host.Turns.Accepted.Count);
        Assert.Equal(new MessageContent.Edited("third", "e1"), _host.Turns.Accepted[2].Content);

        JsonObject Edit(string text) => WithEvent(TeamsActivity.Base("messageUpdate", _host.Teams.Url, "e1", new JsonObject { ["text"] = text }), "editMessage");
    }

    [Fact]
    [TeamsCheck(51)]
    public async Task Post_SameActivityManyTimesAtOnce_IsTakenOnce()
    {
        var activity = _host.Message(id: "twice").ToJsonString();
        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _host.PostAsync(activity, _host.Token())));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Accepted, response.StatusCode));
        Assert.Single(_host.Turns.Accepted);
    }

    [Fact]
    [TeamsCheck(52)]
    public async Task Post_SameIdElsewhere_IsAnotherMessage()
    {
        await AcceptsAsync(_host.Message(id: "one"));
        var elsewhere = _host.Message(id: "one");
        elsewhere["conversation"]!["id"] = "a:another";
        await AcceptsAsync(elsewhere);
        await AcceptsAsync(_host.Message(id: "one").With("channelId", "webchat"));

        Assert.Equal(3, _host.Turns.Accepted.Count);
    }

    [Theory]
    [TeamsCheck(55)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_BodyOverTheLimit_Is413(bool declared)
    {
        var body = Encoding.UTF8.GetBytes(_host.Message(new string('x', 1_100_000)).ToJsonString());
        using var response = await _host.PostAsync(body, _host.Token(), request =>
        {
            if (!declared)
            {
                request.Headers.TransferEncodingChunked = true;
                request.Content!.Headers.ContentLength = null;
            }
        });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(_host.Turns.Accepted);
    }

    [Theory]
    [TeamsCheck(56)]
    [InlineData("value")]
    [InlineData("channelData")]
    [InlineData("somethingNew")]
    public async Task Post_JsonTooDeep_Is400(string member) => await RefusesAsync(
        _host.Message().With(member, "DEEP").ToJsonString()
            .Replace("\"DEEP\"", string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000), StringComparison.Ordinal));

    [Theory]
    [TeamsCheck(57)]
    [InlineData("channelData", false)]
    [InlineData("entities", true)]
    public async Task Post_VeryManyMembers_TakeBoundedTime(string member, bool list)
    {
        var many = string.Join(',', Enumerable.Range(0, 30_000).Select(number => list
            ? $$$"""{"type":"mention","text":"a","mentioned":{"id":"{{{number}}}"}}"""
            : $"\"member{number}\":{number}"));
        var body = _host.Message(new string('a', 3_000)).With(member, "MANY").ToJsonString()
            .Replace("\"MANY\"", list ? "[" + many + "]" : "{\"tenant\":{\"id\":\"" + TeamsActivity.Tenant + "\"}," + many + "}", StringComparison.Ordinal);
        if (body.Length > 1_000_000)
        {
            body = body.Replace("\"type\":\"mention\",", "", StringComparison.Ordinal);
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var response = await _host.PostAsync(body, _host.Token());

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.RequestEntityTooLarge });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Theory]
    [TeamsCheck(58)]
    [InlineData("\"type\":\"message\"", "\"type\":\"message\",\"type\":\"invoke\"")]
    [InlineData("\"type\":\"message\"", "\"type\":\"message\",\"Type\":\"invoke\"")]
    [InlineData("\"channelId\":\"msteams\"", "\"channelId\":\"msteams\",\"channelId\":\"emulator\"")]
    public async Task Post_MemberTwice_Is400(string once, string twice)
    {
        var body = _host.Message().ToJsonString();
        Assert.Contains(once, body, StringComparison.Ordinal);
        await RefusesAsync(body.Replace(once, twice, StringComparison.Ordinal));
    }

    [Theory]
    [TeamsCheck(59)]
    [InlineData("\\ud800", 400)]
    [InlineData("a\\u0000b", 202)]
    public async Task Post_OddLetters_AreNeverAnError(string text, int status)
    {
        using var response = await _host.PostAsync(_host.Message("TEXT").ToJsonString().Replace("TEXT", text, StringComparison.Ordinal), _host.Token());

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    [TeamsCheck(59)]
    public async Task Post_ByteOrderMark_IsAccepted_InvalidUtf8_Is400()
    {
        var body = _host.Message("TEXT").ToJsonString();
        using var marked = await _host.PostAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(body)], _host.Token());
        var bytes = Encoding.Latin1.GetBytes(body.Replace("TEXT", "\u00ff\u00fe\u00c0", StringComparison.Ordinal));
        using var invalid = await _host.PostAsync(bytes, _host.Token());

        Assert.Equal(HttpStatusCode.Accepted, marked.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, invalid.StatusCode);
    }

    [Theory]
    [TeamsCheck(60, 61)]
    [InlineData("application/json; charset=utf-8", null, 202)]
    [InlineData("APPLICATION/JSON", "identity", 202)]
    [InlineData("text/plain", null, 415)]
    [InlineData("application/json-patch", null, 415)]
    [InlineData("application/json", "gzip", 415)]
    [InlineData("application/json", "br", 415)]
    public async Task Post_ContentType_MustBePlainJson(string type, string? encoding, int status)
    {
        using var response = await _host.PostAsync(Encoding.UTF8.GetBytes(_host.Message().ToJsonString()), _host.Token(), request =>
        {
            request.Content!.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            if (encoding is not null)
            {
                request.Content.Headers.ContentEncoding.Add(encoding);
            }
        });

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Post_ChannelThread_KeepsItsThreadApart()
    {
        await AcceptsAsync(_host.Message().InChannel());

        var message = Assert.Single(_host.Turns.Accepted);
        Assert.Equal(new ConversationKey("teams", TeamsActivity.Tenant, "19:xyz@thread.tacv2", "1718000000001"), message.Address.Conversation);
        Assert.Equal(ChatScope.Channel, message.Scope);
    }

    [Fact]
    public async Task Post_BotsOwnMessage_IsNoMessage()
    {
        var own = _host.Message();
        own["from"]!["id"] = TeamsActivity.Bot;
        await PassesAsync(own);
    }

    private JsonObject Reaction(string? type) => TeamsActivity.Base("messageReaction", _host.Teams.Url, more: new JsonObject
    {
        ["replyToId"] = "171",
        ["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = type }),
    });

    private static JsonObject WithEvent(JsonObject activity, string kind)
    {
        activity["channelData"]!["eventType"] = kind;
        return activity;
    }

    private async Task AcceptsAsync(JsonObject activity)
    {
        var before = _host.Turns.Accepted.Count;
        using var response = await _host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(before + 1, _host.Turns.Accepted.Count);
    }

    private async Task PassesAsync(JsonObject activity)
    {
        using var response = await _host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(_host.Turns.Accepted);
        Assert.Empty(_host.Teams.Requests);
    }

    private async Task RefusesAsync(string body)
    {
        using var response = await _host.PostAsync(body, _host.Token());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_host.Turns.Accepted);
        Assert.Empty(_host.Turns.Ran);
        Assert.Empty(_host.Teams.Requests);
    }
}

/// <summary>One host for a class of tests that change nothing of it.</summary>
public sealed class TeamsHostFixture : IAsyncLifetime
{
    private TeamsHost? _host;

    public async ValueTask InitializeAsync() => _host = await TeamsHost.StartAsync();

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    /// <summary>The host, with nothing come yet.</summary>
    internal TeamsHost Fresh()
    {
        _host!.Turns.Clear();
        _host.Turns.Run = (_, _) => Task.FromResult<IReadOnlyList<OutgoingReply>>([]);
        return _host;
    }
}
