using System.Text.Json;
using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Installations;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack.Workspaces;

/// <summary>The one workspace of a token in the settings; asks Slack at the start who we are there.</summary>
internal sealed class SingleWorkspace(
    SlackHttp http, IInstallationStore installations, IOptions<SlackOptions> options, SlackState state, TimeProvider time, ILogger<SingleWorkspace> log)
    : BackgroundService, ISlackWorkspaces
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private readonly SlackOptions _options = options.Value;
    private volatile SlackWorkspace? _workspace;
    private volatile bool _dead;

    /// <inheritdoc />
    public bool IsReady => _workspace is not null;

    /// <inheritdoc />
    public Task<SlackWorkspace?> FindAsync(string? teamId, string? enterpriseId, CancellationToken cancel) =>
        Task.FromResult(_workspace is { } ours && IsOurs(ours, teamId, enterpriseId) ? ours : null);

    /// <inheritdoc />
    public Task<string?> TokenAsync(SlackWorkspace workspace, CancellationToken cancel) => Task.FromResult(_dead ? null : _options.BotToken);

    /// <inheritdoc />
    public Task<string?> RenewAsync(SlackWorkspace workspace, string expired, CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <inheritdoc />
    public Task DisableAsync(SlackWorkspace workspace, string error, CancellationToken cancel)
    {
        _dead = true;
        state.Fail(SlackState.Workspace, error);
        log.TokenDead(workspace.Tenant, error);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task RemoveAsync(string? teamId, string? enterpriseId, DateTimeOffset? at, string reason, CancellationToken cancel)
    {
        if (_workspace is not { } ours || !IsOurs(ours, teamId, enterpriseId))
        {
            return;
        }

        // The token in the settings may already be that of a new installation: only Slack knows.
        if (await AskAsync(cancel) is { Workspace: not null })
        {
            return;
        }

        _dead = true;
        state.Fail(SlackState.Workspace, reason);
        await installations.RemoveTenantAsync(ChannelNames.Slack, ours.Tenant, cancel);
        log.Uninstalled(ours.Tenant, reason);
    }

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        state.Fail(SlackState.Workspace, "not asked yet");
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = TimeSpan.FromSeconds(1); !stoppingToken.IsCancellationRequested; wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, LongestWait.Ticks)))
        {
            var (workspace, error) = await AskAsync(stoppingToken);
            if (workspace is not null)
            {
                _workspace = workspace;
                state.Serve(SlackState.Workspace);
                log.Served(workspace.Tenant);
                return;
            }

            state.Fail(SlackState.Workspace, error);
            log.Unserved(error);
            if (SlackErrors.TokenIsDead(error))
            {
                return;
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }

    private async Task<(SlackWorkspace? Workspace, string Error)> AskAsync(CancellationToken cancel) =>
        await http.PostAsync(SlackMethods.AuthTest, _options.BotToken, [], cancel) switch
        {
            SlackOutcome.Ok { Body: var body } when WorkspaceOf(body) is { } workspace => (workspace, ""),
            SlackOutcome.Failed { Error.Code: var code } => (null, code),
            var other => (null, other.GetType().Name),
        };

    private SlackWorkspace? WorkspaceOf(JsonElement body) => body.Text("user_id") is not { } user ? null : new SlackWorkspace(
        _options.AppId ?? body.Text("app_id"),
        body.Flag("is_enterprise_install") ? null : body.Text("team_id"),
        body.Text("enterprise_id"),
        user,
        body.Text("bot_id"));

    private static bool IsOurs(SlackWorkspace ours, string? teamId, string? enterpriseId) =>
        ours.TeamId is { } team ? team == teamId : ours.EnterpriseId is { } enterprise && enterprise == enterpriseId;
}
