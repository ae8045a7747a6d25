using System.Globalization;
using CoachBot.Channels.Teams.Authentication;
using CoachBot.Channels.Teams.Connector;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Teams;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Checks;

/// <summary>What goes out, to whom, with what, and how often.</summary>
public sealed class OutgoingChecks : IAsyncLifetime
{
    private static readonly OutgoingActivity s_hello = OutgoingActivity.Plain("你好 <b> 🙂");
    private TeamsHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TeamsHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [TeamsCheck(101)]
    [InlineData("SingleTenant", "/22222222-2222-2222-2222-222222222222/oauth2/v2.0/token")]
    [InlineData("MultiTenant", "/botframework.com/oauth2/v2.0/token")]
    public void Token_ByDefault_ComesFromTheTenantsAddress(string type, string path)
    {
        using var http = new HttpClient();
        var options = new CoachBot.Channels.Teams.TeamsOptions { AppType = Enum.Parse<CoachBot.Channels.Teams.TeamsAppType>(type), TenantId = TeamsActivity.Tenant };

        Assert.Equal("https://login.microsoftonline.com" + path, new ClientCredentials(http, options, TokenAim.Teams(options), TimeProvider.System).Address);
    }

    [Fact]
    [TeamsCheck(101, 102)]
    public async Task Send_ManyAtOnce_AskForOneToken()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => SendAsync($"a:{number}")));

        var form = Assert.Single(_host.Issuer.TokenRequests);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", form, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", form, StringComparison.Ordinal);
        Assert.All(_host.Teams.Requests, request => Assert.Equal("Bearer token-1", request.Authorization));
    }

    [Fact]
    [TeamsCheck(102)]
    public async Task Send_TokenNearItsEnd_AsksForAnother()
    {
        await using var host = await TeamsHost.StartAsync();
        host.Issuer.TokenSeconds = 240;
        await host.Client.SendAsync(host.Teams.Url, "a:1", s_hello, Cancel);
        var asked = host.Issuer.TokenRequests.Count;
        await host.Client.SendAsync(host.Teams.Url, "a:1", s_hello, Cancel);

        // The one of the start was still long.
        Assert.InRange(host.Issuer.TokenRequests.Count - asked, 0, 1);
        Assert.InRange(host.Issuer.TokenRequests.Count, 1, 3);
    }

    [Fact]
    [TeamsCheck(103)]
    public async Task Send_TokenRefused_TriesOnceWithANewOne()
    {
        _host.Teams.Answer(401);
        Assert.IsType<ConnectorOutcome.Done>(await SendAsync());
        Assert.Equal(["Bearer token-1", "Bearer token-2"], _host.Teams.Requests.Select(request => request.Authorization));

        _host.Teams.Answer(401);
        _host.Teams.Answer(401, """{"error":{"code":"BotNotRegistered","message":"x"}}""");
        Assert.Equal("401-BotNotRegistered", Assert.IsType<ConnectorOutcome.Refused>(await SendAsync()).Error.Reason);
        Assert.Equal(4, _host.Teams.Requests.Count);
    }

    [Theory]
    [TeamsCheck(104, 105)]
    [InlineData("", "a:1", "/v3/conversations/a%3A1/activities")]
    [InlineData("/", "a:1", "/v3/conversations/a%3A1/activities")]
    [InlineData("/emea/22222222-2222-2222-2222-222222222222/", "x", "/emea/22222222-2222-2222-2222-222222222222/v3/conversations/x/activities")]
    [InlineData("/_connector", "19:xyz@thread.tacv2;messageid=1718", "/_connector/v3/conversations/19%3Axyz%40thread.tacv2%3Bmessageid%3D1718/activities")]
    public async Task Send_AnyServiceAddress_IsJoinedRight(string path, string conversation, string target)
    {
        await _host.Client.SendAsync(_host.Teams.Url + path, conversation, s_hello, Cancel);

        Assert.Equal(target, Assert.Single(_host.Teams.Requests).Target);
    }

    [Fact]
    [TeamsCheck(106)]
    public async Task Channel_Thread_IsAnsweredInTheThread_BareChannelGetsANewPost()
    {
        await ReplyAsync(new ConversationKey("teams", TeamsActivity.Tenant, "19:xyz@thread.tacv2", "1718"), ChatScope.Channel);
        await ReplyAsync(new ConversationKey("teams", TeamsActivity.Tenant, "19:xyz@thread.tacv2"), ChatScope.Channel);

        Assert.Equal(
            ["/v3/conversations/19%3Axyz%40thread.tacv2%3Bmessageid%3D1718/activities", "/v3/conversations/19%3Axyz%40thread.tacv2/activities"],
            _host.Teams.Requests.Select(request => request.Target));
    }

    [Fact]
    [TeamsCheck(107)]
    public async Task Send_Body_IsCleanUtf8()
    {
        await ReplyAsync(new ConversationKey("teams", TeamsActivity.Tenant, "a:1"), ChatScope.Personal, "你好 <b> 🙂");

        var request = Assert.Single(_host.Teams.Requests);
        var body = request.Json;
        Assert.Equal("application/json; charset=utf-8", request.ContentType);
        Assert.Equal("你好 <b> 🙂", body.GetProperty("text").GetString());
        Assert.Contains("你好 <b>", request.Body, StringComparison.Ordinal);
        Assert.Equal("plain", body.GetProperty("textFormat").GetString());
        Assert.Equal("personal", body.GetProperty("conversation").GetProperty("conversationType").GetString());
        Assert.Equal((TeamsActivity.Bot, "29:1abc"), (body.GetProperty("from").GetProperty("id").GetString(), body.GetProperty("recipient").GetProperty("id").GetString()));
        Assert.All(["id", "timestamp", "callerId", "serviceUrl"], name => Assert.False(body.TryGetProperty(name, out _)));
        Assert.DoesNotContain("null", request.Body, StringComparison.Ordinal);
    }

    [Theory]
    [TeamsCheck(109)]
    [InlineData(201, """{"id":"m1"}""", "m1")]
    [InlineData(200, """{"id":"m1","more":5}""", "m1")]
    [InlineData(202, "", null)]
    [InlineData(202, "{}", null)]
    [InlineData(200, "not json", null)]
    public async Task Send_AnySuccess_IsSent(int status, string body, string? id)
    {
        _host.Teams.Answer(status, body);

        Assert.Equal(new Delivery.Sent(id), await ReplyAsync(new ConversationKey("teams", TeamsActivity.Tenant, "a:1"), ChatScope.Personal));
    }

    [Fact]
    [TeamsCheck(110)]
    public async Task Send_Throttled_WaitsAsTold()
    {
        _host.Teams.Answer(429, "", ("Retry-After", "2"));
        Assert.IsType<ConnectorOutcome.Done>(await SendAsync());
        Assert.InRange((_host.Teams.Requests[1].At - _host.Teams.Requests[0].At).TotalSeconds, 1.9, 4);

        _host.Teams.Answer(429, "", ("Retry-After", DateTimeOffset.UtcNow.AddSeconds(3).ToString("R", CultureInfo.InvariantCulture)));
        Assert.IsType<ConnectorOutcome.Done>(await SendAsync());
        Assert.InRange((_host.Teams.Requests[3].At - _host.Teams.Requests[2].At).TotalSeconds, 1.5, 5);

        _host.Teams.Answer(429);
        Assert.IsType<ConnectorOutcome.Done>(await SendAsync());
        Assert.InRange((_host.Teams.Requests[5].At - _host.Teams.Requests[4].At).TotalSeconds, 0.7, 3);
    }

    [Fact]
    [TeamsCheck(110)]
    public async Task Send_ThrottledForLong_GoesBackToTheQueue()
    {
        _host.Teams.Answer(429, "", ("Retry-After", "86400"));
        var delivery = await ReplyAsync(new ConversationKey("teams", TeamsActivity.Tenant, "a:1"), ChatScope.Personal);

        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<Delivery.Later>(delivery).After);
        Assert.Single(_host.Teams.Requests);
    }

    [Fact]
    [TeamsCheck(111)]
    public async Task Send_PreconditionFailed_IsTriedAgain()
    {
        _host.Teams.Answer(412, """{"error":{"code":"PreconditionFailed"}}""");

        Assert.IsType<ConnectorOutcome.Done>(await SendAsync());
        Assert.Equal(2, _host.Teams.Requests.Count);
    }

    [Theory]
    [TeamsCheck(111)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task Send_Refused_IsNotTriedAgain(int status)
    {
        _host.Teams.Answer(status);

        Assert.Equal(status, Assert.IsType<ConnectorOutcome.Refused>(await SendAsync()).Error.Status);
        Assert.Single(_host.Teams.Requests);
    }

    [Theory]
    [TeamsCheck(112)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task Post_UnclearEnd_IsUnknownAndNeverRepeated(int status)
    {
        Unclear(status);

        Assert.IsType<Delivery.Unknown>(await ReplyAsync(new ConversationKey("teams", TeamsActivity.Tenant, "a:1"), ChatScope.Personal));
        Assert.Single(_host.Teams.Requests);
    }

    [Theory]
    [TeamsCheck(112)]
    [InlineData(502)]
    [InlineData(0)]
    public async Task PutAndDelete_UnclearEnd_AreRepeated(int status)
    {
        Unclear(status);
        Unclear(status);
        Assert.IsType<ConnectorOutcome.Done>(await _host.Client.UpdateAsync(_host.Teams.Url, "a:1", "m1", s_hello, Cancel));
        Unclear(status);
        Assert.IsType<ConnectorOutcome.Done>(await _host.Client.DeleteAsync(_host.Teams.Url, "a:1", "m1", Cancel));

        Assert.Equal(["PUT", "PUT", "PUT", "DELETE", "DELETE"], _host.Teams.Requests.Select(request => request.Method));
    }

    [Fact]
    [TeamsCheck(112)]
    public async Task Post_NoAnswerInTime_IsUnknown()
    {
        await using var host = await TeamsHost.StartAsync(setup => setup.Settings["Teams:CallTimeout"] = "00:00:01");
        host.Teams.Delay = TimeSpan.FromSeconds(4);

        Assert.Equal("no-answer", Assert.IsType<ConnectorOutcome.Unknown>(await host.Client.SendAsync(host.Teams.Url, "a:1", s_hello, Cancel)).Reason);
        Assert.Single(host.Teams.Requests);
    }

    [Fact]
    public async Task Post_NobodyListens_IsLater()
    {
        var closed = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        var url = closed.Url;
        await closed.DisposeAsync();
        await using var host = await TeamsHost.StartAsync(setup => setup.Settings["Teams:ServiceHosts:1"] = url);

        Assert.Equal("unreachable", Assert.IsType<ConnectorOutcome.Later>(await host.Client.SendAsync(url, "a:1", s_hello, Cancel)).Reason);
    }

    [Theory]
    [TeamsCheck(113)]
    [InlineData("<html>Bad Gateway</html>", "", "<html>Bad Gateway</html>")]
    [InlineData("", "", "")]
    [InlineData("""{"error":{"code":"BadArgument","message":"what is wrong"}}""", "BadArgument", "what is wrong")]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""", "MessageWritesBlocked", """{"subCode":"MessageWritesBlocked"}""")]
    [InlineData("""{"error":"x"}""", "", "")]
    [InlineData("[5]", "", "")]
    public void Error_AnyBody_IsReadable(string body, string code, string message)
    {
        var error = ConnectorErrorReader.Read(400, body, "abc.1\r\n");

        Assert.Equal((400, code, message, "abc.1"), (error.Status, error.Code, error.Message, error.Correlation));
    }

    [Fact]
    [TeamsCheck(114)]
    public async Task Send_Redirected_IsNotFollowed()
    {
        await using var elsewhere = await FakeConnector.StartAsync();
        _host.Teams.Answer(302, "", ("Location", elsewhere.Url + "/v3/conversations/x/activities"));

        Assert.Equal(302, Assert.IsType<ConnectorOutcome.Refused>(await SendAsync()).Error.Status);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [TeamsCheck(115)]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.com/")]
    [InlineData("https://smba.trafficmanager.net@evil.com/")]
    [InlineData("https://SMBA.trafficmanager.net./")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://127.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net/?x=1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/teams/")]
    [InlineData("")]
    public async Task Service_NotAllowed_IsNeverCalled(string service)
    {
        Assert.Null(new ServiceHosts([], localOnly: false).Allowed(service));
        Assert.Equal("ServiceHostNotAllowed", Assert.IsType<ConnectorOutcome.Refused>(await _host.Client.SendAsync(service, "a:1", s_hello, Cancel)).Error.Code);
    }

    [Theory]
    [TeamsCheck(116)]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.TrafficManager.net/amer/22222222-2222-2222-2222-222222222222/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://directline.botframework.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch")]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/dod")]
    [InlineData("https://bot-proxy.bank.example/")]
    public void Service_MicrosoftsOrTheBanks_IsAllowed(string service) =>
        Assert.NotNull(new ServiceHosts(["bot-proxy.bank.example"], localOnly: false).Allowed(service));

    [Fact]
    [TeamsCheck(117)]
    public void Pacer_ManySends_StayBelowTheLimits()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var pacer = new SendPacer(time);
        var sent = Enumerable.Range(0, 500).Select(number => (Conversation: number % 5, At: pacer.Take("t", $"c{number % 5}", TimeSpan.FromHours(3)).Wait)).ToList();

        foreach (var conversation in sent.GroupBy(send => send.Conversation))
        {
            AssertAtMost(6, TimeSpan.FromSeconds(1), conversation.Select(send => send.At));
            AssertAtMost(59, TimeSpan.FromSeconds(30), conversation.Select(send => send.At));
        }

        AssertAtMost(49, TimeSpan.FromSeconds(1), sent.Select(send => send.At));
        Assert.False(pacer.Take("t", "c0", TimeSpan.FromSeconds(5)).Taken);
        Assert.Equal((TimeSpan.Zero, true), pacer.Take("another", "d0", TimeSpan.FromSeconds(5)));
    }

    [Fact]
    [TeamsCheck(118)]
    public async Task Members_ManyPages_AreReadToTheEndAndNoFurther()
    {
        _host.Teams.Answer(200, """{"members":[{"id":"29:1"},null],"continuationToken":"a/b="}""");
        _host.Teams.Answer(200, """{"members":[{"id":"29:2"}],"continuationToken":"c"}""");
        _host.Teams.Answer(200, """{"members":[{"id":"29:3"}],"continuationToken":"a/b="}""");
        var members = await _host.Client.MembersAsync(_host.Teams.Url, "19:x", Cancel);

        Assert.Equal(["29:1", "29:2", "29:3"], members.Select(member => member.Id));
        Assert.Equal("/v3/conversations/19%3Ax/pagedmembers?pageSize=200&continuationToken=a%2Fb%3D", _host.Teams.Requests[1].Target);
        Assert.Equal(3, _host.Teams.Requests.Count);
    }

    [Fact]
    public async Task Replace_WhereTheChannelCant_IsANewMessage()
    {
        _host.Teams.Answer(501, """{"error":{"code":"NotImplemented"}}""");
        var key = new ConversationKey("teams", TeamsActivity.Tenant, "a:1");
        var delivery = await _host.Channel.SendAsync(AddressOf(key, ChatScope.Personal), Says("x"), ReplyPlacement.Replace, "m9", Cancel);

        Assert.IsType<Delivery.Sent>(delivery);
        Assert.Equal(["PUT /v3/conversations/a%3A1/activities/m9", "POST /v3/conversations/a%3A1/activities"], _host.Teams.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public async Task ManagedIdentity_AsksTheMachine()
    {
        var time = TimeProvider.System;
        using var http = new HttpClient();
        var options = new CoachBot.Channels.Teams.TeamsOptions { AppId = TeamsActivity.AppId, AppType = CoachBot.Channels.Teams.TeamsAppType.ManagedIdentity, TokenAddress = _host.Issuer.TokenAddress };
        var token = await new ManagedIdentity(http, options, TokenAim.Teams(options), time, _ => null).RequestAsync(Cancel);
        var appService = await new ManagedIdentity(http, options, TokenAim.Teams(options), time, name => name == "IDENTITY_ENDPOINT" ? _host.Issuer.TokenAddress : "header").RequestAsync(Cancel);

        Assert.StartsWith("token-", token.Value, StringComparison.Ordinal);
        Assert.StartsWith("token-", appService.Value, StringComparison.Ordinal);
        Assert.Contains(_host.Issuer.TokenRequests, request => request.Contains("resource=https%3A%2F%2Fapi.botframework.com&client_id=" + TeamsActivity.AppId, StringComparison.Ordinal));
    }

    [Fact]
    [TeamsCheck(98)]
    public async Task LocalMode_Calls_CarryNoToken()
    {
        await using var host = await TeamsHost.StartAsync(setup => setup.UseLocalMode());
        await host.Client.SendAsync(host.Teams.Url, "a:1", s_hello, Cancel);

        Assert.Null(Assert.Single(host.Teams.Requests).Authorization);
        Assert.IsType<ConnectorOutcome.Refused>(await host.Client.SendAsync("https://smba.trafficmanager.net/teams/", "a:1", s_hello, Cancel));
    }

    private static void AssertAtMost(int most, TimeSpan within, IEnumerable<TimeSpan> sends)
    {
        var times = sends.Order().ToList();
        for (var i = most; i < times.Count; i++)
        {
            Assert.True(times[i] - times[i - most] >= within, $"{most + 1} sends within {times[i] - times[i - most]}");
        }
    }

    private void Unclear(int status)
    {
        if (status == 0)
        {
            _host.Teams.BreakLine();
        }
        else
        {
            _host.Teams.Answer(status);
        }
    }

    private static Reply.Notice Says(string text) => new(text, CoachBot.Core.Language.AnswerLanguage.En);

    private Task<ConnectorOutcome> SendAsync(string conversation = "a:1") => _host.Client.SendAsync(_host.Teams.Url, conversation, s_hello, Cancel);

    private Address AddressOf(ConversationKey key, ChatScope scope) => new(key, new TeamsRoute(_host.Teams.Url, TeamsActivity.Bot, scope, "29:1abc", "msteams").ToJson());

    private Task<Delivery> ReplyAsync(ConversationKey key, ChatScope scope, string text = "x") =>
        _host.Channel.SendAsync(AddressOf(key, scope), Says(text), ReplyPlacement.New, null, Cancel);
}
