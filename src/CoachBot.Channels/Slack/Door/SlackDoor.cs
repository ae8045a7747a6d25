using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Events;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace CoachBot.Channels.Slack.Door;

/// <summary>Slack's requests, their signature checked: parsed, taken, acknowledged.</summary>
internal sealed class SlackDoor(EventDesk events, InteractionDesk interactions, ILogger<SlackDoor> log)
{
    // Slack gives three seconds from its side; what took longer has failed there already and comes again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <summary><c>POST /slack/events</c>.</summary>
    public async Task<IResult> ReceiveEventAsync(HttpContext context)
    {
        var body = context.Features.GetRequiredFeature<SignedBody>();
        using var parsed = body.Kind == BodyKind.Json ? Parse(body.Bytes) : null;
        if (parsed?.RootElement.Text("type") is not { } type)
        {
            return Results.BadRequest();
        }

        return type == "url_verification" ? Challenge(parsed.RootElement) : await TakeEventAsync(parsed.RootElement, context);
    }

    /// <summary><c>POST /slack/interactivity</c> and <c>/slack/options</c>.</summary>
    public async Task<IResult> ReceiveInteractionAsync(HttpContext context)
    {
        if (FieldsOf(context)?.Single("payload") is not { } payload)
        {
            return Results.BadRequest();
        }

        using var parsed = Parse(payload);
        return parsed is null || Interaction.Read(parsed.RootElement) is not { } interaction
            ? Results.BadRequest()
            : await RespondAsync(cancel => interactions.TakeAsync(interaction, cancel), context);
    }

    /// <summary><c>POST /slack/commands</c>.</summary>
    public async Task<IResult> ReceiveCommandAsync(HttpContext context) =>
        FieldsOf(context) is not { } fields || CommandOf(fields) is not { } command
            ? Results.BadRequest()
            : await RespondAsync(cancel => interactions.TakeAsync(command, cancel), context);

    /// <summary>A command out of its fields; null when it is none.</summary>
    public static SlashCommand? CommandOf(IReadOnlyDictionary<string, StringValues> fields) =>
        fields.GetValueOrDefault("command") is not [{ Length: > 0 } command] || fields.GetValueOrDefault("user_id") is not [{ Length: > 0 } user] || fields.GetValueOrDefault("channel_id") is not [{ Length: > 0 } channel]
            ? null
            : new SlashCommand
            {
                Command = command,
                Text = fields.GetValueOrDefault("text").ToString(),
                UserId = user,
                ChannelId = channel,
                AppId = TextOf(fields, "api_app_id"),
                TeamId = TextOf(fields, "is_enterprise_install") == "true" ? null : TextOf(fields, "team_id"),
                EnterpriseId = TextOf(fields, "enterprise_id"),
                IsOrganisation = TextOf(fields, "is_enterprise_install") == "true",
                TriggerId = TextOf(fields, "trigger_id"),
                ResponseUrl = TextOf(fields, "response_url"),
            };

    private async Task<IResult> TakeEventAsync(JsonElement payload, HttpContext context)
    {
        try
        {
            using var either = PatienceOf(context);
            return await events.TakeAsync(payload, either.Token) ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.TakeFailed(e);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<IResult> RespondAsync(Func<CancellationToken, Task<JsonObject?>> take, HttpContext context)
    {
        try
        {
            using var either = PatienceOf(context);
            return await take(either.Token) is { } body ? Results.Text(body.ToJsonString(SlackWriting.Plain), "application/json") : Results.Ok();
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.TakeFailed(e);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static CancellationTokenSource PatienceOf(HttpContext context)
    {
        var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        either.CancelAfter(Patience);
        return either;
    }

    // The strict encoder: whatever the challenge holds, no browser takes it for a page.
    private static IResult Challenge(JsonElement payload) =>
        payload.Text("challenge") is { } challenge
            ? Results.Text(new JsonObject { ["challenge"] = challenge }.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Default }), "application/json")
            : Results.BadRequest();

    private static Dictionary<string, StringValues>? FieldsOf(HttpContext context)
    {
        var body = context.Features.GetRequiredFeature<SignedBody>();
        return body.Kind == BodyKind.Form ? FormFields.Read(body.Bytes) : null;
    }

    private static string? TextOf(IReadOnlyDictionary<string, StringValues> fields, string name) => fields.GetValueOrDefault(name) is [{ Length: > 0 } text] ? text : null;

    private static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
