using CoachBot.Channels.Slack.Events;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Modals;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Commands;

/// <summary>
/// <c>/coach</c>: a question, or one of the words of <see cref="CoachWords"/> before it. A turn answers it to the person alone, who may then
/// share it; a search without words opens the search's window.
/// </summary>
internal sealed class CoachCommand(SlackTurns turns, ModalWindows windows, SearchDesk search, SlackPeople people) : ICommandHandler
{
    /// <inheritdoc />
    public string Command => "/coach";

    /// <inheritdoc />
    public async Task<SlackAnswer> AnswerAsync(SlashCommand command, SlackWorkspace workspace, CancellationToken cancel) =>
        CoachWords.Read(SlackText.Clean(command.Text, workspace.BotUserId)) switch
        {
            null => SlackAnswer.Then(later => windows.OpenAsync(
                workspace, command.UserId, command.TriggerId, OpenWindow.Search, language => search.View(SearchState.New(language)), later)),

            // Nothing to tell the language by: Slack is asked, for a second at most.
            "" => Say(command, workspace, HelpWord.In(await people.LocaleAsync(workspace, command.UserId, cancel))),
            var said => Say(command, workspace, said),
        };

    private SlackAnswer Say(SlashCommand command, SlackWorkspace workspace, string text) =>
        SlackAnswer.Later(turns.Of(command, workspace, new MessageContent.Said(text)));
}
