using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Tips;

/// <summary>Shows the channel's next five tips.</summary>
public sealed class TipPreviewCommand(TipDesk desk) : ICommand
{
    private const int Count = 5;

    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("tip-preview");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => TipLines.Help("tip-preview", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        if (await desk.FindAsync(call.Turn.Conversation, cancel) is not { } subscription)
        {
            return call.Turn.Say(TipTexts.Get("NotSubscribed", call.Language));
        }

        var coming = await desk.PreviewAsync(subscription, Count, call.Language, cancel);
        var head = subscription.Paused ? TipTexts.Get("PausedNow", call.Language) : TipLines.Describe(subscription, desk.Calendars, call.Language);
        var lines = coming.Select(tip => $"{TipLines.Day(tip.Day)} · {tip.Title}").Prepend(head);
        return call.Turn.Say(string.Join("\n\n", lines));
    }
}
