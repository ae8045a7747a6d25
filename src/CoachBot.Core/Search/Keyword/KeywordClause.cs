namespace CoachBot.Core.Search.Keyword;

/// <summary>One part of what a trainer wants to find. Prints itself as it was understood.</summary>
public abstract record KeywordClause
{
    private KeywordClause()
    {
    }

    /// <summary>A word, or a run of Chinese without spaces.</summary>
    /// <param name="Text">As it was typed.</param>
    /// <param name="Prefix">Whether words that only begin with it count too (<c>counter*</c>).</param>
    public sealed record Word(string Text, bool Prefix = false) : KeywordClause
    {
        /// <inheritdoc />
        public override string ToString() => Prefix ? Text + "*" : Text;
    }

    /// <summary>Words that must follow each other.</summary>
    /// <param name="Text">What stood between the quotes.</param>
    public sealed record Phrase(string Text) : KeywordClause
    {
        /// <inheritdoc />
        public override string ToString() => $"\"{Text}\"";
    }

    /// <summary>All parts must hold.</summary>
    /// <param name="Parts">At least two.</param>
    public sealed record All(IReadOnlyList<KeywordClause> Parts) : KeywordClause
    {
        /// <inheritdoc />
        public override string ToString() => $"({string.Join(' ', Parts)})";
    }

    /// <summary>One part must hold.</summary>
    /// <param name="Parts">At least two.</param>
    public sealed record Any(IReadOnlyList<KeywordClause> Parts) : KeywordClause
    {
        /// <inheritdoc />
        public override string ToString() => $"({string.Join(" OR ", Parts)})";
    }

    /// <summary>The part must not hold.</summary>
    /// <param name="Part">What is excluded.</param>
    public sealed record Not(KeywordClause Part) : KeywordClause
    {
        /// <inheritdoc />
        public override string ToString() => "-" + Part;
    }
}
