using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.TestSupport.Teams;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Checks;

/// <summary>Nobody comes in without a token that holds.</summary>
public sealed class TokenChecks : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TeamsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TeamsHost.StartAsync(setup => setup.Time = _time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [TeamsCheck(62)]
    public async Task Post_NoHeader_Is401AndTheBodyIsNotLookedAt()
    {
        using var response = await _host.PostAsync("this is no json", null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty(_host.Turns.Accepted);
    }

    [Theory]
    [TeamsCheck(63)]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer TOKEN b")]
    [InlineData("Bearer  TOKEN")]
    [InlineData("BearerTOKEN")]
    [InlineData("TOKEN")]
    [InlineData("Bearer TOKEN, Bearer TOKEN")]
    public async Task Post_OtherHeader_Is401(string header) => await RefusedAsync(header.Replace("TOKEN", Good(), StringComparison.Ordinal));

    [Fact]
    [TeamsCheck(63)]
    public async Task Post_TwoHeaders_Is401()
    {
        using var response = await _host.PostAsync(Encoding.UTF8.GetBytes(_host.Message().ToJsonString()), null, request =>
            request.Headers.TryAddWithoutValidation("Authorization", ["Bearer " + Good(), "Bearer " + Good()]));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    [TeamsCheck(64)]
    public async Task Post_MalformedToken_Is401()
    {
        var good = Good();
        string[] tokens =
        [
            "abc", "a.b.c", "..", ".", "a..c", "....", "a.b.c.d.e", new string('a', 30_000), "!!!.???.***", good[..^1], good[..good.LastIndexOf('.')],
            good.Replace('.', '!'), "bnVsbA.bnVsbA.bnVsbA", "W10.W10.W10", "e30.e30.", good + ".", "." + good,
        ];
        foreach (var token in tokens)
        {
            await RefusedAsync("Bearer " + token);
        }
    }

    [Fact]
    [TeamsCheck(65)]
    public async Task Post_Unsigned_Is401() => await RefusedTokenAsync(TokenMint.WithoutSignature(Payload()));

    [Fact]
    [TeamsCheck(66)]
    public async Task Post_SharedSecret_Is401()
    {
        await RefusedTokenAsync(TokenMint.SignWithSecret(Payload(), "dummy-secret-key"));
        await RefusedTokenAsync(TokenMint.SignWithSecret(Payload(), "dummy-secret-key", "k1"));
        await RefusedTokenAsync(TokenMint.SignWithSecret(Payload(), _host.Key.Rsa.ExportSubjectPublicKeyInfoPem(), "k1"));
        await RefusedTokenAsync(TokenMint.SignWithSecret(Payload(), _host.Key.Rsa.ExportRSAPublicKeyPem(), "k1"));
    }

    [Theory]
    [TeamsCheck(66)]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task Post_OtherAlgorithm_Is401(string algorithm) => await RefusedTokenAsync(TokenMint.Sign(Payload(), _host.Key, algorithm: algorithm));

    [Fact]
    [TeamsCheck(67)]
    public async Task Post_ForeignKeyUnderAKnownId_Is401()
    {
        using var foreign = new MintKey("k1", "msteams");
        await RefusedTokenAsync(TokenMint.Sign(Payload(), foreign));
    }

    [Fact]
    [TeamsCheck(68)]
    public async Task Post_ManyUnknownKeys_AreRefusedWithOneLookInFiveMinutes()
    {
        await AcceptedTokenAsync(Good());
        using var foreign = new MintKey("unknown", "msteams");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => RefusedTokenAsync(TokenMint.Sign(Payload(), foreign, $"unknown-{number}"))));
        Assert.Equal(2, _host.Issuer.KeyFetches);

        _time.Advance(TimeSpan.FromMinutes(6));
        await RefusedTokenAsync(TokenMint.Sign(Payload(), foreign));
        await RefusedTokenAsync(TokenMint.Sign(Payload(), foreign));
        Assert.Equal(3, _host.Issuer.KeyFetches);
    }

    [Fact]
    [TeamsCheck(69)]
    public async Task Post_NewKey_WorksWithTheFirstRequest()
    {
        await AcceptedTokenAsync(Good());
        using var fresh = new MintKey("k2", "msteams");
        _host.Issuer.Keys.Add(fresh);

        await AcceptedTokenAsync(TokenMint.Sign(Payload(), fresh));
    }

    [Fact]
    [TeamsCheck(70)]
    public async Task Post_KeyTakenBack_IsRefusedAfterTheNextFetch()
    {
        await AcceptedTokenAsync(Good());
        using var other = new MintKey("k2", "msteams");
        _host.Issuer.Keys.Clear();
        _host.Issuer.Keys.Add(other);
        _time.Advance(TimeSpan.FromHours(13));

        await RefusedTokenAsync(Good());
    }

    [Fact]
    [TeamsCheck(71)]
    public async Task Post_IssuerDownAfterwards_OldKeysServeOn()
    {
        await AcceptedTokenAsync(Good());
        _host.Issuer.IsDown = true;
        _time.Advance(TimeSpan.FromHours(30));

        await AcceptedTokenAsync(Good());
    }

    [Theory]
    [TeamsCheck(73)]
    [InlineData("\"https://api.botframework.com.evil.example\"")]
    [InlineData("\"https://API.botframework.com/\"")]
    [InlineData("\"https://api.botframework.com/\"")]
    [InlineData("\"https://api.botframework.us\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[\"https://api.botframework.com\"]")]
    [InlineData("[\"https://api.botframework.com\",\"https://evil.example\"]")]
    public async Task Post_OtherIssuer_Is401(string issuer) => await RefusedTokenAsync(Signed("iss", JsonNode.Parse(issuer)));

    [Fact]
    [TeamsCheck(74)]
    public async Task Post_TokenThatPointsElsewhere_IsRefusedAndNobodyIsAsked()
    {
        await using var attacker = await FakeOpenId.StartAsync(_host.Key);
        using var foreign = new MintKey("evil", "msteams");
        await AcceptedTokenAsync(Good());
        var header = new JsonObject
        {
            ["alg"] = "RS256",
            ["kid"] = "evil",
            ["jku"] = attacker.Metadata,
            ["x5u"] = attacker.Metadata,
            ["jwk"] = foreign.Published(),
        };
        await RefusedTokenAsync(TokenMint.Sign(header, Payload(), foreign));
        await RefusedTokenAsync(Signed("iss", attacker.Metadata));
        await RefusedTokenAsync(Signed("iss", "https://login.microsoftonline.com/11111111-aaaa-bbbb-cccc-222222222222/v2.0"));

        Assert.Equal(0, attacker.KeyFetches);
    }

    [Theory]
    [TeamsCheck(75)]
    [InlineData("\"44444444-4444-4444-4444-444444444444\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[\"44444444-4444-4444-4444-444444444444\"]")]
    [InlineData("\"33333333-3333-3333-3333-333333333333/\"")]
    public async Task Post_OtherAudience_Is401(string audience) => await RefusedTokenAsync(Signed("aud", JsonNode.Parse(audience)));

    [Fact]
    [TeamsCheck(75)]
    public async Task Post_NoAudience_Is401() => await RefusedTokenAsync(TokenMint.Sign(Payload().With("aud", null, remove: true), _host.Key));

    [Theory]
    [TeamsCheck(76, 77)]
    [InlineData("exp", -4, true)]
    [InlineData("exp", -6, false)]
    [InlineData("nbf", 4, true)]
    [InlineData("nbf", 6, false)]
    public async Task Post_LifetimeAtItsEdges_HasFiveMinutesOfGrace(string claim, int minutes, bool good)
    {
        var token = Signed(claim, _time.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds());
        await (good ? AcceptedTokenAsync(token) : RefusedTokenAsync(token));
    }

    [Theory]
    [TeamsCheck(78)]
    [InlineData(null)]
    [InlineData("\"tomorrow\"")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    public async Task Post_NoExpiryThatCanBeRead_Is401(string? expiry) => await RefusedTokenAsync(expiry is null
        ? TokenMint.Sign(Payload().With("exp", null, remove: true), _host.Key)
        : Signed("exp", JsonNode.Parse(expiry)));

    [Fact]
    [TeamsCheck(79)]
    public async Task Post_TenYears_IsAcceptedAsDocumented() => await AcceptedTokenAsync(Signed("exp", _time.GetUtcNow().AddYears(10).ToUnixTimeSeconds()));

    [Fact]
    [TeamsCheck(76)]
    public async Task Post_SameTokenAfterItEnded_Is401()
    {
        var token = Good();
        await AcceptedTokenAsync(token);
        _time.Advance(TimeSpan.FromMinutes(66));

        await RefusedTokenAsync(token);
    }

    [Theory]
    [TeamsCheck(80)]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("URL/another/path")]
    [InlineData("https://HOST")]
    [InlineData("")]
    [InlineData("not an address")]
    public async Task Post_TokenForAnotherService_IsForbidden(string claimed)
    {
        var url = claimed.Replace("URL", _host.Teams.Url, StringComparison.Ordinal)
            .Replace("HOST", new Uri(_host.Teams.Url).Authority, StringComparison.Ordinal);
        await ForbiddenAsync(Signed("serviceurl", url), _host.Message());
    }

    [Fact]
    [TeamsCheck(81)]
    public async Task Post_ServiceDiffersInCaseOrOneSlash_IsAccepted()
    {
        await AcceptedTokenAsync(Signed("serviceurl", _host.Teams.Url + "/"));
        await AcceptedTokenAsync(Signed("serviceurl", _host.Teams.Url.ToUpperInvariant()));
        using var response = await _host.PostAsync(_host.Message().With("serviceUrl", _host.Teams.Url + "/Emea/"), Signed("serviceurl", _host.Teams.Url + "/emea"));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    [TeamsCheck(82)]
    public async Task Post_TokenWithoutService_IsForbidden() =>
        await ForbiddenAsync(TokenMint.Sign(Payload().With("serviceurl", null, remove: true), _host.Key), _host.Message());

    [Fact]
    [TeamsCheck(83)]
    public async Task Post_ActivityWithoutService_IsForbidden() => await ForbiddenAsync(Good(), _host.Message().With("serviceUrl", null, remove: true));

    [Fact]
    [TeamsCheck(84)]
    public async Task Post_ClaimInCamelCase_IsRead()
    {
        var payload = Payload().With("serviceurl", null, remove: true).With("serviceUrl", _host.Teams.Url);
        await AcceptedTokenAsync(TokenMint.Sign(payload, _host.Key));
    }

    [Theory]
    [TeamsCheck(85)]
    [InlineData("directline")]
    [InlineData("MSTEAMS")]
    [InlineData("emulator")]
    public async Task Post_ChannelTheKeyMayNotSignFor_IsForbidden(string channel) => await ForbiddenAsync(Good(), _host.Message().With("channelId", channel));

    [Fact]
    [TeamsCheck(86)]
    public async Task Post_KeyWithoutEndorsements_IsForbidden()
    {
        using var bare = new MintKey("bare", endorsements: null);
        using var empty = new MintKey("empty");
        _host.Issuer.Keys.Add(bare);
        _host.Issuer.Keys.Add(empty);

        await ForbiddenAsync(TokenMint.Sign(Payload(), bare), _host.Message());
        await ForbiddenAsync(TokenMint.Sign(Payload(), empty), _host.Message());
    }

    [Fact]
    [TeamsCheck(87)]
    public async Task Post_KeyIdMissingOrAnothers_CountsTheKeyThatSigned()
    {
        using var other = new MintKey("other", "directline");
        _host.Issuer.Keys.Add(other);

        await AcceptedTokenAsync(TokenMint.Sign(Payload(), _host.Key, withKeyId: false));
        await AcceptedTokenAsync(TokenMint.Sign(Payload(), _host.Key, "nobody-knows"));
        using var swapped = await _host.PostAsync(_host.Message(), TokenMint.Sign(Payload(), other, "k1"));
        Assert.Contains(swapped.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        await ForbiddenAsync(TokenMint.Sign(Payload(), other, withKeyId: false), _host.Message());
    }

    [Fact]
    [TeamsCheck(88)]
    public async Task Post_EntraTokenByDefault_Is401()
    {
        var payload = Payload().With("iss", $"https://login.microsoftonline.com/{TeamsActivity.Tenant}/v2.0").With("ver", "2.0").With("azp", TeamsActivity.AppId);
        await RefusedTokenAsync(TokenMint.Sign(payload, _host.Key));
    }

    [Fact]
    [TeamsCheck(99)]
    public async Task Post_PlaygroundsHeader_ChangesNothing()
    {
        using var response = await _host.PostAsync(Encoding.UTF8.GetBytes(_host.Message().ToJsonString()), null, request =>
            request.Headers.Add("x-ms-agents-playground", "true"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    [TeamsCheck(100)]
    public async Task Log_OfAllThis_HasNoTokenNoSecretNoLineOfTheirs()
    {
        var tokens = new[] { Good(), TokenMint.WithoutSignature(Payload()), Signed("iss", "https://evil\r\nfake line"), Signed("aud", "x") };
        foreach (var token in tokens)
        {
            using var response = await _host.PostAsync(_host.Message("geheim\r\nfake line"), token);
        }

        using var wrong = await _host.PostAsync(_host.Message().With("channelId", "evil\r\nfake line"), Good());
        Assert.All(tokens, token => Assert.DoesNotContain(token.Split('.')[1], _host.Log.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("a secret of the tests", _host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fake line", _host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", _host.Log.Text, StringComparison.Ordinal);
        Assert.Contains("401", _host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ForeignTenant_IsForbidden()
    {
        var activity = _host.Message();
        activity["channelData"]!["tenant"]!["id"] = "99999999-9999-9999-9999-999999999999";
        await ForbiddenAsync(Good(), activity);
    }

    private JsonObject Payload() => _host.Payload(_time.GetUtcNow());

    private string Good() => _host.Token(_time.GetUtcNow());

    private string Signed(string claim, JsonNode? value) => TokenMint.Sign(Payload().With(claim, value), _host.Key);

    private async Task AcceptedTokenAsync(string token)
    {
        using var response = await _host.PostAsync(_host.Message(), token);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private Task RefusedTokenAsync(string token) => RefusedAsync("Bearer " + token);

    private async Task RefusedAsync(string header)
    {
        var before = _host.Turns.Accepted.Count;
        using var response = await _host.PostAsync(Encoding.UTF8.GetBytes(_host.Message().ToJsonString()), null, request =>
            request.Headers.TryAddWithoutValidation("Authorization", header));
        Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{response.StatusCode} for {header[..Math.Min(header.Length, 60)]}");
        Assert.Equal(before, _host.Turns.Accepted.Count);
    }

    private async Task ForbiddenAsync(string token, JsonObject activity)
    {
        var before = _host.Turns.Accepted.Count;
        using var response = await _host.PostAsync(activity, token);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(before, _host.Turns.Accepted.Count);
        Assert.Empty(_host.Teams.Requests);
    }
}
