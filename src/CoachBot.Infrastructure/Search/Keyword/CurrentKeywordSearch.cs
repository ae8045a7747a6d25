using CoachBot.Core.Documents;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>The trainers' search over the knowledge that is served at this moment; built anew for the first search after a change.</summary>
public sealed class CurrentKeywordSearch(ICaseIndex index) : IKeywordSearch
{
    private readonly Lock _building = new();
    private volatile Built? _built;

    /// <inheritdoc />
    public KeywordResults Search(KeywordQuery query) => OfNow().Search(query);

    /// <summary>The passages of a pack as this search takes them.</summary>
    public static List<KeywordPassage> Passages(KnowledgePack pack) => pack.Passages.Select(Passage).ToList();

    private LuceneKeywordSearch OfNow()
    {
        var pack = index.Pack;
        if (_built is { } built && ReferenceEquals(built.Pack, pack))
        {
            return built.Search;
        }

        lock (_building)
        {
            if (_built is not { } other || !ReferenceEquals(other.Pack, pack))
            {
                _built = new Built(pack, new LuceneKeywordSearch(pack, Passages(pack)));
            }

            return _built.Search;
        }
    }

    private static KeywordPassage Passage(Passage passage) => new(
        passage.Id, passage.Document, passage.Heading.Length > 0 ? passage.Heading : null, passage.Page, passage.Text,
        passage.Language == "en" ? AnswerLanguage.En : AnswerLanguage.Zh);

    private sealed record Built(KnowledgePack Pack, LuceneKeywordSearch Search);
}
