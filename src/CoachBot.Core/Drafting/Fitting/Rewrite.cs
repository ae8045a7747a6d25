namespace CoachBot.Core.Drafting.Fitting;

/// <summary>What a model proposes to make of a card; believed only as far as <see cref="CardFitting"/> finds it in the case.</summary>
/// <param name="Say">Sentences, the one to say first in front.</param>
/// <param name="Do">Steps.</param>
public sealed record Rewrite(IReadOnlyList<RewrittenLine> Say, IReadOnlyList<RewrittenLine> Do)
{
    /// <summary>Nothing proposed.</summary>
    public static Rewrite None { get; } = new([], []);
}

/// <summary>A proposed line.</summary>
/// <param name="Text">Its text.</param>
/// <param name="From">The lines it rests on, by the paths of the case format: <c>say.1</c>, <c>do.2</c>.</param>
public sealed record RewrittenLine(string Text, IReadOnlyList<string> From);
