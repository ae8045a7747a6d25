namespace CoachBot.Channels.Teams.Cards;

/// <summary>Texts as JSON can carry them.</summary>
internal static class Unicode
{
    /// <summary>The text, half surrogate pairs replaced: they cannot be written as UTF-8.</summary>
    public static string Whole(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
