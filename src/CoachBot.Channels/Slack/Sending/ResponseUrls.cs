using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CoachBot.Channels.Slack.Sending;

/// <summary>
/// Keeps response addresses for as long as Slack honours them: 5 uses within 30 minutes. They are secrets, so they stay in memory and
/// only a key travels; after a restart replies take the Web API instead.
/// </summary>
internal sealed class ResponseUrls(TimeProvider time)
{
    private const int MostUses = 5;
    private const int MostKept = 50_000;
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Keeps an address and gives its key; null for an address that is not Slack's own and must never be called.</summary>
    public string? Keep(string? url)
    {
        if (!IsSlacks(url, out var address))
        {
            return null;
        }

        Forget();
        var key = RandomNumberGenerator.GetHexString(16, lowercase: true);
        _kept[key] = new Kept(address, time.GetUtcNow() + _lifetime);
        _order.Enqueue(key);
        return key;
    }

    /// <summary>Takes one use of an address; null when it is used up, too old or unknown.</summary>
    public Uri? Use(string? key) =>
        key is not null && _kept.TryGetValue(key, out var kept) && time.GetUtcNow() < kept.Until && kept.Take() ? kept.Address : null;

    /// <summary>Whether an address is one of Slack's (or GovSlack's) own, and nothing that only looks like it.</summary>
    public static bool IsSlacks(string? url, out Uri address)
    {
        var well = Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            && parsed.Scheme == Uri.UriSchemeHttps
            && parsed.UserInfo.Length == 0
            && parsed.IsDefaultPort
            && parsed.IdnHost is "hooks.slack.com" or "hooks.slack-gov.com";
        address = well ? parsed! : new Uri("about:blank");
        return well;
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
