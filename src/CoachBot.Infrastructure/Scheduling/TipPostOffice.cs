using System.Data.Common;
using CoachBot.Core.Tips;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Scheduling;

/// <summary>Keeps the postman going, on every replica. What breaks in one round is tried again in the next.</summary>
internal sealed class TipPostOffice(TipPostman postman, TipOptions options, TimeProvider time, ILogger<TipPostOffice> log) : BackgroundService
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var deadline = new CancellationTokenSource(LongestFarewell, time);
        try
        {
            await postman.ReleaseAsync(deadline.Token);
        }
        catch (Exception e) when (e is DbException or OperationCanceledException)
        {
            log.NotReleased(e);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await IsBusyAsync(stoppingToken))
            {
                await Task.Delay(options.LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Claims no more than is sent before the first claim runs out.
    private async Task<bool> IsBusyAsync(CancellationToken cancel)
    {
        try
        {
            return await postman.RunAsync(options.MostAtOnce * 2, cancel) > 0;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // The loop must outlive whatever a round breaks with; the claims of that round are taken up again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.RoundBroke(e);
            return false;
        }
    }
}
