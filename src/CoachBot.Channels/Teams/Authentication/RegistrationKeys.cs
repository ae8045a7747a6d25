using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>The tokens a registered bot takes, and the keys behind them.</summary>
internal sealed class RegistrationKeys : IDisposable
{
    private readonly HttpClient _http;
    private readonly KeyRing _connector;
    private readonly KeyRing? _entra;

    /// <summary>By the settings.</summary>
    public RegistrationKeys(TeamsOptions options, TimeProvider time, ILogger<KeyRing> log)
    {
        var cloud = Cloud.Of(options.Cloud);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10) };
        _connector = new KeyRing(_http, options.MetadataAddress.Length > 0 ? options.MetadataAddress : cloud.Metadata, time, log);
        var profiles = new List<TokenProfile> { TokenProfile.Connector(cloud, _connector) };
        if (options.AcceptEntraTokens)
        {
            _entra = new KeyRing(_http, options.EntraMetadataAddress.Length > 0 ? options.EntraMetadataAddress : cloud.EntraMetadata, time, log);
            profiles.Add(TokenProfile.Entra(options, cloud, _entra));
        }

        Check = new TokenCheck(options.AppId, profiles, time);
    }

    /// <summary>The check.</summary>
    public TokenCheck Check { get; }

    /// <summary>Fetches the keys before the first request needs them.</summary>
    public async Task WarmUpAsync(CancellationToken cancel) => await _connector.KeysAsync(cancel).ConfigureAwait(false);

    public void Dispose()
    {
        _connector.Dispose();
        _entra?.Dispose();
        _http.Dispose();
    }
}
