using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Commands;
using CoachBot.Channels.Slack.Home;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Modals;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Channels.Slack;

/// <summary>What people see in Slack: messages, the Home, windows, the command.</summary>
internal static class SlackScreens
{
    /// <summary>Adds the screens.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services) => services
        .AddSingleton<ISlackBlocks, SlackBlocks>()
        .AddSingleton<ISlackHome, SlackHome>()
        .AddSingleton<ICommandHandler, CoachCommand>()
        .AddWindows();

    private static IServiceCollection AddWindows(this IServiceCollection services) => services
        .AddSingleton<ModalLanguage>()
        .AddSingleton<ModalWindows>()
        .AddSingleton<SearchDesk>()
        .AddSingleton<OpenWindow>()
        .AddSingleton<WindowTurns>()
        .AddSingleton<IInteractionHandler>(provider => provider.GetRequiredService<OpenWindow>())
        .AddSingleton<IInteractionHandler>(provider => new WindowShortcut(AskWindow.CallbackId, OpenWindow.Ask, provider.GetRequiredService<OpenWindow>()))
        .AddSingleton<IInteractionHandler>(provider => new WindowShortcut(SearchWindow.CallbackId, OpenWindow.Search, provider.GetRequiredService<OpenWindow>()))
        .AddSingleton<IInteractionHandler, AskSubmission>()
        .AddSingleton<IInteractionHandler, WindowButtons>()
        .AddSingleton<IInteractionHandler, SearchSubmission>()
        .AddSingleton<IInteractionHandler, SearchActions>()
        .AddSingleton<IInteractionHandler, SearchTags>();
}
