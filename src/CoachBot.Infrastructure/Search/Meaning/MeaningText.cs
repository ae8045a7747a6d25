using System.Security.Cryptography;
using System.Text;
using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Search.Meaning;

/// <summary>A text of the pack that is embedded.</summary>
/// <param name="Id">The case, redirect or passage it stands for.</param>
/// <param name="Text">The text.</param>
/// <param name="Hand">Who wrote it, where it is an alternate; null for a case's own words and for passages.</param>
/// <param name="IsPassage">Whether it is a piece of a raw document.</param>
internal sealed record MeaningText(string Id, string Text, string? Hand, bool IsPassage)
{
    private const int MostCharacters = 1500;

    /// <summary>What the text's embedding is kept under.</summary>
    public UInt128 Key { get; } = KeyOf(Text);

    /// <summary>Everything of a pack that can be found by meaning; drafts are left out.</summary>
    public static List<MeaningText> Of(KnowledgePack pack)
    {
        var published = pack.Cases.Where(@case => @case.Published).ToList();
        var known = published.Select(@case => @case.Id).Concat(pack.Redirects.Select(redirect => redirect.Id)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. published.SelectMany(@case => new[] { @case.Zh, @case.En }.SelectMany(face => face.Asks.Prepend($"{face.Title}. {face.Situation}")).Select(text => Own(@case.Id, text))),
            .. pack.Redirects.SelectMany(redirect => redirect.Zh.Asks.Concat(redirect.En.Asks).Select(text => Own(redirect.Id, text))),
            .. pack.Alternates.Where(alternates => known.Contains(alternates.Id)).SelectMany(alternates => alternates.Hands.SelectMany(hand =>
                hand.Zh.Concat(hand.En).Select(text => new MeaningText(alternates.Id, text, hand.Hand, false)))),
            .. pack.Passages.Select(passage => new MeaningText(passage.Id, Cut($"{passage.Heading}\n{passage.Text}".Trim()), null, true)),
        ];
    }

    /// <summary>The key of a text: the first half of its SHA-256.</summary>
    public static UInt128 KeyOf(string text) => BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static MeaningText Own(string id, string text) => new(id, Cut(text), null, false);

    private static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];
}
