using CoachBot.Core.Conversations;
using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.New;

/// <summary>Begins anew: what was said before no longer counts.</summary>
public sealed class NewCommand(IConversationStore conversations) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("new");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("new", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        await conversations.WriteAsync(call.Turn.Conversation, ConversationState.New, cancel);
        return call.Turn.Say(CardTexts.Get("NewConversation", call.Language));
    }
}
