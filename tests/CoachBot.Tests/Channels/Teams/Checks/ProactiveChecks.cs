using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Channels.Teams.Connector;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Installations;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Teams;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Checks;

/// <summary>Where the bot is installed, and what can be sent there without being asked.</summary>
public sealed class ProactiveChecks : IAsyncLifetime
{
    private static readonly ConversationKey s_channel = new("teams", TeamsActivity.Tenant, "19:picked@thread.tacv2");
    private static readonly ConversationKey s_personal = new("teams", TeamsActivity.Tenant, "a:1personal");
    private TeamsHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await TeamsHost.StartAsync(setup => setup.Time = new FakeTimeProvider(DateTimeOffset.UtcNow));

        // What the turns of these messages do with the store.
        _host.Turns.OnAccepted = message => message.Content switch
        {
            MessageContent.Installed => _host.Installations.AddAsync(new Installation(message.Address, message.Scope, message.From.Key, message.ReceivedAt), Cancel),
            MessageContent.Uninstalled => _host.Installations.RemoveAsync(message.Address.Conversation, Cancel),
            _ => Task.CompletedTask,
        };
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [TeamsCheck(120)]
    public async Task Install_InATeam_KeepsTheChannelThatWasPicked()
    {
        await PostAsync(TeamInstallation("add"));

        var found = Assert.IsType<Installation>(await FindAsync(s_channel));
        Assert.Equal(ChatScope.Channel, found.Scope);
        Assert.Equal((_host.Teams.Url, TeamsActivity.Bot), (Route(found).Service, Route(found).Bot));
        Assert.Equal("11111111-1111-1111-1111-111111111111", found.InstalledBy?.Id);
        var greeting = Assert.Single(_host.Turns.Accepted);
        Assert.IsType<MessageContent.Installed>(greeting.Content);
        Assert.Equal(s_channel, greeting.Address.Conversation);
    }

