using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Door;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Slack;
using Xunit;
using static CoachBot.Tests.Channels.Slack.SlackPayloads;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Slack's own packages as a second opinion: on our signatures, on our statuses, and on the fake Slack that all other tests trust.</summary>
public sealed class OfficialClientTests
{
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public async Task Signatures_TableOfRequests_JudgedAsBoltDoes()
    {
        Need("@slack/bolt");
        var rows = Rows().ToList();
        await using var bolt = NodeClient.Start("slack/signatures.mjs");
        foreach (var row in rows)
        {
            await bolt.WriteAsync(JsonSerializer.Serialize(new
            {
                secret = SlackBed.Secret, body = Convert.ToBase64String(row.Body), timestamp = row.Stamp, signature = row.Signature, nowMilliseconds = Then.ToUnixTimeMilliseconds(),
            }));
        }

        var verdicts = (await bolt.FinishAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Count, verdicts.Length);
        Assert.All(rows.Zip(verdicts), pair =>
        {
            var ours = SlackSignature.IsGenuine(SlackBed.Secret, TimeSpan.FromMinutes(5), pair.First.Stamp, pair.First.Body, pair.First.Signature, Then);
            Assert.True((pair.First.OnlyWeRefuse ? "genuine" : ours ? "genuine" : "refused") == pair.Second && !(pair.First.OnlyWeRefuse && ours), $"{pair.First.What}: {pair.Second}, ours {ours}");
        });
    }

    [Fact]
    public async Task WebClient_AgainstTheFake_IsAnsweredAsBySlack()
    {
        Need("@slack/web-api");
        await using var slack = await FakeSlack.StartAsync();
        slack.Outside["COUTSIDE"] = true;
        slack.Codes["code-1"] = new JsonObject { ["ok"] = true, ["app_id"] = "A1", ["access_token"] = "xoxb-9", ["bot_user_id"] = "UBOT", ["team"] = new JsonObject { ["id"] = "T9" } };
        slack.Fail("conversations.info", SlackFault.TooMany("1"));
        await using var client = NodeClient.Start("slack/web-api.mjs", slack.Address + "/api/");
        await client.ReadLineAsync();
        await client.WriteAsync(slack.Trigger());
        var results = Line((await client.FinishAsync()).TrimEnd().Split('\n')[^1]);

        foreach (var well in new[] { "authTest", "post", "postAgain", "update", "ephemeral", "open", "view", "home", "user", "status", "prompts", "exchange" })
        {
            Assert.True(results.GetProperty(well).TryGetProperty("ok", out var ok) && ok.GetBoolean(), $"{well}: {results.GetProperty(well)}");
        }

        foreach (var (name, error) in new[]
        {
            ("tooLong", "msg_too_long"), ("outside", "not_in_channel"), ("viewAgain", "exchanged_trigger_id"), ("scope", "unknown_method"), ("wrongToken", "invalid_auth"), ("exchangeAgain", "invalid_code"),
        })
        {
            Assert.Equal(("slack_webapi_platform_error", error), (results.GetProperty(name).GetProperty("thrown").GetString(), results.GetProperty(name).GetProperty("error").GetString()));
        }

        Assert.Equal("slack_webapi_rate_limited_error", results.GetProperty("limited").GetProperty("thrown").GetString());
        Assert.All(slack.Calls, call => Assert.False(call.Repeated));
        Assert.Equal("section", slack.CallsOf("chat.postMessage")[0].Json("blocks")[0].GetProperty("type").GetString());
        Assert.Equal(2, slack.Posted);
    }

    [Fact]
    public async Task SocketModeClient_AgainstTheFake_IsGreetedAcknowledgesAndComesBack()
    {
        Need("@slack/socket-mode");
        await using var slack = await FakeSlack.StartAsync();
        await using var client = NodeClient.Start("slack/socket-mode.mjs", slack.Address + "/api/");
        var socket = await slack.Sockets.WaitAsync();
        Assert.Equal("connected", Line(await client.ReadLineAsync()).GetProperty("state").GetString());

        await socket.SendAsync(Enveloped("e1", "events_api", Envelope(Direct("hello"))));
        await socket.SendAsync(Enveloped("e2", "slash_commands", new JsonObject { ["command"] = "/coach", ["text"] = "" }));
        Assert.Equal("hello", Line(await client.ReadLineAsync()).GetProperty("body").GetProperty("event").GetProperty("text").GetString());
        Assert.Equal("slash_commands", Line(await client.ReadLineAsync()).GetProperty("type").GetString());
        Assert.Equal("e1", (await socket.AcknowledgementAsync("e1")).GetProperty("envelope_id").GetString());
        Assert.Equal("taken", (await socket.AcknowledgementAsync("e2")).GetProperty("payload").GetProperty("text").GetString());

        await socket.SendAsync("""{"type":"disconnect","reason":"refresh_requested","debug_info":{"host":"x"}}""");
        await slack.Sockets.WaitAsync(2);
        Assert.Equal("connected", Line(await client.ReadLineAsync()).GetProperty("state").GetString());
        await client.FinishAsync();
    }

