using System.Text.Json;
using CoachBot.Channels.Slack.Events;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Manifests;
using CoachBot.TestSupport;
using NJsonSchema;
using Xunit;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Check 92 of the Slack reference: the manifest says what the program does, and no more.</summary>
public sealed class ManifestChecks
{
    private static readonly Dictionary<string, string[]> ScopesOfEvents = new()
    {
        ["app_mention"] = ["app_mentions:read"], ["message.im"] = ["im:history"], ["message.channels"] = ["channels:history"], ["message.groups"] = ["groups:history"],
        ["app_home_opened"] = [], ["app_uninstalled"] = [], ["tokens_revoked"] = [], ["member_joined_channel"] = ["channels:read", "groups:read"], ["channel_left"] = ["channels:read"],
        ["group_left"] = ["groups:read"], ["reaction_added"] = ["reactions:read"],
    };

    private static readonly Dictionary<string, string?> ScopesOfMethods = new()
    {
        ["auth.test"] = null, ["chat.postMessage"] = "chat:write", ["chat.postEphemeral"] = "chat:write", ["chat.update"] = "chat:write", ["conversations.open"] = "im:write",
        ["views.open"] = null, ["views.update"] = null, ["views.push"] = null, ["views.publish"] = null, ["users.info"] = "users:read", ["assistant.threads.setStatus"] = "chat:write",
        ["assistant.threads.setSuggestedPrompts"] = "assistant:write", ["apps.connections.open"] = null, ["oauth.v2.access"] = null,
    };

    public static TheoryData<string> Files => new(SlackManifest.HttpFile, SlackManifest.SocketFile);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task C092_Manifest_IsValidByTheOfficialSchemas(string file)
    {
        var shared = Documents.SharedFolder.Path;
        var schema = await JsonSchema.FromFileAsync(Path.Combine(shared, "schemas", "slack-manifest-1.0.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Text(file)));
        var second = await JsonSchema.FromFileAsync(Path.Combine(shared, "schemas", "slack-manifest-2.0.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(second.Validate(Text(file).Replace("\"major_version\": 1", "\"major_version\": 2", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(Text(file).Replace("\"bot_user\"", "\"bot_usr\"", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task C092_Manifest_HasTheScopesOfItsEventsAndMethods_AndNoOthers(string file)
    {
        var manifest = Read(file);
        var scopes = Strings(manifest.GetProperty("oauth_config").GetProperty("scopes").GetProperty("bot"));
        var events = Strings(manifest.GetProperty("settings").GetProperty("event_subscriptions").GetProperty("bot_events"));
        var methods = typeof(CoachBot.Channels.Slack.Api.SlackMethods).GetFields().Select(field => (string)field.GetValue(null)!).ToList();
        var needed = events.SelectMany(name => ScopesOfEvents[name]).Concat(methods.Select(name => ScopesOfMethods[name]).OfType<string>()).Append("commands").Distinct();

        Assert.Equal(needed.Order(StringComparer.Ordinal), scopes.Order(StringComparer.Ordinal));
        Assert.Equal(SlackScopes.Bot, scopes);

        await using var bed = await SlackBed.StartAsync();
        var heard = events.Select(name => name.StartsWith("message.", StringComparison.Ordinal) ? "message" : name).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(heard, bed.Get<EventDesk>().Types.Where(type => type != "assistant_thread_started").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task C092_Manifest_ItsShortcutsAndCommandsAreAnswered_AndTheOtherWayRound(string file)
    {
        var features = Read(file).GetProperty("features");
        await using var bed = await SlackBed.StartAsync();
        var desk = bed.Get<InteractionDesk>();
        var shortcuts = features.GetProperty("shortcuts").EnumerateArray()
            .Select(shortcut => (shortcut.GetProperty("type").GetString() == "global" ? "shortcut" : "message_action", shortcut.GetProperty("callback_id").GetString()!));
        var commands = features.GetProperty("slash_commands").EnumerateArray().Select(command => command.GetProperty("command").GetString()!);

        Assert.Equal(shortcuts.Order(), desk.Names.Where(name => name.Type is "shortcut" or "message_action").Order());
        Assert.Equal(commands.Order(StringComparer.Ordinal), desk.Commands.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void For_Host_NamesItInEveryAddress()
    {
        var text = SlackManifest.For(Text(SlackManifest.HttpFile), new Uri("https://coach.bank.example/"));

        Assert.DoesNotContain("coachbot.example.com", text, StringComparison.Ordinal);
        Assert.Contains("\"https://coach.bank.example/slack/events\"", text, StringComparison.Ordinal);
        Assert.Contains("\"https://coach.bank.example/slack/oauth/callback\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", Text(SlackManifest.SocketFile), StringComparison.Ordinal);
    }

    private static string Text(string file) => File.ReadAllText(RepositoryRoot.In("manifests/" + file));

    private static JsonElement Read(string file) => JsonSerializer.Deserialize<JsonElement>(Text(file));

    private static List<string> Strings(JsonElement array) => array.EnumerateArray().Select(entry => entry.GetString()!).ToList();
}
