using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>Turns whose answer stands in a window or on the Home instead of a message.</summary>
internal sealed class WindowTurns(SlackTurns slackTurns, ITurns turns)
{
    /// <summary>Runs a turn; null when it has nothing to say. What comes of it later, as an expert's answer, reaches the person directly.</summary>
    public async Task<Reply?> RunAsync(Interaction interaction, SlackWorkspace workspace, MessageContent content, CancellationToken cancel)
    {
        var route = new SlackRoute { Channel = interaction.UserId, Private = true };
        var replies = await turns.RunAsync(slackTurns.Of(interaction, workspace, route, content), cancel);
        return replies.Count > 0 ? replies[0].Reply : null;
    }
}
