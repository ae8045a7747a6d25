using CoachBot.Core.Commands;
using CoachBot.Core.Experts;
using CoachBot.Core.Permissions;
using CoachBot.Core.Turns;
using CoachBot.Core.Turns.Handling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>Registers the way of a turn: door, queue, workers, and the pipeline they run.</summary>
public static class TurnServices
{
    /// <summary>
    /// Adds turns. Wants a coach, a dialogue, a clock and every store; channels register themselves as <see cref="IChannel"/>.
    /// </summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services.AddDelivery().AddPipeline();

    private static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TurnQueue>();
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
        return services;
    }
}
