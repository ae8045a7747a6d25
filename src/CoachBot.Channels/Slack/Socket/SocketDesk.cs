using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Door;
using CoachBot.Channels.Slack.Events;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Wire;
using Microsoft.Extensions.Primitives;

namespace CoachBot.Channels.Slack.Socket;

/// <summary>Takes what an envelope holds to the same desks as the request addresses do.</summary>
internal sealed class SocketDesk(EventDesk events, InteractionDesk interactions)
{
    /// <summary>Whether it was taken and may be acknowledged, and what is said in the acknowledgement.</summary>
    public async Task<(bool Taken, JsonObject? Body)> TakeAsync(string type, JsonElement payload, CancellationToken cancel) => type switch
    {
        "events_api" => (await events.TakeAsync(payload, cancel), null),
        "interactive" when Interaction.Read(payload) is { } interaction => (true, await interactions.TakeAsync(interaction, cancel)),
        "slash_commands" when SlackDoor.CommandOf(FieldsOf(payload)) is { } command => (true, await interactions.TakeAsync(command, cancel)),
        _ => (true, null),
    };

    private static Dictionary<string, StringValues> FieldsOf(JsonElement payload) => payload.ValueKind != JsonValueKind.Object ? [] : payload
        .EnumerateObject()
        .Select(member => (member.Name, Text: payload.Flag(member.Name) ? "true" : payload.Text(member.Name)))
        .Where(member => member.Text is not null)
        .ToDictionary(member => member.Name, member => new StringValues(member.Text));
}
