using CoachBot.Infrastructure.Search;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>Keeps the pack by meaning up to date while the host serves; until it is, and when the model fails, finding stays lexical.</summary>
internal sealed class MeaningKeeper(OpenedModel model, CaseSearch search, string dataFolder, TimeProvider time, ILogger<MeaningKeeper> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = model.IsCurrent(search.Index) || await TryEmbedAsync(stoppingToken) ? LookEvery : RestAfterFailure;
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task<bool> TryEmbedAsync(CancellationToken cancel)
    {
        try
        {
            log.Embedded(await model.EmbedAsync(search.Index, dataFolder, null, cancel));
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.EmbeddingFailed(e.GetType().Name);
            return false;
        }
    }
}

/// <summary>What the keeper says; the other side's messages may repeat what was sent, so only the kind of an error is named.</summary>
internal static partial class MeaningKeeperLog
{
    [LoggerMessage(1, LogLevel.Information, "Finding by meaning is up to date; {Count} texts were embedded now")]
    public static partial void Embedded(this ILogger log, int count);

    [LoggerMessage(2, LogLevel.Warning, "Embedding failed ({Kind}); finding stays lexical until the next attempt in a minute")]
    public static partial void EmbeddingFailed(this ILogger log, string kind);
}
