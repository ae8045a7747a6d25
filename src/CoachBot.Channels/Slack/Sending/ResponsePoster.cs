using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Slack.Sending;

/// <summary>Posts through response addresses.</summary>
internal sealed class ResponsePoster(HttpClient client, ResponseUrls urls, TimeProvider time, ILogger<ResponsePoster> log)
{
    private const string Method = "response_url";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Sends a message; null when there is no address (any more) or Slack refuses it, so that the Web API is to be taken instead.
    /// </summary>
    public async Task<Delivery?> SendAsync(string? key, SlackMessage message, ResponseKind kind, CancellationToken cancel)
    {
        if (urls.Use(key) is not { } address)
        {
            return null;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            using var content = new StringContent(BodyOf(message, kind).ToJsonString(SlackWriting.Plain), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var response = await client.PostAsync(address, content, either.Token);
            return response.IsSuccessStatusCode ? new Delivery.Sent(null) : Refused($"http-{(int)response.StatusCode}");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return Refused(e.HttpRequestError.ToString());
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log.CallInDoubt(Method, e.GetType().Name);
            return new Delivery.Unknown("response-address");
        }
    }

    private Delivery? Refused(string reason)
    {
        log.CallInDoubt(Method, reason);
        return null;
    }

    private static JsonObject BodyOf(SlackMessage message, ResponseKind kind)
    {
        var body = new JsonObject { ["text"] = message.Text, ["replace_original"] = kind == ResponseKind.Replace };
        if (kind != ResponseKind.Replace)
        {
            body["response_type"] = kind == ResponseKind.ForAll ? "in_channel" : "ephemeral";
        }

        if (message.Blocks is { } blocks)
        {
            body["blocks"] = blocks.DeepClone();
        }

        return body;
    }
}

/// <summary>How a message is placed through a response address.</summary>
internal enum ResponseKind
{
    /// <summary>The person alone sees it.</summary>
    ForOne,

    /// <summary>Everybody in the channel does.</summary>
    ForAll,

    /// <summary>In place of the message that was acted on.</summary>
    Replace,
}
