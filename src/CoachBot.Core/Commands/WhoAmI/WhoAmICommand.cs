using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.WhoAmI;

/// <summary>Shows the ids that the settings ask for: of the person, and of this conversation.</summary>
public sealed class WhoAmICommand : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("whoami");

    /// <summary>Everybody: somebody has to find the first administrator's id, and each sees only his own.</summary>
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("whoami", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        var (person, where) = (call.Turn.Person, call.Turn.Conversation);
        return Task.FromResult(call.Turn.Say(
            TurnTexts.Get("WhoAmI", call.Language, person.Id, where.Channel, where.Tenant, where.Conversation), ReplyPlacement.OnlyAsker));
    }
}
