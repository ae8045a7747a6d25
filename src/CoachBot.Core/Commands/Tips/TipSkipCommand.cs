using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Tips;

/// <summary>Leaves the channel's next tip out.</summary>
public sealed class TipSkipCommand(TipDesk desk) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("tip-skip");

    /// <inheritdoc />
    public Role Needs => Role.Trainer;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => TipLines.Help("tip-skip", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        if (await desk.FindAsync(call.Turn.Conversation, cancel) is not { } subscription)
        {
            return call.Turn.Say(TipTexts.Get("NotSubscribed", call.Language));
        }

        if (subscription.Next is not { } next)
        {
            return call.Turn.Say(TipTexts.Get(subscription.Paused ? "SkipWhilePaused" : "NoneToCome", call.Language));
        }

        await desk.SkipAsync(subscription, cancel);
        return call.Turn.Say(TipTexts.Get("Skipped", call.Language, TipLines.Day(next.Date)));
    }
}
