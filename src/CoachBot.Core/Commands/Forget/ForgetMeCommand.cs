using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Privacy;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Forget;

/// <summary>Deletes what is kept of the person, after one confirmation, and says what it was.</summary>
public sealed class ForgetMeCommand(IForgetting forgetting) : ICommand
{
    private static readonly string[] Confirmed = ["yes", "confirm", "now", "确认", "是", "确定"];

    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("forget");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("forget", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0 || IsConfirmed(call);

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        if (!IsConfirmed(call))
        {
            return call.Turn.Say(TurnTexts.Get("ForgetSure", call.Language), ReplyPlacement.OnlyAsker);
        }

        var chat = call.Turn.Message.Scope == ChatScope.Personal ? call.Turn.Conversation : null;
        var gone = await forgetting.ForgetAsync(call.Turn.Person, chat, cancel);
        return call.Turn.Say(ForgottenText.Of(gone, call.Language), ReplyPlacement.OnlyAsker);
    }

    private static bool IsConfirmed(CommandCall call) => Confirmed.Contains(call.FoldedArgument.TrimEnd('.', '!', '。'));
}
