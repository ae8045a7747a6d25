using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Tips;

/// <summary>Ends the channel's daily tip.</summary>
public sealed class TipUnsubscribeCommand(TipDesk desk) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("tip-unsubscribe");

    /// <inheritdoc />
    public Role Needs => Role.Trainer;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => TipLines.Help("tip-unsubscribe", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        if (await desk.FindAsync(call.Turn.Conversation, cancel) is not { } subscription)
        {
            return call.Turn.Say(TipTexts.Get("NotSubscribed", call.Language));
        }

        await desk.UnsubscribeAsync(subscription, cancel);
        return call.Turn.Say(TipTexts.Get("Unsubscribed", call.Language));
    }
}
