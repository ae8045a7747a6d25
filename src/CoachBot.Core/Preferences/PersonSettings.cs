using CoachBot.Core.Turns;

namespace CoachBot.Core.Preferences;

/// <summary>Changes what a person has set, and shows it.</summary>
public sealed class PersonSettings(IPreferenceStore preferences)
{
    /// <summary>Changes the settings; what is shown speaks the language chosen.</summary>
    public async Task<Reply> SetAsync(Turn turn, Func<PersonPreferences, PersonPreferences> change, CancellationToken cancel)
    {
        var chosen = change(turn.Preferences);
        await preferences.WriteAsync(turn.Person, chosen, cancel);
        return Show(turn with { Preferences = chosen });
    }

    /// <summary>What the person has set.</summary>
    public static Reply Show(Turn turn) => new Reply.Settings(turn.Preferences, turn.Preferences.Language ?? turn.Language);
}
