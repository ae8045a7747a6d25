using CoachBot.Core.Conversations;
using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Practice;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Practise;

/// <summary>A customer's line to answer: of the open case, of a topic, or any.</summary>
public sealed class PractiseCommand(Drills drills, IConversationStore conversations) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("practise");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("practise", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Slash || call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        var state = await conversations.ReadAsync(call.Turn.Conversation, cancel);
        var number = (int)(call.Turn.Message.ReceivedAt.ToUnixTimeSeconds() % int.MaxValue);
        return [new OutgoingReply(drills.About(call.Argument, state.CaseId, number, call.Language))];
    }
}
