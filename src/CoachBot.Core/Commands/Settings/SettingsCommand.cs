using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Preferences;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Settings;

/// <summary>Shows what the person has set.</summary>
public sealed class SettingsCommand : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("settings");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("settings", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<OutgoingReply>>([new OutgoingReply(PersonSettings.Show(call.Turn))]);
}
