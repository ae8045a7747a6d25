using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Storage;

/// <summary>
/// Keeps the history of the pack, and all machines on the same one: a machine whose folder changes tells the others, who take the pack over
/// within seconds, whether or not their own folders have changed. A folder that is behind when its machine starts serves what is newest.
/// </summary>
internal sealed class SharedKnowledge(CaseSearch search, IRevisions revisions, TimeProvider time, ILogger<SharedKnowledge> log) : BackgroundService
{
    // Five seconds are promised; the rest of them is for fetching and building.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private string? _told;
    private long _number;

    /// <summary>Looks once: tells the others what is new here, or takes over what is new there.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var newest = await revisions.NewestAsync(cancel);
        var own = search.OwnFingerprint;
        if (own is not null && own != _told && await IsNewsAsync(own, newest, cancel))
        {
            newest = await TellAsync(own, cancel);
        }

        _told = own;
        if (newest is not null && newest.Number > _number)
        {
            await FollowAsync(newest, cancel);
            _number = newest.Number;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Building must not hold up the start of the host.
        await Task.Yield();
        using var timer = new PeriodicTimer(Between, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is System.Data.Common.DbException)
            {
                log.RevisionsUnreadable(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // What changes while we look is meant to be new, even when it was in use before; what lies there at the start may just be old.
    private async Task<bool> IsNewsAsync(string own, KnowledgeRevision? newest, CancellationToken cancel) =>
        newest is null || (newest.Fingerprint != own && (_told is not null || !await revisions.KnowsAsync(own, cancel)));

    private async Task<KnowledgeRevision> TellAsync(string own, CancellationToken cancel)
    {
        var pack = search.Index.Pack;
        var told = await revisions.PublishAsync(own, SharedPack.CaseFingerprints(pack), revisions.IsShared ? search.Content() : null, cancel);
        log.RevisionTold(told.Number, pack.Cases.Count);
        return told;
    }

    private async Task FollowAsync(KnowledgeRevision newest, CancellationToken cancel)
    {
        if (newest.Fingerprint == search.Index.Pack.Fingerprint || await revisions.ContentAsync(newest.Number, cancel) is not { } content)
        {
            return;
        }

        try
        {
            search.TakeOver(content);
            log.RevisionTakenOver(newest.Number, search.Index.Pack.Cases.Count);
        }
        catch (InvalidDataException e)
        {
            // A machine of another version, in the middle of a change of versions: its own folder serves on.
            log.RevisionUnusable(e, newest.Number);
        }
    }
}
