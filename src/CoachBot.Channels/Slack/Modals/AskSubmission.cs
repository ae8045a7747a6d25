using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Resources;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>A question asked in the window: the card takes the window's place.</summary>
internal sealed class AskSubmission(WindowTurns turns) : IInteractionHandler
{
    /// <inheritdoc />
    public string Type => "view_submission";

    /// <inheritdoc />
    public string Name => AskWindow.CallbackId;

    /// <inheritdoc />
    public async Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel)
    {
        var text = interaction.View?[AskWindow.Block, AskWindow.Action]?.Trim() ?? "";
        if (text.Length == 0)
        {
            var language = AnswerLanguageCodes.Of(interaction.View?.PrivateMetadata) ?? AnswerLanguage.En;
            return SlackAnswer.Errors(new Dictionary<string, string> { [AskWindow.Block] = SlackTexts.Get("AskEmpty", language) });
        }

        var said = text.Length <= AskWindow.MostCharacters ? text : Blocks.TextCut.To(text, AskWindow.MostCharacters);
        var reply = await turns.RunAsync(interaction, workspace, new MessageContent.Said(said), cancel);
        return reply is null ? SlackAnswer.Empty : SlackAnswer.Update(CardWindow.View(reply));
    }
}
