using System.Text.Json.Nodes;

namespace CoachBot.TestSupport.Teams;

/// <summary>Activities as Teams sends them, to be changed by the test.</summary>
public static class TeamsActivity
{
    /// <summary>The bot of the tests.</summary>
    public const string AppId = "33333333-3333-3333-3333-333333333333";

    /// <summary>The tenant of the tests.</summary>
    public const string Tenant = "22222222-2222-2222-2222-222222222222";

    /// <summary>The bot's id in a conversation.</summary>
    public const string Bot = "28:" + AppId;

    private static int s_number;

    /// <summary>A person's message in a personal chat.</summary>
    public static JsonObject Message(string text, string serviceUrl, string? id = null) => Base("message", serviceUrl, id, new JsonObject
    {
        ["textFormat"] = "plain",
        ["text"] = text,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<div>" + text + "</div>" }),
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Windows" }),
    });

    /// <summary>An activity of any kind in a personal chat.</summary>
    public static JsonObject Base(string type, string serviceUrl, string? id = null, JsonObject? more = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? $"{1718000000000 + Interlocked.Increment(ref s_number)}",
            ["timestamp"] = "2026-11-20T09:15:00.1234567Z",
            ["localTimestamp"] = "2026-11-20T10:15:00.123+01:00",
            ["serviceUrl"] = serviceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:1abc", ["name"] = "Ada", ["aadObjectId"] = "11111111-1111-1111-1111-111111111111" },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = "a:1personal" },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "CoachBot" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
            ["locale"] = "en-US",
        };
        foreach (var (name, value) in more?.ToList() ?? [])
        {
            activity[name] = value?.DeepClone();
        }

        return activity;
    }

    /// <summary>Moves an activity into a thread of a team's channel.</summary>
    public static JsonObject InChannel(this JsonObject activity, string channel = "19:xyz@thread.tacv2", string? thread = "1718000000001")
    {
        activity["conversation"] = new JsonObject
        {
            ["isGroup"] = true,
            ["conversationType"] = "channel",
            ["tenantId"] = Tenant,
            ["id"] = thread is null ? channel : $"{channel};messageid={thread}",
        };
        activity["channelData"] = new JsonObject
        {
            ["teamsChannelId"] = channel,
            ["teamsTeamId"] = "19:team@thread.tacv2",
            ["channel"] = new JsonObject { ["id"] = channel },
            ["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" },
            ["tenant"] = new JsonObject { ["id"] = Tenant },
        };
        return activity;
    }

    /// <summary>With a member changed or, without a value, taken out.</summary>
    public static JsonObject With(this JsonObject activity, string name, JsonNode? value, bool remove = false)
    {
        if (remove)
        {
            activity.Remove(name);
        }
        else
        {
            activity[name] = value;
        }

        return activity;
    }

    /// <summary>A mention of the bot or of somebody else.</summary>
    public static JsonObject Mention(string text, string id = Bot) => new()
    {
        ["type"] = "mention",
        ["text"] = text,
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "somebody" },
    };
}
