using CoachBot.Core.Commands;
using CoachBot.Core.Experts;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Turns.Handling;

/// <summary>What was typed: a command, an expert's answer, or a question.</summary>
public sealed class TextTurns(CommandRouter commands, ExpertAnswers experts, CoachedQuestions questions, StaffDoor door)
{
    /// <summary>Takes a text.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> TakeAsync(Turn turn, string text, CancellationToken cancel)
    {
        if (await experts.TakeAsync(turn, text, cancel) is { } passedOn)
        {
            return passedOn;
        }

        if (await door.RefuseAsync(turn, cancel) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return turn.Say(CardTexts.Get("EmptyQuestion", turn.Language));
        }

        return await commands.RunAsync(turn, text, cancel) ?? await questions.TakeAsync(turn, text, cancel);
    }

    /// <summary>Takes somebody else's words.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> CoachOnAsync(Turn turn, string text, CancellationToken cancel)
    {
        if (await door.RefuseAsync(turn, cancel) is { } refusal)
        {
            return refusal;
        }

        return string.IsNullOrWhiteSpace(text)
            ? turn.Say(CardTexts.Get("EmptyQuestion", turn.Language), ReplyPlacement.OnlyAsker)
            : await questions.TakeAloneAsync(turn, text, cancel);
    }
}
