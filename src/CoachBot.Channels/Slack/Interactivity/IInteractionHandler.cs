using CoachBot.Channels.Slack.Wire;

namespace CoachBot.Channels.Slack.Interactivity;

/// <summary>Answers one kind of interaction under one name. Runs before the response: no slow call, those belong in the follow-up.</summary>
internal interface IInteractionHandler
{
    /// <summary>The payload's type: <c>block_actions</c>, <c>view_submission</c>, ...</summary>
    string Type { get; }

    /// <summary>
    /// The <c>callback_id</c> of the shortcut or view, or the <c>action_id</c> of the element, each up to its first slash: <c>search</c>
    /// takes <c>search/next</c> as well.
    /// </summary>
    string Name { get; }

    /// <summary>The answer.</summary>
    Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel);
}

/// <summary>Answers one slash command.</summary>
internal interface ICommandHandler
{
    /// <summary>The command with its slash.</summary>
    string Command { get; }

    /// <summary>The answer; it is private unless it says otherwise.</summary>
    Task<SlackAnswer> AnswerAsync(SlashCommand command, SlackWorkspace workspace, CancellationToken cancel);
}
