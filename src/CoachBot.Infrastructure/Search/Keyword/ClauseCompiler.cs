using System.Globalization;
using CoachBot.Core.Search.Keyword;
using Lucene.Net.Search;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>Turns the clauses of one query into a Lucene query, and remembers what there is to highlight.</summary>
internal sealed class ClauseCompiler(KeywordIndex index, PatternQueries queries, HintList hints)
{
    private const int MostPatterns = 64;
    private readonly List<TermPattern> _wanted = [];
    private int _patterns;

    /// <summary>What was searched for, exclusions aside.</summary>
    public IReadOnlyList<TermPattern> Wanted => _wanted;

    /// <summary>The query for all clauses together; everything when there are none.</summary>
    public Query Compile(IReadOnlyList<KeywordClause> clauses) => All(clauses, wanted: true);

    /// <summary>Whether a pattern stands in any case or passage.</summary>
    public bool Occurs(TermPattern pattern) => index.Has(queries.Of(pattern));

    private BooleanQuery Of(KeywordClause clause, bool wanted) => clause switch
    {
        KeywordClause.Word word => Together(TermPattern.OfWord(word.Text, word.Prefix).SelectMany(pattern => Parts(pattern, wanted)), wanted),
        KeywordClause.Phrase phrase => Together(TermPattern.OfPhrase(phrase.Text) is { } pattern ? [pattern] : [], wanted),
        KeywordClause.All all => All(all.Parts, wanted),
        KeywordClause.Any any => Any(any.Parts, wanted),
        KeywordClause.Not not => Except(Of(not.Part, !wanted)),
        _ => throw new NotSupportedException(clause.GetType().Name),
    };

    private BooleanQuery All(IReadOnlyList<KeywordClause> parts, bool wanted) => Must(parts.Select(part => Of(part, wanted)));

    private BooleanQuery Any(IReadOnlyList<KeywordClause> parts, bool wanted)
    {
        var any = new BooleanQuery();
        foreach (var part in parts)
        {
            any.Add(Of(part, wanted), Occur.SHOULD);
        }

        return any;
    }

    private static BooleanQuery Except(Query excluded) => new()
    {
        { Everything(), Occur.MUST },
        { excluded, Occur.MUST_NOT },
    };

    private static BooleanQuery Must(IEnumerable<Query> parts)
    {
        var all = new BooleanQuery();
        foreach (var part in parts)
        {
            all.Add(part, Occur.MUST);
        }

        if (all.Clauses.Count == 0)
        {
            all.Add(Everything(), Occur.MUST);
        }

        return all;
    }

    private static MatchAllDocsQuery Everything() => new() { Boost = 0 };

    private BooleanQuery Together(IEnumerable<TermPattern> patterns, bool wanted)
    {
        var together = patterns.ToList();
        var room = Math.Max(0, MostPatterns - _patterns);
        if (together.Count > room)
        {
            hints.Add(KeywordHintKind.TooManyWords, MostPatterns.ToString(CultureInfo.InvariantCulture));
            together = together.GetRange(0, room);
        }

        _patterns += together.Count;
        if (wanted)
        {
            _wanted.AddRange(together);
        }

        return Must(together.Select(queries.Of));
    }

    /// <summary>A run of Chinese that stands nowhere is split; what is excluded is excluded as it was written.</summary>
    private List<TermPattern> Parts(TermPattern pattern, bool wanted)
    {
        if (!wanted || !pattern.IsRun || pattern.Places.Count < 3 || Occurs(pattern) || HanRuns.Split(pattern, Occurs) is not { } parts)
        {
            return [pattern];
        }

        hints.Add(KeywordHintKind.RunSplit, pattern.Shown, string.Join(" + ", parts.Select(part => part.Shown)));
        return parts;
    }
}
