using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Teams;
using Xunit;

namespace CoachBot.Scenarios;

/// <summary>The host is killed in the middle of a burst of messages from Teams, and started again.</summary>
public sealed class KilledInTheMiddle : IDisposable
{
    private const int Messages = 1_000;
    private const int KillAfter = 400;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();

    public KilledInTheMiddle() => KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Burst_HostKilledAndStartedAgain_EveryAcknowledgedMessageIsAnsweredOnceOrListedInDoubt()
    {
        await using var teams = await FakeConnector.StartAsync();
        teams.Delay = TimeSpan.FromMilliseconds(30);
        var acknowledged = await KillInABurstAsync(teams);
        Assert.InRange(acknowledged.Count, KillAfter, Messages);

        IReadOnlySet<int> doubted;
        await using (var host = await StartAsync())
        {
            doubted = await WaitUntilSettledAsync(teams, acknowledged);
        }

        var answers = Answers(teams);
        var twice = answers.Where(answer => answer.Value > 1).Select(answer => answer.Key);
        var lost = acknowledged.Where(number => !answers.ContainsKey(number) && !doubted.Contains(number));
        Assert.Empty(twice);
        Assert.Empty(lost);
        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged.Count} acknowledged, {answers.Count} answered, {doubted.Count} in doubt");
    }

    /// <summary>Sends the burst and kills the host once enough was acknowledged; the numbers of what was acknowledged by then.</summary>
    private async Task<IReadOnlyList<int>> KillInABurstAsync(FakeConnector teams)
    {
        var acknowledged = new ConcurrentBag<int>();
        var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
        var killed = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Messages), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) =>
        {
            if (Volatile.Read(ref killed) == 0 && await IsAcknowledgedAsync(client, Message(teams.Url, number)))
            {
                acknowledged.Add(number);
            }

            if (acknowledged.Count >= KillAfter && Interlocked.Exchange(ref killed, 1) == 0)
            {
                // Ends the process as kill -9 does.
                await host.DisposeAsync();
            }
        });
        Assert.Equal(1, killed);
        return [.. acknowledged];
    }

    private async Task<CoachBotProcess> StartAsync()
    {
        var host = CoachBotProcess.Start(["serve"], _folder.Path, new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Teams__AnonymousLocal"] = "true",
            ["Delivery__TurnTimeout"] = "00:00:10",
            ["Delivery__LongestWait"] = "00:00:05",
            ["Delivery__Lease"] = "00:00:11",
            ["Delivery__LookEvery"] = "00:00:01",
            ["Delivery__Idle"] = "00:00:02",
        });
        await host.WaitForErrorAsync("Application started", TimeSpan.FromMinutes(1));
        return host;
    }

    /// <summary>Waits until every acknowledged message has its end; the numbers of those in doubt.</summary>
    private async Task<IReadOnlySet<int>> WaitUntilSettledAsync(FakeConnector teams, IReadOnlyList<int> acknowledged)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var stats = await CoachBotProcess.RunAsync(["stats", "--json"], _folder.Path);
            Assert.True(stats.ExitCode == 0, stats.Errors);
            using var figures = JsonDocument.Parse(stats.Output);
            var messages = figures.RootElement.GetProperty("messages");
            var open = messages.GetProperty("waiting").GetInt64() + messages.GetProperty("claimed").GetInt64();
            if (open == 0 || patience.IsCancellationRequested)
            {
                Assert.True(open == 0, $"{open} still open, {Answers(teams).Count} of {acknowledged.Count} answered");
                return figures.RootElement.GetProperty("inDoubt").EnumerateArray().Select(id => Number(id.GetString()!)).ToHashSet();
            }

            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private static Dictionary<int, int> Answers(FakeConnector teams) => teams.Requests
        .Where(request => request.Json.GetProperty("type").GetString() == "message")
        .GroupBy(request => Number(request.Json.GetProperty("conversation").GetProperty("id").GetString()!))
        .ToDictionary(group => group.Key, group => group.Count());

    // Ids end with the number: "a:chat-17", and of the inbox "teams|msteams|message|a:chat-17|burst-17".
    private static int Number(string id) => int.Parse(id[(id.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    private static string Message(string serviceUrl, int number)
    {
        var activity = TeamsActivity.Message($"customer says atm gave fake notes, counter {number}", serviceUrl, $"burst-{number}");
        activity["conversation"]!["id"] = $"a:chat-{number}";
        return activity.ToJsonString();
    }

    private static async Task<bool> IsAcknowledgedAsync(HttpClient client, string activity)
    {
        try
        {
            using var content = new StringContent(activity, Encoding.UTF8, "application/json");
            using var response = await client.PostAsync("/api/messages", content);
            return response.StatusCode == HttpStatusCode.Accepted;
        }
        catch (HttpRequestException)
        {
            // The host was killed.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
