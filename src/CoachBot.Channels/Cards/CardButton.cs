using CoachBot.Core.Turns;

namespace CoachBot.Channels.Cards;

/// <summary>A button: its words, and all that is needed to do what it says, so that it still works on a card of last month.</summary>
/// <param name="Title">The words on it.</param>
/// <param name="Action">What it stands for.</param>
internal sealed record CardButton(string Title, CardAction Action)
{
    /// <summary>A button with data; what is null is left out.</summary>
    public static CardButton Of(string title, string verb, params ReadOnlySpan<(string Name, string? Value)> data)
    {
        var known = new Dictionary<string, string>(data.Length);
        foreach (var (name, value) in data)
        {
            if (value is not null)
            {
                known[name] = value;
            }
        }

        return new CardButton(title, new CardAction(verb, known));
    }
}
