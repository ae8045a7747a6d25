using System.Text.Json;

namespace CoachBot.Channels.Slack.Wire;

/// <summary>An event as Slack wraps it.</summary>
/// <param name="AppId">The app it was meant for.</param>
/// <param name="TeamId">The workspace whose installation sees it; null for an organisation's. In shared channels not the outer one.</param>
/// <param name="EnterpriseId">The organisation; null outside Enterprise Grid.</param>
/// <param name="IsOrganisation">Whether the installation is one for the whole organisation.</param>
/// <param name="IsShared">Whether it happened in a channel that is shared with another company.</param>
/// <param name="EventId">The same again on every delivery.</param>
/// <param name="At">When it happened; null when Slack does not say sensibly.</param>
/// <param name="Type">The inner type.</param>
/// <param name="Event">What happened.</param>
internal sealed record EventEnvelope(
    string? AppId, string? TeamId, string? EnterpriseId, bool IsOrganisation, bool IsShared, string? EventId, DateTimeOffset? At, string Type, JsonElement Event)
{
    /// <summary>Seconds beyond which a time is not meant in seconds: some samples show 16 digits.</summary>
    private const long MostSeconds = 100_000_000_000;

    /// <summary>Reads an <c>event_callback</c>; null when it holds no event.</summary>
    public static EventEnvelope? Read(JsonElement payload)
    {
        if (payload.Object("event") is not { } happened || happened.Text("type") is not { } type)
        {
            return null;
        }

        var seenBy = payload.Entries("authorizations").FirstOrDefault();
        var organisation = seenBy.Flag("is_enterprise_install");
        var known = seenBy.ValueKind == JsonValueKind.Object;
        return new EventEnvelope(
            payload.Text("api_app_id"),
            organisation ? null : (known ? seenBy.Text("team_id") : null) ?? payload.Text("team_id"),
            (known ? seenBy.Text("enterprise_id") : null) ?? (known ? null : payload.Text("enterprise_id")),
            organisation,
            payload.Flag("is_ext_shared_channel"),
            payload.Text("event_id"),
            payload.Number("event_time") is > 0 and < MostSeconds and { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            type,
            happened);
    }
}
