using System.Collections.Frozen;

namespace CoachBot.Core.Knowledge;

/// <summary>What somebody can ask for within a conversation, as <c>lexicon/follow-ups.yaml</c> spells it.</summary>
public static class FollowUpAims
{
    /// <summary>The wording.</summary>
    public const string Say = "say";

    /// <summary>The steps.</summary>
    public const string Do = "do";

    /// <summary>What not to say or do.</summary>
    public const string Avoid = "avoid";

    /// <summary>Whom to tell.</summary>
    public const string HandOver = "hand-over";

    /// <summary>The reason or the source.</summary>
    public const string Why = "why";

    /// <summary>What to do when the customer does not agree.</summary>
    public const string Refused = "refused";

    /// <summary>The whole card once more.</summary>
    public const string Whole = "whole";

    /// <summary>The other cases.</summary>
    public const string Others = "others";

    /// <summary>The card in English.</summary>
    public const string InEnglish = "in-english";

    /// <summary>The card in Simplified Chinese.</summary>
    public const string InChinese = "in-chinese";

    /// <summary>The card in Traditional Chinese.</summary>
    public const string InTraditional = "in-traditional";

    /// <summary>Words that carry no question of their own: they may stand beside any of the phrases.</summary>
    public const string Filler = "filler";

    /// <summary>All of them.</summary>
    public static readonly FrozenSet<string> All =
    [
        Say, Do, Avoid, HandOver, Why, Refused, Whole, Others, InEnglish, InChinese, InTraditional, Filler,
    ];
}
