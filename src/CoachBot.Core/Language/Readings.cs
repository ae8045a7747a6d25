namespace CoachBot.Core.Language;

/// <summary>How Chinese characters are read, for finding homophones: the slip of every Chinese input method.</summary>
public static class Readings
{
    /// <summary>The syllable of a Simplified character without its tone (<c>存</c> gives <c>cun</c>), or null when unknown.</summary>
    public static string? Of(char character) => LanguageData.Readings.GetValueOrDefault(character);
}
