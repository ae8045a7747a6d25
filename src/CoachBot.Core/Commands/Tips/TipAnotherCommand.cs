using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Tips;

/// <summary>Another tip, now.</summary>
public sealed class TipAnotherCommand(ITips tips) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("tip-another");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => TipLines.Help("tip-another", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel) =>
        await tips.AnotherAsync(call.Turn.Conversation, null, call.Language, cancel) is { } tip
            ? [new OutgoingReply(tip)]
            : call.Turn.Say(TipTexts.Get("NoTip", call.Language));
}
