using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Tips;

/// <summary>Goes on with the channel's daily tip after a pause.</summary>
public sealed class TipResumeCommand(TipDesk desk) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("tip-resume");

    /// <inheritdoc />
    public Role Needs => Role.Trainer;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => TipLines.Help("tip-resume", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        if (await desk.FindAsync(call.Turn.Conversation, cancel) is not { } subscription)
        {
            return call.Turn.Say(TipTexts.Get("NotSubscribed", call.Language));
        }

        var resumed = await desk.ResumeAsync(subscription, cancel);
        return call.Turn.Say(TipTexts.Get("Resumed", call.Language, TipLines.Next(resumed, call.Language)));
    }
}
