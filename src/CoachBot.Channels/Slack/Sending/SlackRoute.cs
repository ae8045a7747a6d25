using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Channels.Slack.Sending;

/// <summary>What it takes to reach a conversation again: the channel's own part of an <see cref="Core.Turns.Address"/>. Holds no secret.</summary>
internal sealed record SlackRoute
{
    /// <summary>The workspace; null for organisation-wide installations.</summary>
    public string? Team { get; init; }

    /// <summary>The organisation; null outside Enterprise Grid.</summary>
    public string? Enterprise { get; init; }

    /// <summary>The channel or direct message.</summary>
    public required string Channel { get; init; }

    /// <summary>The root of the thread replies go to; null outside threads.</summary>
    public string? Thread { get; init; }

    /// <summary>Whom replies are for; null when for nobody in particular.</summary>
    public string? User { get; init; }

    /// <summary>Nothing said here may be seen by others: commands, shortcuts, and buttons on private answers.</summary>
    public bool Private { get; init; }

    /// <summary>The key of the response address this came with (see <see cref="ResponseUrls"/>); useless after 30 minutes or a restart.</summary>
    public string? Response { get; init; }

    /// <summary>Whether the bot and the person are alone there.</summary>
    [JsonIgnore]
    public bool IsDirect => Channel.StartsWith('D');

    /// <summary>As an address carries it.</summary>
    public string Write() => JsonSerializer.Serialize(this, RouteJson.Default.SlackRoute);

    /// <summary>Reads it back; null when it is no route of ours.</summary>
    public static SlackRoute? Read(string route)
    {
        try
        {
            return JsonSerializer.Deserialize(route, RouteJson.Default.SlackRoute);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON of a route.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SlackRoute))]
internal sealed partial class RouteJson : JsonSerializerContext;
