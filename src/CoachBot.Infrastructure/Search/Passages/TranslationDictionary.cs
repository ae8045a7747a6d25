using System.IO.Compression;
using System.Text;
using CoachBot.Core.Language;
using CoachBot.Infrastructure.Search.Analysis;

namespace CoachBot.Infrastructure.Search.Passages;

/// <summary>
/// A Chinese-English dictionary (derived from CC-CEDICT, CC BY-SA 4.0, see THIRD-PARTY-NOTICES.md), cut down to what an index of
/// passages can use: where no case was written in both languages, it lets a question in one find a document in the other.
/// </summary>
internal sealed class TranslationDictionary
{
    private const int MostTranslations = 8;
    private const int LongestChineseWord = 4;
    private readonly Dictionary<string, List<string>> _toChinese = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _toEnglish = new(StringComparer.Ordinal);

    private TranslationDictionary()
    {
    }

    /// <summary>The entries whose other side stands in one of the texts.</summary>
    /// <param name="folded">Folded texts of the index.</param>
    public static TranslationDictionary For(IReadOnlyCollection<string> folded)
    {
        var dictionary = new TranslationDictionary();
        if (folded.Count == 0)
        {
            return dictionary;
        }

        var chinese = ChineseWordsOf(folded);
        var english = folded.SelectMany(Tokenizer.Tokenize).Where(token => token.Kind == TokenKind.Word).Select(token => EnglishStems.Of(token.Text)).ToHashSet();
        foreach (var (word, glosses) in Entries())
        {
            foreach (var gloss in glosses)
            {
                dictionary.Add(word, gloss, chinese.Contains(word), english);
            }
        }

        return dictionary;
    }

    /// <summary>
    /// Translations of a question's words, one group a word: any of a group may stand for it. Chinese translations are words
    /// of one to four characters, English ones are stems.
    /// </summary>
    public List<IReadOnlyList<string>> Translate(string folded)
    {
        var tokens = Tokenizer.Tokenize(folded);
        var groups = new List<IReadOnlyList<string>>();
        var stems = tokens.Where(token => token.Kind == TokenKind.Word).Select(token => EnglishStems.Of(token.Text)).ToList();
        for (var at = 0; at < stems.Count;)
        {
            at += AddLongest(at, Math.Min(3, stems.Count - at), length => string.Join(' ', stems.GetRange(at, length)), _toChinese, groups);
        }

        for (var at = 0; at < folded.Length;)
        {
            at += AddLongest(at, TextFolding.IsHan(folded[at]) ? Math.Min(LongestChineseWord, folded.Length - at) : 0, length => folded.Substring(at, length), _toEnglish, groups);
        }

        return groups;
    }

    private static int AddLongest(
        int at, int longest, Func<int, string> word, Dictionary<string, List<string>> dictionary, List<IReadOnlyList<string>> groups)
    {
        for (var length = longest; length > 0; length--)
        {
            if (dictionary.TryGetValue(word(length), out var translations))
            {
                groups.Add(translations);
                return length;
            }
        }

        return 1;
    }

    private void Add(string word, string gloss, bool inChinese, HashSet<string> english)
    {
        var stems = gloss.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(EnglishStems.Of).ToList();
        // A single character is the translation of half the dictionary and says nothing.
        if (inChinese && word.Length > 1)
        {
            Add(_toChinese, string.Join(' ', stems), word);
        }

        if (stems.TrueForAll(english.Contains))
        {
            stems.ForEach(stem => Add(_toEnglish, word, stem));
        }
    }

    private static void Add(Dictionary<string, List<string>> dictionary, string from, string to)
    {
        if (!dictionary.TryGetValue(from, out var known))
        {
            dictionary[from] = known = [];
        }

        if (known.Count < MostTranslations && !known.Contains(to))
        {
            known.Add(to);
        }
    }

    private static HashSet<string> ChineseWordsOf(IReadOnlyCollection<string> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            for (var at = 0; at < text.Length; at++)
            {
                for (var length = 1; length <= LongestChineseWord && at + length <= text.Length && TextFolding.IsHan(text[at + length - 1]); length++)
                {
                    words.Add(text.Substring(at, length));
                }
            }
        }

        return words;
    }

    private static IEnumerable<(string Word, string[] Glosses)> Entries()
    {
        using var packed = typeof(TranslationDictionary).Assembly.GetManifestResourceStream("CoachBot.Infrastructure.Search.Passages.cedict")
            ?? throw new InvalidOperationException("The dictionary is missing from the program.");
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var cut = line.IndexOf('\t', StringComparison.Ordinal);
            yield return (line[..cut], line[(cut + 1)..].Split('|'));
        }
    }
}
