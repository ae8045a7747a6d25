using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Thanks;

/// <summary>Thanks are no question, and no gap in the library.</summary>
public sealed class ThanksCommand : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("thanks");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => null;

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel) =>
        Task.FromResult(call.Turn.Say(TurnTexts.Get("Welcome.thanks", call.Language)));
}
