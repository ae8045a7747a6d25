using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack.Wire;

/// <summary>A message as Slack takes it.</summary>
/// <param name="Text">
/// The whole content in mrkdwn, user text escaped: what notifications show and screen readers read out. Never empty, whatever the blocks say.
/// </param>
/// <param name="Blocks">At most 50 blocks of Block Kit; null for a message of text alone.</param>
internal sealed record SlackMessage(string Text, JsonArray? Blocks = null);
