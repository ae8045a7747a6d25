using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CoachBot.Channels.Slack.Door;
using CoachBot.TestSupport.Slack;

namespace CoachBot.Benchmarks.Slack;

/// <summary>
/// Slack's side of a busy morning: signed events at a fixed rate, one in ten of them delivered three times, sent to a running host whether or
/// not it keeps up. Every acknowledgement is measured from the moment the event was due.
/// </summary>
internal static class SlackLoad
{
    private const string Secret = "bench-signing-secret";
    private const int People = 4_000;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(10);

    /// <summary><c>slack PUBLISHED_FOLDER [EVENTS_A_SECOND] [SECONDS]</c>; 1 when a bound was broken.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var rate = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1_000;
        var seconds = arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 60;
        await using var slack = await FakeSlack.StartAsync();
        slack.KeepsCalls = false;
        using var host = ServedHost.Start(arguments[0], new()
        {
            ["Slack__BotToken"] = FakeSlack.BotToken,
            ["Slack__SigningSecret"] = Secret,
            ["Slack__ApiUrl"] = slack.Address + "/api/",
            ["Delivery__Capacity"] = "200000",
        });
        await host.HealthyAsync();
        var questions = Questions();
        using var door = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 128 }) { BaseAddress = host.Address };
        await SendAsync(door, questions, rate / 4, 5, 0, []);

        var plan = new LoadPlan(rate, seconds);
        Console.WriteLine($"{rate} events a second for {seconds} s, one in ten three times: {plan.Deliveries} deliveries of {plan.Events} messages");
        var acknowledged = await SendAsync(door, questions, rate, seconds, 1_000_000, plan.Thrice);
        var sent = Stopwatch.StartNew();
        var expected = plan.Events + (rate / 4 * 5);
        while (slack.Posted < expected && sent.Elapsed < LongestDrain)
        {
            await Task.Delay(500);
        }

        // Whatever would still be answered twice gets the time to show.
        await Task.Delay(3_000);
        return Report(acknowledged, slack, expected, sent.Elapsed, host);
    }

    private static int Report(List<(double Milliseconds, int Status)> acknowledged, FakeSlack slack, int expected, TimeSpan drained, ServedHost host)
    {
        var times = acknowledged.Select(one => one.Milliseconds).Order().ToList();
        var refused = acknowledged.Count(one => one.Status != 200);
        double At(double share) => times[Math.Min(times.Count - 1, (int)(times.Count * share))];
        Console.WriteLine($"acknowledged  {acknowledged.Count - refused} of {acknowledged.Count}; p50 {At(0.5):0.0} ms, p99 {At(0.99):0.0} ms, p99.9 {At(0.999):0.0} ms, slowest {times[^1]:0.0} ms");
        Console.WriteLine($"answered      {slack.Posted} of {expected} messages, the last {drained.TotalSeconds:0} s after the last event");
        Console.WriteLine($"pace          shortest time between two messages of one channel {slack.ShortestGap.TotalMilliseconds:0} ms");
        Console.WriteLine($"memory        {host.Megabytes} MB at the end");
        var well = refused == 0 && times[^1] < 1_000 && At(0.99) < 50 && slack.Posted == expected && slack.ShortestGap >= TimeSpan.FromSeconds(1);
        Console.WriteLine(well ? "within bounds" : "OUT OF BOUNDS: all acknowledged under 1 s, p99 under 50 ms, each answered once, a second apart");
        return well ? 0 : 1;
    }

    // Open loop: an event is due when it is due, however slow the host is with those before it.
    private static async Task<List<(double Milliseconds, int Status)>> SendAsync(
        HttpClient door, List<string> questions, int rate, int seconds, int first, HashSet<int> thrice)
    {
        var clock = Stopwatch.StartNew();
        var sends = new List<Task<(double, int)>>();
        for (var at = 0; at < rate * seconds; at++)
        {
            var due = TimeSpan.FromSeconds((double)at / rate);

            // Sleeping, not spinning: what sends must not take the processor from what is measured. It comes some tenths of a millisecond late.
            while (due > clock.Elapsed)
            {
                await Task.Delay(1);
            }

            var body = Body(questions[at % questions.Count], first + at);
            for (var copy = 0; copy < (thrice.Contains(at) ? 3 : 1); copy++)
            {
                sends.Add(DeliverAsync(door, body, clock, due));
            }
        }

        return [.. await Task.WhenAll(sends)];
    }

    private static async Task<(double Milliseconds, int Status)> DeliverAsync(HttpClient door, byte[] body, Stopwatch clock, TimeSpan due)
    {
        var stamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(SlackSignature.TimestampHeader, stamp);
        request.Headers.Add(SlackSignature.Header, SlackSignature.Of(Secret, stamp, body));
        using var response = await door.SendAsync(request);
        return ((clock.Elapsed - due).TotalMilliseconds, (int)response.StatusCode);
    }

    private static byte[] Body(string question, int number)
    {
        var person = number % People;
        var text = JsonEncodedText.Encode($"{question} {number}").ToString();
        return Encoding.UTF8.GetBytes($$$"""
            {"team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"Ev{{{number}}}","event_time":1700000000,"authorizations":[{"team_id":"T1","is_enterprise_install":false}],
            "event":{"type":"message","channel":"D{{{person}}}","channel_type":"im","user":"U{{{person}}}","text":"{{{text}}}","ts":"1700000000.{{{number}}}"}}
            """);
    }

    private static List<string> Questions() => Repository.Questions().ConvertAll(question => question.Text);

    private sealed record LoadPlan(int Rate, int Seconds)
    {
        public int Events => Rate * Seconds;

        public HashSet<int> Thrice { get; } = [.. Enumerable.Range(0, Rate * Seconds).Where(at => at % 10 == 3)];

        public int Deliveries => Events + (2 * Thrice.Count);
    }
}
