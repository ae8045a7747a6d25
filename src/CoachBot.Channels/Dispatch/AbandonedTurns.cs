using CoachBot.Core.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>Takes over messages that nobody works on: those of a process that died, this one's earlier life included.</summary>
internal sealed class AbandonedTurns(
    IInbox inbox, TurnQueue queue, ReplySender sender, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<AbandonedTurns> log) : BackgroundService
{
    private const int MostAtOnce = 100;
    private readonly DeliveryOptions _options = options.Value;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // At the start nothing that waits in the store is in this process's queue: all of it is abandoned.
        await TakeOverSafelyAsync(TimeSpan.Zero, stoppingToken);
        using var timer = new PeriodicTimer(_options.LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TakeOverSafelyAsync(_options.Idle, stoppingToken);
        }
    }

    private async Task TakeOverSafelyAsync(TimeSpan idle, CancellationToken stopping)
    {
        try
        {
            await TakeOverAsync(idle, stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            log.LookFailed(e);
        }
    }

    private async Task TakeOverAsync(TimeSpan idle, CancellationToken stopping)
    {
        while (Math.Min(queue.Room, MostAtOnce) is > 0 and var most && !queue.IsDraining)
        {
            var abandoned = await inbox.ClaimAbandonedAsync(sender.Worker, _options.Lease, idle, most, stopping);
            foreach (var message in abandoned)
            {
                queue.AddBeyondCapacity(new QueuedTurn(message));
            }

            if (abandoned.Count > 0)
            {
                log.TookOver(abandoned.Count);
            }

            if (abandoned.Count < most)
            {
                return;
            }
        }
    }
}
