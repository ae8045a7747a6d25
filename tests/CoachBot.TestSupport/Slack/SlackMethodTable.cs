using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CoachBot.TestSupport.Slack;

/// <summary>What the fake's methods answer.</summary>
internal sealed class SlackMethodTable(FakeSlack slack)
{
    private static readonly TimeSpan TriggerLife = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LeastGap = TimeSpan.FromMilliseconds(990);
    private readonly ConcurrentDictionary<(string Team, string Channel), DateTimeOffset> _lastPosts = new();
    private readonly ConcurrentDictionary<string, string> _refreshTokens = new();
    private readonly Lock _guard = new();
    private long _posted;
    private long _stamp;

    public long Posted => Interlocked.Read(ref _posted);

    public TimeSpan ShortestGap { get; private set; } = TimeSpan.MaxValue;

    private static readonly Dictionary<string, string?> ScopeOf = new(StringComparer.Ordinal)
    {
        ["auth.test"] = null,
        ["chat.postMessage"] = "chat:write",
        ["chat.postEphemeral"] = "chat:write",
        ["chat.update"] = "chat:write",
        ["chat.delete"] = "chat:write",
        ["conversations.open"] = "im:write",
        ["views.open"] = null,
        ["views.update"] = null,
        ["views.push"] = null,
        ["views.publish"] = null,
        ["users.info"] = "users:read",
        ["assistant.threads.setStatus"] = "chat:write",
        ["assistant.threads.setSuggestedPrompts"] = "assistant:write",
    };

    public JsonObject Answer(SlackCall call)
    {
        if (call.Repeated)
        {
            return Error("invalid_array_arg");
        }

        if (call.Method == "apps.connections.open")
        {
            return call.Token != FakeSlack.AppToken ? Error("invalid_auth") : call["token"] is not null ? Error("invalid_arguments")
                : Ok(new() { ["url"] = slack.Address.Replace("http:", "ws:", StringComparison.Ordinal) + "/link/?ticket=" + slack.Sockets.Ticket() });
        }

        if (call.Method == "oauth.v2.access")
        {
            return Exchange(call);
        }

        if (!ScopeOf.TryGetValue(call.Method, out var scope))
        {
            return Error("unknown_method");
        }

        if (call.Token is null || !slack.Tokens.TryGetValue(call.Token, out var team))
        {
            return Error(call.Token is null ? "not_authed" : "invalid_auth");
        }

        return scope is not null && !slack.Scopes.Contains(scope)
            ? new() { ["ok"] = false, ["error"] = "missing_scope", ["needed"] = scope, ["provided"] = string.Join(',', slack.Scopes.Order(StringComparer.Ordinal)) }
            : Answer(call, team);
    }

    private JsonObject Answer(SlackCall call, string team) => call.Method switch
    {
        "auth.test" => Ok(new()
        {
            ["url"] = "https://bank.slack.com/", ["team"] = "Bank", ["team_id"] = team, ["user_id"] = FakeSlack.BotUser, ["bot_id"] = FakeSlack.BotId, ["is_enterprise_install"] = false,
        }),
        "chat.postMessage" => Post(call, team),
        "chat.postEphemeral" => call["user"] is null ? Error("invalid_arguments") : slack.Outside.ContainsKey(call["channel"] ?? "") ? Error("not_in_channel")
            : Content(call) ?? Ok(new() { ["message_ts"] = Stamp() }),
        "chat.update" => call["ts"] is null || call["channel"] is null ? Error("invalid_arguments") : call["text"]?.Length > 4_000 ? Error("msg_too_long")
            : Content(call) ?? Ok(new() { ["channel"] = call["channel"], ["ts"] = call["ts"], ["text"] = call["text"] }),
        "conversations.open" => call["users"] is { } users ? Ok(new() { ["channel"] = new JsonObject { ["id"] = "D" + users[1..] } }) : Error("users_list_not_supplied"),
        "views.open" or "views.push" => Trigger(call) ?? View(call),
        "views.update" => call["view_id"] is null && call["external_id"] is null ? Error("invalid_arguments") : View(call),
        "views.publish" => call["user_id"] is null ? Error("invalid_arguments") : View(call),
        "users.info" => Ok(new() { ["user"] = new JsonObject { ["id"] = call["user"], ["locale"] = call["include_locale"] == "true" ? slack.Locale : null } }),
        "assistant.threads.setStatus" => call["thread_ts"] is null || call["status"] is null ? Error("invalid_arguments") : Ok([]),
        "assistant.threads.setSuggestedPrompts" => call["prompts"] is { } prompts && JsonNode.Parse(prompts) is JsonArray { Count: > 0 and <= 4 } ? Ok([]) : Error("invalid_arguments"),
        _ => Error("unknown_method"),
    };

