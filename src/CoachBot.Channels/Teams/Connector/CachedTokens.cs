namespace CoachBot.Channels.Teams.Connector;

/// <summary>A token and when it ends.</summary>
internal sealed record AccessToken(string Value, DateTimeOffset Expires);

/// <summary>Asks for a token at its source.</summary>
internal interface ITokenRequest
{
    /// <summary>A new token.</summary>
    /// <exception cref="TokenUnavailableException">None could be had.</exception>
    Task<AccessToken> RequestAsync(CancellationToken cancel);
}

/// <summary>Keeps a token until shortly before it ends; however many need one at once, one request is made.</summary>
internal sealed class CachedTokens(ITokenRequest source, TimeProvider time) : ITokenSource, IDisposable
{
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile AccessToken? _token;

    public async ValueTask<string?> TokenAsync(CancellationToken cancel)
    {
        if (Good() is { } token)
        {
            return token;
        }

        await _asking.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return Good() ?? (_token = await source.RequestAsync(cancel).ConfigureAwait(false)).Value;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Drop(string token)
    {
        if (_token is { } kept && kept.Value == token)
        {
            _token = null;
        }
    }

    public void Dispose() => _asking.Dispose();

    private string? Good() => _token is { } token && time.GetUtcNow() < token.Expires - s_margin ? token.Value : null;
}
