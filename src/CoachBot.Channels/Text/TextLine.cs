namespace CoachBot.Channels.Text;

/// <summary>What a line of a text answer is, so that a terminal can colour it.</summary>
public enum TextStyle
{
    /// <summary>Plain text.</summary>
    Plain,

    /// <summary>A risk alert.</summary>
    Alert,

    /// <summary>The card's title.</summary>
    Title,

    /// <summary>The name of a section.</summary>
    Heading,

    /// <summary>A sentence to read out.</summary>
    Say,

    /// <summary>Something not to say or do.</summary>
    Dont,

    /// <summary>The better way.</summary>
    Better,

    /// <summary>Source, notes and hints.</summary>
    Faint,
}

/// <summary>A line of a text answer.</summary>
/// <param name="Style">What it is.</param>
/// <param name="Lead">What stands before the text: a number, a bullet; wrapped lines are indented by its width.</param>
/// <param name="Text">The text, without line breaks.</param>
public sealed record TextLine(TextStyle Style, string Lead, string Text)
{
    /// <summary>An empty line.</summary>
    public static TextLine Blank { get; } = new(TextStyle.Plain, "", "");

    /// <inheritdoc />
    public override string ToString() => Lead + Text;
}
