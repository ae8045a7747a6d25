using CoachBot.Core.Conversations;
using CoachBot.Core.Experts;
using CoachBot.Core.Installations;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Preferences;
using CoachBot.Core.Privacy;
using CoachBot.Core.Questions;
using CoachBot.Core.Statistics;
using CoachBot.Core.Telemetry;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage.Postgres;
using CoachBot.Infrastructure.Storage.Sqlite;
using CoachBot.Infrastructure.Storage.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoachBot.Infrastructure.Storage;

/// <summary>The memory as the host sees it.</summary>
public static class StorageServices
{
    /// <summary>The name of the SQLite file when none is set.</summary>
    public const string DefaultFile = "coachbot.db";

    /// <summary>Registers the store and everything that stands behind it; call it before what uses the store when it starts.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="dataFolder">Where the SQLite file lies unless set otherwise.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<CoachBotMetrics>();
        services.AddSingleton(provider => Open(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value, dataFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<StorageStart>();
        services.AddHostedService<Retention>();
        services.AddSingleton<IInbox, Inbox>();
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IPreferenceStore, PreferenceStore>();
        services.AddSingleton<IQuestionLog, QuestionLog>();
        services.AddSingleton<IExpertThreads, ExpertThreads>();
        services.AddSingleton<IInstallationStore, InstallationStore>();
        services.AddSingleton<ISecretStore, SecretStore>();
        services.AddSingleton<IForgetting, Forgetting>();
        services.AddSingleton<IStatistics, Statistics>();
        services.AddSingleton<IRevisions, Revisions>();
        services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: ["ready"]);
        return services;
    }

    /// <summary>Keeps the knowledge of all machines that share the store the same; wants the store and the searchable knowledge.</summary>
    public static IServiceCollection AddSharedKnowledge(this IServiceCollection services) => services.AddHostedService<SharedKnowledge>();

    /// <summary>Opens the database that the settings name; it is not migrated yet.</summary>
    internal static Database Open(StorageOptions options, string dataFolder, TimeProvider time) => options.IsPostgres
        ? new PostgresDatabase(options.ConnectionString!, time)
        : new SqliteDatabase(options.File ?? Path.Combine(dataFolder, DefaultFile));
}
