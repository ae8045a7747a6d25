using System.Net;
using System.Text;
using CoachBot.TestSupport.Teams;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Checks;

/// <summary>The kinds of registration, the clouds, tokens of Entra, the local mode.</summary>
public sealed class RegistrationChecks
{
    [Fact]
    [TeamsCheck(72)]
    public async Task Post_KeysNeverLoaded_Is401AndRecovers()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var issuer = await FakeOpenId.StartAsync();
        await using var host = await TeamsHost.StartAsync(setup =>
        {
            setup.Time = time;
            setup.Settings["Teams:MetadataAddress"] = issuer.Metadata;
            issuer.IsDown = true;
        });
        using var refused = await host.PostAsync(host.Message());
        issuer.IsDown = false;
        issuer.Keys.Add(host.Key);
        time.Advance(TimeSpan.FromSeconds(10));
        using var accepted = await host.PostAsync(host.Message());

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Accepted), (refused.StatusCode, accepted.StatusCode));
    }

    [Theory]
    [TeamsCheck(89)]
    [InlineData("2.0", "azp", "https://login.microsoftonline.com/TENANT/v2.0")]
    [InlineData("1.0", "appid", "https://sts.windows.net/TENANT/")]
    [InlineData("1.0", "appid", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    public async Task Entra_OfTheBotItself_IsAccepted(string version, string claim, string issuer)
    {
        await using var entra = await EntraHost.StartAsync();
        using var response = await entra.PostAsync(version, claim, TeamsActivity.AppId, issuer);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [TeamsCheck(90)]
    [InlineData("3.0", "azp", TeamsActivity.AppId)]
    [InlineData("2.0", "appid", TeamsActivity.AppId)]
    [InlineData("1.0", "azp", TeamsActivity.AppId)]
    [InlineData("2.0", "azp", "55555555-5555-5555-5555-555555555555")]
    [InlineData("2.0", "azp", "")]
    public async Task Entra_OfAnotherProgram_Is401(string version, string claim, string caller)
    {
        await using var entra = await EntraHost.StartAsync();
        using var response = await entra.PostAsync(version, claim, caller);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    [TeamsCheck(90)]
    public async Task Entra_OfAProgramOnTheList_IsAccepted()
    {
        await using var entra = await EntraHost.StartAsync(setup => setup.Settings["Teams:AllowedCallers:0"] = "55555555-5555-5555-5555-555555555555");
        using var response = await entra.PostAsync("2.0", "azp", "55555555-5555-5555-5555-555555555555");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    [TeamsCheck(91)]
    public async Task Entra_OfAnotherTenant_Is401AndTheNextIsAccepted()
    {
        await using var entra = await EntraHost.StartAsync();
        using var foreign = await entra.PostAsync("2.0", "azp", TeamsActivity.AppId, "https://login.microsoftonline.com/99999999-9999-9999-9999-999999999999/v2.0");
        using var own = await entra.PostAsync("2.0", "azp", TeamsActivity.AppId);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Accepted), (foreign.StatusCode, own.StatusCode));
    }

    [Fact]
    [TeamsCheck(92)]
    public async Task Entra_ForeignServiceAddress_IsForbidden()
    {
        await using var entra = await EntraHost.StartAsync();
        using var response = await entra.PostAsync("2.0", "azp", TeamsActivity.AppId, serviceUrl: "https://evil.example/");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(entra.Host.Turns.Accepted);
    }

    [Theory]
    [TeamsCheck(93)]
    [InlineData("UsGovernment", "https://api.botframework.us", "https://api.botframework.com")]
    [InlineData("China", "https://api.botframework.azure.cn", "https://api.botframework.us")]
    [InlineData("Public", "https://api.botframework.com", "https://api.botframework.us")]
    public async Task Cloud_TakesItsOwnIssuerOnly(string cloud, string own, string other)
    {
        await using var host = await TeamsHost.StartAsync(setup => setup.Settings["Teams:Cloud"] = cloud);
        using var accepted = await host.PostAsync(host.Message(), TokenMint.Sign(host.Payload().With("iss", own), host.Key));
        using var refused = await host.PostAsync(host.Message(), TokenMint.Sign(host.Payload().With("iss", other), host.Key));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Unauthorized), (accepted.StatusCode, refused.StatusCode));
    }

    [Fact]
    [TeamsCheck(95)]
    public async Task Start_NothingConfigured_TheEndpointIsNotThere()
    {
        await using var host = await TeamsHost.StartAsync(setup =>
        {
            setup.UseLocalMode();
            setup.Settings.Remove("Teams:AnonymousLocal");
            setup.Environment = "Production";
        });
        using var response = await host.PostAsync(host.Message());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(host.Turns.Accepted);
    }

    [Theory]
    [InlineData("Teams:AppId", "Teams__AppId")]
    [InlineData("Teams:TenantId", "Teams__TenantId")]
    [InlineData("Teams:ClientSecret", "Teams__ClientSecret")]
    public async Task Start_HalfConfigured_NamesWhatIsMissing(string setting, string named)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => TeamsHost.StartAsync(setup => setup.Settings.Remove(setting)));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Teams:AppId", "no guid")]
    [InlineData("Teams:MetadataAddress", "http://example.com/keys")]
    [InlineData("Teams:TokenAddress", "ftp://example.com")]
    [InlineData("Teams:ServiceHosts:0", "http://example.com")]
    [InlineData("Teams:ServiceHosts:0", "not a host")]
    [InlineData("Teams:CertificateFile", "/nowhere/bot.pfx")]
    [InlineData("Teams:MaxBodyBytes", "1")]
    [InlineData("Teams:InvokeTimeout", "01:00:00")]
    public async Task Start_WrongSetting_IsRefused(string setting, string value) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => TeamsHost.StartAsync(setup => setup.Settings[setting] = value));

    [Theory]
    [TeamsCheck(96)]
    [InlineData("Production", null, null)]
    [InlineData("Staging", null, null)]
    [InlineData("Development", "Teams:AppId", TeamsActivity.AppId)]
    [InlineData("Development", "Teams:ClientSecret", "x")]
    [InlineData("Development", "urls", "http://0.0.0.0:0")]
    [InlineData("Development", "urls", "http://127.0.0.1:0;http://*:0")]
    [InlineData("Development", "Kestrel:Endpoints:Other:Url", "http://[::]:0")]
    public async Task LocalMode_OutsideItsBounds_DoesNotStart(string environment, string? setting, string? value) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => TeamsHost.StartAsync(setup =>
        {
            setup.UseLocalMode();
            setup.Environment = environment;
            if (setting is not null)
            {
                setup.Settings[setting] = value;
            }
        }));

    [Fact]
    public async Task LocalMode_Message_IsAcceptedWithoutAToken()
    {
        await using var host = await TeamsHost.StartAsync(setup => setup.UseLocalMode());
        using var response = await host.PostAsync(host.Message().ToJsonString(), "a token that nobody looks at");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Contains("LOCAL MODE", host.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [TeamsCheck(97)]
    [InlineData("X-Forwarded-For", "1.2.3.4")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=1.2.3.4")]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "localhost.evil.example:3978")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task LocalMode_FromElsewhere_IsForbidden(string header, string value)
    {
        await using var host = await TeamsHost.StartAsync(setup => setup.UseLocalMode());
        using var response = await host.PostAsync(Encoding.UTF8.GetBytes(host.Message().ToJsonString()), null, request =>
            request.Headers.TryAddWithoutValidation(header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(host.Turns.Accepted);
    }

    [Theory]
    [InlineData("Host", "localhost:3978")]
    [InlineData("Host", "[::1]:3978")]
    [InlineData("Origin", "http://localhost:56150")]
    public async Task LocalMode_FromThisMachine_IsAccepted(string header, string value)
    {
        await using var host = await TeamsHost.StartAsync(setup => setup.UseLocalMode());
        using var response = await host.PostAsync(Encoding.UTF8.GetBytes(host.Message().ToJsonString()), null, request =>
            request.Headers.TryAddWithoutValidation(header, value));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [TeamsCheck(98)]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://localhost@evil.example/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData(null)]
    public async Task LocalMode_AnswersGoToThisMachineOnly(string? service)
    {
        await using var host = await TeamsHost.StartAsync(setup => setup.UseLocalMode());
        using var response = await host.PostAsync(host.Message().With("serviceUrl", service).ToJsonString(), null);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    /// <summary>A host that takes Entra's tokens, which a key of its own signs.</summary>
    private sealed class EntraHost(TeamsHost host, FakeOpenId issuer, MintKey key) : IAsyncDisposable
    {
        public TeamsHost Host => host;

        public static async Task<EntraHost> StartAsync(Action<TeamsHostSetup>? change = null)
        {
            var key = new MintKey("entra", endorsements: null);
            var issuer = await FakeOpenId.StartAsync(key);
            var host = await TeamsHost.StartAsync(setup =>
            {
                setup.Settings["Teams:AcceptEntraTokens"] = "true";
                setup.Settings["Teams:EntraMetadataAddress"] = issuer.Metadata;
                change?.Invoke(setup);
            });
            return new EntraHost(host, issuer, key);
        }

        public Task<HttpResponseMessage> PostAsync(
            string version, string claim, string caller, string issuerName = "https://login.microsoftonline.com/TENANT/v2.0", string? serviceUrl = null)
        {
            var payload = TokenMint.Payload(TeamsActivity.AppId, null, DateTimeOffset.UtcNow, issuerName.Replace("TENANT", TeamsActivity.Tenant, StringComparison.Ordinal))
                .With("ver", version).With(claim, caller);
            return host.PostAsync(host.Message().With("serviceUrl", serviceUrl ?? host.Teams.Url), TokenMint.Sign(payload, key));
        }

        public async ValueTask DisposeAsync()
        {
            await host.DisposeAsync();
            await issuer.DisposeAsync();
            key.Dispose();
        }
    }
}