    [Fact]
    public async Task Bolt_SameBytes_SameStatusesButForTheIntendedDifferences()
    {
        Need("@slack/bolt");
        await using var bed = await SlackBed.StartAsync();
        await using var bolt = NodeClient.Start("slack/bolt-app.mjs", bed.Slack.Address + "/api/", SlackBed.Secret);
        var port = int.Parse(await bolt.ReadLineAsync(), System.Globalization.CultureInfo.InvariantCulture);
        const string form = "application/x-www-form-urlencoded";
        var message = Envelope(Direct("hello")).ToJsonString();
        foreach (var (what, type, body, skew, spoil, theirs, ours) in new (string, string?, string, int, bool, int, int)[]
        {
            ("a message", "application/json", message, 0, false, 200, 200),
            ("with a charset", "application/json; charset=utf-8", message, 0, false, 200, 200),
            ("a challenge", "application/json", """{"type":"url_verification","challenge":"x"}""", 0, false, 200, 200),
            ("a bad signature", "application/json", message, 0, true, 401, 401),
            ("an old one", "application/json", message, -301, false, 401, 401),
            ("malformed", "application/json", "{", 0, false, 400, 400),
            ("empty", "application/json", "", 0, false, 400, 400),
            ("ssl_check", form, "ssl_check=1&token=x", 0, true, 200, 200),

            // Where Bolt is mistaken, or kinder than is good.
            ("from the future", "application/json", message, 600, false, 200, 401),
            ("a form with a charset", form + "; charset=utf-8", "payload=" + Uri.EscapeDataString("""{"type":"block_actions","user":{"id":"U1"},"team":{"id":"T1"},"actions":[]}"""), 0, false, 400, 400),
            ("plain text", "text/plain", message, 0, false, 200, 415),
        })
        {
            Assert.True(theirs == await StatusAsync(new Uri($"http://127.0.0.1:{port}/slack/events"), body, type, skew, spoil, bed.Client), $"{what}: Bolt");
            Assert.True(ours == await StatusAsync(new Uri(bed.Address, "/slack/events"), body, type, skew, spoil, bed.Client), $"{what}: ours");
        }

        await bolt.FinishAsync();
    }

    private static async Task<int> StatusAsync(Uri address, string body, string? type, int skew, bool spoil, HttpClient client)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var stamp = (DateTimeOffset.UtcNow.ToUnixTimeSeconds() + skew).ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add(SlackSignature.TimestampHeader, stamp);
        request.Headers.Add(SlackSignature.Header, SlackSignature.Of(spoil ? "spoilt" : SlackBed.Secret, stamp, bytes));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    private static IEnumerable<(string What, string Stamp, byte[] Body, string Signature, bool OnlyWeRefuse)> Rows()
    {
        var body = Encoding.UTF8.GetBytes("""{"type":"event_callback","text":"客户说取款机吐了假钞 😀\r\n+%2B"}""");
        string At(int seconds) => Then.AddSeconds(seconds).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        string Sign(string stamp, string secret = SlackBed.Secret) => SlackSignature.Of(secret, stamp, body);
        var right = Sign(At(0));
        yield return ("now", At(0), body, right, false);
        yield return ("empty body", At(0), [], SlackSignature.Of(SlackBed.Secret, At(0), []), false);
        yield return ("300 s old", At(-300), body, Sign(At(-300)), false);
        yield return ("301 s old", At(-301), body, Sign(At(-301)), false);
        yield return ("300 s ahead", At(300), body, Sign(At(300)), false);
        yield return ("301 s ahead", At(301), body, Sign(At(301)), true);
        yield return ("another secret", At(0), body, Sign(At(0), "another"), false);
        yield return ("another time", At(1), body, right, false);
        yield return ("a byte more", At(0), [.. body, 32], right, false);
        yield return ("v1", At(0), body, "v1=" + right[3..], false);
        yield return ("upper case", At(0), body, "v0=" + right[3..].ToUpperInvariant(), false);
        yield return ("63 digits", At(0), body, right[..^1], false);
        yield return ("65 digits", At(0), body, right + "0", false);
        yield return ("empty", At(0), body, "", false);
        for (var at = 3; at < right.Length; at++)
        {
            yield return ($"digit {at}", At(0), body, right[..at] + (right[at] == '0' ? '1' : '0') + right[(at + 1)..], false);
        }
    }

    private static void Need(string package)
    {
        if (NodeClient.Missing(package) is { } missing)
        {
            Assert.Skip(missing);
        }
    }

    private static JsonElement Line(string line) => JsonSerializer.Deserialize<JsonElement>(line);

    private static string Enveloped(string id, string type, JsonNode payload) =>
        new JsonObject { ["envelope_id"] = id, ["type"] = type, ["accepts_response_payload"] = true, ["payload"] = payload.DeepClone() }.ToJsonString();
}
