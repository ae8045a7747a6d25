namespace CoachBot.Channels.Slack.Workspaces;

/// <summary>The workspaces that have the app, and their tokens.</summary>
internal interface ISlackWorkspaces
{
    /// <summary>Whether it is known yet who we are; until then nothing can be taken.</summary>
    bool IsReady { get; }

    /// <summary>The workspace that a payload belongs to, looked for by workspace first and by organisation then; null when none of ours.</summary>
    Task<SlackWorkspace?> FindAsync(string? teamId, string? enterpriseId, CancellationToken cancel);

    /// <summary>The token of a workspace, renewed when it is about to run out; null when there is none (any more).</summary>
    Task<string?> TokenAsync(SlackWorkspace workspace, CancellationToken cancel);

    /// <summary>A token in place of one that Slack called expired; null when it cannot be renewed.</summary>
    Task<string?> RenewAsync(SlackWorkspace workspace, string expired, CancellationToken cancel);

    /// <summary>Slack refuses the token for good: nothing is sent there until the app is installed anew.</summary>
    Task DisableAsync(SlackWorkspace workspace, string error, CancellationToken cancel);

    /// <summary>The app was taken out: its token goes, and so does everything that would be sent there. Older than the installation it is of no account.</summary>
    Task RemoveAsync(string? teamId, string? enterpriseId, DateTimeOffset? at, string reason, CancellationToken cancel);
}
