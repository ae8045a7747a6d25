using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.TestSupport.Teams;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Checks;

/// <summary>A second opinion on tokens: the official JavaScript SDK and ours see the same ones and come to the same verdict.</summary>
public sealed class OfficialSdkTests
{
    // Checks 81, 86 and 78 of the list ask for ours.
    private static readonly string[] s_knownDifferences =
    [
        "service in capitals: taken by ours only",
        "key without channels: taken by theirs only",
        "no expiry: taken by theirs only",
    ];

    [Fact]
    public async Task Tokens_GoodAndForged_HaveTheSameVerdict()
    {
        Assert.SkipWhen(OfficialBot.Missing is not null, OfficialBot.Missing ?? "");
        using var directLine = new MintKey("k-directline", "directline");
        using var bare = new MintKey("k-bare", endorsements: null);
        using var foreign = new MintKey("k1", "msteams");
        await using var host = await TeamsHost.StartAsync();
        host.Issuer.Keys.Add(directLine);
        host.Issuer.Keys.Add(bare);
        using var official = await OfficialBot.StartAsync(host.Issuer.Metadata, TeamsActivity.AppId);
        using var http = new HttpClient();
        var differing = new List<string>();
        foreach (var (name, token) in Tokens(host, directLine, bare, foreign))
        {
            using var ours = await host.PostAsync(host.Message(), token);
            var theirs = await AskAsync(http, official, host.Message(), token);
            Assert.True((int)ours.StatusCode is 202 or 401 or 403, $"{name}: {ours.StatusCode}");
            if (ours.IsSuccessStatusCode != ((int)theirs is >= 200 and < 300))
            {
                differing.Add($"{name}: taken by {(ours.IsSuccessStatusCode ? "ours" : "theirs")} only");
            }
        }

        Assert.Equal(s_knownDifferences, differing);
    }

    private static IEnumerable<(string Name, string Token)> Tokens(TeamsHost host, MintKey directLine, MintKey bare, MintKey foreign)
    {
        JsonObject Payload() => host.Payload();
        string Signed(string claim, JsonNode? value) => TokenMint.Sign(Payload().With(claim, value), host.Key);
        long Minutes(int minutes) => DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds();

        yield return ("good", host.Token());
        yield return ("service in capitals", Signed("serviceurl", host.Teams.Url.ToUpperInvariant()));
        yield return ("ended four minutes ago", Signed("exp", Minutes(-4)));
        yield return ("ended six minutes ago", Signed("exp", Minutes(-6)));
        yield return ("begins in four minutes", Signed("nbf", Minutes(4)));
        yield return ("begins in six minutes", Signed("nbf", Minutes(6)));
        yield return ("unsigned", TokenMint.WithoutSignature(Payload()));
        yield return ("shared secret", TokenMint.SignWithSecret(Payload(), "dummy-secret-key"));
        yield return ("shared secret under a known id", TokenMint.SignWithSecret(Payload(), "dummy-secret-key", "k1"));
        yield return ("public key as secret", TokenMint.SignWithSecret(Payload(), host.Key.Rsa.ExportSubjectPublicKeyInfoPem(), "k1"));
        yield return ("public key of the other form as secret", TokenMint.SignWithSecret(Payload(), host.Key.Rsa.ExportRSAPublicKeyPem(), "k1"));
        yield return ("foreign key under a known id", TokenMint.Sign(Payload(), foreign));
        yield return ("foreign key under an unknown id", TokenMint.Sign(Payload(), foreign, "unknown"));
        yield return ("foreign key without an id", TokenMint.Sign(Payload(), foreign, withKeyId: false));
        yield return ("issuer of another domain", Signed("iss", "https://api.botframework.com.evil.example"));
        yield return ("issuer of another cloud", Signed("iss", "https://api.botframework.us"));
        yield return ("issuer with a slash", Signed("iss", "https://api.botframework.com/"));
        yield return ("no issuer", Signed("iss", ""));
        yield return ("audience of another bot", Signed("aud", "44444444-4444-4444-4444-444444444444"));
        yield return ("no audience", TokenMint.Sign(Payload().With("aud", null, remove: true), host.Key));
        yield return ("another service", Signed("serviceurl", "https://smba.trafficmanager.net/emea/"));
        yield return ("no service", TokenMint.Sign(Payload().With("serviceurl", null, remove: true), host.Key));
        yield return ("key of another channel", TokenMint.Sign(Payload(), directLine));
        yield return ("key without channels", TokenMint.Sign(Payload(), bare));
        yield return ("no expiry", TokenMint.Sign(Payload().With("exp", null, remove: true), host.Key));
        yield return ("changed payload", Tampered(host.Token()));
        yield return ("no signature", host.Token()[..^20]);
        yield return ("not a token", "abc");
        yield return ("three parts of nothing", "a.b.c");
    }

    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace("\"nbf\":", "\"x\":1,\"nbf\":", StringComparison.Ordinal);
        return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{parts[2]}";
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, OfficialBot bot, JsonObject activity, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Url + "/api/messages");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
