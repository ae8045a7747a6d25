using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack.Sending;

/// <summary>
/// Keeps response addresses for as long as Slack honours them: 5 uses within 30 minutes. They are secrets, so they stay in memory and
/// only a key travels; after a restart replies take the Web API instead.
/// </summary>
internal sealed class ResponseUrls(IOptions<SlackOptions> options, TimeProvider time)
{
    private const int MostUses = 5;
    private const int MostKept = 50_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Keeps an address and gives its key; null for an address that is not Slack's own and must never be called.</summary>
    public string? Keep(string? url)
    {
        if (AddressOf(url) is not { } address)
        {
            return null;
        }

        Forget();
        var key = RandomNumberGenerator.GetHexString(16, lowercase: true);
        _kept[key] = new Kept(address, time.GetUtcNow() + Lifetime);
        _order.Enqueue(key);
        return key;
    }

    /// <summary>Takes one use of an address; null when it is used up, too old or unknown.</summary>
    public Uri? Use(string? key) =>
        key is not null && _kept.TryGetValue(key, out var kept) && time.GetUtcNow() < kept.Until && kept.Take() ? kept.Address : null;

    /// <summary>The address when it is one of Slack's (or GovSlack's) own; null for what only looks like it. A Slack on loopback, as in tests, has its own.</summary>
    private Uri? AddressOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
        {
            return null;
        }

        var slacks = address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.IdnHost is "hooks.slack.com" or "hooks.slack-gov.com";
        var api = options.Value.ApiUrl;
        return slacks || (api.IsLoopback && address.Scheme == api.Scheme && address.Authority == api.Authority) ? address : null;
    }

    private void Forget()
    {
        while (_order.TryPeek(out var oldest) && (_kept.Count >= MostKept || !_kept.TryGetValue(oldest, out var kept) || time.GetUtcNow() >= kept.Until))
        {
            if (_order.TryDequeue(out var gone))
            {
                _kept.TryRemove(gone, out _);
            }
        }
    }

    private sealed class Kept(Uri address, DateTimeOffset until)
    {
        private int _uses;

        public Uri Address => address;

        public DateTimeOffset Until => until;

        public bool Take() => Interlocked.Increment(ref _uses) <= MostUses;
    }
}
