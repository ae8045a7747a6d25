using CoachBot.Channels.Slack.Events;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>The language a person's windows are written in: the one he chose, else the one his Slack is set to.</summary>
internal sealed class ModalLanguage(IPreferenceStore preferences, SlackPeople people)
{
    /// <summary>The language; asks Slack for it at most once in half a day, and waits at most a second.</summary>
    public async Task<AnswerLanguage> OfAsync(SlackWorkspace workspace, string userId, CancellationToken cancel) =>
        await ChosenAsync(workspace, userId, cancel) ?? MessageLanguage.OfTag(await people.LocaleAsync(workspace, userId, cancel));

    /// <summary>The language the person chose; null when it follows the question.</summary>
    public async Task<AnswerLanguage?> ChosenAsync(SlackWorkspace workspace, string userId, CancellationToken cancel) =>
        (await preferences.ReadAsync(new PersonKey(ChannelNames.Slack, workspace.Tenant, userId), cancel)).Language;
}
