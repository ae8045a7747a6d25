using CoachBot.Channels.Slack.Events;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Interactivity;

/// <summary>The shortcut "coach me on this message": answered to the person alone, whoever wrote the message.</summary>
internal sealed class CoachOnMessage(SlackTurns turns) : IInteractionHandler
{
    /// <summary>The shortcut's id in the manifest.</summary>
    public const string CallbackId = "coach_message";

    /// <inheritdoc />
    public string Type => "message_action";

    /// <inheritdoc />
    public string Name => CallbackId;

    /// <inheritdoc />
    public Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel)
    {
        if (interaction.ChannelId is not { } channel)
        {
            return Task.FromResult(SlackAnswer.Empty);
        }

        var text = SlackText.Clean(interaction.MessageText ?? "", workspace.BotUserId);
        return Task.FromResult(SlackAnswer.Later(turns.Of(interaction, workspace, channel, new MessageContent.CoachOn(text))));
    }
}
