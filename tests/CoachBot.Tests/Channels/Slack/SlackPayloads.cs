using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Slack;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>What Slack sends, as the reference writes it.</summary>
internal static class SlackPayloads
{
    public static JsonObject Envelope(string inner, string id = "Ev1") => new()
    {
        ["token"] = "retired-token",
        ["team_id"] = FakeSlack.Team,
        ["api_app_id"] = FakeSlack.App,
        ["type"] = "event_callback",
        ["event_id"] = id,
        ["event_time"] = 1_610_241_741,
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null, ["team_id"] = FakeSlack.Team, ["user_id"] = FakeSlack.BotUser, ["is_bot"] = true, ["is_enterprise_install"] = false,
        }),
        ["event"] = JsonNode.Parse(inner),
    };

    public static string Direct(string text, string ts = "1610241741.000200", string user = "U1", string more = "") =>
        $$"""{"type":"message","channel":"D1","channel_type":"im","user":"{{user}}","text":{{JsonValue.Create(text).ToJsonString()}},"ts":"{{ts}}"{{more}}}""";

    public static string Mention(string text, string ts = "1610241741.000200", string more = "", string channel = "C1") =>
        $$"""{"type":"app_mention","channel":"{{channel}}","user":"U1","text":{{JsonValue.Create(text).ToJsonString()}},"ts":"{{ts}}"{{more}}}""";

    public static string InChannel(string text, string ts, string more = "", string channel = "C1") =>
        $$"""{"type":"message","channel":"{{channel}}","channel_type":"channel","user":"U1","text":{{JsonValue.Create(text).ToJsonString()}},"ts":"{{ts}}"{{more}}}""";

    public static Dictionary<string, string> Command(string command, string text, FakeSlack slack) => new()
    {
        ["token"] = "retired-token",
        ["team_id"] = FakeSlack.Team,
        ["channel_id"] = "C1",
        ["user_id"] = "U1",
        ["user_name"] = "old",
        ["command"] = command,
        ["text"] = text,
        ["api_app_id"] = FakeSlack.App,
        ["is_enterprise_install"] = "false",
        ["response_url"] = slack.Responses.New(),
        ["trigger_id"] = slack.Trigger(),
    };

    /// <summary>A card's button, pressed.</summary>
    public static JsonObject Press(CardAction action, FakeSlack slack, string user = "U1", string channel = "C1", bool ephemeral = false, string? onlyFor = null, string messageTs = "1610241750.000100") => new()
    {
        ["type"] = "block_actions",
        ["token"] = "retired-token",
        ["api_app_id"] = FakeSlack.App,
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
        ["user"] = new JsonObject { ["id"] = user, ["team_id"] = FakeSlack.Team },
        ["channel"] = new JsonObject { ["id"] = channel },
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = messageTs, ["channel_id"] = channel, ["is_ephemeral"] = ephemeral, ["thread_ts"] = "1610241741.000200" },
        ["trigger_id"] = slack.Trigger(),
        ["response_url"] = slack.Responses.New(),
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button", ["action_id"] = $"act/{action.Verb}/0", ["block_id"] = "b1", ["value"] = ButtonValue.Write(action, onlyFor), ["action_ts"] = "1610241755.1",
        }),
    };
}
