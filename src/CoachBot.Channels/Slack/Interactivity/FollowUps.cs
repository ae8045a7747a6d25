using System.Threading.Channels;
using CoachBot.Channels.Slack.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Slack.Interactivity;

/// <summary>Does what follows a response: at once, several at a time, each for a few seconds at most. Nothing durable belongs here.</summary>
internal sealed class FollowUps(TimeProvider time, ILogger<FollowUps> log) : BackgroundService
{
    private const int Workers = 16;
    private const int MostWaiting = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Channel<Func<CancellationToken, Task>> _waiting =
        Channel.CreateBounded<Func<CancellationToken, Task>>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Adds one; when far too many wait, the oldest are dropped: their triggers are too old by then.</summary>
    public void Add(Func<CancellationToken, Task> followUp) => _waiting.Writer.TryWrite(followUp);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        await Task.Yield();
        await foreach (var followUp in _waiting.Reader.ReadAllAsync(stopping))
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
            try
            {
                await followUp(either.Token);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                log.FollowUpFailed(e);
            }
        }
    }
}
