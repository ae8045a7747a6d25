using System.Net;
using CoachBot.Channels.Dispatch;
using CoachBot.Core.Turns;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Teams;
using CoachBot.Tests.Coaching;
using CoachBot.Tests.Parity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Groups;

/// <summary>Groups in the settings, from the message that Teams posts to the answer that Teams gets, and at the start.</summary>
public sealed class GroupsAtTheDoorTests : IAsyncLifetime
{
    private const string Trainers = "f448435d-3ca7-4073-8152-a1fd73c0fd09";
    private const string Staff = "bd7c6263-4dd5-4ae8-8c96-556e1c0bece6";
    private const string Ada = "11111111-1111-1111-1111-111111111111";
    private const string Ben = "12121212-1212-1212-1212-121212121212";
    private FakeGraph _graph = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _graph.People[Guid.Parse(Ada)] = [Guid.Parse(Trainers), Guid.Parse(Staff)];
        _graph.People[Guid.Parse(Ben)] = [Guid.Parse(Staff)];
    }

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task TrainersCommand_OfAMember_IsAnswered_OfAnother_IsRefusedKindly()
    {
        await using var host = await StartAsync(("Permissions:Trainers:0", $"group:{Trainers}"));

        Assert.Contains("No gaps", await SayAsync(host, "gaps", Ada, 1), StringComparison.Ordinal);
        Assert.Contains("This is for trainers", await SayAsync(host, "gaps", Ben, 2), StringComparison.Ordinal);
        Assert.Equal([Guid.Parse(Ada), Guid.Parse(Ben)], _graph.Questions.Select(question => question.Person));
        Assert.DoesNotContain(Ada, host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Ben, host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_OfStaffAndOfStrangers_IsAnsweredToStaffOnly()
    {
        await using var host = await StartAsync(("Permissions:Staff:0", $"group:{Staff}"), ("Permissions:Trainers:0", $"group:{Trainers}"));

        Assert.Equal("Help", await SayAsync(host, "help", Ben, 1));
        Assert.Contains("set up for other colleagues", await SayAsync(host, "help", "13131313-1313-1313-1313-131313131313", 2), StringComparison.Ordinal);
        Assert.Contains("This is for trainers", await SayAsync(host, "gaps", Ben, 3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TrainersCommand_WhileTheDirectoryIsDown_IsRefused_ButNotToWhoIsNamedById()
    {
        _graph.Always = FakeGraph.Error(503, "serviceNotAvailable", "60");
        await using var host = await StartAsync(("Permissions:Trainers:0", $"group:{Trainers}"), ("Permissions:Trainers:1", Ben));

        Assert.Contains("This is for trainers", await SayAsync(host, "gaps", Ada, 1), StringComparison.Ordinal);
        Assert.Contains("No gaps", await SayAsync(host, "gaps", Ben, 2), StringComparison.Ordinal);
        Assert.Single(_graph.Questions);
        Assert.Contains("Groups could not be looked up: 503", host.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group:trainers", TeamsActivity.Tenant, false, "Permissions:Trainers:0 names no group of Entra")]
    [InlineData("group:" + Trainers, "bank.example", false, "Teams__TenantId")]
    [InlineData("group:" + Trainers, "", true, "no configured channel can look groups up")]
    [InlineData("group:", TeamsActivity.Tenant, false, "Permissions:Trainers:0 is empty")]
    public async Task Start_GroupThatNobodyCouldLookUp_IsRefused(string entry, string tenant, bool local, string said)
    {
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(local, ("Permissions:Trainers:0", entry), ("Teams:TenantId", tenant)));

        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    private Task<TeamsHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync(local: false, settings);

    private Task<TeamsHost> StartAsync(bool local, params (string Key, string Value)[] settings) => TeamsHost.StartAsync(setup =>
    {
        if (local)
        {
            setup.UseLocalMode();
        }

        setup.Settings["Teams:GraphAddress"] = _graph.Url;
        foreach (var (key, value) in settings.Where(setting => setting.Value.Length > 0))
        {
            setup.Settings[key] = value;
        }

        setup.More = services =>
        {
            services.RemoveAll<ITurns>();
            ParityHouse.AddHouse(services, new FakeCaseIndex(Some.Pack()));
            services.AddTurns();
        };
    });

    /// <summary>What the bot says to it: the text of its answer number <paramref name="number"/>.</summary>
    private static async Task<string> SayAsync(TeamsHost host, string text, string person, int number)
    {
        var activity = host.Message(text);
        activity["from"] = new System.Text.Json.Nodes.JsonObject { ["id"] = $"29:{person}", ["name"] = "somebody", ["aadObjectId"] = person };
        activity["conversation"]!["id"] = $"a:1chat-of-{person[..2]}";
        using var response = await host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var said = host.Teams.Requests.Where(request => request.Json.GetProperty("type").GetString() == "message").ToList();
            if (said.Count >= number)
            {
                return said[number - 1].Json.GetProperty("text").GetString()!;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }
}
