using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.Serving;

/// <summary>
/// Looks at the knowledge folder twice a second and takes over what changed. Looking beats being told: file events are lost
/// on network drives and in containers.
/// </summary>
internal sealed class KnowledgeWatch(CaseSearch search, KnowledgeOptions options, TimeProvider time, ILogger<KnowledgeWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Report();
        using var timer = new PeriodicTimer(options.LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (search.Refresh())
                {
                    log.KnowledgeChanged(search.Index.Pack.Cases.Count);
                    Report();
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                log.KnowledgeUnreadable(e);
            }
        }
    }

    private void Report()
    {
        foreach (var problem in search.Problems.Where(problem => problem.Severity == ProblemSeverity.Error))
        {
            log.KnowledgeProblem(problem);
        }
    }
}

/// <summary>What the watch says.</summary>
internal static partial class KnowledgeWatchLog
{
    [LoggerMessage(1, LogLevel.Information, "The knowledge changed: {Cases} cases are live")]
    public static partial void KnowledgeChanged(this ILogger log, int cases);

    [LoggerMessage(2, LogLevel.Error, "A knowledge file is not used, its last good version serves on: {Problem}")]
    public static partial void KnowledgeProblem(this ILogger log, KnowledgeProblem problem);

    [LoggerMessage(3, LogLevel.Warning, "The knowledge folder could not be read this time")]
    public static partial void KnowledgeUnreadable(this ILogger log, Exception error);
}
