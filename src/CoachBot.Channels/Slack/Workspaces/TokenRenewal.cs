using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack.Workspaces;

/// <summary>Changes a refresh token for a new pair of tokens.</summary>
internal sealed class TokenRenewal(SlackHttp http, IOptions<SlackOptions> options, TimeProvider time, ILogger<TokenRenewal> log)
{
    /// <summary>The installation with its new pair; null when Slack gave none.</summary>
    public async Task<SavedInstallation?> RenewAsync(SavedInstallation old, CancellationToken cancel)
    {
        var outcome = await http.PostAsync(SlackMethods.Exchange, null,
        [
            new("client_id", options.Value.ClientId),
            new("client_secret", options.Value.ClientSecret),
            new("grant_type", "refresh_token"),
            new("refresh_token", old.RefreshToken),
        ], cancel);
        if (outcome is not SlackOutcome.Ok { Body: var body } || body.Text("access_token") is not { } token)
        {
            log.CallInDoubt(SlackMethods.Exchange, outcome is SlackOutcome.Failed failed ? failed.Error.Code : outcome.GetType().Name);
            return null;
        }

        return old with
        {
            Token = token,
            RefreshToken = body.Text("refresh_token") ?? old.RefreshToken,
            ExpiresAt = body.Number("expires_in") is { } seconds ? time.GetUtcNow() + TimeSpan.FromSeconds(seconds) : null,
        };
    }
}
