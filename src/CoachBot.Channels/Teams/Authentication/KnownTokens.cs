using System.Collections.Concurrent;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>
/// Tokens whose signature held a moment ago: a channel sends the same one for an hour, and checking costs more than all the rest of
/// reading a message. Only what was fully checked is kept, for as long as the keys stay the same.
/// </summary>
internal sealed class KnownTokens
{
    private const int Most = 256;
    private readonly ConcurrentDictionary<string, KnownToken> _tokens = new(StringComparer.Ordinal);
    private volatile KeySet? _keys;

    /// <summary>What is known of the token; null when nothing is.</summary>
    public KnownToken? Find(string token, KeySet keys) =>
        _tokens.TryGetValue(token, out var known) && ReferenceEquals(known.Keys, keys) ? known : null;

    /// <summary>Keeps what was found out.</summary>
    public void Keep(string token, KeySet keys, KnownToken known)
    {
        if (_tokens.Count >= Most || !ReferenceEquals(_keys, keys))
        {
            _tokens.Clear();
            _keys = keys;
        }

        _tokens[token] = known with { Keys = keys };
    }
}

/// <summary>A token that was checked.</summary>
/// <param name="Caller">Who it is from.</param>
/// <param name="NotBefore">From when it holds; the least value when it does not say.</param>
/// <param name="Expires">Until when it holds.</param>
/// <param name="Keys">The keys it was checked with.</param>
internal sealed record KnownToken(Caller Caller, DateTime NotBefore, DateTime Expires, KeySet? Keys = null);
