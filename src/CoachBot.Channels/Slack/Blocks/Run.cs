namespace CoachBot.Channels.Slack.Blocks;

/// <summary>A stretch of a text with its own look. Nothing in it is read as markup.</summary>
/// <param name="Text">The text.</param>
/// <param name="Bold">Bold.</param>
/// <param name="Italic">Italic: what is said aside.</param>
internal readonly record struct Run(string Text, bool Bold = false, bool Italic = false)
{
    /// <summary>In bold.</summary>
    public static Run Strong(string text) => new(text, Bold: true);

    /// <summary>Said aside.</summary>
    public static Run Aside(string text) => new(text, Italic: true);
}
