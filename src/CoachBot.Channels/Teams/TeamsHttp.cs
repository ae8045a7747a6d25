namespace CoachBot.Channels.Teams;

/// <summary>The client of all calls to Microsoft. It follows no redirect: a token must not wander.</summary>
internal sealed class TeamsHttp : IDisposable
{
    /// <summary>The client; callers set their own deadlines, this is the last.</summary>
    public HttpClient Client { get; } = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = null,
        })
    {
        Timeout = TimeSpan.FromMinutes(2),
    };

    public void Dispose() => Client.Dispose();
}
