using CoachBot.Core.Language;
using CoachBot.Core.Preferences;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Sets the person's language.</summary>
public sealed class SetLanguageButton(PersonSettings settings) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.SetLanguage;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        var chosen = AnswerLanguageCodes.Of(action[CardData.Language]);
        return [new OutgoingReply(await settings.SetAsync(turn, set => set with { Language = chosen }, cancel), ReplyPlacement.Replace)];
    }
}
