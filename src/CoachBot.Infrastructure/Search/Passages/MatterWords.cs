using CoachBot.Core.Language;
using CoachBot.Infrastructure.Search.Analysis;

namespace CoachBot.Infrastructure.Search.Passages;

/// <summary>What of a text can point to a matter: pairs of characters, stems, and neighbouring stems.</summary>
internal static class MatterWords
{
    /// <summary>The distinct words of a folded text.</summary>
    public static HashSet<string> Of(string folded)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        string? before = null;
        foreach (var token in Tokenizer.Tokenize(folded))
        {
            var term = Term(token);
            if (term is not null)
            {
                words.Add(term);
            }

            if (token.Kind == TokenKind.Word && before is not null)
            {
                words.Add($"{before}_{term}");
            }

            before = token.Kind == TokenKind.Word ? term : null;
        }

        return words;
    }

    /// <summary>The pairs and stems of a folded text, as often as they stand there.</summary>
    public static IEnumerable<string> Each(string folded) => Tokenizer.Tokenize(folded).Select(Term).OfType<string>();

    // A single character is a part of half the words there are.
    private static string? Term(Token token) => token.Kind switch
    {
        TokenKind.HanPair => token.Text,
        TokenKind.Word => EnglishStems.Of(token.Text),
        _ => null,
    };
}
