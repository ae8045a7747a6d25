using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CoachBot.Channels.Slack.Door;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static CoachBot.Tests.Channels.Slack.SlackPayloads;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Checks 1 to 22 of the Slack reference: what comes in over HTTP.</summary>
public sealed class HttpEntryChecks
{
    private const string Stamp = "1531420618";
    private const string Published = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string Form = "application/x-www-form-urlencoded";
    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1531420618);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    [Fact]
    public void C001_IsGenuine_PublishedVector_Verifies() =>
        Assert.True(SlackSignature.IsGenuine(SlackBed.Secret, Window, Stamp, Encoding.UTF8.GetBytes(Body), Published, Then));

    [Fact]
    public async Task C002_Post_AnyOneByteOfTheBodyChanged_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(Body);
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 1;
            Assert.False(SlackSignature.IsGenuine(SlackBed.Secret, Window, Stamp, changed, Published, Then));
        }

        await using var bed = await SlackBed.StartAsync(new() { Clock = new FakeTimeProvider(Then) });
        bytes[^1] ^= 1;
        using var response = await bed.SendAsync("/slack/commands", bytes, Form, (SlackSignature.TimestampHeader, Stamp), (SlackSignature.Header, Published));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(bed.Turns.Accepted);
    }

    [Fact]
    public async Task C003_Post_SignatureOfAnotherSecret_IsRefused()
    {
        await using var bed = await SlackBed.StartAsync();
        var body = Encoding.UTF8.GetBytes(Envelope(Direct("hello")).ToJsonString());

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(bed, body, Now(bed), SlackSignature.Of("another", Now(bed), body)));
    }

    [Fact]
    public async Task C004_Post_HeadersMissingOrTwice_IsRefused()
    {
        await using var bed = await SlackBed.StartAsync();
        var body = Encoding.UTF8.GetBytes(Envelope(Direct("hello")).ToJsonString());
        var time = (SlackSignature.TimestampHeader, Now(bed));
        var signature = (SlackSignature.Header, SlackSignature.Of(SlackBed.Secret, Now(bed), body));

        foreach (var headers in new (string, string)[][] { [], [time], [signature], [time, time, signature], [time, signature, signature], [time, time, signature, signature] })
        {
            using var response = await bed.SendAsync("/slack/events", body, "application/json", headers);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Empty(bed.Turns.Accepted);
    }

    [Fact]
    public async Task C005_Post_SignatureOfAnotherShape_IsRefusedWithoutAnException()
    {
        await using var bed = await SlackBed.StartAsync();
        var body = Encoding.UTF8.GetBytes(Envelope(Direct("hello")).ToJsonString());
        var right = SlackSignature.Of(SlackBed.Secret, Now(bed), body);

        foreach (var wrong in new[] { "v1=" + right[3..], right[..^1], right + "0", "v0=" + new string('z', 64), "v0=" + right[3..].ToUpperInvariant(), "", right[3..], "v0=" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(bed, body, Now(bed), wrong));
        }

        Assert.Empty(bed.Logs.Errors);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void C006_IsGenuine_Old_WithinFiveMinutesOnly(int seconds, bool accepted) =>
        Assert.Equal(accepted, SlackSignature.IsGenuine(SlackBed.Secret, Window, Stamp, Encoding.UTF8.GetBytes(Body), Published, Then.AddSeconds(seconds)));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void C007_IsGenuine_FromTheFuture_WithinFiveMinutesOnly(int seconds, bool accepted) =>
        Assert.Equal(accepted, SlackSignature.IsGenuine(SlackBed.Secret, Window, Stamp, Encoding.UTF8.GetBytes(Body), Published, Then.AddSeconds(seconds)));

    [Fact]
    public async Task C008_Post_TimestampOfAnotherShape_IsRefusedWithoutAnException()
    {
        await using var bed = await SlackBed.StartAsync();
        var body = Encoding.UTF8.GetBytes(Envelope(Direct("hello")).ToJsonString());
        foreach (var stamp in new[] { "abc", "", "-" + Now(bed), new string('1', 30), Now(bed)[..5] + " " + Now(bed)[5..], "+" + Now(bed), "0x5f", Now(bed) + ".0" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(bed, body, stamp, SlackSignature.Of(SlackBed.Secret, stamp, body)));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(bed, body, "0" + Now(bed), SlackSignature.Of(SlackBed.Secret, Now(bed), body)));
        Assert.Empty(bed.Logs.Errors);
    }

    [Fact]
    public async Task C009_Post_HeaderNamesInAnyCase_AreAccepted()
    {
        await using var bed = await SlackBed.StartAsync();
        var body = Encoding.UTF8.GetBytes(Envelope(Direct("hello")).ToJsonString());
        using var response = await bed.SendAsync("/slack/events", body, "application/json",
            ("x-slack-request-timestamp", Now(bed)), ("X-SLACK-SIGNATURE", SlackSignature.Of(SlackBed.Secret, Now(bed), body)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(bed.Turns.Accepted);
    }

    [Fact]
    public void C010_IsGenuine_Code_ComparesInFixedTime()
    {
        var code = File.ReadAllText(TestSupport.RepositoryRoot.In("src/CoachBot.Channels/Slack/Door/SlackSignature.cs"));

        Assert.Contains("CryptographicOperations.FixedTimeEquals", code, StringComparison.Ordinal);
        Assert.DoesNotContain("== signature", code, StringComparison.Ordinal);
        Assert.DoesNotContain("FromHexString", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C011_Post_UtfAndEscapes_VerifiedRawAndDecodedAfterwards()
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.PostAsync("/slack/commands", $"command=%2Fnothing&user_id=U1&channel_id=C1&team_id=T1&api_app_id=A1&trigger_id=1&text=a+b%2Bc%0D%0A取款机+%F0%9F%98%80", Form);
        using var second = await bed.EventAsync(Direct("客户说取款机吐了假钞 \r\n+"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (response.StatusCode, second.StatusCode));
        Assert.Equal("客户说取款机吐了假钞 \r\n+", bed.Turns.Said.Last());
        var fields = FormFields.Read(Encoding.UTF8.GetBytes("text=a+b%2Bc%0D%0A取款机+%F0%9F%98%80"))!;
        Assert.Equal("a b+c\r\n取款机 😀", fields.Single("text"));
    }

    [Theory]
    [InlineData("/slack/events", "application/json")]
    [InlineData("/slack/events", Form)]
    [InlineData("/slack/commands", Form)]
    [InlineData("/slack/interactivity", Form)]
    public async Task C012_Post_EmptyBodySigned_IsABadRequest(string path, string type)
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.PostAsync(path, "", type);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task C013_Post_TooLargeOrTooSlow_IsCutOff()
    {
        await using var bed = await SlackBed.StartAsync();
        using var declared = await bed.PostAsync("/slack/events", new string(' ', (1024 * 1024) + 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, declared.StatusCode);

        // Chunked, so that nothing says beforehand how long it will be.
        Assert.Equal(413, await RawAsync(bed, "Transfer-Encoding: chunked", Enumerable.Repeat("10000\r\n" + new string('x', 0x10000) + "\r\n", 40), TimeSpan.Zero));
        Assert.Equal(408, await RawAsync(bed, "Content-Length: 1000", Enumerable.Repeat("x", 30), TimeSpan.FromMilliseconds(700)));
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData(null, 415)]
    [InlineData("application/json-patch+json", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("APPLICATION/JSON", 200)]
    public async Task C014_Post_ContentTypes_ParsedNotCompared(string? type, int status)
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.PostAsync("/slack/events", Envelope(Direct("hello")).ToJsonString(), type);
        using var form = await bed.PostAsync("/slack/commands", "command=%2Fx&user_id=U1&channel_id=C1&team_id=T1", Form + "; charset=utf-8");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
    }

    [Fact]
    public async Task C015_Post_JsonOfAnotherShape_IsABadRequestAndTheHostLives()
    {
        await using var bed = await SlackBed.StartAsync();
        foreach (var body in new[] { "null", "[]", "\"x\"", "{}", "{\"type\":", "42", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)), new string('[', 10_000), "\ufeff", "{\"type\":7}x" })
        {
            using var response = await bed.PostAsync("/slack/events", body);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        using var after = await bed.EventAsync(Direct("still there"));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("payload=%7B%7D&payload=%7B%7D")]
    [InlineData("payload=nothing")]
    [InlineData("payload=%5B%5D")]
    [InlineData("payload=%7B%7D")]
    [InlineData("payload")]
    [InlineData("{\"type\":\"block_actions\"}")]
    public async Task C016_Interactivity_PayloadTwiceOrNoJson_IsABadRequest(string body)
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.PostAsync("/slack/interactivity", body, Form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task C017_Request_OtherMethodsAndPaths_AreNotServed()
    {
        await using var bed = await SlackBed.StartAsync();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            foreach (var path in new[] { "/slack/events", "/slack/commands", "/slack/interactivity", "/slack/options" })
            {
                using var request = new HttpRequestMessage(method, new Uri(bed.Address, path));
                using var response = await bed.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            }
        }

        using var unknown = await bed.PostAsync("/slack/nothing", "{}");
        using var install = await bed.Client.GetAsync(new Uri(bed.Address, "/slack/oauth/install"), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, install.StatusCode));
    }

    [Fact]
    public async Task C018_UrlVerification_Signed_GivesTheChallengeBack()
    {
        await using var bed = await SlackBed.StartAsync();
        const string body = """{"type":"url_verification","token":"t","challenge":"3eZbrw1aB"}""";
        using var response = await bed.PostAsync("/slack/events", body);
        using var unsigned = await bed.SendAsync("/slack/events", Encoding.UTF8.GetBytes(body), "application/json");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("3eZbrw1aB", JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("challenge").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
    }

    [Fact]
    public async Task C019_UrlVerification_ChallengeOfHtml_ComesBackEncoded()
    {
        await using var bed = await SlackBed.StartAsync();
        using var response = await bed.PostAsync("/slack/events", """{"type":"url_verification","challenge":"<script>alert(1)</script>"}""");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script>", body, StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>", JsonDocument.Parse(body).RootElement.GetProperty("challenge").GetString());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task C020_SslCheck_Unsigned_IsAnsweredAndNothingElseRuns()
    {
        await using var bed = await SlackBed.StartAsync();
        var smuggled = "ssl_check=1&payload=" + Uri.EscapeDataString(Press(new("helpful", new Dictionary<string, string>()), bed.Slack).ToJsonString()) + "&command=%2Fcoach&user_id=U1&channel_id=C1";
        foreach (var (path, body) in new[] { ("/slack/commands", "ssl_check=1&token=t"), ("/slack/commands", smuggled), ("/slack/interactivity", smuggled) })
        {
            using var response = await bed.SendAsync(path, Encoding.UTF8.GetBytes(body), Form);
            Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        using var other = await bed.SendAsync("/slack/commands", "ssl_check=2"u8.ToArray(), Form);
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
        Assert.Empty(bed.Turns.Accepted);
    }

    [Fact]
    public async Task C021_Event_OfAnotherApp_IsDroppedAndCounted()
    {
        await using var bed = await SlackBed.StartAsync();
        using var counted = new CountedDrops(bed.Services);
        using var response = await bed.EventAsync(Direct("hello"), change: envelope => envelope["api_app_id"] = "AOTHER");
        using var command = await bed.CommandAsync("/coach", "x", fields => fields["api_app_id"] = "AOTHER");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (response.StatusCode, command.StatusCode));
        Assert.Empty(bed.Turns.Accepted);
        Assert.Equal(2, counted["other-app"]);
    }

    [Fact]
    public async Task C022_Log_OfAllThis_HoldsNoSecretAndNoText()
    {
        await using var bed = await SlackBed.StartAsync();
        const string words = "the customer at window three";
        var body = Envelope(Direct(words)).ToJsonString();
        var signature = SlackSignature.Of(SlackBed.Secret, Now(bed), Encoding.UTF8.GetBytes(body));
        await StatusAsync(bed, Encoding.UTF8.GetBytes(body), Now(bed), signature);
        await StatusAsync(bed, Encoding.UTF8.GetBytes(body), Now(bed), signature[..^1] + "x");
        using var press = await bed.InteractAsync(Press(new("ask", new Dictionary<string, string> { ["text"] = words }), bed.Slack, onlyFor: "U9").ToJsonString());
        await bed.Slack.Responses.WaitAsync();
        using var unknown = await bed.InteractAsync(Press(new("ask", new Dictionary<string, string> { ["text"] = words }), bed.Slack).ToJsonString().Replace("act/", "zzz/", StringComparison.Ordinal));
        using var broken = await bed.PostAsync("/slack/events", "{" + words);

        foreach (var secret in new[] { words, signature[3..], SlackBed.Secret, "xoxb-", "retired-token", "/actions/", "trigger" })
        {
            Assert.DoesNotContain(secret, bed.Logs.All, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Now(SlackBed bed) => bed.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<HttpStatusCode> StatusAsync(SlackBed bed, byte[] body, string stamp, string signature)
    {
        using var response = await bed.SendAsync("/slack/events", body, "application/json", (SlackSignature.TimestampHeader, stamp), (SlackSignature.Header, signature));
        return response.StatusCode;
    }

    // The status of a request whose body comes piece by piece, over a bare socket.
    private static async Task<int> RawAsync(SlackBed bed, string header, IEnumerable<string> pieces, TimeSpan pause)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, bed.Address.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        var answer = ReadStatusAsync(stream);
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Slack-Request-Timestamp: {Now(bed)}\r\nX-Slack-Signature: v0=00\r\n{header}\r\n\r\n"), TestContext.Current.CancellationToken);
            foreach (var piece in pieces.TakeWhile(_ => !answer.IsCompleted))
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(piece), TestContext.Current.CancellationToken);
                await Task.Delay(pause, TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // The server hung up; its answer counts.
        }

        return await answer.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private static async Task<int> ReadStatusAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
        return line.Split(' ') is [_, var status, ..] ? int.Parse(status, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }
}
