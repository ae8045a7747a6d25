using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Interactivity;

/// <summary>
/// The answer to a command or interaction: what stands in the response (over HTTP or on the socket, within 3 s), the turn that is
/// stored before it, and what is done once it is out.
/// </summary>
/// <param name="Body">The response; null for an empty one.</param>
/// <param name="Turn">A message to be answered by a turn; stored and queued before the response.</param>
/// <param name="FollowUp">What is done after the response: a view to open, a Home to publish. Lost when the process dies, so nothing durable.</param>
internal sealed record SlackAnswer(JsonObject? Body = null, IncomingMessage? Turn = null, Func<CancellationToken, Task>? FollowUp = null)
{
    /// <summary>Acknowledged and nothing else: for a submission, the view closes.</summary>
    public static SlackAnswer Empty { get; } = new();

    /// <summary>A turn will answer.</summary>
    public static SlackAnswer Later(IncomingMessage turn) => new(Turn: turn);

    /// <summary>Acknowledged; then this is done at once. Keep it under a second where a trigger is to be used.</summary>
    public static SlackAnswer Then(Func<CancellationToken, Task> followUp) => new(FollowUp: followUp);

    /// <summary>A command's answer that only the person who typed it sees.</summary>
    public static SlackAnswer Whisper(SlackMessage message)
    {
        var body = new JsonObject { ["response_type"] = "ephemeral", ["text"] = message.Text };
        if (message.Blocks is { } blocks)
        {
            body["blocks"] = blocks.DeepClone();
        }

        return new(body);
    }

    /// <summary>Keeps a submitted view open and shows what is wrong, by block id of inputs.</summary>
    public static SlackAnswer Errors(IReadOnlyDictionary<string, string> errors) => new(new JsonObject
    {
        ["response_action"] = "errors",
        ["errors"] = new JsonObject(errors.Select(error => KeyValuePair.Create(error.Key, (JsonNode?)error.Value))),
    });

    /// <summary>Replaces the submitted view.</summary>
    public static SlackAnswer Update(JsonObject view) => new(new JsonObject { ["response_action"] = "update", ["view"] = view });

    /// <summary>Puts a view above the submitted one; at most three lie on each other.</summary>
    public static SlackAnswer Push(JsonObject view) => new(new JsonObject { ["response_action"] = "push", ["view"] = view });

    /// <summary>Closes every view.</summary>
    public static SlackAnswer Clear() => new(new JsonObject { ["response_action"] = "clear" });

    /// <summary>The options of a menu, at most 100.</summary>
    public static SlackAnswer Options(JsonArray options) => new(new JsonObject { ["options"] = options });
}
