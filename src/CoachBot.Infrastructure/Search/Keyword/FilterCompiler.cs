using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>Turns the filters of one query into a Lucene filter; says so where a value is nowhere to be found.</summary>
internal sealed class FilterCompiler(KeywordIndex index, HintList hints)
{
    private const int MostOffered = 8;
    private static readonly string[] Faces = ["zh", "en"];

    /// <summary>The languages a query wants searched, of <c>zh</c> and <c>en</c>.</summary>
    public static IReadOnlyList<string> Languages(IReadOnlyList<KeywordFilter> filters)
    {
        var chosen = filters.Where(filter => filter.Field == KeywordField.Lang).ToList();
        var wanted = chosen.Where(filter => !filter.Excluded).Select(Face).ToList();
        return Faces
            .Where(language => wanted.Count == 0 || wanted.Contains(language))
            .Except(chosen.Where(filter => filter.Excluded).Select(Face))
            .ToList();
    }

    /// <summary>The filter, or null when nothing is filtered.</summary>
    public Filter? Compile(IReadOnlyList<KeywordFilter> filters)
    {
        if (filters.Count == 0)
        {
            return null;
        }

        var all = new BooleanQuery { { new MatchAllDocsQuery(), Occur.MUST } };
        if (filters.Any(filter => filter.Field == KeywordField.Lang))
        {
            all.Add(AnyOf(KeywordField.Lang, Languages(filters).Select(language => new KeywordFilter(KeywordField.Lang, language))), Occur.MUST);
        }

        foreach (var field in filters.Where(filter => filter.Field != KeywordField.Lang).GroupBy(filter => (filter.Field, filter.Excluded)))
        {
            all.Add(AnyOf(field.Key.Field, field), field.Key.Excluded ? Occur.MUST_NOT : Occur.MUST);
        }

        return new QueryWrapperFilter(all);
    }

    private static string Face(KeywordFilter filter) => filter.Value == "en" ? "en" : "zh";

    private BooleanQuery AnyOf(KeywordField field, IEnumerable<KeywordFilter> filters)
    {
        var any = new BooleanQuery();
        foreach (var value in filters.SelectMany(filter => Resolve(field, filter.Value)).Distinct())
        {
            var term = new Term(KeywordIndexFields.Filter(field), value.TrimEnd('*'));
            any.Add(value.EndsWith('*') ? new PrefixQuery(term) : new TermQuery(term), Occur.SHOULD);
        }

        return any;
    }

    /// <summary>The values of the index that a filter's value means.</summary>
    private List<string> Resolve(KeywordField field, string written)
    {
        var value = TextFolding.Fold(written);
        var known = index.Values(field);
        if (field.Allowed().Count > 0 || known.ContainsKey(value) || IsKnownPrefix(value, known))
        {
            return [value];
        }

        if (field == KeywordField.Source && Titled(value) is { Count: > 0 } titled)
        {
            return titled;
        }

        if (EditDistance.Nearest(value, known.Keys) is { } near)
        {
            hints.Add(KeywordHintKind.ValueReadAs, field.Name(), written, near);
            return [near];
        }

        hints.Add(KeywordHintKind.ValueNowhere, field.Name(), written, HintList.Offer(Offers(value, known)));
        return [];
    }

    private static bool IsKnownPrefix(string value, IReadOnlyDictionary<string, int> known) =>
        value.EndsWith('*') && known.Keys.Any(name => name.StartsWith(value.TrimEnd('*'), StringComparison.Ordinal));

    /// <summary>The documents whose title holds the value, in either language.</summary>
    private List<string> Titled(string value) => index.Pack.Documents
        .Where(document => Holds(document.Key, document.Value, value.TrimEnd('*')))
        .Select(document => TextFolding.Fold(document.Key))
        .ToList();

    private static bool Holds(string name, Titles titles, string value) =>
        new[] { name, titles.Zh, titles.En }.Any(text => TextFolding.Fold(text).Contains(value, StringComparison.Ordinal));

    private static IEnumerable<string> Offers(string value, IReadOnlyDictionary<string, int> known) => known
        .OrderByDescending(pair => Likeness(value.TrimEnd('*'), pair.Key))
        .ThenByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Take(MostOffered)
        .Select(pair => pair.Key);

    private static int Likeness(string value, string known) =>
        known.Contains(value, StringComparison.Ordinal) || value.Contains(known, StringComparison.Ordinal) ? 100
            : value.Zip(known).TakeWhile(pair => pair.First == pair.Second).Count();
}
