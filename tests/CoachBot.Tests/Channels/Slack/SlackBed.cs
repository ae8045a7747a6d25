using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Door;
using CoachBot.Channels.Slack.Home;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Core.Drafting;
using CoachBot.Core.Experts;
using CoachBot.Core.Installations;
using CoachBot.Core.Turns;
using CoachBot.Core.Turns.Handling;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Fakes;
using CoachBot.TestSupport.Slack;
using CoachBot.Tests.Coaching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Our Slack door on loopback, with a fake Slack behind it: tests act as Slack, and see what the turn pipeline is given.</summary>
internal sealed class SlackBed : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly WebApplication _app;
    private readonly bool _ownsSlack;

    private SlackBed(WebApplication app, FakeSlack slack, bool ownsSlack, TimeProvider time, RecordingTurns turns, CollectingLogger logs)
    {
        (_app, Slack, _ownsSlack, Time, Turns, Logs) = (app, slack, ownsSlack, time, turns, logs);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    public FakeSlack Slack { get; }

    public TimeProvider Time { get; }

    public RecordingTurns Turns { get; }

    public CollectingLogger Logs { get; }

    public HttpClient Client { get; }

    public Uri Address { get; private set; } = new("http://localhost");

    public IServiceProvider Services => _app.Services;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<SlackBed> StartAsync(BedSettings? settings = null)
    {
        settings ??= new BedSettings();
        var time = settings.Clock ?? TimeProvider.System;
        var slack = settings.Slack ?? await FakeSlack.StartAsync();
        var turns = new RecordingTurns(settings.Inbox ?? new InMemoryInbox());
        var logs = new CollectingLogger();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(settings.Values(slack.Address + "/api/"));
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<ITurns>(turns);
        builder.Services.AddSingleton<ISecretStore>(settings.Secrets);
        builder.Services.AddSingleton<IInstallationStore>(settings.Installations);
        builder.Services.AddSingleton<IConversationStore>(settings.Conversations);
        builder.Services.AddSingleton<IExpertThreads>(settings.Experts);
        builder.Services.AddSlack(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<ISlackBlocks, PlainBlocks>());
        builder.Services.Replace(ServiceDescriptor.Singleton<ISlackHome, PlainHome>());
        builder.Services.TryAddSingleton(_ => new Greeting(new Coach(new FakeCaseIndex(Some.Pack()).Finding(("atm-fake-notes", 0.9)), new TemplateDrafter(), new DecisionBounds())));
        settings.Services(builder.Services);
        BedScreens.Add(builder.Services);
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        var bed = new SlackBed(app, slack, settings.Slack is null, time, turns, logs)
        {
            Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
        await bed.ReadyAsync();
        return bed;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsSlack)
        {
            await Slack.DisposeAsync();
        }
    }

    /// <summary>An event, signed; <paramref name="inner"/> is the event itself.</summary>
    public Task<HttpResponseMessage> EventAsync(string inner, string id = "Ev1", Action<JsonObject>? change = null)
    {
        var envelope = SlackPayloads.Envelope(inner, id);
        change?.Invoke(envelope);
        return PostAsync("/slack/events", envelope.ToJsonString());
    }

    /// <summary>An interaction, signed, as the form Slack sends.</summary>
    public Task<HttpResponseMessage> InteractAsync(string payload, string path = "/slack/interactivity") =>
        PostAsync(path, "payload=" + Uri.EscapeDataString(payload), "application/x-www-form-urlencoded");

    /// <summary>A command, signed.</summary>
    public Task<HttpResponseMessage> CommandAsync(string command, string text, Action<Dictionary<string, string>>? change = null)
    {
        var fields = SlackPayloads.Command(command, text, Slack);
        change?.Invoke(fields);
        return PostAsync("/slack/commands", string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")), "application/x-www-form-urlencoded");
    }

    /// <summary>A body, signed now.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string body, string? type = "application/json", params (string Name, string Value)[] headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var stamp = Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return SendAsync(path, bytes, type, [.. headers, (SlackSignature.TimestampHeader, stamp), (SlackSignature.Header, SlackSignature.Of(Secret, stamp, bytes))]);
    }

    /// <summary>A body with just these headers.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, byte[] body, string? type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        foreach (var group in headers.GroupBy(header => header.Name))
        {
            request.Headers.TryAddWithoutValidation(group.Key, group.Select(header => header.Value));
        }

        return await Client.SendAsync(request);
    }

    private async Task ReadyAsync()
    {
        var workspaces = _app.Services.GetService<ISlackWorkspaces>();
        for (var tries = 0; tries < 500 && workspaces is { IsReady: false }; tries++)
        {
            await Task.Delay(10);
        }
    }
}

