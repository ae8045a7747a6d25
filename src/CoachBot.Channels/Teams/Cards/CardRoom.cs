using System.Text;
using CoachBot.Channels.Teams.Wire;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>How freely a card may be laid out; a card that came out too large is written again in less room.</summary>
/// <param name="InColumns">Whether numbers and signs get a column of their own; without, they stand in the line: the same words in fewer bytes.</param>
/// <param name="Briefly">Whether only what a brief card shows is shown.</param>
/// <param name="Longest">Characters of a text; what is longer is cut, with an ellipsis.</param>
internal sealed record CardRoom(bool InColumns, bool Briefly, int Longest)
{
    /// <summary>Bytes that a whole message may have, in UTF-8 and in UTF-16: Teams refuses much more, some of its surfaces not much more.</summary>
    public const int MostBytes = 28 * 1024;

    // The message around the card: summary, addresses, names.
    private const int Envelope = 2 * 1024;

    /// <summary>Room as a card likes it, then less and less; everything fits the last.</summary>
    public static IReadOnlyList<CardRoom> All { get; } =
    [
        new(InColumns: true, Briefly: false, 4_000),
        new(InColumns: false, Briefly: false, 4_000),
        new(InColumns: false, Briefly: true, 1_000),
        new(InColumns: false, Briefly: true, 120),
    ];

    /// <summary>Whether a message with this card can be sent.</summary>
    public static bool Holds(RawJson card) => Size(card.Utf8.Span) <= MostBytes - Envelope;

    /// <summary>The larger of the two sizes of a JSON text, in bytes.</summary>
    public static int Size(ReadOnlySpan<byte> utf8) => Math.Max(utf8.Length, 2 * Encoding.UTF8.GetCharCount(utf8));
}
