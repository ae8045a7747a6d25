using System.Collections.Frozen;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Door;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack.Interactivity;

/// <summary>Takes commands and interactions, whichever way they came, up to the response.</summary>
internal sealed class InteractionDesk(
    ISlackWorkspaces workspaces, IEnumerable<IInteractionHandler> handlers, IEnumerable<ICommandHandler> commands, SlackTurns slackTurns, ITurns turns,
    AnsweredOnce once, FollowUps followUps, ResponseUrls urls, ResponsePoster responses, IOptions<SlackOptions> options, SlackCounters counters, ILogger<InteractionDesk> log)
{
    private static readonly JsonObject NoOptions = new() { ["options"] = new JsonArray() };

    private readonly FrozenDictionary<(string Type, string Name), IInteractionHandler> _handlers = handlers.ToFrozenDictionary(handler => (handler.Type, handler.Name));
    private readonly FrozenDictionary<string, ICommandHandler> _commands = commands.ToFrozenDictionary(command => command.Command);

    /// <summary>What is answered, for whoever compares it with the manifest.</summary>
    public IEnumerable<(string Type, string Name)> Names => _handlers.Keys;

    /// <summary>The commands that are answered.</summary>
    public IEnumerable<string> Commands => _commands.Keys;

    /// <summary>The response to an interaction; null for an empty one.</summary>
    public async Task<JsonObject?> TakeAsync(Interaction interaction, CancellationToken cancel)
    {
        var name = NameOf(interaction);
        if (await WorkspaceOfAsync(interaction.AppId, interaction.TeamId, interaction.EnterpriseId, cancel) is not { } workspace)
        {
            return Nothing(interaction);
        }

        if (!_handlers.TryGetValue((interaction.Type, name), out var handler))
        {
            counters.Dropped("nobody-answers");
            log.NobodyAnswers(interaction.Type, Loggable(name));
            return Nothing(interaction);
        }

        if (interaction.Type is not "block_suggestion" && !once.Take(interaction, workspace))
        {
            counters.Dropped("pressed-twice");
            return Nothing(interaction);
        }

        var answer = await AnswerAsync(interaction, handler, workspace, cancel);
        return answer is null ? Nothing(interaction) : await GoOnAsync(answer, interaction.ResponseUrl, cancel) ?? Nothing(interaction);
    }

    /// <summary>The response to a command; null for an empty one.</summary>
    public async Task<JsonObject?> TakeAsync(SlashCommand command, CancellationToken cancel)
    {
        if (await WorkspaceOfAsync(command.AppId, command.TeamId, command.EnterpriseId, cancel) is not { } workspace)
        {
            return null;
        }

        // A command that nobody knows is a wrong turn, not an error: the person is shown what there is.
        var answer = _commands.TryGetValue(command.Command, out var handler)
            ? await AnswerAsync(command, handler, workspace, cancel)
            : SlackAnswer.Later(slackTurns.Of(command, workspace, new MessageContent.Said(Events.HelpWord.In(null))));
        return answer is null ? null : await GoOnAsync(answer, command.ResponseUrl, cancel);
    }

    /// <summary>Up to the first slash, the name that a handler goes by.</summary>
    private static string NameOf(Interaction interaction)
    {
        var full = interaction.Type switch
        {
            "block_actions" => interaction.Actions.Count > 0 ? interaction.Actions[0].ActionId : "",
            "block_suggestion" => interaction.Typed?.ActionId ?? "",
            _ => interaction.CallbackId ?? "",
        };
        return full.Split('/', 2)[0];
    }

    private async Task<SlackWorkspace?> WorkspaceOfAsync(string? appId, string? teamId, string? enterpriseId, CancellationToken cancel)
    {
        var workspace = await workspaces.FindAsync(teamId, enterpriseId, cancel);
        var ours = options.Value.AppId ?? workspace?.AppId;
        if (workspace is not null && (appId is null || ours is null || appId == ours))
        {
            return workspace;
        }

        counters.Dropped(workspace is null ? "unknown-workspace" : "other-app");
        return null;
    }

    private async Task<SlackAnswer?> AnswerAsync(Interaction interaction, IInteractionHandler handler, SlackWorkspace workspace, CancellationToken cancel)
    {
        try
        {
            return await handler.AnswerAsync(interaction, workspace, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.AnswerFailed(e, interaction.Type, handler.Name);
            return null;
        }
    }

    private async Task<SlackAnswer?> AnswerAsync(SlashCommand command, ICommandHandler handler, SlackWorkspace workspace, CancellationToken cancel)
    {
        try
        {
            return await handler.AnswerAsync(command, workspace, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.AnswerFailed(e, "command", handler.Command);
            return null;
        }
    }

    private async Task<JsonObject?> GoOnAsync(SlackAnswer answer, string? responseUrl, CancellationToken cancel)
    {
        if (answer.FollowUp is { } followUp)
        {
            followUps.Add(followUp);
        }

        if (answer.Turn is { } turn && await turns.AcceptAsync(turn, cancel) == Acceptance.Full)
        {
            var busy = new SlackMessage(DoorTexts.Get("Busy", MessageLanguage.Of(turn)));
            var key = urls.Keep(responseUrl);
            followUps.Add(later => responses.SendAsync(key, busy, ResponseKind.ForOne, later));
        }

        return answer.Body;
    }

    // A menu always gets its list; for all else an empty response is the acknowledgement.
    private static JsonObject? Nothing(Interaction interaction) => interaction.Type == "block_suggestion" ? (JsonObject)NoOptions.DeepClone() : null;

    private static string Loggable(string name) => new([.. name.Take(40).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '?')]);
}
