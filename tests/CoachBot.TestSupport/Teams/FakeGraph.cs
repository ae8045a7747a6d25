using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace CoachBot.TestSupport.Teams;

/// <summary>A question that reached the directory.</summary>
/// <param name="Person">Whom it is about.</param>
/// <param name="Groups">The groups it names.</param>
/// <param name="Authorization">The header.</param>
public sealed record GraphQuestion(Guid Person, IReadOnlyList<Guid> Groups, string? Authorization);

/// <summary>
/// Microsoft Graph on this machine, as far as <c>checkMemberGroups</c> goes: requests and answers have the documented shapes, and what
/// the documentation does not allow is refused with 400.
/// </summary>
public sealed partial class FakeGraph : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly State _state;

    private FakeGraph(LoopbackServer server, State state) => (_server, _state) = (server, state);

    /// <summary>Its address, without a slash at the end.</summary>
    public string Url => _server.Url;

    /// <summary>Who is in the directory, and belongs to what.</summary>
    public ConcurrentDictionary<Guid, IReadOnlyList<Guid>> People => _state.People;

    /// <summary>Groups that were deleted: whoever names one gets 404.</summary>
    public ISet<Guid> Deleted => _state.Deleted;

    /// <summary>What was asked, in order, answered or not.</summary>
    public IReadOnlyList<GraphQuestion> Questions => [.. _state.Questions];

    /// <summary>Answers of its own for the next questions, in order.</summary>
    public ConcurrentQueue<RequestDelegate> Next => _state.Next;

    /// <summary>The answer to every question, in place of the directory's; null: the directory's.</summary>
    public RequestDelegate? Always { get => _state.Always; set => _state.Always = value; }

    /// <summary>Starts one.</summary>
    public static async Task<FakeGraph> StartAsync()
    {
        var state = new State();
        return new FakeGraph(await LoopbackServer.StartAsync(state.AnswerAsync), state);
    }

    /// <summary>An error in the shape that Graph gives errors.</summary>
    public static RequestDelegate Error(int status, string code, string? retryAfter = null) => context => RefuseAsync(context, status, code, retryAfter);

    /// <summary>That text, as if it were an answer.</summary>
    public static RequestDelegate Says(string body) => context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };

    /// <summary>The line breaks.</summary>
    public static Task BreakLine(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Task RefuseAsync(HttpContext context, int status, string code, string? retryAfter)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["request-id"] = "66666666-6666-6666-6666-666666666666";
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return context.Response.WriteAsync(new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = code,
                ["message"] = $"Resource '{context.Request.Path}' said {status}.",
                ["innerError"] = new JsonObject { ["request-id"] = "66666666-6666-6666-6666-666666666666", ["date"] = "2026-11-29T12:00:00" },
            },
        }.ToJsonString());
    }

    [GeneratedRegex("^/v1.0/users/([0-9a-f-]{36})/checkMemberGroups$")]
    private static partial Regex Target();

    private sealed class State
    {
        public ConcurrentDictionary<Guid, IReadOnlyList<Guid>> People { get; } = new();

        public HashSet<Guid> Deleted { get; } = [];

        public ConcurrentQueue<GraphQuestion> Questions { get; } = new();

        public ConcurrentQueue<RequestDelegate> Next { get; } = new();

        public RequestDelegate? Always { get; set; }

        public async Task AnswerAsync(HttpContext context)
        {
            var target = Target().Match(context.Request.Path.Value!);
            var groups = await GroupsAsync(context.Request);
            if (context.Request.Method != "POST" || context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true || !target.Success || groups is not { Count: >= 1 and <= 20 })
            {
                await RefuseAsync(context, 400, "Request_BadRequest", null);
                return;
            }

            var question = new GraphQuestion(Guid.Parse(target.Groups[1].Value), groups, context.Request.Headers.Authorization.FirstOrDefault());
            Questions.Enqueue(question);
            await (Next.TryDequeue(out var own) ? own(context) : Always is { } always ? always(context) : DirectoryAsync(context, question));
        }

        private Task DirectoryAsync(HttpContext context, GraphQuestion question)
        {
            if (question.Authorization is null)
            {
                return RefuseAsync(context, 401, "InvalidAuthenticationToken", null);
            }

            return People.TryGetValue(question.Person, out var memberships) && !question.Groups.Any(Deleted.Contains)
                ? Says(new JsonObject
                {
                    ["@odata.context"] = $"http://{context.Request.Host}/v1.0/$metadata#Collection(Edm.String)",
                    ["value"] = new JsonArray([.. question.Groups.Intersect(memberships).Select(group => (JsonNode)group.ToString())]),
                }.ToJsonString())(context)
                : RefuseAsync(context, 404, "Request_ResourceNotFound", null);
        }

        private static async Task<IReadOnlyList<Guid>?> GroupsAsync(HttpRequest request)
        {
            try
            {
                using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: CancellationToken.None);
                return [.. body.RootElement.GetProperty("groupIds").EnumerateArray().Select(id => id.GetGuid())];
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                return null;
            }
        }
    }
}
