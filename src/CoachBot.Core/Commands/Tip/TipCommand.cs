using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Tip;

/// <summary>The tip of the day.</summary>
public sealed class TipCommand(ITips tips) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("tip");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("tip", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel) =>
        await tips.TodayAsync(call.Turn.Conversation, call.Language, cancel) is { } tip
            ? [new OutgoingReply(tip)]
            : call.Turn.Say(TurnTexts.Get("NoTip", call.Language));
}
