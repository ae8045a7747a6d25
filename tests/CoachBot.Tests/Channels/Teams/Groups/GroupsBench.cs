using CoachBot.Channels.Teams;
using CoachBot.Channels.Teams.Groups;
using CoachBot.Core.Permissions;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Channels.Teams.Groups;

/// <summary>The look-up of groups as the Teams door puts it together, over a directory of this machine and a clock of its own.</summary>
internal sealed class GroupsBench : IAsyncDisposable
{
    public const string Ada = "11111111-1111-1111-1111-111111111111";
    private readonly ServiceProvider _services;
    private readonly IGroupMembership _groups;

    private GroupsBench(FakeGraph graph, FakeOpenId entra, PermissionOptions permissions, Action<TeamsOptions>? change)
    {
        (Graph, Entra) = (graph, entra);
        var options = new TeamsOptions
        {
            AppId = TeamsActivity.AppId, TenantId = TeamsActivity.Tenant, ClientSecret = "a secret of the tests", TokenAddress = entra.TokenAddress, GraphAddress = graph.Url,
        };
        change?.Invoke(options);
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug))
            .AddSingleton(options).AddSingleton(permissions).AddSingleton<TimeProvider>(Clock).AddSingleton<TeamsHttp>()
            .AddEntraGroups()
            .BuildServiceProvider();
        _groups = _services.GetRequiredService<IGroupMembership>();
    }

    public FakeGraph Graph { get; }

    public FakeOpenId Entra { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));

    public CollectedLog Log { get; } = new();

    /// <summary>A directory that knows Ada as a member of <paramref name="hers"/>, and settings that name <paramref name="named"/>.</summary>
    public static async Task<GroupsBench> StartAsync(IEnumerable<Guid> named, IReadOnlyList<Guid> hers, Action<TeamsOptions>? change = null)
    {
        var bench = new GroupsBench(
            await FakeGraph.StartAsync(), await FakeOpenId.StartAsync(), new PermissionOptions { Trainers = [.. named.Select(group => PermissionOptions.Group + group)] }, change);
        bench.Graph.People[Guid.Parse(Ada)] = hers;
        return bench;
    }

    /// <summary>Whether the person belongs to the group; the clock runs while the answer is waited for.</summary>
    public async Task<bool> IsMemberAsync(Guid group, string person = Ada, string tenant = TeamsActivity.Tenant)
    {
        var answer = _groups.IsMemberAsync(new PersonKey(ChannelNames.Teams, tenant, person), group.ToString(), CancellationToken.None);
        while (await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(50))) != answer)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Graph.DisposeAsync();
        await Entra.DisposeAsync();
    }
}
