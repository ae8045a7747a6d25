using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Writes replies in Block Kit.</summary>
internal interface ISlackBlocks
{
    /// <summary>The reply as one message within every limit of Block Kit. Buttons carry <see cref="ButtonValue"/>.</summary>
    SlackMessage Render(Reply reply, SlackPlace place);
}

/// <summary>Where a message will stand.</summary>
/// <param name="Scope">The kind of place.</param>
/// <param name="OnlyAsker">Whether only the one who asked sees it: then it may offer to be shared.</param>
/// <param name="Asker">Whom it answers; null when it answers nobody, as a daily tip.</param>
internal sealed record SlackPlace(ChatScope Scope, bool OnlyAsker, string? Asker);
