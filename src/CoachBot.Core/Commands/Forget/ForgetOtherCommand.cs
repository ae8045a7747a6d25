using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Privacy;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Forget;

/// <summary>Deletes what is kept of somebody else on the same channel, for administrators: somebody who has left the bank.</summary>
public sealed class ForgetOtherCommand(IForgetting forgetting) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("forget-other");

    /// <inheritdoc />
    public Role Needs => Role.Administrator;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("forget-other", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length > 0 && !call.Argument.Contains(' ', StringComparison.Ordinal);

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        var gone = await forgetting.ForgetAsync(call.Turn.Person with { Id = call.Argument }, chat: null, cancel);
        return call.Turn.Say(ForgottenText.Of(gone, call.Language), ReplyPlacement.OnlyAsker);
    }
}
