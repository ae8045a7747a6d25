namespace CoachBot.Channels.Teams.Cards;

/// <summary>How a text looks; the words are those of Adaptive Cards, null is the card's default.</summary>
internal readonly record struct Look(string? Size = null, string? Color = null, bool Bold = false, bool Subtle = false, bool Struck = false)
{
    /// <summary>As the card has it.</summary>
    public static Look Plain { get; }

    /// <summary>Bold.</summary>
    public static Look Strong { get; } = new(Bold: true);

    /// <summary>The title of a card.</summary>
    public static Look Title { get; } = new(Size: "medium", Bold: true);

    /// <summary>A sentence to read out at arm's length.</summary>
    public static Look Spoken { get; } = new(Size: "large", Bold: true);

    /// <summary>Sentences that the customer reads across the counter.</summary>
    public static Look ForCustomer { get; } = new(Size: "extraLarge", Bold: true);

    /// <summary>Sources, hints, what is said aside.</summary>
    public static Look Aside { get; } = new(Size: "small", Subtle: true);

    /// <summary>What is not to be said or done.</summary>
    public static Look Bad { get; } = new(Color: "attention");

    /// <summary>The better way.</summary>
    public static Look Good { get; } = new(Color: "good");
}

/// <summary>A stretch of a text with its own look.</summary>
/// <param name="Text">The text.</param>
/// <param name="Look">Its look.</param>
/// <param name="Marked">Whether it is what was searched for.</param>
internal readonly record struct Run(string Text, Look Look = default, bool Marked = false);
