namespace CoachBot.Channels.Slack.Api;

/// <summary>What Slack's error codes mean for us.</summary>
internal static class SlackErrors
{
    private static readonly HashSet<string> Dead = new(StringComparer.Ordinal)
    {
        "token_revoked", "account_inactive", "invalid_auth", "not_authed", "org_login_required", "user_removed_from_team", "team_disabled",
    };

    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal)
    {
        "channel_not_found", "not_in_channel", "is_archived", "user_not_found", "users_not_found", "messages_tab_disabled", "user_disabled", "no_such_installation",
        "cannot_dm_bot",
    };

    private static readonly HashSet<string> Transient = new(StringComparer.Ordinal)
    {
        "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org", "external_channel_migrating",
    };

    private static readonly HashSet<string> Limited = new(StringComparer.Ordinal) { "ratelimited", "rate_limited", "message_limit_exceeded" };

    private static readonly HashSet<string> Done = new(StringComparer.Ordinal) { "already_reacted", "already_in_channel", "already_open", "no_op" };

    private static readonly HashSet<string> Trigger = new(StringComparer.Ordinal)
    {
        "expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired", "trigger_exchanged",
    };

    /// <summary>The token is no good any more.</summary>
    public static bool TokenIsDead(string code) => Dead.Contains(code);

    /// <summary>The conversation or person cannot be reached any more.</summary>
    public static bool IsGone(string code) => Gone.Contains(code) || Dead.Contains(code);

    /// <summary>Slack is unwell; what it was asked may have been done.</summary>
    public static bool IsTransient(string code) => Transient.Contains(code);

    /// <summary>Too many calls, said as an error.</summary>
    public static bool IsLimit(string code) => Limited.Contains(code);

    /// <summary>What was asked for is so already.</summary>
    public static bool IsDoneAlready(string code) => Done.Contains(code);

    /// <summary>The trigger is used up or too old; it is not tried again.</summary>
    public static bool IsTrigger(string code) => Trigger.Contains(code);
}
