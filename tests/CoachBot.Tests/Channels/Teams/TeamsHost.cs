using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Channels.Teams;
using CoachBot.Channels.Teams.Cards;
using CoachBot.Channels.Teams.Connector;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Installations;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Fakes;
using CoachBot.TestSupport.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Channels.Teams;

/// <summary>The Teams door on a real server of this machine, with an issuer and a Teams beside it, and turns that a test decides.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private static readonly RSA s_key = RSA.Create(2048);
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private TeamsHost(WebApplication app, TeamsHostSetup setup, FakeOpenId issuer, FakeConnector teams, MintKey key)
    {
        _app = app;
        Turns = setup.Turns;
        Log = setup.Log;
        Issuer = issuer;
        Teams = teams;
        Key = key;
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _http = new HttpClient { BaseAddress = new Uri(Url), Timeout = TimeSpan.FromSeconds(30) };
    }

    public RecordingTurns Turns { get; }

    public CollectedLog Log { get; }

    public FakeOpenId Issuer { get; }

    public FakeConnector Teams { get; }

    /// <summary>The key of good tokens.</summary>
    public MintKey Key { get; }

    public string Url { get; }

    public InMemoryInstallations Installations => (InMemoryInstallations)_app.Services.GetRequiredService<IInstallationStore>();

    public IChannel Channel => _app.Services.GetRequiredService<IChannel>();

    public ConnectorClient Client => _app.Services.GetRequiredService<ConnectorClient>();

    public IServiceProvider Services => _app.Services;

    public static async Task<TeamsHost> StartAsync(Action<TeamsHostSetup>? change = null)
    {
        var setup = new TeamsHostSetup();
        var key = new MintKey("k1", "msteams", "webchat") { Shared = s_key };
        var issuer = await FakeOpenId.StartAsync(key);
        var teams = await FakeConnector.StartAsync();
        setup.UseRegistration(issuer, teams);
        change?.Invoke(setup);
        var app = setup.Build();
        await app.StartAsync();
        return new TeamsHost(app, setup, issuer, teams, key);
    }

    /// <summary>A good token for activities of the fake Teams.</summary>
    public string Token(DateTimeOffset? now = null) => TokenMint.Sign(Payload(now), Key);

    public JsonObject Payload(DateTimeOffset? now = null) => TokenMint.Payload(TeamsActivity.AppId, Teams.Url, now ?? DateTimeOffset.UtcNow);

    public JsonObject Message(string text = "hello", string? id = null) => TeamsActivity.Message(text, Teams.Url, id);

    /// <summary>Posts an activity with a good token, or with the one given.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonObject activity, string? token = null) => PostAsync(activity.ToJsonString(), token ?? Token());

    public Task<HttpResponseMessage> PostAsync(string body, string? token) => PostAsync(Encoding.UTF8.GetBytes(body), token);

    public Task<HttpResponseMessage> PostAsync(byte[] body, string? token, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        change?.Invoke(request);
        return _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await _app.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // A request that the test left hanging.
        }

        await _app.DisposeAsync();
        await Issuer.DisposeAsync();
        await Teams.DisposeAsync();
        Key.Dispose();
    }
}

/// <summary>What a test changes of the host.</summary>
internal sealed class TeamsHostSetup
{
    public Dictionary<string, string?> Settings { get; } = new() { ["urls"] = "http://127.0.0.1:0" };

    public string Environment { get; set; } = "Development";

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public RecordingTurns Turns { get; } = new();

    public CollectedLog Log { get; } = new();

    public List<IInvokeHandler> Handlers { get; } = [];

    /// <summary>More services, after all others.</summary>
    public Action<IServiceCollection>? More { get; set; }

    public void UseRegistration(FakeOpenId issuer, FakeConnector teams)
    {
        Settings["Teams:AppId"] = TeamsActivity.AppId;
        Settings["Teams:TenantId"] = TeamsActivity.Tenant;
        Settings["Teams:ClientSecret"] = "a secret of the tests";
        Settings["Teams:MetadataAddress"] = issuer.Metadata;
        Settings["Teams:TokenAddress"] = issuer.TokenAddress;
        Settings["Teams:ServiceHosts:0"] = teams.Url;
    }

    public void UseLocalMode()
    {
        foreach (var name in Settings.Keys.Where(name => name.StartsWith("Teams:", StringComparison.Ordinal)).ToList())
        {
            Settings.Remove(name);
        }

        Settings["Teams:AnonymousLocal"] = "true";
    }

    public WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environment });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.WebHost.UseKestrelCore().UseConfiguration(builder.Configuration);
        builder.Logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddRoutingCore().AddSingleton(Time);
        builder.Services.AddSingleton<ITurns>(Turns);
        builder.Services.AddSingleton<IInstallationStore, InMemoryInstallations>();
        builder.Services.AddTeams(builder.Configuration);
        builder.Services.RemoveAll<ITeamsCards>().AddSingleton<ITeamsCards, PlainCards>();
        builder.Services.RemoveAll<IInvokeHandler>();
        Handlers.ForEach(handler => builder.Services.AddSingleton(handler));
        More?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseRouting();
        app.MapTeams();
        return app;
    }
}

/// <summary>Says every reply as its type and text.</summary>
internal sealed class PlainCards : ITeamsCards
{
    public OutgoingActivity Render(Reply reply, ChatScope scope) => OutgoingActivity.Plain(reply is Reply.Notice notice ? notice.Text : reply.GetType().Name);
}

/// <summary>Turns that remember what came and do what a test says.</summary>
internal sealed class RecordingTurns : ITurns
{
    private readonly ConcurrentQueue<IncomingMessage> _accepted = new();
    private readonly ConcurrentDictionary<string, bool> _ids = new();

    /// <summary>What came to be answered later, duplicates left out.</summary>
    public IReadOnlyList<IncomingMessage> Accepted => [.. _accepted];

    /// <summary>What came to be answered in the request.</summary>
    public ConcurrentQueue<IncomingMessage> Ran { get; } = new();

    public Acceptance Verdict { get; set; } = Acceptance.Accepted;

    /// <summary>What a turn in the request says.</summary>
    public Func<IncomingMessage, CancellationToken, Task<IReadOnlyList<OutgoingReply>>> Run { get; set; } = (_, _) => Task.FromResult<IReadOnlyList<OutgoingReply>>([]);

    /// <summary>What follows when a message was taken.</summary>
    public Func<IncomingMessage, Task> OnAccepted { get; set; } = _ => Task.CompletedTask;

    public async Task<Acceptance> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        if (Verdict != Acceptance.Accepted)
        {
            return Verdict;
        }

        if (!_ids.TryAdd(message.Id, true))
        {
            return Acceptance.Duplicate;
        }

        _accepted.Enqueue(message);
        await OnAccepted(message);
        return Acceptance.Accepted;
    }

    public Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel)
    {
        Ran.Enqueue(message);
        return Run(message, cancel);
    }

    public void Clear()
    {
        _accepted.Clear();
        Ran.Clear();
    }

    /// <summary>A reply of plain text.</summary>
    public static OutgoingReply Says(string text) => new(new Reply.Notice(text, Core.Language.AnswerLanguage.En));
}

/// <summary>An invoke handler that a test decides.</summary>
internal sealed class TestHandler(string name, Func<InvokeRequest, CancellationToken, Task<InvokeAnswer>> answer) : IInvokeHandler
{
    public string Name { get; } = name;

    public Task<InvokeAnswer> HandleAsync(InvokeRequest request, CancellationToken cancel) => answer(request, cancel);
}

/// <summary>Keeps every line that is logged.</summary>
internal sealed class CollectedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
