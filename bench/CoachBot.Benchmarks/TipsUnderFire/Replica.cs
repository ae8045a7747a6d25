using CoachBot.Core.Knowledge;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Scheduling;
using CoachBot.Infrastructure.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Benchmarks.TipsUnderFire;

/// <summary>A host with the store and the tips and nothing else; one of several, killed at any moment.</summary>
internal static class Replica
{
    private const int Cases = 50;

    public static async Task<int> RunAsync(string connectionString, string messengers)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "postgres",
            ["Storage:ConnectionString"] = connectionString,
            ["Tips:LookEvery"] = "00:00:00.5",
            ["Tips:Lease"] = "00:00:10",
            ["Tips:SendTimeout"] = "00:00:01.5",
            ["Tips:FirstRetryAfter"] = "00:00:01",
            ["Tips:LongestRetryAfter"] = "00:00:10",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Func<KnowledgePack>>(Pack);
        var http = new HttpClient { BaseAddress = new Uri(messengers), Timeout = TimeSpan.FromSeconds(30) };
        builder.Services.AddSingleton<IChannel>(new HttpMessenger(ChannelNames.Teams, http));
        builder.Services.AddSingleton<IChannel>(new HttpMessenger(ChannelNames.Slack, http));
        builder.Services.AddStorage(Path.GetTempPath());
        builder.Services.AddTips(builder.Configuration);
        using var host = builder.Build();
        await host.RunAsync();
        return 0;
    }

    private static readonly KnowledgePack TheirPack = KnowledgePack.Empty with { Cases = Enumerable.Range(0, Cases).Select(Case).ToList() };

    private static KnowledgePack Pack() => TheirPack;

    private static Case Case(int number)
    {
        var face = new Face { Title = $"case {number}", Cue = "", Situation = "", Asks = [], Why = "", Tip = $"tip {number}" };
        return new Case
        {
            Id = $"case-{number}",
            Kind = CaseKind.Case,
            Published = true,
            Roles = ["teller"],
            Domain = "bank",
            Tags = [],
            Covers = [],
            Risk = CaseRisk.Low,
            Zh = face,
            En = face,
            Sources = [],
            Review = new Review("bench", null, null),
        };
    }
}