    private JsonObject Post(SlackCall call, string team)
    {
        if (call["channel"] is not { } channel || !"CDG".Contains(channel[0], StringComparison.Ordinal))
        {
            return Error("channel_not_found");
        }

        if (slack.Outside.ContainsKey(channel))
        {
            return Error("not_in_channel");
        }

        if (Content(call) is { } refusal)
        {
            return refusal;
        }

        lock (_guard)
        {
            var last = _lastPosts.GetValueOrDefault((team, channel), DateTimeOffset.MinValue);
            var gap = call.At - last;
            if (slack.KeepsPace && gap < LeastGap)
            {
                return new() { ["ok"] = false, ["error"] = "ratelimited", ["retry_after"] = 1 };
            }

            ShortestGap = gap < ShortestGap ? gap : ShortestGap;
            _lastPosts[(team, channel)] = call.At;
        }

        Interlocked.Increment(ref _posted);
        var ts = Stamp();
        return Ok(new() { ["channel"] = channel, ["ts"] = ts, ["message"] = new JsonObject { ["type"] = "message", ["text"] = call["text"], ["ts"] = ts, ["bot_id"] = FakeSlack.BotId } });
    }

    private static JsonObject? Content(SlackCall call)
    {
        if (string.IsNullOrEmpty(call["text"]))
        {
            return Error("no_text");
        }

        var blocks = call["blocks"] is { Length: > 0 } written ? JsonNode.Parse(written) as JsonArray : null;
        return blocks is null ? null : Refusal("invalid_blocks", BlockKit.OfMessage(call["text"], blocks));
    }

    private static JsonObject? Refusal(string code, IReadOnlyList<string> problems) => problems.Count == 0 ? null : new()
    {
        ["ok"] = false,
        ["error"] = code,
        ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. problems.Select(problem => JsonValue.Create("[ERROR] " + problem))]) },
    };

    private JsonObject? Trigger(SlackCall call)
    {
        if (call["trigger_id"] is not { } trigger)
        {
            return Error("invalid_trigger_id");
        }

        return !slack.Triggers.TryRemove(trigger, out var given) ? Error("exchanged_trigger_id") : slack.Time.GetUtcNow() - given > TriggerLife ? Error("expired_trigger_id") : null;
    }

    private JsonObject View(SlackCall call)
    {
        if (call["view"] is not { } text || JsonNode.Parse(text) is not JsonObject view)
        {
            return Error("invalid_arguments");
        }

        return text.Length > 250_000 ? Error("view_too_large")
            : Refusal("invalid_arguments", BlockKit.OfView(view)) ?? Ok(new() { ["view"] = new JsonObject { ["id"] = "V" + Stamp(), ["hash"] = Stamp(), ["type"] = view["type"]?.DeepClone(), ["callback_id"] = view["callback_id"]?.DeepClone() } });
    }

    private JsonObject Exchange(SlackCall call)
    {
        if (call["grant_type"] == "refresh_token")
        {
            return Refresh(call);
        }

        return call["code"] is { } code && call["redirect_uri"] is not null && slack.Codes.TryRemove(code, out var answer) ? Remember(answer) : Error("invalid_code");
    }

    private JsonObject Refresh(SlackCall call)
    {
        if (call["refresh_token"] is not { } old || !_refreshTokens.TryRemove(old, out var team))
        {
            return Error("invalid_refresh_token");
        }

        return Remember(new() { ["ok"] = true, ["app_id"] = FakeSlack.App, ["access_token"] = "xoxe.xoxb-" + Stamp(), ["refresh_token"] = "xoxe-" + Stamp(), ["expires_in"] = 43_200, ["team"] = new JsonObject { ["id"] = team } });
    }

    private JsonObject Remember(JsonObject answer)
    {
        var team = answer["team"]?["id"]?.ToString() ?? FakeSlack.Team;
        if (answer["access_token"]?.ToString() is { } token)
        {
            slack.Tokens[token] = team;
        }

        if (answer["refresh_token"]?.ToString() is { } refresh)
        {
            _refreshTokens[refresh] = team;
        }

        return answer;
    }

    private string Stamp() => string.Create(CultureInfo.InvariantCulture, $"{slack.Time.GetUtcNow().ToUnixTimeSeconds()}.{Interlocked.Increment(ref _stamp) % 1_000_000:000000}");

    private static JsonObject Ok(JsonObject answer)
    {
        answer["ok"] = true;
        return answer;
    }

    private static JsonObject Error(string code) => new() { ["ok"] = false, ["error"] = code };
}
