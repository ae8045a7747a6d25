using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Benchmarks.Teams;

/// <summary>
/// The load: so many connections of HTTP/1.1 that stay open, each with one Teams message on the way, every one with another question. A
/// process of its own on plain sockets, so that it costs the measured ones little.
/// </summary>
internal static class Fire
{
    /// <summary><c>teams-fire URL SECONDS CONNECTIONS [PER_SECOND]</c>: prints a <see cref="FireResult"/> as one line of JSON.</summary>
    public static int Run(string[] args)
    {
        var address = new Uri(args[0]);
        var seconds = double.Parse(args[1], CultureInfo.InvariantCulture);
        var connections = int.Parse(args[2], CultureInfo.InvariantCulture);
        var perSecond = args.Length > 3 ? double.Parse(args[3], CultureInfo.InvariantCulture) : 0;
        Console.WriteLine(JsonSerializer.Serialize(AtAsync(address, seconds, connections, perSecond).GetAwaiter().GetResult()));
        return 0;
    }

    private static async Task<FireResult> AtAsync(Uri address, double seconds, int connections, double perSecond)
    {
        var questions = Repository.Pack().Alternates.SelectMany(entry => entry.Hands).SelectMany(hand => hand.Zh.Concat(hand.En)).ToArray();
        new Random(1).Shuffle(questions);
        var shared = new Shared(questions, Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency), connections / Math.Max(perSecond, 1e-9));
        var watch = Stopwatch.StartNew();
        var lines = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => LineAsync(address, shared, perSecond > 0))));
        var times = lines.SelectMany(line => line.Times).Order().ToArray();
        double At(double share) => times.Length == 0 ? 0 : times[(int)(share * (times.Length - 1))];
        return new FireResult(
            times.Length / watch.Elapsed.TotalSeconds, At(.5), At(.99), At(1), lines.Sum(line => line.Errors),
            times.Length == 0 ? 0 : (double)lines.Sum(line => line.Cards) / times.Length, times.Length);
    }

    private static async Task<Line> LineAsync(Uri address, Shared shared, bool paced)
    {
        var line = new Line();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var buffer = new byte[256 * 1024];
        while (Stopwatch.GetTimestamp() < shared.End)
        {
            var request = shared.Next(address);
            var start = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            var (length, good) = await AnswerAsync(socket, buffer);
            var took = Stopwatch.GetElapsedTime(start);
            line.Times.Add(took.TotalMilliseconds);
            line.Errors += good ? 0 : 1;
            line.Cards += buffer.AsSpan(0, length).IndexOf("AdaptiveCard"u8) >= 0 ? 1 : 0;
            if (paced && shared.Pause - took is var rest && rest > TimeSpan.Zero)
            {
                await Task.Delay(rest);
            }
        }

        return line;
    }

    /// <summary>Reads one answer: by its length, or chunk by chunk up to the last.</summary>
    private static async Task<(int Length, bool Good)> AnswerAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                throw new IOException("The line was closed.");
            }

            length += read;
            if (IsWhole(buffer.AsSpan(0, length)))
            {
                return (length, buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8));
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var mark = answer[..head].IndexOf("Content-Length: "u8);
        if (mark < 0)
        {
            return answer.EndsWith("0\r\n\r\n"u8);
        }

        var digits = answer[(mark + 16)..];
        return Utf8Number(digits[..digits.IndexOf((byte)'\r')]) <= answer.Length - head - 4;
    }

    private static int Utf8Number(ReadOnlySpan<byte> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed class Line
    {
        public List<double> Times { get; } = new(1 << 14);

        public int Errors { get; set; }

        public int Cards { get; set; }
    }

    private sealed class Shared(string[] questions, long end, double pause)
    {
        private readonly string[] _parts = Body().Split('\u0001');
        private readonly string _run = Guid.NewGuid().ToString("N")[..8];
        private const string Gap = "GAP";
        private int _number;

        public long End { get; } = end;

        public TimeSpan Pause { get; } = TimeSpan.FromSeconds(Math.Min(pause, 3600));

        /// <summary>The next request: the message of Teams with an id and a question of its own, in one of a thousand chats.</summary>
        public byte[] Next(Uri address)
        {
            var number = Interlocked.Increment(ref _number);
            var round = number / questions.Length;
            var question = questions[number % questions.Length] + (round == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {round}"));
            var body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"{_parts[0]}{_run}{number}{_parts[1]}{number % 1000}{_parts[2]}{JsonEncodedText.Encode(question)}{_parts[3]}"));
            var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"POST /api/messages HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n"));
            return [.. head, .. body];
        }

        private static string Body() => new JsonObject
        {
            ["type"] = "message",
            ["id"] = Gap,
            ["timestamp"] = "2026-11-20T09:15:00.123Z",
            ["localTimestamp"] = "2026-11-20T10:15:00.123+01:00",
            ["serviceUrl"] = "http://localhost:56150/_connector",
            ["channelId"] = "msteams",
            ["deliveryMode"] = "expectReplies",
            ["from"] = new JsonObject { ["id"] = "29:1abc", ["name"] = "Ada", ["aadObjectId"] = "11111111-1111-1111-1111-111111111111" },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = "22222222-2222-2222-2222-222222222222", ["id"] = "a:1" + Gap },
            ["recipient"] = new JsonObject { ["id"] = "28:33333333-3333-3333-3333-333333333333", ["name"] = "CoachBot" },
            ["textFormat"] = "plain",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Windows" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "22222222-2222-2222-2222-222222222222" } },
            ["locale"] = "en-US",
            ["text"] = Gap,
        }.ToJsonString().Replace(Gap, "\u0001", StringComparison.Ordinal);
    }
}

/// <summary>What a load found.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Most">Milliseconds.</param>
/// <param name="Errors">Answers other than 200.</param>
/// <param name="Cards">The share of answers with a card in them.</param>
/// <param name="Count">How many answers.</param>
internal sealed record FireResult(double PerSecond, double P50, double P99, double Most, int Errors, double Cards, int Count);
