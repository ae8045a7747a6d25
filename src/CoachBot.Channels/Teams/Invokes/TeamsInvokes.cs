using CoachBot.Channels.Teams.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>Registers cards, and the invokes that are answered. Any other name is a 501.</summary>
internal static class TeamsInvokes
{
    /// <summary>Adds them. Wants turns, a coach, the keyword search and the stores.</summary>
    public static IServiceCollection AddCardsAndInvokes(this IServiceCollection services)
    {
        services.AddSingleton<ITeamsCards, TeamsCards>();
        services.AddSingleton<RecentPresses>();
        services.AddSingleton<CaseCards>();
        services.AddSingleton<CaseFinder>();
        services.AddSingleton<DialogTurns>();
        services.AddSingleton<IInvokeHandler, CardActionInvoke>();
        services.AddSingleton<IInvokeHandler, CaseSearchInvoke>();
        services.AddSingleton<IInvokeHandler, CaseSelectInvoke>();
        services.AddSingleton<IInvokeHandler, CoachOnMessageInvoke>();
        services.AddSingleton<IInvokeHandler, DialogActionInvoke>();
        services.AddSingleton<IInvokeHandler, FeedbackInvoke>();
        return services;
    }
}
