using System.Text.Json.Serialization;

namespace CoachBot.Channels.Teams.Wire;

/// <summary>What Teams adds to an activity. Another channel may put anything there: what has not this shape is passed over.</summary>
[JsonConverter(typeof(ChannelDataConverter))]
internal sealed record ChannelData(string? TenantId, string? TeamId, string? ChannelId, string? SelectedChannelId, string? EventType);
