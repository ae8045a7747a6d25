using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Preferences;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Here;

/// <summary>The customer has left: whole cards again.</summary>
public sealed class LeftCommand(PersonSettings settings) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("left");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => null;

    /// <summary>Only where the customer was here: else "customer has left" may well be told of a case.</summary>
    public bool Takes(CommandCall call) => call.Argument.Length == 0 && (call.Slash || call.Turn.Preferences.CustomerIsHere);

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel) =>
        [new OutgoingReply(await settings.SetAsync(call.Turn, set => set with { CustomerIsHere = false }, cancel))];
}
