using CoachBot.Core.Coaching;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>Finds the cases that somebody may send on: published ones only, always in the same order.</summary>
internal sealed class CaseFinder(IKeywordSearch search, IQuestionLog questions, CaseCards cards, Coach coach, TimeProvider time)
{
    private const string OnlySendable = " status:published -kind:passage";
    private const int MostUsed = 25;
    private static readonly TimeSpan s_lately = TimeSpan.FromDays(90);

    /// <summary>What fits the words and filters.</summary>
    /// <param name="wanted">What is looked for.</param>
    /// <param name="chosen">The person's language; null: that of the words.</param>
    public List<ResultCard> Find(SearchRequest wanted, AnswerLanguage? chosen)
    {
        // Pages of the search are counted; results that are skipped need not begin with a page of theirs.
        var first = (wanted.Skip / wanted.Count) + 1;
        var within = wanted.Skip % wanted.Count;
        var hits = Page(wanted, first, chosen);
        if (within > 0)
        {
            hits = [.. hits.Skip(within), .. Page(wanted, first + 1, chosen).Take(within)];
        }

        return Cards(hits.Select(hit => (hit.Id, Language: chosen ?? hit.Language, Text: chosen is null || chosen == hit.Language ? FoundIn(hit) : null)));
    }

    /// <summary>What was used most lately, and then the rest of the library, the graver cases first.</summary>
    public async Task<List<ResultCard>> MostUsedAsync(SearchRequest wanted, AnswerLanguage language, CancellationToken cancel)
    {
        var used = await questions.MostUsedCasesAsync(time.GetUtcNow() - s_lately, MostUsed, cancel).ConfigureAwait(false);
        var rest = coach.Pack.Cases
            .Where(@case => @case.Published && @case.Kind is CaseKind.Case or CaseKind.RiskSignal or CaseKind.CustomerType)
            .OrderByDescending(@case => @case.Risk == CaseRisk.High)
            .ThenBy(@case => @case.Id, StringComparer.Ordinal)
            .Select(@case => @case.Id);
        return Cards(used.Concat(rest).Distinct(StringComparer.Ordinal).Skip(wanted.Skip).Take(wanted.Count).Select(id => (id, language, Text: (string?)null)));
    }

    private static string? FoundIn(KeywordHit hit) => hit.Fragments is [var best, ..] ? best.Text : null;

    private IReadOnlyList<KeywordHit> Page(SearchRequest wanted, int page, AnswerLanguage? chosen)
    {
        var query = KeywordQueryParser.Parse(wanted.Query, 1, wanted.Count).Language;
        var results = search.Search(KeywordQueryParser.Parse(wanted.Query + OnlySendable, page, wanted.Count, chosen ?? query));

        // Beyond the end the search gives its last page again; here it means that all was shown.
        return results.Page == page ? results.Hits : [];
    }

    private List<ResultCard> Cards(IEnumerable<(string Id, AnswerLanguage Language, string? Text)> found) =>
        found.Select(one => cards.Of(one.Id, one.Language, one.Text, brief: true)).OfType<ResultCard>().ToList();
}
