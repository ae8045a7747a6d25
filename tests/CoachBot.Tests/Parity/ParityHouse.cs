using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Channels.Dispatch;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Slack.Door;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.Channels.Teams;
using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Core.Drafting;
using CoachBot.Core.Experts;
using CoachBot.Core.Installations;
using CoachBot.Core.Preferences;
using CoachBot.Core.Privacy;
using CoachBot.Core.Questions;
using CoachBot.Core.Search;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Search.Keyword;
using CoachBot.TestSupport.Fakes;
using CoachBot.TestSupport.Slack;
using CoachBot.Tests.Channels.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Parity;

/// <summary>One bot with both doors open on loopback, a fake Slack behind one and a fake connector of Teams behind the other.</summary>
internal sealed class ParityHouse : IAsyncDisposable
{
    private const string Tenant = "22222222-2222-2222-2222-222222222222";

    private readonly WebApplication _app;
    private readonly HttpClient _client = new();
    private readonly ConcurrentQueue<(string Conversation, JsonNode Activity)> _posted;
    private int _number;

    private ParityHouse(WebApplication app, FakeSlack slack, ConcurrentQueue<(string, JsonNode)> posted) => (_app, Slack, _posted) = (app, slack, posted);

    /// <summary>The fake Slack.</summary>
    public FakeSlack Slack { get; }

