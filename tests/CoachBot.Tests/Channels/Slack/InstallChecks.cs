using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.TestSupport.Slack;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Checks 83 to 86 of the Slack reference: OAuth, and tokens that run out.</summary>
public sealed class InstallChecks
{
    [Fact]
    public async Task Install_WholeWay_SavesTheInstallation()
    {
        var settings = new BedSettings { Distributed = true };
        await using var bed = await SlackBed.StartAsync(settings);
        var (state, cookie, authorize) = await BeginAsync(bed);
        bed.Slack.Codes["code-1"] = Answer();
        using var response = await FinishAsync(bed, $"code=code-1&state={state}", cookie);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("https://coach.bank.example/slack/oauth/callback", authorize["redirect_uri"].ToString());
        Assert.Contains("chat:write", authorize["scope"].ToString(), StringComparison.Ordinal);
        Assert.Equal(64, state.Length);
        var workspace = await bed.Get<ISlackWorkspaces>().FindAsync("T5", null, CancellationToken.None);
        Assert.Equal(new SlackWorkspace(FakeSlack.App, "T5", null, "UBOT", FakeSlack.BotId), workspace);
        Assert.Equal("xoxb-5", await bed.Get<ISlackWorkspaces>().TokenAsync(workspace!, CancellationToken.None));
        Assert.DoesNotContain("xoxb-5", bed.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C083_State_MissingUnknownReusedExpiredOrOfAnotherBrowser_IsRefusedWithoutAnExchange()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bed = await SlackBed.StartAsync(new() { Distributed = true, Clock = clock });
        var (state, cookie, _) = await BeginAsync(bed);
        var (expired, expiredCookie, _) = await BeginAsync(bed);
        var (other, _, _) = await BeginAsync(bed);
        foreach (var (query, sent) in new[]
        {
            ("code=c", cookie), ("code=c&state=", cookie), ("code=c&state=unknown", "unknown"), ($"code=c&state={state}", null), ($"code=c&state={other}", cookie), ($"code=c&state={state}&state={state}", cookie),
        })
        {
            using var response = await FinishAsync(bed, query, sent);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains("coachbot-slack-state=;", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        }

        clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        using var late = await FinishAsync(bed, $"code=c&state={expired}", expiredCookie);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Empty(bed.Slack.CallsOf("oauth.v2.access"));

        bed.Slack.Codes["code-1"] = Answer();
        bed.Slack.Codes["code-2"] = Answer();
        var (good, goodCookie, _) = await BeginAsync(bed);
        using var first = await FinishAsync(bed, $"code=code-1&state={good}", goodCookie);
        using var again = await FinishAsync(bed, $"code=code-2&state={good}", goodCookie);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (first.StatusCode, again.StatusCode));
        Assert.Single(bed.Slack.CallsOf("oauth.v2.access"));
    }

    [Fact]
    public async Task C084_AccessDenied_ShowsAKindPageAndStoresNothing()
    {
        await using var bed = await SlackBed.StartAsync(new() { Distributed = true });
        var (state, cookie, _) = await BeginAsync(bed);
        using var response = await FinishAsync(bed, $"error=access_denied<script>&state={state}", cookie, "zh-CN,zh;q=0.9");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("没有安装任何东西", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("script", page, StringComparison.Ordinal);
        Assert.Empty(bed.Slack.CallsOf("oauth.v2.access"));
        Assert.Null(await bed.Get<ISlackWorkspaces>().FindAsync("T5", null, CancellationToken.None));
    }

    [Fact]
    public async Task C085_Exchange_IsAForm_AndAnotherAppsAnswerIsRefused()
    {
        await using var bed = await SlackBed.StartAsync(new() { Distributed = true });
        foreach (var change in new Action<JsonObject>[] { answer => answer["app_id"] = "AOTHER", answer => answer.Remove("app_id"), answer => answer.Remove("access_token"), answer => answer["team"] = null })
        {
            var (state, cookie, _) = await BeginAsync(bed);
            var answer = Answer();
            change(answer);
            bed.Slack.Codes["code"] = answer;
            using var response = await FinishAsync(bed, $"code=code&state={state}", cookie);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        var call = bed.Slack.CallsOf("oauth.v2.access")[0];
        Assert.Equal(("1.2", "client-secret-hidden", "https://coach.bank.example/slack/oauth/callback"), (call["client_id"], call["client_secret"], call["redirect_uri"]));
        Assert.Null(await bed.Get<ISlackWorkspaces>().FindAsync("T5", null, CancellationToken.None));
        Assert.DoesNotContain("client-secret-hidden", bed.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C086_Refresh_TwoAtOnce_IsOneCallAndBothTokensAreSavedTogether()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var settings = new BedSettings { Distributed = true, Clock = clock };
        await using var bed = await SlackBed.StartAsync(settings);
        var (state, cookie, _) = await BeginAsync(bed);
        var answer = Answer();
        (answer["expires_in"], answer["refresh_token"]) = (43_200, "xoxe-first");
        bed.Slack.Codes["code-1"] = answer;
        using var response = await FinishAsync(bed, $"code=code-1&state={state}", cookie);
        var workspace = (await bed.Get<ISlackWorkspaces>().FindAsync("T5", null, CancellationToken.None))!;

        clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal("xoxb-5", await bed.Get<ISlackWorkspaces>().TokenAsync(workspace, CancellationToken.None));
        clock.Advance(TimeSpan.FromHours(1.5));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bed.Get<ISlackWorkspaces>().TokenAsync(workspace, CancellationToken.None)));

        Assert.Single(bed.Slack.CallsOf("oauth.v2.access"), call => call["grant_type"] == "refresh_token");
        Assert.StartsWith("xoxe.xoxb-", Assert.Single(tokens.Distinct()), StringComparison.Ordinal);
        var saved = SavedInstallation.Read(await settings.Secrets.ReadAsync(SavedInstallation.NameOf("T5", null), CancellationToken.None))!;
        Assert.Equal(tokens[0], saved.Token);
        Assert.NotEqual("xoxe-first", saved.RefreshToken);
    }

    [Fact]
    public async Task Refresh_TokenExpiredOnTheWay_IsRenewedAndTheCallMadeOnceMore()
    {
        var settings = new BedSettings { Distributed = true };
        await using var bed = await SlackBed.StartAsync(settings);
        var (state, cookie, _) = await BeginAsync(bed);
        var answer = Answer();
        (answer["expires_in"], answer["refresh_token"]) = (43_200, "xoxe-first");
        bed.Slack.Codes["code-1"] = answer;
        using var response = await FinishAsync(bed, $"code=code-1&state={state}", cookie);
        var workspace = (await bed.Get<ISlackWorkspaces>().FindAsync("T5", null, CancellationToken.None))!;
        bed.Slack.Fail("users.info", SlackFault.Error("token_expired"));
        var outcome = await bed.Get<CoachBot.Channels.Slack.Api.ISlackApi>().CallAsync(workspace, "users.info", [new("user", "U1")], CancellationToken.None);

        Assert.IsType<CoachBot.Channels.Slack.Api.SlackOutcome.Ok>(outcome);
        Assert.Equal(2, bed.Slack.CallsOf("users.info").Select(call => call.Token).Distinct().Count());
    }

    private static JsonObject Answer() => new()
    {
        ["ok"] = true, ["app_id"] = FakeSlack.App, ["access_token"] = "xoxb-5", ["token_type"] = "bot", ["scope"] = "chat:write,commands", ["bot_user_id"] = "UBOT",
        ["team"] = new JsonObject { ["id"] = "T5", ["name"] = "Bank" }, ["enterprise"] = null, ["is_enterprise_install"] = false, ["authed_user"] = new JsonObject { ["id"] = "U1" },
    };

    private static async Task<(string State, string Cookie, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Authorize)> BeginAsync(SlackBed bed)
    {
        using var response = await bed.Client.GetAsync(new Uri(bed.Address, "/slack/oauth/install"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/oauth/v2/authorize", response.Headers.Location!.AbsolutePath);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.All(["secure", "httponly", "samesite=lax", "path=/", "max-age=600"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        var query = QueryHelpers.ParseQuery(response.Headers.Location.Query);
        return (query["state"].ToString(), cookie.Split(';')[0].Split('=')[1], query);
    }

    private static async Task<HttpResponseMessage> FinishAsync(SlackBed bed, string query, string? cookie, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bed.Address, "/slack/oauth/callback?" + query));
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", "coachbot-slack-state=" + cookie);
        }

        return await bed.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
