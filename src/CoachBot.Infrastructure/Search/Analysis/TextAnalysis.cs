using System.Collections.Concurrent;
using CoachBot.Core.Language;

namespace CoachBot.Infrastructure.Search.Analysis;

/// <summary>Turns a text into terms, the same way when indexing and when asking.</summary>
internal sealed class TextAnalysis(Glossary glossary)
{
    private ConcurrentDictionary<string, AnalyzedText>? _known;
    private ConcurrentDictionary<string, string>? _features;

    /// <summary>More of a pasted text than this is not read: the first screen says what it is about.</summary>
    public const int MostCharacters = 600;

    /// <summary>Remembers every text until disposed of: while an index is built, each is needed by voter and index alike.</summary>
    public IDisposable RememberTexts()
    {
        _known = new ConcurrentDictionary<string, AnalyzedText>(StringComparer.Ordinal);
        _features = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        return new Forgetting(this);
    }

    /// <summary>Analyses texts that will be asked for again, with as many threads as there are processors.</summary>
    public void Prepare(IEnumerable<string> texts) => Parallel.ForEach(texts, text => Analyze(text));

    /// <summary>Analyses a text of any length.</summary>
    public AnalyzedText Analyze(string text) => _known is { } known ? known.GetOrAdd(text, AnalyzeToRemember) : AnalyzeAnew(text);

    /// <summary>Analyses a text for the index alone, without what only a voter looks at: a third of the work.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sounds">Whether the features are the sounds of its pairs; else there are none.</param>
    public AnalyzedText AnalyzeForIndex(string text, bool sounds = false)
    {
        var (tokens, terms, concepts) = Look(text);
        return new AnalyzedText(terms, concepts, sounds ? VoterFeatures.Sounds(tokens) : []);
    }

    private AnalyzedText AnalyzeAnew(string text)
    {
        var (tokens, terms, concepts) = Look(text);
        return new AnalyzedText(terms, concepts, VoterFeatures.Of(tokens, terms, concepts));
    }

    // The same features stand in thousands of texts: remembered once each, they are a tenth of the memory.
    private AnalyzedText AnalyzeToRemember(string text)
    {
        var (analyzed, features) = (AnalyzeAnew(text), _features);
        return features is null
            ? analyzed
            : analyzed with { Features = analyzed.Features.Select(feature => features.GetOrAdd(feature, feature)).ToArray() };
    }

    private (List<Token> Tokens, List<string> Terms, List<string> Concepts) Look(string text)
    {
        var folded = TextFolding.Fold(text.Length > MostCharacters ? text[..MostCharacters] : text);
        var tokens = Tokenizer.Tokenize(folded);
        var terms = tokens.ConvertAll(token => token.Kind == TokenKind.Word ? EnglishStems.Of(token.Text) : token.Text);
        return (tokens, terms, glossary.Match(folded, tokens));
    }

    private sealed class Forgetting(TextAnalysis analysis) : IDisposable
    {
        public void Dispose()
        {
            analysis._known = null;
            analysis._features = null;
        }
    }
}
