using System.Collections.Concurrent;
using CoachBot.Channels.Slack.Health;
using CoachBot.Core.Installations;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Slack.Workspaces;

/// <summary>The workspaces that installed the app through OAuth. Reads are remembered for a short while: events come by the thousand.</summary>
internal sealed class InstalledWorkspaces(
    ISecretStore secrets, IInstallationStore installations, TokenRenewal renewal, TimeProvider time, ILogger<InstalledWorkspaces> log) : ISlackWorkspaces
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Early = TimeSpan.FromHours(2);
    private readonly ConcurrentDictionary<string, (SavedInstallation? Saved, DateTimeOffset Until)> _remembered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public bool IsReady => true;

    /// <inheritdoc />
    public async Task<SlackWorkspace?> FindAsync(string? teamId, string? enterpriseId, CancellationToken cancel) =>
        (await FindSavedAsync(teamId, enterpriseId, cancel))?.Workspace;

    /// <inheritdoc />
    public async Task<string?> TokenAsync(SlackWorkspace workspace, CancellationToken cancel)
    {
        var saved = await ReadAsync(NameOf(workspace), cancel);
        return saved switch
        {
            null or { Refused: not null } => null,
            { ExpiresAt: { } end } when end - time.GetUtcNow() < Early => (await RenewOnceAsync(saved, saved.Token, cancel))?.Token ?? saved.Token,
            _ => saved.Token,
        };
    }

    /// <inheritdoc />
    public async Task<string?> RenewAsync(SlackWorkspace workspace, string expired, CancellationToken cancel) =>
        await ReadAsync(NameOf(workspace), cancel) is { } saved ? (await RenewOnceAsync(saved, expired, cancel))?.Token : null;

    /// <inheritdoc />
    public async Task DisableAsync(SlackWorkspace workspace, string error, CancellationToken cancel)
    {
        if (SavedInstallation.Read(await secrets.ReadAsync(NameOf(workspace), cancel)) is { Refused: null } saved)
        {
            await SaveAsync(saved with { Refused = error }, cancel);
            log.TokenDead(workspace.Tenant, error);
        }
    }

    /// <inheritdoc />
    public async Task RemoveAsync(string? teamId, string? enterpriseId, DateTimeOffset? at, string reason, CancellationToken cancel)
    {
        var saved = SavedInstallation.Read(await secrets.ReadAsync(SavedInstallation.NameOf(teamId, enterpriseId), cancel));
        if (saved is null || at < saved.InstalledAt)
        {
            return;
        }

        await secrets.RemoveAsync(saved.Name, cancel);
        Forget(saved.Name);
        await installations.RemoveTenantAsync(ChannelNames.Slack, saved.Workspace.Tenant, cancel);
        log.Uninstalled(saved.Workspace.Tenant, reason);
    }

    /// <summary>Keeps an installation; a second one of the same workspace replaces the first.</summary>
    public async Task SaveAsync(SavedInstallation installation, CancellationToken cancel)
    {
        await secrets.WriteAsync(installation.Name, installation.Write(), cancel);
        Forget(installation.Name);
    }

    private async Task<SavedInstallation?> FindSavedAsync(string? teamId, string? enterpriseId, CancellationToken cancel) =>
        (teamId is null ? null : await ReadAsync(SavedInstallation.NameOf(teamId, null), cancel))
        ?? (enterpriseId is null ? null : await ReadAsync(SavedInstallation.NameOf(null, enterpriseId), cancel));

    // One renewal at a time: two would make two pairs of which one is dead. Who waited takes what the first one brought.
    private async Task<SavedInstallation?> RenewOnceAsync(SavedInstallation known, string expired, CancellationToken cancel)
    {
        if (known.RefreshToken is null)
        {
            return null;
        }

        var turn = _locks.GetOrAdd(known.Name, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancel);
        try
        {
            var current = SavedInstallation.Read(await secrets.ReadAsync(known.Name, cancel));
            if (current is null || current.Token != expired)
            {
                Forget(known.Name);
                return current;
            }

            if (await renewal.RenewAsync(current, cancel) is not { } renewed)
            {
                return null;
            }

            // The old pair is dead at Slack already: this write must not be given up half-way.
            await SaveAsync(renewed, CancellationToken.None);
            log.Renewed(renewed.Workspace.Tenant);
            return renewed;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<SavedInstallation?> ReadAsync(string name, CancellationToken cancel)
    {
        if (_remembered.TryGetValue(name, out var found) && time.GetUtcNow() < found.Until)
        {
            return found.Saved;
        }

        var saved = SavedInstallation.Read(await secrets.ReadAsync(name, cancel));
        if (_remembered.Count >= MostRemembered)
        {
            _remembered.Clear();
        }

        _remembered[name] = (saved, time.GetUtcNow() + Memory);
        return saved;
    }

    private void Forget(string name) => _remembered.TryRemove(name, out _);

    private static string NameOf(SlackWorkspace workspace) => SavedInstallation.NameOf(workspace.TeamId, workspace.EnterpriseId);
}
