using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>Runs the queued turns, some at a time, and drains when the host stops.</summary>
internal sealed class TurnWorker(TurnQueue queue, TurnRunner runner, IOptions<DeliveryOptions> options, ILogger<TurnWorker> log) : BackgroundService
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
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var mailbox = await queue.NextAsync(stopping);
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
