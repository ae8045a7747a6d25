using System.Globalization;
using System.Net;
using System.Text.Json;

namespace CoachBot.Channels.Teams.Connector;

/// <summary>Sends a token request a few times over, and reads what comes back.</summary>
internal static class TokenAnswer
{
    private const int Tries = 4;
    private const int LargestAnswer = 64 * 1024;

    /// <summary>The token; the request is made anew for each try.</summary>
    public static async Task<AccessToken> AskAsync(HttpClient http, Func<HttpRequestMessage> request, TimeProvider time, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var message = request();
                using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
                await response.Content.LoadIntoBufferAsync(LargestAnswer, cancel).ConfigureAwait(false);
                var body = await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                {
                    return Read(body, time.GetUtcNow());
                }

                if (!MayPass(response.StatusCode) || attempt == Tries)
                {
                    throw new TokenUnavailableException($"token-{(int)response.StatusCode}-{ErrorOf(body)}");
                }
            }
            catch (HttpRequestException e)
            {
                if (attempt == Tries)
                {
                    throw new TokenUnavailableException("token-unreachable", e);
                }
            }
            catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
            {
                throw new TokenUnavailableException("token-timeout", e);
            }

            await Task.Delay(Backoff.After(attempt, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2)), time, cancel).ConfigureAwait(false);
        }
    }

    private static bool MayPass(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    private static AccessToken Read(string body, DateTimeOffset now)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var token = answer.RootElement.GetProperty("access_token").GetString();
            return string.IsNullOrEmpty(token) ? throw new TokenUnavailableException("token-empty") : new AccessToken(token, now + Life(answer.RootElement));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new TokenUnavailableException("token-unreadable", e);
        }
    }

    /// <summary>Entra writes a number, the managed identity's service a string.</summary>
    private static TimeSpan Life(JsonElement answer)
    {
        if (!answer.TryGetProperty("expires_in", out var given))
        {
            return TimeSpan.FromMinutes(10);
        }

        var seconds = given.ValueKind == JsonValueKind.String ? double.Parse(given.GetString()!, CultureInfo.InvariantCulture) : given.GetDouble();
        return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400));
    }

    private static string ErrorOf(string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var code = answer.RootElement.GetProperty("error").GetString() ?? "";
            return code.Length <= 60 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? code : "error";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "error";
        }
    }
}
