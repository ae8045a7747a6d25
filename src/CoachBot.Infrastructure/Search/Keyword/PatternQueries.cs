using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>Makes Lucene queries of patterns over the text fields of a search.</summary>
internal sealed class PatternQueries(IReadOnlyList<(string Field, float Weight)> fields)
{
    // A word found in a second field says a little more than one found in the first alone.
    private const float Tie = 0.1f;

    /// <summary>The pattern in whichever field says most.</summary>
    public Query Of(TermPattern pattern)
    {
        var best = new DisjunctionMaxQuery(Tie);
        foreach (var (field, weight) in fields)
        {
            var query = In(field, pattern);
            query.Boost = weight;
            best.Add(query);
        }

        return best;
    }

    private static Query In(string field, TermPattern pattern)
    {
        if (pattern.IsPrefix)
        {
            return new PrefixQuery(new Term(field, KeywordStream.Written + pattern.Places[0].Term))
            {
                MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE,
            };
        }

        var terms = Terms(pattern).ToList();
        if (terms.Count == 1)
        {
            return new TermQuery(new Term(field, terms[0].Term));
        }

        var phrase = new PhraseQuery();
        foreach (var (term, position) in terms)
        {
            phrase.Add(new Term(field, term), position);
        }

        return phrase;
    }

    /// <summary>Pairs where characters must touch, which is both exact and quick; else characters and stems.</summary>
    private static IEnumerable<(string Term, int Position)> Terms(TermPattern pattern)
    {
        for (var at = 0; at < pattern.Places.Count; at++)
        {
            var place = pattern.Places[at];
            if (at + 1 < pattern.Places.Count && pattern.Places[at + 1].Glued)
            {
                yield return (place.Term + pattern.Places[at + 1].Term, at);
            }
            else if (!place.Glued)
            {
                yield return (place.Term, at);
            }
        }
    }
}
