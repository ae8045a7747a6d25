using System.Globalization;
using CoachBot.Core.Coaching;
using CoachBot.Core.Commands;
using CoachBot.Core.Commands.Tips;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Telemetry;
using CoachBot.Core.Tips;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Stores;
using CoachBot.Infrastructure.Storage.Tips;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace CoachBot.Infrastructure.Scheduling;

/// <summary>The daily tip as the host sees it.</summary>
public static class TipServices
{
    private const string SchedulerName = "coachbot-tips";

    /// <summary>Registers the tips; call it after the store, which must be there before the clock starts.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The settings: the clock's store is chosen while services are registered.</param>
    public static IServiceCollection AddTips(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TipOptions>().BindConfiguration(TipOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TipOptions>>().Value);
        services.AddSingleton<ITipSubscriptions, TipSubscriptionStore>();
        services.AddSingleton<ITipDeliveries, TipDeliveryStore>();
        services.AddSingleton<ITipHistory, TipHistoryStore>();
        services.AddSingleton<IConversationRows, TipConversationRows>();
        services.AddSingleton<ITipWatch>(provider => new TipWatch(provider.GetService<CoachBotMetrics>(), provider.GetRequiredService<ILogger<TipWatch>>()));
        services.TryAddSingleton<Func<KnowledgePack>>(provider => () => provider.GetRequiredService<Coach>().Pack);
        services.AddSingleton<IHolidayCalendarSource, PackCalendars>();
        services.AddSingleton<TipPlanner>();
        services.AddSingleton(Postman);
        services.AddSingleton<TipDesk>();
        services.AddSingleton<ITips, ChannelTips>();
        services.AddTipCommands();
        services.AddClock(configuration);
        services.AddHostedService<TipPostOffice>();
        return services;
    }

    // In the order of the help.
    private static void AddTipCommands(this IServiceCollection services)
    {
        services.AddSingleton<ICommand, TipAnotherCommand>();
        services.AddSingleton<ICommand, TipPreviewCommand>();
        services.AddSingleton<ICommand, TipSubscribeCommand>();
        services.AddSingleton<ICommand, TipSkipCommand>();
        services.AddSingleton<ICommand, TipPauseCommand>();
        services.AddSingleton<ICommand, TipResumeCommand>();
        services.AddSingleton<ICommand, TipUnsubscribeCommand>();
    }

    private static TipPostman Postman(IServiceProvider provider) => ActivatorUtilities.CreateInstance<TipPostman>(provider, WorkerName());

    // The same process number may come again after a restart: chance tells the two apart.
    private static string WorkerName() => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}");

    // Quartz is the clock: with PostgreSQL its clustered store gives each round to one replica and takes it from a dead one.
    private static void AddClock(this IServiceCollection services, IConfiguration configuration)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        var tips = configuration.GetSection(TipOptions.Section).Get<TipOptions>() ?? new TipOptions();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = SchedulerName);
            quartz.UseDefaultThreadPool(1);
            if (storage is { Provider: StorageOptions.PostgresProvider, ConnectionString: { } connection })
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(connection);
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = CheckinInterval;
                        cluster.CheckinMisfireThreshold = CheckinInterval;
                    });
                    store.ProvisionSchema();
                });
            }
            else
            {
                quartz.UseInMemoryStore();
            }

            // Whoever starts last decides how often; a round that was missed is not made up for, the next one does all.
            quartz.ScheduleJob<TipRoundJob>(trigger => trigger
                .WithIdentity("tip-round")
                .StartNow()
                .WithSimpleSchedule(schedule => schedule
                    .WithInterval(tips.LookEvery)
                    .RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
        });
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
    }

    private static readonly TimeSpan CheckinInterval = TimeSpan.FromSeconds(5);
}
