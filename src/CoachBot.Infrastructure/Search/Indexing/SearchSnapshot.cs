using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.Infrastructure.Search.Voting;
using Lucene.Net.Documents;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CoachBot.Infrastructure.Search.Indexing;

/// <summary>Everything made from one state of the pack; never changed, replaced as a whole.</summary>
internal sealed class SearchSnapshot
{
    private SearchSnapshot(KnowledgePack pack, TextAnalysis analysis, SignalReader signals)
    {
        Pack = pack;
        Analysis = analysis;
        Signals = signals;
    }

    /// <summary>The knowledge it was made from.</summary>
    public KnowledgePack Pack { get; }

    /// <summary>How texts become terms.</summary>
    public TextAnalysis Analysis { get; }

    /// <summary>The indexes and the voter.</summary>
    public SignalReader Signals { get; }

    /// <summary>Builds the indexes in memory and teaches the voter.</summary>
    public static SearchSnapshot Build(KnowledgePack pack)
    {
        var analysis = new TextAnalysis(new Glossary(pack.Glossary));
        var cases = new RAMDirectory();
        var alternates = new RAMDirectory();
        Write(pack, analysis, cases, alternates);
        return Open(pack, analysis, cases, alternates, VoterTraining.Learn(TrainingSet.Of(pack, analysis)));
    }

    /// <summary>Opens indexes that were written before.</summary>
    public static SearchSnapshot Open(
        KnowledgePack pack, TextAnalysis analysis, LuceneDirectory cases, LuceneDirectory alternates, Voter? voter) =>
        new(pack, analysis, new SignalReader(LuceneIndexes.Open(cases), LuceneIndexes.Open(alternates), voter));

    /// <summary>Writes both indexes.</summary>
    public static void Write(KnowledgePack pack, TextAnalysis analysis, LuceneDirectory cases, LuceneDirectory alternates)
    {
        var documents = new CaseDocuments(analysis);
        LuceneIndexes.Write(cases, pack.Cases.Where(@case => @case.Published).Select(documents.Of).Concat(pack.Redirects.Select(documents.Of)));
        LuceneIndexes.Write(alternates, Alternates(pack, documents));
    }

    private static IEnumerable<Document> Alternates(KnowledgePack pack, CaseDocuments documents)
    {
        var drafts = pack.Cases.Where(@case => !@case.Published).Select(@case => @case.Id).ToHashSet();
        return pack.Alternates
            .Where(alternates => !drafts.Contains(alternates.Id))
            .SelectMany(alternates => alternates.Hands.SelectMany(hand => hand.Zh.Concat(hand.En)).Select(text => (alternates.Id, text)))
            .Concat(pack.Cases.Where(@case => @case.Published).SelectMany(@case => @case.Zh.Asks.Concat(@case.En.Asks).Select(text => (@case.Id, text))))
            .Concat(pack.Redirects.SelectMany(redirect => redirect.Zh.Asks.Concat(redirect.En.Asks).Select(text => (redirect.Id, text))))
            .Select(pair => documents.Alternate(pair.Id, pair.text));
    }
}
