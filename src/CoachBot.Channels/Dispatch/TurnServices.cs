using CoachBot.Core.Commands;
using CoachBot.Core.Commands.Forget;
using CoachBot.Core.Commands.Gaps;
using CoachBot.Core.Commands.Help;
using CoachBot.Core.Commands.Here;
using CoachBot.Core.Commands.Language;
using CoachBot.Core.Commands.New;
using CoachBot.Core.Commands.Practise;
using CoachBot.Core.Commands.Search;
using CoachBot.Core.Commands.Settings;
using CoachBot.Core.Commands.Thanks;
using CoachBot.Core.Commands.Tip;
using CoachBot.Core.Commands.WhoAmI;
using CoachBot.Core.Drafting;
using CoachBot.Core.Experts;
using CoachBot.Core.Permissions;
using CoachBot.Core.Practice;
using CoachBot.Core.Preferences;
using CoachBot.Core.Privacy;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;
using CoachBot.Core.Turns.Buttons;
using CoachBot.Core.Turns.Handling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>Registers the way of a turn: door, queue, workers, and the pipeline they run.</summary>
public static class TurnServices
{
    /// <summary>
    /// Adds turns. Wants a coach, a dialogue, a clock and every store; channels register themselves as <see cref="IChannel"/>.
    /// </summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services.AddDelivery().AddPipeline().AddCommands().AddButtons();

    private static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TurnQueue>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<IQueueState>(provider => provider.GetRequiredService<TurnQueue>());
        services.AddSingleton<ReplySender>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<ITurns, Turns>();
        services.AddHostedService<TurnWorker>();
        services.AddHostedService<AbandonedTurns>();
        return services;
    }

    private static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ExpertOptions>, ExpertOptionsCheck>();
        services.AddSingleton<IValidateOptions<PermissionOptions>, PermissionOptionsCheck>();
        services.AddOptions<ExpertOptions>().BindConfiguration(ExpertOptions.Section).ValidateOnStart();
        services.AddOptions<PermissionOptions>().BindConfiguration(PermissionOptions.Section).ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ExpertOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PermissionOptions>>().Value);
        services.AddSingleton<WhoMay>();
        services.AddSingleton<StaffDoor>();
        services.AddSingleton<CommandRouter>();
        services.AddSingleton<QuestionMemory>();
        services.AddSingleton<AnswerReplies>();
        services.AddSingleton<CoachedQuestions>();
        services.AddSingleton<IExpertChannels, ConfiguredExpertChannels>();
        services.AddSingleton<ExpertAnswers>();
        services.AddSingleton<ExpertDesk>();
        services.AddSingleton<Greeting>();
        services.AddSingleton<TextTurns>();
        services.AddSingleton<OtherTurns>();
        services.AddSingleton<DeliveredReplies>();
        services.AddSingleton<ITurnPipeline, TurnPipeline>();
        services.AddSingleton<PersonSettings>();
        services.AddSingleton<Drills>();
        services.TryAddSingleton<ITips, TipOfTheDay>();
        services.TryAddSingleton<IPersonalDataMask, PersonalDataMask>();
        services.TryAddSingleton<IModelPass, NoModel>();
        return services;
    }

    // In the order of the help.
    private static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddSingleton<ICommand, HelpCommand>(provider =>
            new HelpCommand(provider.GetServices<ICommand>, provider.GetRequiredService<WhoMay>()));
        services.AddSingleton<ICommand, HereCommand>();
        services.AddSingleton<ICommand, LeftCommand>();
        services.AddSingleton<ICommand, LanguageCommand>();
        services.AddSingleton<ICommand, SearchCommand>();
        services.AddSingleton<ICommand, TipCommand>();
        services.AddSingleton<ICommand, PractiseCommand>();
        services.AddSingleton<ICommand, NewCommand>();
        services.AddSingleton<ICommand, SettingsCommand>();
        services.AddSingleton<ICommand, ThanksCommand>();
        services.AddSingleton<ICommand, ForgetMeCommand>();
        services.AddSingleton<ICommand, WhoAmICommand>();
        services.AddSingleton<ICommand, GapsCommand>();
        services.AddSingleton<ICommand, ForgetOtherCommand>();
        return services;
    }

    private static IServiceCollection AddButtons(this IServiceCollection services)
    {
        services.AddSingleton<ShownCases>();
        services.AddSingleton<IButton, ShowButton>();
        services.AddSingleton<IButton, FullButton>();
        services.AddSingleton<IButton, TranslateButton>();
        services.AddSingleton<IButton, LargeButton>();
        services.AddSingleton<IButton, CopyButton>();
        services.AddSingleton<IButton, OthersButton>();
        services.AddSingleton<IButton, HelpfulButton>();
        services.AddSingleton<IButton, UnhelpfulButton>();
        services.AddSingleton<IButton, ExpertButton>();
        services.AddSingleton<IButton, ShareButton>();
        services.AddSingleton<IButton, PractiseButton>();
        services.AddSingleton<IButton, SolutionButton>();
        services.AddSingleton<IButton, AnotherTipButton>();
        services.AddSingleton<IButton, SetLanguageButton>();
        services.AddSingleton<IButton, SetHereButton>();
        services.AddSingleton<IButton, AskButton>();
        services.AddSingleton<IButton, SearchButton>();
        return services;
    }
}
