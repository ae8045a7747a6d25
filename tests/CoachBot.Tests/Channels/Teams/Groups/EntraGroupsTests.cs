using CoachBot.Channels.Teams;
using CoachBot.Channels.Teams.Connector;
using CoachBot.TestSupport.Teams;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Groups;

/// <summary>What the directory is asked, and what counts when it says no, nothing, or nonsense.</summary>
public sealed class EntraGroupsTests : IAsyncLifetime
{
    private static readonly Guid s_trainers = Guid.Parse("f448435d-3ca7-4073-8152-a1fd73c0fd09");
    private static readonly Guid s_others = Guid.Parse("bd7c6263-4dd5-4ae8-8c96-556e1c0bece6");
    private GroupsBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await GroupsBench.StartAsync([s_trainers, s_others], [s_trainers]);

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task IsMember_OfOneOfTwo_IsAskedInOneQuestionWithATokenForGraph()
    {
        Assert.Equal((true, false), (await _bench.IsMemberAsync(s_trainers), await _bench.IsMemberAsync(s_others)));

        var question = Assert.Single(_bench.Graph.Questions);
        Assert.Equal((Guid.Parse(GroupsBench.Ada), "Bearer token-1"), (question.Person, question.Authorization));
        Assert.Equal([s_trainers, s_others], question.Groups);
        Assert.Contains("scope=" + Uri.EscapeDataString(_bench.Graph.Url + "/.default"), Assert.Single(_bench.Entra.TokenRequests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsMember_SomeMinutesLater_IsAskedAgain()
    {
        await _bench.IsMemberAsync(s_trainers);
        _bench.Graph.People[Guid.Parse(GroupsBench.Ada)] = [];
        _bench.Clock.Advance(TimeSpan.FromMinutes(4.9));
        Assert.True(await _bench.IsMemberAsync(s_trainers));

        _bench.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.False(await _bench.IsMemberAsync(s_trainers));
        Assert.Equal(2, _bench.Graph.Questions.Count);
    }

    [Fact]
    public async Task IsMember_ManyGroupsNamed_AreAskedTwentyAtATime()
    {
        var many = Enumerable.Range(0, 45).Select(_ => Guid.NewGuid()).ToList();
        await using var bench = await GroupsBench.StartAsync(many.Append(many[0]), many);
        foreach (var group in many)
        {
            Assert.True(await bench.IsMemberAsync(group));
        }

        Assert.Equal([20, 20, 5], bench.Graph.Questions.Select(question => question.Groups.Count));
        Assert.Equal(many, bench.Graph.Questions.SelectMany(question => question.Groups));
    }

    [Theory]
    [InlineData("29:1abc", TeamsActivity.Tenant)]
    [InlineData("webchat:11111111-1111-1111-1111-111111111111", TeamsActivity.Tenant)]
    [InlineData(GroupsBench.Ada, "99999999-9999-9999-9999-999999999999")]
    [InlineData(GroupsBench.Ada, "")]
    public async Task IsMember_WhoIsNotOfTheDirectory_IsNotAskedAbout(string person, string tenant)
    {
        Assert.False(await _bench.IsMemberAsync(s_trainers, person, tenant));
        Assert.Empty(_bench.Graph.Questions);
    }

    [Fact]
    public async Task IsMember_GroupThatNoSettingNames_IsNotAskedAbout()
    {
        Assert.False(await _bench.IsMemberAsync(Guid.NewGuid()));
        Assert.Empty(_bench.Graph.Questions);
    }

    [Theory]
    [InlineData(429, "TooManyRequests")]
    [InlineData(503, "serviceNotAvailable")]
    public async Task IsMember_ShortRetryAfter_IsWaitedFor(int status, string code)
    {
        _bench.Graph.Next.Enqueue(FakeGraph.Error(status, code, "1"));
        var before = _bench.Clock.GetUtcNow();

        Assert.True(await _bench.IsMemberAsync(s_trainers));
        Assert.InRange(_bench.Clock.GetUtcNow() - before, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(429, "TooManyRequests")]
    [InlineData(503, "serviceNotAvailable")]
    public async Task IsMember_LongRetryAfter_IsClosedAndNotAskedAgainBefore(int status, string code)
    {
        _bench.Graph.Next.Enqueue(FakeGraph.Error(status, code, "120"));
        Assert.False(await _bench.IsMemberAsync(s_trainers));
        _bench.Clock.Advance(TimeSpan.FromSeconds(100));
        Assert.False(await _bench.IsMemberAsync(s_trainers));
        Assert.Single(_bench.Graph.Questions);

        _bench.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True(await _bench.IsMemberAsync(s_trainers));
    }

    public static TheoryData<string> WaysOfSilence => ["503", "500", "504", "broken line", "no answer", "not JSON", "no value", "no ids", "null", "no token"];

    [Theory]
    [MemberData(nameof(WaysOfSilence))]
    public async Task IsMember_GraphIsSilent_OnlyARecentAnswerCounts(string way)
    {
        await _bench.IsMemberAsync(s_trainers);
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        await SilenceAsync(way);

        Assert.True(await _bench.IsMemberAsync(s_trainers));
        Assert.False(await _bench.IsMemberAsync(s_others));
        _bench.Graph.People[Guid.Empty] = [s_trainers];
        Assert.False(await _bench.IsMemberAsync(s_trainers, Guid.Empty.ToString()));
        _bench.Clock.Advance(TimeSpan.FromMinutes(25));
        Assert.False(await _bench.IsMemberAsync(s_trainers));

        Assert.Contains("Groups could not be looked up", _bench.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(GroupsBench.Ada, _bench.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", _bench.Log.Text.Replace("token-503", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsMember_GraphIsBackAgain_IsAskedAgain()
    {
        _bench.Graph.Always = FakeGraph.Error(503, "serviceNotAvailable");
        Assert.False(await _bench.IsMemberAsync(s_trainers));
        _bench.Graph.Always = null;
        Assert.False(await _bench.IsMemberAsync(s_trainers));

        _bench.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.True(await _bench.IsMemberAsync(s_trainers));
    }

    [Fact]
    public async Task IsMember_NoPermission_IsClosedForAllUntilANewTokenHasIt()
    {
        await _bench.IsMemberAsync(s_trainers);
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        _bench.Graph.Next.Enqueue(FakeGraph.Error(403, "Authorization_RequestDenied"));

        Assert.False(await _bench.IsMemberAsync(s_trainers));
        Assert.Contains("Microsoft Graph refused a POST: 403-Authorization_RequestDenied (66666666-6666-6666-6666-666666666666)", _bench.Log.Text, StringComparison.Ordinal);
        Assert.Contains("GroupMember.Read.All", _bench.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(GroupsBench.Ada, _bench.Log.Text, StringComparison.Ordinal);
        _bench.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.True(await _bench.IsMemberAsync(s_trainers));
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], _bench.Graph.Questions.Select(question => question.Authorization));
    }

    [Fact]
    public async Task IsMember_OneGroupWasDeleted_OthersStillCount()
    {
        _bench.Graph.Deleted.Add(s_others);

        Assert.Equal((true, false), (await _bench.IsMemberAsync(s_trainers), await _bench.IsMemberAsync(s_others)));
        Assert.Equal([2, 1, 1], _bench.Graph.Questions.Select(question => question.Groups.Count));
        Assert.Contains(s_others.ToString(), _bench.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsMember_WhomTheDirectoryDoesNotKnow_IsNone()
    {
        Assert.False(await _bench.IsMemberAsync(s_trainers, "77777777-7777-7777-7777-777777777777"));
        Assert.DoesNotContain("77777777", _bench.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TeamsAppType.SingleTenant)]
    [InlineData(TeamsAppType.MultiTenant)]
    [InlineData(TeamsAppType.ManagedIdentity)]
    public async Task IsMember_AnyIdentity_AsksWithATokenForGraph(TeamsAppType type)
    {
        await using var bench = await GroupsBench.StartAsync([s_trainers], [s_trainers], options => options.AppType = type);

        Assert.True(await bench.IsMemberAsync(s_trainers));
        var resource = Uri.EscapeDataString(bench.Graph.Url);
        Assert.Contains(
            type == TeamsAppType.ManagedIdentity ? $"resource={resource}&" : $"scope={resource}%2F.default",
            Assert.Single(bench.Entra.TokenRequests),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TeamsCloud.Public, TeamsAppType.SingleTenant, "", "https://graph.microsoft.com", "https://login.microsoftonline.com")]
    [InlineData(TeamsCloud.Public, TeamsAppType.MultiTenant, "", "https://graph.microsoft.com", "https://login.microsoftonline.com")]
    [InlineData(TeamsCloud.UsGovernment, TeamsAppType.SingleTenant, "", "https://graph.microsoft.us", "https://login.microsoftonline.us")]
    [InlineData(TeamsCloud.UsGovernment, TeamsAppType.SingleTenant, "https://dod-graph.microsoft.us/", "https://dod-graph.microsoft.us", "https://login.microsoftonline.us")]
    [InlineData(TeamsCloud.China, TeamsAppType.SingleTenant, "", "https://microsoftgraph.chinacloudapi.cn", "https://login.partner.microsoftonline.cn")]
    public void Token_OfEachCloud_IsForItsGraphAndFromTheBanksTenant(TeamsCloud cloud, TeamsAppType type, string address, string graph, string login)
    {
        using var http = new HttpClient();
        var options = new TeamsOptions { Cloud = cloud, AppType = type, TenantId = TeamsActivity.Tenant, GraphAddress = address };
        var aim = TokenAim.Graph(options);

        Assert.Equal(new TokenAim(graph, TeamsActivity.Tenant), aim);
        Assert.Equal($"{login}/{TeamsActivity.Tenant}/oauth2/v2.0/token", new ClientCredentials(http, options, aim, TimeProvider.System).Address);
    }

    private async Task SilenceAsync(string way)
    {
        if (way == "no token")
        {
            // The token that is kept is near its end after 55 minutes; the last answer was given shortly before.
            _bench.Clock.Advance(TimeSpan.FromMinutes(45));
            await _bench.IsMemberAsync(s_trainers);
            _bench.Clock.Advance(TimeSpan.FromMinutes(6));
            _bench.Entra.IsDown = true;
        }

        _bench.Graph.Always = way switch
        {
            "no token" => null,
            "broken line" => FakeGraph.BreakLine,
            "no answer" => context => Task.Delay(Timeout.Infinite, context.RequestAborted),
            "not JSON" => FakeGraph.Says("<html>a gateway's page</html>"),
            "no value" => FakeGraph.Says("{}"),
            "no ids" => FakeGraph.Says("""{"value":[1,2]}"""),
            "null" => FakeGraph.Says("""{"value":null}"""),
            _ => FakeGraph.Error(int.Parse(way, System.Globalization.CultureInfo.InvariantCulture), "serviceNotAvailable"),
        };
    }
}
