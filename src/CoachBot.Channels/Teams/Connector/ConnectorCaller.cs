using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CoachBot.Channels.Teams.Wire;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams.Connector;

/// <summary>
/// Makes calls with the retries that the protocol allows: 412 and 429 always, a refused token once with a new one, a connection that was
/// never made; an unclear end (502, 503, 504, no answer in time) only where doing it twice does no harm. Never 500, never another 4xx.
/// </summary>
internal sealed class ConnectorCaller(HttpClient http, CalledService service, TeamsOptions options, TimeProvider time, ILogger<ConnectorCaller> log)
{
    private const int Tries = 3;
    private const int LargestAnswer = 4 * 1024 * 1024;
    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly MediaTypeHeaderValue s_json = new("application/json") { CharSet = "utf-8" };

    /// <summary>Makes the call. The last body is handed to <paramref name="read"/> where its answer is more than ids.</summary>
    public async Task<ConnectorOutcome> CallAsync(ConnectorCall call, CancellationToken cancel, Action<byte[]>? read = null)
    {
        var deadline = time.GetUtcNow() + service.LongestWait;
        var freshToken = false;
        for (var attempt = 1; ; attempt++)
        {
            var step = await TryAsync(call, attempt, read, cancel).ConfigureAwait(false);
            if (step.NewToken && !freshToken)
            {
                freshToken = true;
                continue;
            }

            if (step.RetryAfter is not { } wait)
            {
                return step.Outcome;
            }

            if (attempt >= Tries || time.GetUtcNow() + wait > deadline)
            {
                return step.Outcome is ConnectorOutcome.Later later ? later with { After = wait } : step.Outcome;
            }

            if (!await WaitedAsync(wait, cancel).ConfigureAwait(false))
            {
                return step.Outcome;
            }
        }
    }

    private async Task<bool> WaitedAsync(TimeSpan wait, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(wait, time, cancel).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<Step> TryAsync(ConnectorCall call, int attempt, Action<byte[]>? read, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(options.CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        string? token;
        try
        {
            token = await service.Tokens.TokenAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TokenUnavailableException or OperationCanceledException)
        {
            var reason = e is TokenUnavailableException ? e.Message : "no-token-in-time";
            log.NoToken(service.Name, reason);
            return new Step(new ConnectorOutcome.Later(TimeSpan.FromSeconds(10), reason));
        }

        try
        {
            return await SendAsync(call, token, attempt, read, either.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (NeverConnected(e))
        {
            return Again(new ConnectorOutcome.Later(s_firstWait, "unreachable"), attempt);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The request may have been read before the line went dead.
            return Unclear(call, e is OperationCanceledException ? "no-answer" : "broken-line", attempt);
        }
    }

    private async Task<Step> SendAsync(ConnectorCall call, string? token, int attempt, Action<byte[]>? read, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = s_json } };
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        var answer = await BodyAsync(response, cancel).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            read?.Invoke(answer);
            return new Step(new ConnectorOutcome.Done(Read(answer)));
        }

        return Refused(call, response, answer, token, attempt);
    }

    private Step Refused(ConnectorCall call, HttpResponseMessage response, byte[] answer, string? token, int attempt)
    {
        var correlation = response.Headers.TryGetValues("MS-CV", out var values) || response.Headers.TryGetValues("request-id", out values) ? values.First() : "";
        var error = ConnectorErrorReader.Read((int)response.StatusCode, System.Text.Encoding.UTF8.GetString(answer), correlation);
        log.CallRefused(service.Name, call.Method.Method, error.Reason, error.Correlation);
        switch (response.StatusCode)
        {
            case HttpStatusCode.Unauthorized when token is not null:
                service.Tokens.Drop(token);
                return new Step(new ConnectorOutcome.Refused(error), NewToken: true);
            case HttpStatusCode.TooManyRequests:
                return AsTold(response, error.Reason, attempt);
            case HttpStatusCode.PreconditionFailed:
                return Again(new ConnectorOutcome.Later(s_firstWait, error.Reason), attempt);
            case HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout:
                return call.IsRepeatable ? AsTold(response, error.Reason, attempt) : Unclear(call, error.Reason, attempt);
            default:
                return new Step(new ConnectorOutcome.Refused(error));
        }
    }

    private Step AsTold(HttpResponseMessage response, string reason, int attempt) => RetryAfter.Of(response, time.GetUtcNow()) is { } told
        ? new Step(new ConnectorOutcome.Later(told, reason), told)
        : Again(new ConnectorOutcome.Later(s_firstWait, reason), attempt);

    private static Step Unclear(ConnectorCall call, string reason, int attempt) =>
        call.IsRepeatable ? Again(new ConnectorOutcome.Later(s_firstWait, reason), attempt) : new Step(new ConnectorOutcome.Unknown(reason));

    private static Step Again(ConnectorOutcome.Later later, int attempt) => new(later, Backoff.After(attempt, s_firstWait, TimeSpan.FromSeconds(20)));

    private static bool NeverConnected(HttpRequestException e) => e.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancel).ConfigureAwait(false);
        return await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
    }

    private static ConnectorAnswer Read(byte[] answer)
    {
        try
        {
            return answer.Length == 0 ? new ConnectorAnswer() : JsonSerializer.Deserialize(answer, ConnectorJson.Default.ConnectorAnswer) ?? new ConnectorAnswer();
        }
        catch (JsonException)
        {
            // It was done; an answer without a readable id only means that the message cannot be changed later.
            return new ConnectorAnswer();
        }
    }

    /// <summary>One try: how it ended, and whether another follows.</summary>
    private sealed record Step(ConnectorOutcome Outcome, TimeSpan? RetryAfter = null, bool NewToken = false);
}
