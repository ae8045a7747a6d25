using System.Text.Json;
using CoachBot.Channels.Teams;
using CoachBot.Channels.Teams.Cards;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Installations;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CoachBot.Benchmarks.Teams;

/// <summary>What ours is measured beside: an endpoint that only echoes, and our protocol's path with a turn that only echoes.</summary>
internal static class EchoHosts
{
    /// <summary>A bare endpoint: the body read as JSON, its text written back in the form of replies.</summary>
    public static int Bare(string url)
    {
        var app = Empty(url).Build();
        app.UseRouting();
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body);
            var text = document.RootElement.GetProperty("text").GetString();
            context.Response.ContentType = "application/json; charset=utf-8";
            var body = JsonSerializer.SerializeToUtf8Bytes(new { activities = new[] { new { type = "message", text = "Echo: " + text, textFormat = "plain" } } });
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body);
        });
        app.Run();
        return 0;
    }

    /// <summary>Our door in its local mode.</summary>
    public static int Door(string url)
    {
        var builder = Empty(url);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Teams:AnonymousLocal"] = "true" });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ITurns, EchoTurns>();
        builder.Services.AddSingleton<IInstallationStore, NoInstallations>();
        builder.Services.AddTeams(builder.Configuration);
        builder.Services.RemoveAll<ITeamsCards>().AddSingleton<ITeamsCards, PlainCards>();
        builder.Services.RemoveAll<IInvokeHandler>();
        var app = builder.Build();
        app.UseRouting();
        app.MapTeams();
        app.Run();
        return 0;
    }

    private static WebApplicationBuilder Empty(string url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Configuration["urls"] = url;
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        return builder;
    }

    private sealed class EchoTurns : ITurns
    {
        public Task<Acceptance> AcceptAsync(IncomingMessage message, CancellationToken cancel) => Task.FromResult(Acceptance.Accepted);

        public Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel) => Task.FromResult<IReadOnlyList<OutgoingReply>>(
            [new OutgoingReply(new Reply.Notice("Echo: " + ((MessageContent.Said)message.Content).Text, AnswerLanguage.En))]);
    }

    private sealed class PlainCards : ITeamsCards
    {
        public OutgoingActivity Render(Reply reply, ChatScope scope) => OutgoingActivity.Plain(((Reply.Notice)reply).Text);
    }

    private sealed class NoInstallations : IInstallationStore
    {
        public Task AddAsync(Installation installation, CancellationToken cancel) => Task.CompletedTask;

        public Task RemoveAsync(ConversationKey conversation, CancellationToken cancel) => Task.CompletedTask;

        public Task RemoveTenantAsync(string channel, string tenant, CancellationToken cancel) => Task.CompletedTask;

        public Task<Installation?> FindAsync(ConversationKey conversation, CancellationToken cancel) => Task.FromResult<Installation?>(null);
    }
}
