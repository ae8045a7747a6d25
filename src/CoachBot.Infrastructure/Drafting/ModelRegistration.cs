using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Privacy;
using CoachBot.Infrastructure.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>Adds the bank's language model where one is configured, and the object that does nothing where none is.</summary>
public static class ModelRegistration
{
    /// <summary>Adds <see cref="IModelPass"/>. Half a configuration stops the start with what is missing.</summary>
    public static IServiceCollection AddModel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AzureOpenAIOptions>().Bind(configuration.GetSection(AzureOpenAIOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        var options = configuration.GetSection(AzureOpenAIOptions.Section).Get<AzureOpenAIOptions>() ?? new AzureOpenAIOptions();
        if (!options.IsOn)
        {
            return services.AddSingleton<IModelPass, NoModel>();
        }

        services.AddSingleton(provider => new OpenedModel(options, provider.GetRequiredService<IPersonalDataMask>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<OpenedModel>().Pass(
            provider.GetRequiredService<CaseSearch>().Index, provider.GetRequiredService<Coach>()));
        return services.AddHostedService(provider => new MeaningKeeper(
            provider.GetRequiredService<OpenedModel>(), provider.GetRequiredService<CaseSearch>(), provider.GetRequiredService<KnowledgeOptions>().DataFolder,
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<MeaningKeeper>>()));
    }
}
