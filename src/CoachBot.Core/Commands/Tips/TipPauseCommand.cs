using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Tips;

/// <summary>Stops the channel's daily tip until it is resumed.</summary>
public sealed class TipPauseCommand(TipDesk desk) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("tip-pause");

    /// <inheritdoc />
    public Role Needs => Role.Trainer;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => TipLines.Help("tip-pause", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        if (await desk.FindAsync(call.Turn.Conversation, cancel) is not { } subscription)
        {
            return call.Turn.Say(TipTexts.Get("NotSubscribed", call.Language));
        }

        await desk.PauseAsync(subscription, cancel);
        return call.Turn.Say(TipTexts.Get("Paused", call.Language));
    }
}
