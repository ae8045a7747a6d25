using System.Text.Json;
using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Channels.Slack.Workspaces;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack.Install;

/// <summary>Changes the code Slack's page came back with for an installation.</summary>
internal sealed class InstallExchange(SlackHttp http, IOptions<SlackOptions> options, TimeProvider time, ILogger<InstallExchange> log)
{
    private readonly SlackOptions _options = options.Value;

    /// <summary>Where Slack's page comes back to; the same in both steps.</summary>
    public string RedirectUri => new Uri(_options.PublicUrl!, "/slack/oauth/callback").AbsoluteUri;

    /// <summary>The installation; null when Slack gives none, or one of another app.</summary>
    public async Task<SavedInstallation?> ExchangeAsync(string code, CancellationToken cancel)
    {
        var outcome = await http.PostAsync(SlackMethods.Exchange, null,
        [
            new("client_id", _options.ClientId), new("client_secret", _options.ClientSecret), new("code", code), new("redirect_uri", RedirectUri),
        ], cancel);
        if (outcome is not SlackOutcome.Ok { Body: var body })
        {
            return Refused(outcome is SlackOutcome.Failed failed ? failed.Error.Code : outcome.GetType().Name);
        }

        if (body.Text("app_id") != _options.AppId || body.Text("access_token") is not { } token || body.Text("bot_user_id") is not { } botUser)
        {
            return Refused(body.Text("app_id") != _options.AppId ? "other-app" : "incomplete");
        }

        // The bot's other id, which its messages carry, is not in the answer.
        return await http.PostAsync(SlackMethods.AuthTest, token, [], cancel) is SlackOutcome.Ok { Body: var who }
            ? Saved(body, token, botUser, who.Text("bot_id"))
            : Refused("auth-test");
    }

    private SavedInstallation? Saved(JsonElement body, string token, string botUser, string? botId)
    {
        var team = body.Flag("is_enterprise_install") ? null : body.Object("team")?.Text("id");
        var enterprise = body.Object("enterprise")?.Text("id");
        return team is null && enterprise is null ? Refused("nowhere") : new SavedInstallation
        {
            AppId = _options.AppId!,
            TeamId = team,
            EnterpriseId = enterprise,
            BotUserId = botUser,
            BotId = botId,
            Token = token,
            RefreshToken = body.Text("refresh_token"),
            ExpiresAt = body.Number("expires_in") is { } seconds ? time.GetUtcNow() + TimeSpan.FromSeconds(seconds) : null,
            Scopes = body.Text("scope"),
            InstalledBy = body.Object("authed_user")?.Text("id"),
            InstalledAt = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()),
        };
    }

    private SavedInstallation? Refused(string reason)
    {
        log.InstallRefused(reason);
        return null;
    }
}
