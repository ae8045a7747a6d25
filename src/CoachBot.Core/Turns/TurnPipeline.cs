using System.Collections.Frozen;
using CoachBot.Core.Preferences;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns.Buttons;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Core.Turns;

/// <summary>What the person has set, then what was said or done, then whoever handles it.</summary>
public sealed class TurnPipeline(
    IPreferenceStore preferences, TextTurns texts, IEnumerable<IButton> buttons, OtherTurns others, DeliveredReplies delivered) : ITurnPipeline
{
    private readonly FrozenDictionary<string, IButton> _buttons = buttons.ToFrozenDictionary(button => button.Verb);

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel)
    {
        var turn = new Turn(message, await preferences.ReadAsync(message.From.Key, cancel));
        return message.Content switch
        {
            MessageContent.Said said => await texts.TakeAsync(turn, said.Text, cancel),
            MessageContent.Edited edited => await texts.TakeAsync(turn, edited.Text, cancel),
            MessageContent.CoachOn coachOn => await texts.CoachOnAsync(turn, coachOn.Text, cancel),
            MessageContent.Pressed pressed => await PressAsync(turn, pressed.Action, cancel),
            MessageContent.Reacted reacted => await others.ReactAsync(turn, reacted, cancel),
            MessageContent.Installed => await others.InstallAsync(turn, cancel),
            _ => await others.UninstallAsync(turn, cancel),
        };
    }

    /// <inheritdoc />
    public Task DeliveredAsync(OutgoingReply reply, Address to, string? messageId, CancellationToken cancel) =>
        delivered.NoteAsync(reply, to, messageId, cancel);

    // Cards live for years; a verb that nobody knows any more is no error of the person who pressed it.
    private Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel) =>
        _buttons.TryGetValue(action.Verb, out var button)
            ? button.PressAsync(turn, action, cancel)
            : Task.FromResult(turn.Say(TurnTexts.Get("UnknownButton", turn.Language)));
}
