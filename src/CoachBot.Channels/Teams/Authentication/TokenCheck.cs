using System.Collections.Frozen;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>
/// Checks incoming tokens: issuer from a fixed table, signature by one of its keys (RS256 only), audience, lifetime. Nothing of a token
/// is believed, fetched or kept before its signature holds. A token of long life is accepted until it expires.
/// </summary>
internal sealed class TokenCheck(string audience, IReadOnlyList<TokenProfile> profiles, TimeProvider time)
{
    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = BearerHeader.LongestToken, MapInboundClaims = false };
    private readonly FrozenDictionary<string, TokenProfile> _byIssuer = profiles
        .SelectMany(profile => profile.Issuers.Select(issuer => (issuer, profile)))
        .ToFrozenDictionary(entry => entry.issuer, entry => entry.profile, StringComparer.Ordinal);

    private readonly KnownTokens _known = new();

    /// <summary>Who the token is from, or why it is not believed.</summary>
    public async ValueTask<Admission> CheckAsync(string token, CancellationToken cancel)
    {
        if (Read(token) is not { } read || !_byIssuer.TryGetValue(IssuerOf(read), out var profile))
        {
            return new Admission.Refused(401, "issuer");
        }

        if (await profile.Keys.KeysAsync(cancel).ConfigureAwait(false) is not { } keys)
        {
            return new Admission.Refused(401, "no-keys");
        }

        if (_known.Find(token, keys) is { } seen)
        {
            return IsInTime(seen.NotBefore, seen.Expires) ? new Admission.Admitted(seen.Caller) : new Admission.Refused(401, "lifetime");
        }

        return await CheckAsync(read, token, profile, keys, cancel).ConfigureAwait(false);
    }

    private async ValueTask<Admission> CheckAsync(JsonWebToken read, string token, TokenProfile profile, KeySet keys, CancellationToken cancel)
    {
        var result = await ValidateAsync(token, profile, keys).ConfigureAwait(false);
        if (!result.IsValid && !keys.Knows(read.Kid) && await profile.Keys.KeysAfterLookAsync(keys, cancel).ConfigureAwait(false) is { } fresh
            && !ReferenceEquals(fresh, keys))
        {
            keys = fresh;
            result = await ValidateAsync(token, profile, keys).ConfigureAwait(false);
        }

        if (!result.IsValid || result.SecurityToken is not JsonWebToken valid)
        {
            return new Admission.Refused(401, "token");
        }

        if (!profile.AllowsCallerOf(valid))
        {
            return new Admission.Refused(401, "caller");
        }

        var caller = new Caller(profile.Kind, ServiceUrlOf(valid), EndorsementsOf(valid, keys));
        _known.Keep(token, keys, new KnownToken(caller, valid.ValidFrom, valid.ValidTo));
        return new Admission.Admitted(caller);
    }

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return new JsonWebToken(token);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException or InvalidOperationException or System.Text.Json.JsonException)
        {
            // Whatever a malformed token trips over, it is no token.
            return null;
        }
    }

    private static string IssuerOf(JsonWebToken token) => token.TryGetPayloadValue<string>("iss", out var issuer) ? issuer ?? "" : "";

    private async Task<TokenValidationResult> ValidateAsync(string token, TokenProfile profile, KeySet keys)
    {
        try
        {
            return await _handler.ValidateTokenAsync(token, Parameters(profile, keys)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException or InvalidOperationException or System.Text.Json.JsonException
            or System.Security.Cryptography.CryptographicException)
        {
            return new TokenValidationResult { IsValid = false, Exception = e };
        }
    }

    private TokenValidationParameters Parameters(TokenProfile profile, KeySet keys) => new()
    {
        ValidIssuers = profile.Issuers,
        ValidAudience = audience,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        IssuerSigningKeys = keys.Keys.Select(key => key.Key),
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => until is { } end && IsInTime(from ?? DateTime.MinValue, end),
    };

    private bool IsInTime(DateTime from, DateTime until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return (from == DateTime.MinValue || now + s_skew >= from) && now - s_skew < until;
    }

    private static string? ServiceUrlOf(JsonWebToken token) =>
        token.Claims.FirstOrDefault(claim => string.Equals(claim.Type, "serviceurl", StringComparison.OrdinalIgnoreCase))?.Value;

    private static IReadOnlyList<string> EndorsementsOf(JsonWebToken token, KeySet keys) =>
        keys.Keys.FirstOrDefault(key => ReferenceEquals(key.Key, token.SigningKey))?.Endorsements ?? [];
}
