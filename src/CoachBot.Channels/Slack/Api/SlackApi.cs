using CoachBot.Channels.Slack.Workspaces;

namespace CoachBot.Channels.Slack.Api;

/// <summary>Calls with a workspace's token: keeps limits, renews tokens, repeats what may be repeated.</summary>
internal sealed class SlackApi(SlackHttp http, ISlackWorkspaces workspaces, MethodGate gate, TimeProvider time) : ISlackApi
{
    private const int MostTries = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(400);

    // Done twice these show: a second message, a second window, a used trigger.
    private static readonly HashSet<string> OnlyOnce = new(StringComparer.Ordinal)
    {
        SlackMethods.PostMessage, SlackMethods.PostEphemeral, SlackMethods.OpenView, SlackMethods.PushView,
    };

    /// <inheritdoc />
    public async Task<SlackOutcome> CallAsync(
        SlackWorkspace workspace, string method, IReadOnlyList<KeyValuePair<string, string?>> arguments, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await CallOnceAsync(workspace, method, arguments, cancel);
            if (attempt == MostTries || PauseBefore(outcome, method, attempt) is not { } pause)
            {
                return outcome;
            }

            await Task.Delay(pause, time, cancel);
        }
    }

    private static TimeSpan? PauseBefore(SlackOutcome outcome, string method, int attempt) => outcome switch
    {
        SlackOutcome.Limited { After: var after } when after <= LongestWait => after,
        SlackOutcome.Unreached => FirstPause * attempt,
        SlackOutcome.Doubtful when !OnlyOnce.Contains(method) => FirstPause * attempt,
        _ => null,
    };

    private async Task<SlackOutcome> CallOnceAsync(
        SlackWorkspace workspace, string method, IReadOnlyList<KeyValuePair<string, string?>> arguments, CancellationToken cancel)
    {
        if (gate.Wait(workspace.Tenant, method) is var wait && wait > TimeSpan.Zero)
        {
            return new SlackOutcome.Limited(wait);
        }

        if (await workspaces.TokenAsync(workspace, cancel) is not { } token)
        {
            return new SlackOutcome.Failed(new SlackError("no_such_installation", null, null, []));
        }

        var outcome = await http.PostAsync(method, token, arguments, cancel);
        if (outcome is SlackOutcome.Failed { Error.Code: "token_expired" } && await workspaces.RenewAsync(workspace, token, cancel) is { } renewed)
        {
            outcome = await http.PostAsync(method, renewed, arguments, cancel);
        }

        switch (outcome)
        {
            case SlackOutcome.Limited { After: var after }:
                gate.Close(workspace.Tenant, method, after);
                break;
            case SlackOutcome.Failed { Error.Code: var code } when SlackErrors.TokenIsDead(code):
                await workspaces.DisableAsync(workspace, code, cancel);
                break;
        }

        return outcome;
    }
}
