using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CoachBot.TestSupport.Teams;

/// <summary>An issuer on this machine: describes its keys, turns them, is down when told; and gives out tokens for outgoing calls.</summary>
public sealed class FakeOpenId : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly State _state;

    private FakeOpenId(LoopbackServer server, State state) => (_server, _state) = (server, state);

    /// <summary>The description's address.</summary>
    public string Metadata => $"{_server.Url}/v1/.well-known/openidconfiguration";

    /// <summary>Where tokens for outgoing calls come from.</summary>
    public string TokenAddress => $"{_server.Url}/oauth2/v2.0/token";

    /// <summary>The keys it publishes.</summary>
    public IList<MintKey> Keys => _state.Keys;

    /// <summary>Whether it answers with an error.</summary>
    public bool IsDown { get => _state.IsDown; set => _state.IsDown = value; }

    /// <summary>How often the keys were fetched.</summary>
    public int KeyFetches => _state.KeyFetches;

    /// <summary>The forms of the token requests, in order.</summary>
    public IReadOnlyList<string> TokenRequests { get { lock (_state) { return [.. _state.TokenRequests]; } } }

    /// <summary>How long the tokens it gives out hold.</summary>
    public int TokenSeconds { get => _state.TokenSeconds; set => _state.TokenSeconds = value; }

    /// <summary>Starts one.</summary>
    public static async Task<FakeOpenId> StartAsync(params MintKey[] keys)
    {
        var state = new State();
        state.Keys.AddRange(keys);
        return new FakeOpenId(await LoopbackServer.StartAsync(state.AnswerAsync), state);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private sealed class State
    {
        public List<MintKey> Keys { get; } = [];

        public List<string> TokenRequests { get; } = [];

        public volatile bool IsDown;
        public int KeyFetches;
        public volatile int TokenSeconds = 3600;

        public Task AnswerAsync(HttpContext context)
        {
            if (IsDown)
            {
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
            }

            return context.Request.Path.Value switch
            {
                "/v1/.well-known/openidconfiguration" => context.Response.WriteAsync(new JsonObject
                {
                    ["issuer"] = "https://api.botframework.com",
                    ["jwks_uri"] = $"http://{context.Request.Host}/v1/.well-known/keys",
                    ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                }.ToJsonString()),
                "/v1/.well-known/keys" => KeysAsync(context),
                "/oauth2/v2.0/token" => TokenAsync(context),
                _ => NotFound(context),
            };
        }

        private Task KeysAsync(HttpContext context)
        {
            Interlocked.Increment(ref KeyFetches);
            return context.Response.WriteAsync(new JsonObject { ["keys"] = new JsonArray([.. Keys.ToList().Select(key => (JsonNode)key.Published())]) }.ToJsonString());
        }

        private async Task TokenAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            var form = await reader.ReadToEndAsync(context.RequestAborted);
            int number;
            lock (this)
            {
                TokenRequests.Add(form + context.Request.QueryString);
                number = TokenRequests.Count;
            }

            await context.Response.WriteAsync(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = TokenSeconds, ["access_token"] = $"token-{number}" }.ToJsonString());
        }

        private static Task NotFound(HttpContext context)
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }
    }
}
