using CoachBot.Core.Language;

namespace CoachBot.Infrastructure.Search.Analysis;

/// <summary>
/// What the voter looks at besides terms and concepts: triples of characters, neighbouring words, pieces of words (a typing
/// error spares most of them) and the sound of character pairs (a homophone spares it).
/// </summary>
internal static class VoterFeatures
{
    /// <summary>The distinct features of a text.</summary>
    public static List<string> Of(List<Token> tokens, List<string> terms, List<string> concepts)
    {
        var features = new HashSet<string>(terms, StringComparer.Ordinal);
        features.UnionWith(concepts);
        for (var at = 0; at < tokens.Count; at++)
        {
            switch (tokens[at].Kind)
            {
                case TokenKind.HanPair:
                    if (Sound(tokens[at].Text) is { } sound)
                    {
                        features.Add(sound);
                    }

                    AddTriple(tokens, at, features);
                    break;
                case TokenKind.Word:
                    AddWordNeighbour(tokens, terms, at, features);
                    AddPieces(terms[at], features);
                    break;
                default:
                    break;
            }
        }

        return [.. features];
    }

    /// <summary>The sounds of a text alone, each once.</summary>
    public static List<string> Sounds(List<Token> tokens) =>
        tokens.Where(token => token.Kind == TokenKind.HanPair).Select(token => Sound(token.Text)).OfType<string>().Distinct().ToList();

    /// <summary>The sound of two characters as a term (<c>~cunzhe</c>), or null when one of them has no known reading.</summary>
    public static string? Sound(string pair) =>
        Readings.Of(pair[0]) is { } first && Readings.Of(pair[1]) is { } second ? $"~{first}{second}" : null;

    // A pair is followed by the next character and, if Han goes on, the next pair: their overlap is a triple.
    private static void AddTriple(List<Token> tokens, int at, HashSet<string> features)
    {
        if (at + 2 < tokens.Count && tokens[at + 2].Kind == TokenKind.HanPair && tokens[at + 2].Start == tokens[at].Start + 1)
        {
            features.Add(tokens[at].Text + tokens[at + 2].Text[1]);
        }
    }

    private static void AddWordNeighbour(List<Token> tokens, List<string> terms, int at, HashSet<string> features)
    {
        if (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word)
        {
            features.Add($"{terms[at]}_{terms[at + 1]}");
        }
    }

    private static void AddPieces(string word, HashSet<string> features)
    {
        const int length = 4;
        if (word.Length <= length)
        {
            return;
        }

        for (var at = 0; at + length <= word.Length; at++)
        {
            features.Add($"={word.AsSpan(at, length)}");
        }
    }
}
