using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>
/// The keys an issuer signs with, fetched from its fixed address and kept. They are fetched again when half a day old, and for an unknown
/// key within the same request, but not more often than every five minutes. While the issuer cannot be reached the last keys serve on.
/// </summary>
internal sealed class KeyRing(HttpClient http, string metadataAddress, TimeProvider time, ILogger<KeyRing> log) : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;
    private static readonly TimeSpan s_refreshAfter = TimeSpan.FromHours(12);
    private static readonly TimeSpan s_betweenForced = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_betweenFailed = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile KeySet? _keys;
    private DateTimeOffset _nextTry = DateTimeOffset.MinValue;
    private DateTimeOffset _nextForced = DateTimeOffset.MinValue;

    /// <summary>The keys; null when none could ever be fetched.</summary>
    public async ValueTask<KeySet?> KeysAsync(CancellationToken cancel)
    {
        var keys = _keys;
        if (keys is not null && time.GetUtcNow() - keys.LoadedAt < s_refreshAfter)
        {
            return keys;
        }

        await FetchAsync(keys, forced: false, cancel).ConfigureAwait(false);
        return _keys;
    }

    /// <summary>The keys after another look for one that is unknown; the same as before when the last such look was a moment ago.</summary>
    public async ValueTask<KeySet?> KeysAfterLookAsync(KeySet known, CancellationToken cancel)
    {
        await FetchAsync(known, forced: true, cancel).ConfigureAwait(false);
        return _keys;
    }

    public void Dispose() => _fetching.Dispose();

    private async Task FetchAsync(KeySet? known, bool forced, CancellationToken cancel)
    {
        // With keys at hand nobody queues behind a fetch: one request looks, the others go on with what there is.
        if (known is not null && !forced)
        {
            if (!await _fetching.WaitAsync(TimeSpan.Zero, cancel).ConfigureAwait(false))
            {
                return;
            }
        }
        else
        {
            await _fetching.WaitAsync(cancel).ConfigureAwait(false);
        }

        try
        {
            var now = time.GetUtcNow();
            if (!ReferenceEquals(_keys, known) || now < (forced ? _nextForced : _nextTry))
            {
                return;
            }

            _nextForced = forced ? now + s_betweenForced : _nextForced;
            _nextTry = now + s_betweenFailed;
            _keys = new KeySet(await ReadAsync(cancel).ConfigureAwait(false), now);
            log.KeysFetched(_keys.Keys.Count);
        }
        catch (Exception e) when (IsTheirs(e, cancel))
        {
            log.KeysNotFetched(e.GetType().Name, _keys is not null);
        }
        finally
        {
            _fetching.Release();
        }
    }

    private static bool IsTheirs(Exception e, CancellationToken cancel) =>
        e is HttpRequestException or JsonException or InvalidOperationException or ArgumentException or FormatException or IOException
        || (e is OperationCanceledException && !cancel.IsCancellationRequested);

    private async Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken cancel)
    {
        using var metadata = JsonDocument.Parse(await GetAsync(metadataAddress, cancel).ConfigureAwait(false));
        var address = metadata.RootElement.GetProperty("jwks_uri").GetString() ?? "";
        if (!LocalAddresses.IsHttpsOrLoopback(address) || (LocalAddresses.IsLoopback(address) && !LocalAddresses.IsLoopback(metadataAddress)))
        {
            throw new InvalidOperationException("The description names an address of keys that is not safe.");
        }

        var keys = SigningKey.From(await GetAsync(address, cancel).ConfigureAwait(false));
        return keys.Count > 0 ? keys : throw new InvalidOperationException("The set of keys is empty.");
    }

    private async Task<string> GetAsync(string address, CancellationToken cancel)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancel).ConfigureAwait(false);
        return await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
    }
}