    [Theory]
    [TeamsCheck(36, 121)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Install_BothEventsTwice_IsOneTargetAndOneGreeting(bool installationFirst)
    {
        JsonObject[] events = [Installation("add"), MembersAdded(TeamsActivity.Bot)];
        events = installationFirst ? events : [.. events.Reverse()];
        foreach (var activity in events.Concat(events))
        {
            await PostAsync((JsonObject)activity.DeepClone());
        }

        Assert.NotNull(await FindAsync(s_personal));
        Assert.IsType<MessageContent.Installed>(Assert.Single(_host.Turns.Accepted).Content);
    }

    [Fact]
    [TeamsCheck(36)]
    public async Task MembersAdded_OnlyThePersonOfAPersonalChat_IsOneGreeting()
    {
        await PostAsync(MembersAdded("29:1abc"));
        await PostAsync(MembersAdded("29:1abc"));

        Assert.IsType<MessageContent.Installed>(Assert.Single(_host.Turns.Accepted).Content);
    }

    [Fact]
    [TeamsCheck(36)]
    public async Task MembersAdded_InAChannel_GreetsNobody()
    {
        await PostAsync(MembersAdded("29:another").InChannel(thread: null));

        Assert.Empty(_host.Turns.Accepted);
    }

    [Theory]
    [TeamsCheck(38)]
    [InlineData("somethingNew", false)]
    [InlineData(null, false)]
    [InlineData("remove-upgrade", false)]
    [InlineData("add-upgrade", true)]
    public async Task Installation_OtherAction_ChangesNoMore(string? action, bool kept)
    {
        using var response = await _host.PostAsync(Installation(action));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(_host.Turns.Accepted);
        Assert.Equal(kept, await FindAsync(s_personal) is not null);
    }

    [Fact]
    [TeamsCheck(122)]
    public async Task Remove_ThenAdd_TakesOutAndGreetsAgain()
    {
        await PostAsync(Installation("add"));
        await PostAsync(Installation("remove"));
        Assert.Null(await FindAsync(s_personal));
        Assert.IsType<MessageContent.Uninstalled>(_host.Turns.Accepted[1].Content);

        await PostAsync(Installation("add"));
        Assert.NotNull(await FindAsync(s_personal));
    }

    [Fact]
    [TeamsCheck(122)]
    public async Task MembersRemoved_TheBot_TakesOut()
    {
        await PostAsync(TeamInstallation("add"));
        var removed = TeamsActivity.Base("conversationUpdate", _host.Teams.Url, more: new JsonObject
        {
            ["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = TeamsActivity.Bot }),
        }).InChannel(s_channel.Conversation, null);
        await PostAsync(removed);

        Assert.Null(await FindAsync(s_channel));
    }

    [Fact]
    [TeamsCheck(123)]
    public async Task Upgrade_KeepsTheTargetAndGreetsNobody()
    {
        await PostAsync(Installation("add"));
        await PostAsync(Installation("remove-upgrade"));
        await PostAsync(Installation("add-upgrade"));

        Assert.NotNull(await FindAsync(s_personal));
        Assert.Single(_host.Turns.Accepted);
    }

    [Fact]
    [TeamsCheck(124)]
    public async Task Message_FromAnotherServiceAddress_ReplacesTheStoredOne()
    {
        await PostAsync(Installation("add"));
        var moved = _host.Teams.Url + "/emea/";
        using var response = await _host.PostAsync(
            _host.Message().With("serviceUrl", moved),
            TokenMint.Sign(_host.Payload().With("serviceurl", moved), _host.Key));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(moved, Route((await FindAsync(s_personal))!).Service);
    }

    [Fact]
    [TeamsCheck(125)]
    public async Task Installation_NobodyVouchesFor_IsNotKept()
    {
        using var key = new MintKey("entra", endorsements: null);
        await using var issuer = await FakeOpenId.StartAsync(key);
        await using var host = await TeamsHost.StartAsync(setup =>
        {
            setup.Settings["Teams:AcceptEntraTokens"] = "true";
            setup.Settings["Teams:EntraMetadataAddress"] = issuer.Metadata;
        });
        var payload = TokenMint.Payload(TeamsActivity.AppId, null, DateTimeOffset.UtcNow, $"https://login.microsoftonline.com/{TeamsActivity.Tenant}/v2.0")
            .With("ver", "2.0").With("azp", TeamsActivity.AppId);
        using var response = await host.PostAsync(
            TeamsActivity.Base("installationUpdate", host.Teams.Url, more: new JsonObject { ["action"] = "add" }), TokenMint.Sign(payload, key));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(await host.Installations.FindAsync(s_personal, Cancel));
    }

    [Fact]
    [TeamsCheck(126)]
    public async Task Create_InAChannel_HasWhatTeamsWants()
    {
        _host.Teams.Answer(201, """{"id":"19:x@thread.tacv2;messageid=171","activityId":"171"}""");
        var outcome = await _host.Client.CreateAsync(_host.Teams.Url, new NewConversation
        {
            IsGroup = true,
            Bot = new OutgoingAccount(TeamsActivity.Bot),
            TenantId = TeamsActivity.Tenant,
            ChannelData = new NewConversationData(new IdOnly("19:x@thread.tacv2"), new IdOnly(TeamsActivity.Tenant)),
            Activity = OutgoingActivity.Plain("tip"),
        }, Cancel);

        var body = Assert.Single(_host.Teams.Requests).Json;
        Assert.Equal("171", Assert.IsType<ConnectorOutcome.Done>(outcome).Answer.ActivityId);
        Assert.True(body.GetProperty("isGroup").GetBoolean());
        Assert.Equal("19:x@thread.tacv2", body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
        Assert.Equal(TeamsActivity.Tenant, body.GetProperty("tenantId").GetString());
        Assert.Equal("tip", body.GetProperty("activity").GetProperty("text").GetString());
        Assert.False(body.TryGetProperty("members", out _));
    }

    [Fact]
    [TeamsCheck(127, 128)]
    public async Task Create_WithOnePerson_HasWhatTeamsWants()
    {
        _host.Teams.Answer(201, """{"id":"a:new"}""");
        var outcome = await _host.Client.CreateAsync(_host.Teams.Url, new NewConversation
        {
            IsGroup = false,
            Bot = new OutgoingAccount(TeamsActivity.Bot),
            Members = [new OutgoingAccount("29:1abc")],
            TenantId = TeamsActivity.Tenant,
            ChannelData = new NewConversationData(null, new IdOnly(TeamsActivity.Tenant)),
        }, Cancel);

        var body = Assert.Single(_host.Teams.Requests).Json;
        var answer = Assert.IsType<ConnectorOutcome.Done>(outcome).Answer;
        Assert.Equal(("a:new", null), (answer.Id, answer.ActivityId));
        Assert.False(body.GetProperty("isGroup").GetBoolean());
        Assert.Equal("29:1abc", Assert.Single(body.GetProperty("members").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(TeamsActivity.Tenant, body.GetProperty("tenantId").GetString());
    }

    [Theory]
    [TeamsCheck(129)]
    [InlineData(403, "BotNotInConversationRoster", true)]
    [InlineData(404, "ConversationNotFound", true)]
    [InlineData(403, "BotDisabledByAdmin", false)]
    [InlineData(403, "ConversationBlockedByUser", false)]
    [InlineData(403, "MessageWritesBlocked", false)]
    public async Task Send_TargetGoneOrBlocked_SaysWhich(int status, string code, bool gone)
    {
        _host.Teams.Answer(status, $$$"""{"error":{"code":"{{{code}}}","message":"x"}}""");
        var address = new Address(s_channel, new TeamsRoute(_host.Teams.Url, TeamsActivity.Bot, ChatScope.Channel, null, "msteams").ToJson());
        var failed = await _host.Channel.SendAsync(address, RecordingTurns.Says("tip").Reply, ReplyPlacement.New, null, Cancel);
        var next = await _host.Channel.SendAsync(address, RecordingTurns.Says("tip").Reply, ReplyPlacement.New, null, Cancel);

        Assert.Equal(gone ? new Delivery.Gone($"{status}-{code}") : new Delivery.Refused($"{status}-{code}"), failed);
        Assert.IsType<Delivery.Sent>(next);
        Assert.Equal(2, _host.Teams.Requests.Count);
    }

    private static TeamsRoute Route(Installation installation) => TeamsRoute.Parse(installation.Address.Route)!;

    private Task<Installation?> FindAsync(ConversationKey key) => _host.Installations.FindAsync(key, Cancel);

    private JsonObject Installation(string? action) => TeamsActivity.Base("installationUpdate", _host.Teams.Url, more: new JsonObject { ["action"] = action });

    private JsonObject TeamInstallation(string action)
    {
        var activity = Installation(action).InChannel("19:team@thread.tacv2", "171");
        activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = s_channel.Conversation } };
        return activity;
    }

    private JsonObject MembersAdded(string id) => TeamsActivity.Base("conversationUpdate", _host.Teams.Url, more: new JsonObject
    {
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = id }),
    });

    private async Task PostAsync(JsonObject activity)
    {
        using var response = await _host.PostAsync(activity);
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Accepted });
    }
}
