using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams;

/// <summary>Says once a minute that nobody is asked who he is, and stops the host should it listen where others can reach it.</summary>
internal sealed class LocalModeWatch(IServer server, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<LocalModeWatch> log) : BackgroundService
{
    private static readonly TimeSpan s_reminder = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var started = lifetime.ApplicationStarted.Register(StopWhenReachable);
        using var timer = new PeriodicTimer(s_reminder, time);
        do
        {
            log.LocalMode();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private void StopWhenReachable()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            if (!LocalAddresses.IsLoopback(address))
            {
                log.LocalModeReachable(address);
                lifetime.StopApplication();
            }
        }
    }
}

/// <summary>Says the same where health is asked for.</summary>
internal sealed class LocalModeHealth : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Degraded("Teams is served without authentication, for this machine only."));
}
