using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>Runs the queued turns, some at a time, and drains when the host stops.</summary>
internal sealed class TurnWorker(TurnQueue queue, TurnRunner runner, Arrivals arrivals, IOptions<DeliveryOptions> options, ILogger<TurnWorker> log) : BackgroundService
{
    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Drain();
        var outOfTime = Task.Delay(Timeout.Infinite, cancellationToken);
        if (await Task.WhenAny(queue.Drained, outOfTime) == outOfTime)
        {
            log.NotDrained(queue.Count);
        }

        await base.StopAsync(CancellationToken.None);
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // However many turns wait for channels, stores and models, those that compute leave a processor to the door: an acknowledgement
        // has seconds, an answer has longer. What follows an await stays on these lanes.
        var lanes = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Math.Max(1, Environment.ProcessorCount - 1)).ConcurrentScheduler;
        return Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => StartAsync(lanes, stoppingToken)));
    }

    private Task StartAsync(TaskScheduler lanes, CancellationToken stopping) =>
        Task.Factory.StartNew(() => WorkAsync(stopping), CancellationToken.None, TaskCreationOptions.DenyChildAttach, lanes).Unwrap();

    private async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var mailbox = await queue.NextAsync(stopping);
                await arrivals.WaitForFewAsync(stopping);
                var putOff = await runner.RunAsync(mailbox.First(), stopping);
                if (putOff is null || queue.IsDraining)
                {
                    queue.Finish(mailbox);
                }
                else
                {
                    queue.PutOff(mailbox, putOff.Turn, putOff.After);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops; what waits is in the store.
        }
    }
}
