using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Channels.Slack.Workspaces;

/// <summary>One installation as it is kept, encrypted, as a whole: both tokens of a pair are always of the same age.</summary>
internal sealed record SavedInstallation
{
    /// <summary>What names of installations begin with.</summary>
    public const string Prefix = "slack/installation/";

    /// <summary>Our app.</summary>
    public required string AppId { get; init; }

    /// <summary>The workspace; null for an organisation-wide installation.</summary>
    public string? TeamId { get; init; }

    /// <summary>The organisation.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>The bot's user id.</summary>
    public required string BotUserId { get; init; }

    /// <summary>The bot's other id.</summary>
    public string? BotId { get; init; }

    /// <summary>The token.</summary>
    public required string Token { get; init; }

    /// <summary>Renews the token once; null where tokens do not run out.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the token runs out.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The scopes granted: may be fewer than asked for.</summary>
    public string? Scopes { get; init; }

    /// <summary>Who installed it.</summary>
    public string? InstalledBy { get; init; }

    /// <summary>When; older news of its end is of no account.</summary>
    public required DateTimeOffset InstalledAt { get; init; }

    /// <summary>Slack's refusal of the token; null while it is good.</summary>
    public string? Refused { get; init; }

    /// <summary>The name it is kept under.</summary>
    [JsonIgnore]
    public string Name => NameOf(TeamId, EnterpriseId);

    /// <summary>What the rest of the channel needs of it.</summary>
    [JsonIgnore]
    public SlackWorkspace Workspace => new(AppId, TeamId, EnterpriseId, BotUserId, BotId);

    /// <summary>The name of a workspace's installation, or of an organisation's without a workspace. Ends in a mark, so that none begins another.</summary>
    public static string NameOf(string? teamId, string? enterpriseId) => teamId is { } team ? $"{Prefix}team/{team}/" : $"{Prefix}organisation/{enterpriseId}/";

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, SavedInstallationJson.Default.SavedInstallation);

    /// <summary>Reads it back; null when it is not readable.</summary>
    public static SavedInstallation? Read(string? saved)
    {
        try
        {
            return saved is null ? null : JsonSerializer.Deserialize(saved, SavedInstallationJson.Default.SavedInstallation);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON of an installation.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SavedInstallation))]
internal sealed partial class SavedInstallationJson : JsonSerializerContext;
