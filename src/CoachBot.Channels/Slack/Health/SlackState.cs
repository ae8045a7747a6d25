using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Channels.Slack.Health;

/// <summary>Whether Slack can be served, for the host's health: every part that has to stand says so.</summary>
internal sealed class SlackState : IHealthCheck
{
    /// <summary>The part that knows who we are.</summary>
    public const string Workspace = "workspace";

    /// <summary>The part that holds the sockets.</summary>
    public const string Sockets = "sockets";

    private readonly ConcurrentDictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>The part stands.</summary>
    public void Serve(string part) => _problems.TryRemove(part, out _);

    /// <summary>It does not, for this reason: a code.</summary>
    public void Fail(string part, string problem) => _problems[part] = problem;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_problems.IsEmpty
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Slack: " + string.Join("; ", _problems.Select(problem => $"{problem.Key}: {problem.Value}"))));
}
