using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack.Api;

/// <summary>
/// One call of the Web API over HTTP: form-encoded, since not every method takes JSON; redirects refused, since the token would go with them.
/// </summary>
internal sealed class SlackHttp(HttpClient client, IOptions<SlackOptions> options, SlackCounters counters, TimeProvider time, ILogger<SlackHttp> log)
{
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(5);
    private readonly Uri _api = options.Value.ApiUrl;

    /// <summary>The settings of the client that carries calls.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
    };

    /// <summary>Calls a method once. Throws only when <paramref name="cancel"/> does.</summary>
    public async Task<SlackOutcome> PostAsync(string method, string? token, IEnumerable<KeyValuePair<string, string?>> arguments, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        var outcome = await SendAsync(method, token, arguments, cancel, either.Token);
        counters.Called(method, outcome.GetType().Name);
        return outcome;
    }

    private async Task<SlackOutcome> SendAsync(
        string method, string? token, IEnumerable<KeyValuePair<string, string?>> arguments, CancellationToken callers, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_api, method));
        request.Content = new FormUrlEncodedContent(arguments.Where(argument => argument.Value is not null));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return await ReadAsync(method, response, cancel);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new SlackOutcome.Unreached(e.HttpRequestError.ToString());
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return InDoubt(method, e is HttpRequestException http ? http.HttpRequestError.ToString() : "broken");
        }
        catch (OperationCanceledException) when (!callers.IsCancellationRequested)
        {
            return InDoubt(method, "timeout");
        }
    }

    private async Task<SlackOutcome> ReadAsync(string method, HttpResponseMessage response, CancellationToken cancel)
    {
        switch ((int)response.StatusCode)
        {
            case 200:
                break;
            case 429:
                counters.Limited(method);
                return new SlackOutcome.Limited(WaitOf(response));
            case >= 500:
                return InDoubt(method, $"http-{(int)response.StatusCode}");
            default:
                return Failed(method, new SlackError($"http-{(int)response.StatusCode}", null, null, []));
        }

        return await ParseAsync(response, cancel) is not { } body ? Failed(method, new SlackError("unreadable-answer", null, null, []))
            : body.Flag("ok") ? new SlackOutcome.Ok(body)
            : Refusal(method, body);
    }

    private SlackOutcome Refusal(string method, JsonElement body)
    {
        var code = body.Text("error") ?? "unknown";
        if (SlackErrors.IsDoneAlready(code))
        {
            return new SlackOutcome.Ok(body);
        }

        if (SlackErrors.IsLimit(code))
        {
            counters.Limited(method);
            return new SlackOutcome.Limited(UnsaidWait);
        }

        if (SlackErrors.IsTransient(code))
        {
            return InDoubt(method, code);
        }

        var messages = body.Object("response_metadata")?.Entries("messages").Select(message => message.ToString()).ToList();
        return Failed(method, new SlackError(code, body.Text("needed"), body.Text("provided"), messages ?? []));
    }

    private static async Task<JsonElement?> ParseAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > MostBytes)
        {
            return null;
        }

        await response.Content.LoadIntoBufferAsync(MostBytes, cancel);
        try
        {
            using var parsed = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            return parsed.RootElement.ValueKind == JsonValueKind.Object ? parsed.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta is { } said && said > TimeSpan.Zero ? said : UnsaidWait;

    private SlackOutcome.Doubtful InDoubt(string method, string reason)
    {
        log.CallInDoubt(method, reason);
        return new SlackOutcome.Doubtful(reason);
    }

    private SlackOutcome.Failed Failed(string method, SlackError error)
    {
        log.CallFailed(method, error.Code, error.Needed, error.Provided, string.Join("; ", error.Messages));
        return new SlackOutcome.Failed(error);
    }
}
