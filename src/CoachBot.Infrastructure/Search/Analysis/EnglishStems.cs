using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace CoachBot.Infrastructure.Search.Analysis;

/// <summary>Reduces English words to their stems (Porter 2), so that <c>counterfeiting</c> meets <c>counterfeit</c>.</summary>
internal static class EnglishStems
{
    private const int MostRemembered = 50_000;
    private const int LongestWord = 40;
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static EnglishStemmer? _stemmer;

    /// <summary>The stem of a lower-case word; words with digits and very long ones stay as they are.</summary>
    public static string Of(string word)
    {
        if (word.Length is < 3 or > LongestWord || word.Any(char.IsAsciiDigit))
        {
            return word;
        }

        if (Known.TryGetValue(word, out var known))
        {
            return known;
        }

        var stem = Stem(word);
        if (Known.Count < MostRemembered)
        {
            Known.TryAdd(word, stem);
        }

        return stem;
    }

    private static string Stem(string word)
    {
        var stemmer = _stemmer ??= new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }
}