/// <summary>What a bed is made of.</summary>
internal sealed record BedSettings
{
    public FakeSlack? Slack { get; init; }

    public TimeProvider? Clock { get; init; }

    public IInbox? Inbox { get; init; }

    public InMemorySecrets Secrets { get; init; } = new();

    public InMemoryInstallations Installations { get; init; } = new();

    public InMemoryConversations Conversations { get; init; } = new();

    public InMemoryExpertThreads Experts { get; init; } = new();

    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>OAuth instead of one token.</summary>
    public bool Distributed { get; init; }

    /// <summary>Sockets instead of addresses.</summary>
    public bool SocketMode { get; init; }

    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    public Dictionary<string, string?> Values(string api)
    {
        var values = new Dictionary<string, string?> { ["Slack:ApiUrl"] = api, ["Slack:AppId"] = FakeSlack.App };
        if (SocketMode)
        {
            values["Slack:AppToken"] = FakeSlack.AppToken;
        }
        else
        {
            values["Slack:SigningSecret"] = SlackBed.Secret;
        }

        if (Distributed)
        {
            values["Slack:ClientId"] = "1.2";
            values["Slack:ClientSecret"] = "client-secret-hidden";
            values["Slack:PublicUrl"] = "https://coach.bank.example";
        }
        else
        {
            values["Slack:BotToken"] = FakeSlack.BotToken;
        }

        foreach (var more in More)
        {
            values[more.Key] = more.Value;
        }

        return values;
    }
}

/// <summary>Takes turns as the real door does, and shows them.</summary>
internal sealed class RecordingTurns(IInbox inbox) : ITurns
{
    private readonly ConcurrentQueue<IncomingMessage> _accepted = new();

    /// <summary>Accepted, oldest first, each once.</summary>
    public IReadOnlyList<IncomingMessage> Accepted => [.. _accepted];

    /// <summary>What was said in them.</summary>
    public IEnumerable<string> Said => Accepted.Select(message => message.Content).OfType<MessageContent.Said>().Select(said => said.Text);

    public bool IsFull { get; set; }

    public async Task<Acceptance> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        if (IsFull)
        {
            return Acceptance.Full;
        }

        if (!await inbox.StoreAsync(message, cancel))
        {
            return Acceptance.Duplicate;
        }

        _accepted.Enqueue(message);
        return Acceptance.Accepted;
    }

    public Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel) => Task.FromResult<IReadOnlyList<OutgoingReply>>([]);
}

/// <summary>The plainest message of a reply.</summary>
internal sealed class PlainBlocks : ISlackBlocks
{
    public SlackMessage Render(Reply reply, SlackPlace place) => reply switch
    {
        Reply.Notice notice => new SlackMessage(notice.Text),
        Reply.Answered answered => new SlackMessage(answered.Answer.Card?.Title ?? "none", new JsonArray(new JsonObject { ["type"] = "divider" })),
        _ => new SlackMessage(reply.GetType().Name),
    };
}

/// <summary>An empty Home.</summary>
internal sealed class PlainHome : ISlackHome
{
    public Task<JsonObject> RenderAsync(PersonKey person, string? locale, CancellationToken cancel) =>
        Task.FromResult(new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray() });
}

/// <summary>Keeps every line that is logged, exceptions included.</summary>
internal sealed class CollectingLogger : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = new();

    public string All => string.Join('\n', _lines.Select(line => line.Line));

    public IEnumerable<string> Errors => _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Line);

    public ILogger CreateLogger(string categoryName) => new One(_lines);

    public void Dispose()
    {
    }

    private sealed class One(ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
