using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Door;
using CoachBot.Channels.Slack.Events;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Home;
using CoachBot.Channels.Slack.Install;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Socket;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.Core.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack;

/// <summary>Slack, when it is configured.</summary>
public static class SlackServices
{
    private static readonly TimeSpan ConnectionLife = Timeout.InfiniteTimeSpan;

    /// <summary>Adds Slack; without any of its settings nothing is added. Half of them stops the start, with the names of what is missing.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SlackOptions.Section);
        var options = section.Get<SlackOptions>() ?? new SlackOptions();
        services.AddOptions<SlackOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return options.IsSet ? services.AddDoor().AddEvents().AddInteractivity().AddScreens().AddSending().AddWorkspaces(options) : services;
    }

    /// <summary>Maps Slack's addresses, when it is configured and calls us rather than we it.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetService<IOptions<SlackOptions>>()?.Value;
        if (options is not { IsSet: true })
        {
            return routes;
        }

        var slack = routes.MapGroup("/slack");
        if (!options.IsSocketMode)
        {
            var signed = slack.MapGroup("").AddEndpointFilter<SignedRequestFilter>();
            signed.MapPost("/events", (HttpContext context, SlackDoor door) => door.ReceiveEventAsync(context));
            signed.MapPost("/interactivity", (HttpContext context, SlackDoor door) => door.ReceiveInteractionAsync(context));
            signed.MapPost("/options", (HttpContext context, SlackDoor door) => door.ReceiveInteractionAsync(context));
            signed.MapPost("/commands", (HttpContext context, SlackDoor door) => door.ReceiveCommandAsync(context));
        }

        if (options.IsDistributed)
        {
            slack.MapGet("/oauth/install", (HttpContext context, InstallPages pages) => pages.BeginAsync(context));
            slack.MapGet("/oauth/callback", (HttpContext context, InstallPages pages) => pages.FinishAsync(context));
        }

        return routes;
    }

    private static IServiceCollection AddDoor(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<SlackCounters>();
        services.AddSingleton<SlackState>();
        services.AddHealthChecks().AddCheck<SlackState>("slack", tags: ["ready"]);
        services.AddSingleton<SlackDoor>();
        return services;
    }

    private static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<EventDesk>()
        .AddSingleton<FollowedThreads>()
        .AddSingleton<SlackPeople>()
        .AddSingleton<SuggestedPrompts>()
        .AddSingleton<IEventHandler, MessageEvents>()
        .AddSingleton<IEventHandler, ReactionEvents>()
        .AddSingleton<IEventHandler, MembershipEvents>()
        .AddSingleton<IEventHandler, HomeEvents>()
        .AddSingleton<IEventHandler, LifecycleEvents>();

    private static IServiceCollection AddInteractivity(this IServiceCollection services) => services
        .AddSingleton<InteractionDesk>()
        .AddSingleton<AnsweredOnce>()
        .AddSingleton<SlackTurns>()
        .AddSingleton<FollowUps>()
        .AddHostedService(provider => provider.GetRequiredService<FollowUps>())
        .AddSingleton<IInteractionHandler, CardButtons>()
        .AddSingleton<IInteractionHandler, CoachOnMessage>()
        .AddSingleton<ISlackHomes, SlackHomes>();

    private static IServiceCollection AddSending(this IServiceCollection services)
    {
        // The client's own logs would show response addresses, which are secrets.
        services.AddHttpClient<SlackHttp>(client => client.Timeout = ConnectionLife).ConfigurePrimaryHttpMessageHandler(SlackHttp.Handler).RemoveAllLoggers();
        services.AddHttpClient<ResponsePoster>(client => client.Timeout = ConnectionLife).ConfigurePrimaryHttpMessageHandler(SlackHttp.Handler).RemoveAllLoggers();
        return services
            .AddSingleton<MethodGate>()
            .AddSingleton<ISlackApi, SlackApi>()
            .AddSingleton<ResponseUrls>()
            .AddSingleton<ChannelPace>()
            .AddSingleton<PublicPosts>()
            .AddSingleton<PrivateAnswers>()
            .AddSingleton<IChannel, SlackChannel>();
    }

    private static IServiceCollection AddWorkspaces(this IServiceCollection services, SlackOptions options)
    {
        if (options.IsDistributed)
        {
            services.AddSingleton<TokenRenewal>().AddSingleton<InstallExchange>().AddSingleton<InstalledWorkspaces>().AddSingleton<InstallPages>();
            services.AddSingleton<ISlackWorkspaces>(provider => provider.GetRequiredService<InstalledWorkspaces>());
        }
        else
        {
            services.AddSingleton<SingleWorkspace>();
            services.AddSingleton<ISlackWorkspaces>(provider => provider.GetRequiredService<SingleWorkspace>());
            services.AddHostedService(provider => provider.GetRequiredService<SingleWorkspace>());
        }

        if (options.IsSocketMode)
        {
            services.AddSingleton<SocketDesk>();
            services.AddHostedService<SocketMode>();
        }

        return services;
    }
}
