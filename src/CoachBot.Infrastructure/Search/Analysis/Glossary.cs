using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Infrastructure.Search.Analysis;

/// <summary>
/// The bilingual glossary, ready for matching: wherever a form of a concept stands in a text, the concept's own term
/// (<c>#17</c>) is added. So synonyms meet, and so do the two languages.
/// </summary>
internal sealed class Glossary
{
    private readonly Dictionary<string, string> _han = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    // Most places of a text begin no form at all: one look tells, and how long a form can be that begins so.
    private readonly Dictionary<char, int> _longestFrom = [];
    private readonly Dictionary<string, int> _mostWordsFrom = new(StringComparer.Ordinal);

    public Glossary(IReadOnlyList<Concept> concepts)
    {
        for (var row = 0; row < concepts.Count; row++)
        {
            var term = string.Create(CultureInfo.InvariantCulture, $"#{row}");
            foreach (var form in concepts[row].Zh.Concat(concepts[row].En).Select(TextFolding.Fold))
            {
                Add(form, term);
            }
        }

        foreach (var form in _han.Keys)
        {
            _longestFrom[form[0]] = Math.Max(form.Length, _longestFrom.GetValueOrDefault(form[0]));
        }

        foreach (var words in _words.Keys.Select(form => form.Split(' ')))
        {
            _mostWordsFrom[words[0]] = Math.Max(words.Length, _mostWordsFrom.GetValueOrDefault(words[0]));
        }
    }

    /// <summary>The concepts of a text, longest form first at each place; a form inside a longer one does not count.</summary>
    public List<string> Match(string folded, List<Token> tokens)
    {
        var found = new List<string>();
        MatchHan(folded, found);
        MatchWords(tokens, found);
        return found;
    }

    private void Add(string form, string term)
    {
        if (form.Any(TextFolding.IsHan))
        {
            _han.TryAdd(form, term);
        }
        else
        {
            _words.TryAdd(string.Join(' ', Tokenizer.Tokenize(form).Select(token => EnglishStems.Of(token.Text))), term);
        }
    }

    private void MatchHan(string text, List<string> found)
    {
        var lookup = _han.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length;)
        {
            var length = TextFolding.IsHan(text[at]) || char.IsLetter(text[at]) ? Math.Min(_longestFrom.GetValueOrDefault(text[at]), text.Length - at) : 0;
            for (; length > 0; length--)
            {
                if (lookup.TryGetValue(text.AsSpan(at, length), out var term))
                {
                    found.Add(term);
                    break;
                }
            }

            at += Math.Max(1, length);
        }
    }

    private void MatchWords(List<Token> tokens, List<string> found)
    {
        var stems = tokens.Where(token => token.Kind == TokenKind.Word).Select(token => EnglishStems.Of(token.Text)).ToList();
        for (var at = 0; at < stems.Count;)
        {
            var length = Math.Min(_mostWordsFrom.GetValueOrDefault(stems[at]), stems.Count - at);
            for (; length > 0; length--)
            {
                if (_words.TryGetValue(string.Join(' ', stems.GetRange(at, length)), out var term))
                {
                    found.Add(term);
                    break;
                }
            }

            at += Math.Max(1, length);
        }
    }
}