    /// <summary>Where we listen.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    public static async Task<ParityHouse> StartAsync(ICaseIndex index, params (string Key, string Value)[] settings)
    {
        var slack = await FakeSlack.StartAsync();
        slack.KeepsPace = false;
        var posted = new ConcurrentQueue<(string, JsonNode)>();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(new BedSettings().Values(slack.Address + "/api/"));
        builder.Configuration.AddInMemoryCollection([new("Teams:AnonymousLocal", "true"), .. settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))]);
        AddHouse(builder.Services, index);
        builder.Services.AddTurns();
        builder.Services.AddTeams(builder.Configuration).AddSlack(builder.Configuration);
        var app = builder.Build();
        app.MapTeams().MapSlack();
        var house = new ParityHouse(app, slack, posted);
        app.MapPost("/v3/conversations/{id}/activities/{parent?}", house.TakePostAsync);
        await app.StartAsync();
        house.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        for (var tries = 0; tries < 500 && !app.Services.GetRequiredService<ISlackWorkspaces>().IsReady; tries++)
        {
            await Task.Delay(10);
        }

        return house;
    }

    /// <summary>A part of the house.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>What the bot posted into a conversation of Teams by itself, waited for.</summary>
    public async Task<IReadOnlyList<JsonNode>> PostedAsync(string conversation, int count)
    {
        IReadOnlyList<JsonNode> posts = [];
        for (var tries = 0; tries < 1_500 && posts.Count < count; tries++)
        {
            await Task.Delay(10);
            posts = [.. _posted.Where(post => post.Conversation.StartsWith(conversation, StringComparison.Ordinal)).Select(post => post.Activity)];
        }

        return posts.Count >= count ? posts : throw new TimeoutException($"{posts.Count} posts instead of {count} in {conversation}");
    }

    /// <summary>An activity of Teams.</summary>
    public async Task<JsonNode?> TeamsAsync(string type, string conversation, JsonObject more, string user = "29:1abc", bool channel = false)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"{1718000000000 + Interlocked.Increment(ref _number)}",
            ["timestamp"] = DateTimeOffset.UtcNow.ToString("o", CultureInfo.InvariantCulture),
            ["serviceUrl"] = Address.ToString(),
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = user, ["name"] = "Ada", ["aadObjectId"] = new Guid([.. Encoding.ASCII.GetBytes(user.PadRight(16)[..16])]).ToString() },
            ["conversation"] = new JsonObject { ["conversationType"] = channel ? "channel" : "personal", ["tenantId"] = Tenant, ["id"] = conversation },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "CoachBot" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
            ["locale"] = "en-US",
        };
        if (channel)
        {
            activity["channelData"]!["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = conversation.Split(';')[0] };
        }

        foreach (var (name, value) in more)
        {
            activity[name] = value?.DeepClone();
        }

        using var response = await _client.PostAsJsonAsync(new Uri(Address, "/api/messages"), (JsonNode)activity);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? (body.Length == 0 ? null : JsonNode.Parse(body)) : throw new InvalidOperationException($"{(int)response.StatusCode} {body}");
    }

    /// <summary>A signed request of Slack.</summary>
    public async Task SlackAsync(string path, string body, string type)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var stamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, path)) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new(type);
        request.Headers.Add(SlackSignature.TimestampHeader, stamp);
        request.Headers.Add(SlackSignature.Header, SlackSignature.Of(SlackBed.Secret, stamp, bytes));
        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Something is said in Slack: in a direct message, or in a channel where another channel is named.</summary>
    public Task SlackSaysAsync(string text, string channel, string user, string? thread = null)
    {
        var number = Interlocked.Increment(ref _number);
        var inner = new JsonObject
        {
            ["type"] = "message", ["channel"] = channel, ["channel_type"] = channel[0] == 'D' ? "im" : "channel", ["user"] = user, ["text"] = text,
            ["ts"] = string.Create(CultureInfo.InvariantCulture, $"1718000000.{number:000000}"),
        };
        if (thread is not null)
        {
            inner["thread_ts"] = thread;
        }

        return SlackAsync("/slack/events", SlackPayloads.Envelope(inner.ToJsonString(), $"Ev{number}").ToJsonString(), "application/json");
    }

    /// <summary>A button is pressed in Slack.</summary>
    public Task SlackPressesAsync(IReadOnlyDictionary<string, string> button, string channel, string user, string message, bool ephemeral = false)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions", ["api_app_id"] = FakeSlack.App, ["team"] = new JsonObject { ["id"] = FakeSlack.Team }, ["user"] = new JsonObject { ["id"] = user },
            ["channel"] = new JsonObject { ["id"] = channel }, ["trigger_id"] = Slack.Trigger(), ["response_url"] = Slack.Responses.New(),
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message, ["channel_id"] = channel, ["is_ephemeral"] = ephemeral },
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "button", ["action_id"] = "act/1", ["block_id"] = "b",
                ["value"] = new JsonObject(button.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value))).ToJsonString(),
            }),
        };
        return SlackAsync("/slack/interactivity", "payload=" + Uri.EscapeDataString(payload.ToJsonString()), "application/x-www-form-urlencoded");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private async Task TakePostAsync(HttpContext context)
    {
        var activity = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var id = $"{1719000000000 + Interlocked.Increment(ref _number)}";
        if (activity!["type"]?.GetValue<string>() != "typing")
        {
            activity["id"] = id;
            _posted.Enqueue((WebUtility.UrlDecode((string)context.Request.RouteValues["id"]!), activity));
        }

        await context.Response.WriteAsJsonAsync(new { id }, context.RequestAborted);
    }

    /// <summary>All that turns want, over doubles of every store.</summary>
    internal static void AddHouse(IServiceCollection services, ICaseIndex index)
    {
        var bounds = new DecisionBounds();
        var coach = new Coach(index, new TemplateDrafter(), bounds);
        var log = new InMemoryQuestionLog();
        var preferences = new InMemoryPreferences();
        services.AddSingleton(TimeProvider.System).AddSingleton(index).AddSingleton(coach).AddSingleton(new Dialogue(coach, bounds));
        services.AddSingleton<IKeywordSearch>(new CurrentKeywordSearch(index));
        services.AddSingleton<IInbox>(new InMemoryInbox());
        services.AddSingleton<IConversationStore>(new InMemoryConversations());
        services.AddSingleton<IPreferenceStore>(preferences);
        services.AddSingleton<IQuestionLog>(log);
        services.AddSingleton<IExpertThreads>(new InMemoryExpertThreads());
        services.AddSingleton<IInstallationStore>(new InMemoryInstallations());
        services.AddSingleton<ISecretStore>(new InMemorySecrets());
        services.AddSingleton<IForgetting>(new InMemoryForgetting(log, preferences));
    }
}
