using CoachBot.Core.Telemetry;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Search;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Host.Serving;

/// <summary>What a load balancer and an operator ask: is it alive, and may it be given work.</summary>
internal static class Health
{
    /// <summary>The tag of checks that must hold before work is given.</summary>
    public const string Ready = "ready";

    /// <summary>Adds the checks of index and queue; the store adds its own. Comes after what it checks.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        var checks = services.AddHealthChecks().AddCheck<IndexCheck>("index", tags: [Ready]);
        if (services.Any(service => service.ServiceType == typeof(IQueueState)))
        {
            checks.AddCheck<QueueCheck>("queue", tags: [Ready]);
            services.AddHostedService<QueueGauge>();
        }

        return services;
    }

    /// <summary>
    /// <c>/healthz</c>: the process answers. <c>/readyz</c>: store, index and queue do; one line each, status 503 when one does not.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            string.Concat(report.Entries.Select(check => $"{check.Key}: {check.Value.Status}{(check.Value.Description is { } why ? $" - {why}" : "")}\n")),
            context.RequestAborted);
    }

    /// <summary>There is something to answer from.</summary>
    private sealed class IndexCheck(CaseSearch search) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var pack = search.Index.Pack;
            return Task.FromResult(pack.Cases.Any(one => one.Published) || pack.Passages.Count > 0
                ? HealthCheckResult.Healthy($"{pack.Cases.Count} cases")
                : HealthCheckResult.Unhealthy("No case is published."));
        }
    }

    /// <summary>Shows the length of the queue among the metrics.</summary>
    private sealed class QueueGauge(IQueueState queue, CoachBotMetrics metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            metrics.WatchQueue(() => queue.Count);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>There is room for another message.</summary>
    private sealed class QueueCheck(IQueueState queue) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var state = $"{queue.Count} of {queue.Capacity}";
            return Task.FromResult(queue.Count < queue.Capacity ? HealthCheckResult.Healthy(state) : HealthCheckResult.Unhealthy(state));
        }
    }
}
