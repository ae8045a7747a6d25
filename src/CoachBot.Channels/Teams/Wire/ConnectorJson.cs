using System.Text.Json.Serialization;
using CoachBot.Channels.Teams.Connector;

namespace CoachBot.Channels.Teams.Wire;

/// <summary>How answers of Teams to our calls are read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ConnectorAnswer))]
[JsonSerializable(typeof(MembersPage))]
internal sealed partial class ConnectorJson : JsonSerializerContext;

/// <summary>A page of members.</summary>
internal sealed class MembersPage
{
    public List<ChannelAccount?>? Members { get; set; }

    public string? ContinuationToken { get; set; }
}

/// <summary>A conversation to be made: a new post in a channel with its first message, or a chat with one person.</summary>
internal sealed record NewConversation
{
    public required bool IsGroup { get; init; }

    public required OutgoingAccount Bot { get; init; }

    public IReadOnlyList<OutgoingAccount>? Members { get; init; }

    public required string TenantId { get; init; }

    public required NewConversationData ChannelData { get; init; }

    public OutgoingActivity? Activity { get; init; }
}

/// <summary>Which channel of which tenant.</summary>
internal sealed record NewConversationData(IdOnly? Channel, IdOnly Tenant);

/// <summary>An id by itself.</summary>
internal sealed record IdOnly(string Id);
