namespace CoachBot.Channels.Slack;

/// <summary>A workspace, or a whole organisation, that has the app installed.</summary>
/// <param name="AppId">Our app's id there; null when it was installed by token and Slack did not say.</param>
/// <param name="TeamId">The workspace; null for an organisation-wide installation.</param>
/// <param name="EnterpriseId">The organisation; null outside Enterprise Grid.</param>
/// <param name="BotUserId">The bot's user id (<c>U...</c>), the one in mentions.</param>
/// <param name="BotId">The bot's other id (<c>B...</c>), the one on its messages; null when Slack did not say.</param>
internal sealed record SlackWorkspace(string? AppId, string? TeamId, string? EnterpriseId, string BotUserId, string? BotId)
{
    /// <summary>What conversations and people of it are filed under.</summary>
    public string Tenant => TeamId ?? EnterpriseId ?? "";
}
