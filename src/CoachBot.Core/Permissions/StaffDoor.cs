using CoachBot.Core.Resources;
using CoachBot.Core.Turns;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Core.Permissions;

/// <summary>Refuses, kindly, what a person may not do, and names whom to ask.</summary>
public sealed class StaffDoor(WhoMay may, AnswerReplies replies)
{
    /// <summary>Null when the person may talk to the bot; else what is said instead.</summary>
    public Task<IReadOnlyList<OutgoingReply>?> RefuseAsync(Turn turn, CancellationToken cancel) => RefuseAsync(turn, Role.Staff, cancel);

    /// <summary>Null when the person has the role; else what is said instead.</summary>
    public async Task<IReadOnlyList<OutgoingReply>?> RefuseAsync(Turn turn, Role role, CancellationToken cancel) =>
        await may.HasAsync(turn.Person, role, cancel)
            ? null
            : turn.Say(TurnTexts.Get("Refused." + role, turn.Language, replies.AskWhom(turn.Language)), ReplyPlacement.OnlyAsker);
}
