using CoachBot.Core.Privacy;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Dispatch;

/// <summary>A message as it may be stored, logged and sent on.</summary>
internal static class MaskedMessage
{
    /// <summary>The message with personal data hidden in every text of it.</summary>
    public static IncomingMessage Of(IncomingMessage message, IPersonalDataMask mask)
    {
        var hidden = false;
        var content = message.Content switch
        {
            MessageContent.Said said => said with { Text = Hide(said.Text) },
            MessageContent.Edited edited => edited with { Text = Hide(edited.Text) },
            MessageContent.CoachOn coachOn => coachOn with { Text = Hide(coachOn.Text) },
            MessageContent.Pressed { Action: var action } pressed when action[CardData.Text] is { } text =>
                pressed with { Action = action with { Data = new Dictionary<string, string>(action.Data) { [CardData.Text] = Hide(text) } } },
            var other => other,
        };
        return message with { Content = content, HidPersonalData = message.HidPersonalData || hidden };

        string Hide(string text)
        {
            var masked = mask.Mask(text);
            hidden |= masked.Hidden.Count > 0;
            return masked.Text;
        }
    }

    /// <summary>The message as it is stored: a person's name is not.</summary>
    public static IncomingMessage WithoutName(IncomingMessage message) => message.From.Name is null
        ? message
        : message with { From = message.From with { Name = null } };
}
