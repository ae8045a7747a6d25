using CoachBot.Core.Tips;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CoachBot.Infrastructure.Scheduling;

/// <summary>One round of planning. In a cluster one replica runs it at a time; when that one dies another goes on.</summary>
[DisallowConcurrentExecution]
internal sealed class TipRoundJob(TipPlanner planner, ILogger<TipRoundJob> log) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var round = await planner.RunAsync(cancellationToken);
        if (round.Moved > 0)
        {
            log.Planned(round.Waiting, round.Skipped, round.Missed);
        }

        if (round.Missed > 0)
        {
            log.Missed(round.Missed);
        }

        if (round.ZonesUnknown > 0)
        {
            log.ZonesUnknown(round.ZonesUnknown);
        }
    }
}
