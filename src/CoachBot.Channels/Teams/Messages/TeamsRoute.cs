using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Messages;

/// <summary>What it takes to reach a conversation again; stands as JSON in <see cref="Address.Route"/>.</summary>
/// <param name="Service">The service address of the latest activity from there.</param>
/// <param name="Bot">The bot's id there.</param>
/// <param name="Scope">What kind of place it is.</param>
/// <param name="User">The person of a personal chat, or who wrote last.</param>
/// <param name="Channel">The Bot Framework's channel id.</param>
internal sealed record TeamsRoute(string Service, string Bot, ChatScope Scope, string? User, string Channel)
{
    /// <summary>Where Teams can be reached when no activity told; it works around the world.</summary>
    public const string DefaultService = "https://smba.trafficmanager.net/teams/";

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, TeamsRouteJson.Default.TeamsRoute);

    /// <summary>As it was stored; null when it was not.</summary>
    public static TeamsRoute? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TeamsRouteJson.Default.TeamsRoute);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The id of the conversation as Teams wants it: with the thread where there is one.</summary>
    public static string ConversationId(ConversationKey key) => key.Thread is null ? key.Conversation : $"{key.Conversation}{ThreadMark}{key.Thread}";

    /// <summary>What parts a channel's id from the thread's.</summary>
    public const string ThreadMark = ";messageid=";
}

/// <summary>How routes are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TeamsRoute))]
internal sealed partial class TeamsRouteJson : JsonSerializerContext;
