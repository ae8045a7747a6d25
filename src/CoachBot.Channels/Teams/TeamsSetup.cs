using CoachBot.Channels.Teams.Authentication;
using CoachBot.Channels.Teams.Connector;
using CoachBot.Channels.Teams.Endpoint;
using CoachBot.Channels.Teams.Groups;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Channels.Teams.Manifests;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Core.Experts;
using CoachBot.Core.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Teams;

/// <summary>Puts the Teams door together.</summary>
public static class TeamsSetup
{
    /// <summary>Where Teams sends what people say.</summary>
    public const string Path = "/api/messages";

    /// <summary>Registers all that Teams needs, where it is configured; half a configuration stops the start.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        services.AddOptions<TeamsOptions>().Bind(configuration.GetSection(TeamsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        var options = configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new TeamsOptions();
        if (!options.IsWanted)
        {
            return services;
        }

        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TeamsOptions>>().Value);
        services.AddSingleton(provider => new ServiceHosts(options.ServiceHosts, options.AnonymousLocal));
        AddDoor(services);
        services.AddCardsAndInvokes();
        AddConnector(services, options);
        return options.AnonymousLocal ? AddLocalMode(services) : AddRegistration(services);
    }

    /// <summary>Maps the endpoint, where Teams is configured.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<MessagesEndpoint>() is { } endpoint)
        {
            routes.MapPost(Path, endpoint.HandleAsync);
            routes.MapAbout();
        }
        else
        {
            routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TeamsSetup)).NotConfigured();
        }

        return routes;
    }

    private static void AddDoor(IServiceCollection services)
    {
        services.AddSingleton<MessageReader>();
        services.AddSingleton<RecentAnswers>();
        services.AddSingleton<InRequestAnswers>();
        services.AddSingleton<InstallationKeeper>();
        services.AddSingleton<Door>();
        services.AddSingleton<MessagesEndpoint>();
    }

    private static void AddConnector(IServiceCollection services, TeamsOptions options)
    {
        services.AddSingleton<TeamsHttp>();
        services.AddSingleton(provider => new ConnectorCaller(
            provider.GetRequiredService<TeamsHttp>().Client,
            new CalledService(CalledService.Teams, provider.GetRequiredService<ITokenSource>(), options.LongestWait),
            provider.GetRequiredService<TeamsOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConnectorCaller>>()));
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<SendPacer>();
        services.AddSingleton<IChannel, TeamsChannel>();
    }

    private static IServiceCollection AddLocalMode(IServiceCollection services)
    {
        services.AddSingleton<IGate, LocalGate>();
        services.AddSingleton<ITokenSource, NoTokens>();
        services.AddHostedService<LocalModeWatch>();
        services.AddHealthChecks().AddCheck<LocalModeHealth>("teams-local-mode");
        return services;
    }

    private static IServiceCollection AddRegistration(IServiceCollection services)
    {
        services.AddSingleton<RegistrationKeys>();
        services.AddSingleton(provider => provider.GetRequiredService<RegistrationKeys>().Check);
        services.AddSingleton<IGate, TokenGate>();
        services.AddSingleton<ITokenSource>(provider => Tokens(provider, TokenAim.Teams));
        services.AddSingleton<IAddressBook, TeamsAddressBook>();
        services.AddHostedService<RegistrationWarmUp>();
        return services.AddEntraGroups();
    }

    /// <summary>Our own tokens, by whichever identity the bot has.</summary>
    internal static CachedTokens Tokens(IServiceProvider provider, Func<TeamsOptions, TokenAim> aim)
    {
        var options = provider.GetRequiredService<TeamsOptions>();
        var http = provider.GetRequiredService<TeamsHttp>().Client;
        var time = provider.GetRequiredService<TimeProvider>();
        ITokenRequest request = options.AppType == TeamsAppType.ManagedIdentity
            ? new ManagedIdentity(http, options, aim(options), time, Environment.GetEnvironmentVariable)
            : new ClientCredentials(http, options, aim(options), time);
        return new CachedTokens(request, time);
    }
}
