using CoachBot.Channels.Dispatch;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Teams;
using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Host.CommandLine;
using CoachBot.Infrastructure.Drafting;
using CoachBot.Infrastructure.Scheduling;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Telemetry;

namespace CoachBot.Host.Serving;

/// <summary>Puts the web host together: each line is a room.</summary>
internal static class BotHost
{
    /// <summary>The host, not yet started.</summary>
    public static WebApplication Build(KnowledgeOptions options, OpenedCoach opened, string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // Why the host does not start is said by the command in one line; the framework would say it first, with a stack. What stops a running host stays critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options);
        builder.Services.AddCaseSearch(opened.Search);
        builder.Services.AddSingleton<Coach>(opened.Coach);
        builder.Services.AddSingleton<Dialogue>(opened.Dialogue);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddStorage(options.DataFolder);
        builder.Services.AddTips(builder.Configuration);
        builder.Services.AddModel(builder.Configuration);
        builder.Services.AddTurns();
        builder.Services.AddHostedService<KnowledgeWatch>();
        builder.Services.AddTeams(builder.Configuration);
        builder.Services.AddSlack(builder.Configuration);
        builder.Services.AddSharedKnowledge();
        builder.Services.AddHealth();
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(CommandLineHost.DefaultAddress);
        }

        var app = builder.Build();
        app.MapTeams();
        app.MapSlack();
        app.MapHealth();
        return app;
    }
}
