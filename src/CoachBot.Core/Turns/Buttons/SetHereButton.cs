using CoachBot.Core.Preferences;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Switches "customer is here" on or off.</summary>
public sealed class SetHereButton(PersonSettings settings) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.SetHere;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        var here = action[CardData.On] == "true";
        return [new OutgoingReply(await settings.SetAsync(turn, set => set with { CustomerIsHere = here }, cancel), ReplyPlacement.Replace)];
    }
}
