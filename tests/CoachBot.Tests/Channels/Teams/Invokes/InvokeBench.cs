using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Channels.Teams.Invokes;

/// <summary>Invokes as Teams sends them, handed to a handler beyond the door, with turns that a test decides.</summary>
internal sealed class InvokeBench
{
    private int _number;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));

    public ScriptedTurns Turns { get; } = new();

    /// <summary>Who asks.</summary>
    public string Person { get; set; } = "11111111-1111-1111-1111-111111111111";

    public string Locale { get; set; } = "en-US";

    /// <summary>The body of the answer, as JSON.</summary>
    public async Task<JsonObject> AskAsync(IInvokeHandler handler, JsonNode? value, string? replyTo = "card-1")
    {
        var answer = await AnswerAsync(handler, value, replyTo);
        Assert200(answer);
        return JsonNode.Parse(answer.Body!.Value.Utf8.Span)!.AsObject();
    }

    public Task<InvokeAnswer> AnswerAsync(IInvokeHandler handler, JsonNode? value, string? replyTo = "card-1")
    {
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["id"] = $"f:{++_number}",
            ["name"] = handler.Name,
            ["channelId"] = "msteams",
            ["serviceUrl"] = "https://smba.trafficmanager.net/teams/",
            ["from"] = new JsonObject { ["id"] = "29:1abc", ["aadObjectId"] = Person, ["name"] = "Ada" },
            ["conversation"] = new JsonObject { ["id"] = "a:1personal", ["conversationType"] = "personal", ["tenantId"] = "tenant" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["locale"] = Locale,
            ["replyToId"] = replyTo,
            ["value"] = value?.DeepClone(),
        };
        var read = JsonSerializer.Deserialize(activity.ToJsonString(), ReadingJson.Default.Activity)!;
        return handler.HandleAsync(new InvokeRequest(read, new MessageReader(Time).Read(read, new MessageContent.Said(""), MessageReader.IdOf(read))), CancellationToken.None);
    }

    private static void Assert200(InvokeAnswer answer) => Xunit.Assert.Equal(200, answer.Status);
}

/// <summary>Turns that say what a test wants, and remember what they were given.</summary>
internal sealed class ScriptedTurns : ITurns
{
    public List<IncomingMessage> Accepted { get; } = [];

    public List<IncomingMessage> Ran { get; } = [];

    public Acceptance Verdict { get; set; } = Acceptance.Accepted;

    public IReadOnlyList<OutgoingReply> Replies { get; set; } = [];

    public Task<Acceptance> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        Accepted.Add(message);
        return Task.FromResult(Verdict);
    }

    public Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel)
    {
        Ran.Add(message);
        return Task.FromResult(Replies);
    }
}
