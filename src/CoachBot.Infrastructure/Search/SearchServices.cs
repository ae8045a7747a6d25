using CoachBot.Core.Search;
using CoachBot.Core.Search.Keyword;
using CoachBot.Infrastructure.Search.Keyword;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Infrastructure.Search;

/// <summary>Registers what finds cases.</summary>
public static class SearchServices
{
    /// <summary>Adds the opened knowledge: the index that answers, and the trainers' search.</summary>
    public static IServiceCollection AddCaseSearch(this IServiceCollection services, CaseSearch search)
    {
        services.AddSingleton(search);
        services.AddSingleton<ICaseIndex>(search.Index);
        services.AddSingleton<IKeywordSearch, CurrentKeywordSearch>();
        return services;
    }
}
