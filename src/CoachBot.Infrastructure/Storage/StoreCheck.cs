using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Infrastructure.Storage;

/// <summary>Ready means that the store answers.</summary>
internal sealed class StoreCheck(Database database) : IHealthCheck
{
    // A load balancer asks every few seconds; a store that takes longer is as good as away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await database.ReadFirstAsync(new("SELECT number FROM schema_steps LIMIT 1"), row => row.GetInt64(0), limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is System.Data.Common.DbException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", e);
        }
    }
}
