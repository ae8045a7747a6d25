using System.Net;
using CoachBot.Core.Turns;

namespace CoachBot.Benchmarks.TipsUnderFire;

/// <summary>A channel that posts to <see cref="UnreliableMessengers"/> and tells outcomes apart as the real ones must.</summary>
internal sealed class HttpMessenger(string name, HttpClient http) : IChannel
{
    public string Name => name;

    public async Task<Delivery> SendAsync(Address to, Reply reply, ReplyPlacement placement, string? replaces, CancellationToken cancel)
    {
        try
        {
            using var content = new StringContent(((Reply.Tip)reply).CaseId);
            using var response = await http.PostAsync(new Uri($"/{name}/{to.Conversation.Conversation}", UriKind.Relative), content, cancel);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new Delivery.Sent(await response.Content.ReadAsStringAsync(cancel)),
                var status => new Delivery.Later(response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, $"http-{(int)status}"),
            };
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError)
        {
            return new Delivery.Later(TimeSpan.Zero, "no-connection");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new Delivery.Unknown("connection-died");
        }
        catch (OperationCanceledException)
        {
            return new Delivery.Unknown("timeout");
        }
    }

    public Task ShowTypingAsync(Address to, CancellationToken cancel) => Task.CompletedTask;
}
