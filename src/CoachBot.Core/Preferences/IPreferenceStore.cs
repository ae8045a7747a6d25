using CoachBot.Core.Turns;

namespace CoachBot.Core.Preferences;

/// <summary>Keeps what people have set for themselves.</summary>
public interface IPreferenceStore
{
    /// <summary>What the person has set; <see cref="PersonPreferences.None"/> when nothing.</summary>
    Task<PersonPreferences> ReadAsync(PersonKey person, CancellationToken cancel);

    /// <summary>Replaces what the person has set.</summary>
    Task WriteAsync(PersonKey person, PersonPreferences preferences, CancellationToken cancel);
}
