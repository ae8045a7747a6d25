using CoachBot.Channels.Teams.Connector;
using CoachBot.Core.Permissions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams.Groups;

/// <summary>Puts the look-up of groups together.</summary>
internal static class GroupsSetup
{
    // The longest that a person waits because the directory asks for patience.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(2);

    /// <summary>Registers it; it needs a registration of the bot.</summary>
    public static IServiceCollection AddEntraGroups(this IServiceCollection services)
    {
        services.AddKeyedSingleton<ITokenSource>(CalledService.Graph, (provider, _) => TeamsSetup.Tokens(provider, TokenAim.Graph));
        services.AddSingleton<RecentMemberships>();
        services.AddSingleton(Question);
        services.AddSingleton<IGroupMembership>(provider => new EntraGroups(
            provider.GetRequiredService<GroupQuestion>(),
            provider.GetRequiredService<RecentMemberships>(),
            provider.GetRequiredService<TeamsOptions>(),
            // The permissions are checked with the help of this class: it can ask for them only later.
            () => provider.GetRequiredService<PermissionOptions>().NamedGroups(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EntraGroups>>()));
        return services;
    }

    private static GroupQuestion Question(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<TeamsOptions>();
        var tokens = provider.GetRequiredKeyedService<ITokenSource>(CalledService.Graph);
        var caller = new ConnectorCaller(
            provider.GetRequiredService<TeamsHttp>().Client,
            new CalledService(CalledService.Graph, tokens, s_longestWait),
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConnectorCaller>>());
        return new GroupQuestion(caller, tokens, options, provider.GetRequiredService<ILogger<GroupQuestion>>());
    }
}
