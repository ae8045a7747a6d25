using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.Infrastructure.Search.Passages;
using CoachBot.Infrastructure.Search.Voting;
using Lucene.Net.Documents;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CoachBot.Infrastructure.Search.Indexing;

/// <summary>Everything made from one state of the pack; never changed, replaced as a whole.</summary>
internal sealed class SearchSnapshot
{
    // The voter has one weight a feature and case: beyond this it would fill the memory and learn for minutes.
    private const int MostCasesVoted = 2_000;

    private readonly LuceneDirectory _cases;
    private readonly LuceneDirectory _alternates;

    private SearchSnapshot(KnowledgePack pack, TextAnalysis analysis, LuceneDirectory cases, LuceneDirectory alternates, Voter? voter, Voter? signalVoter)
    {
        _cases = cases;
        _alternates = alternates;
        Pack = pack;
        Analysis = analysis;
        Voter = voter;
        SignalVoter = signalVoter;
        Passages = new PassageIndex(pack.Passages, analysis);
        Signals = new SignalReader(LuceneIndexes.Open(cases), LuceneIndexes.Open(alternates), voter);
    }

    /// <summary>The knowledge it was made from.</summary>
    public KnowledgePack Pack { get; }

    /// <summary>How texts become terms.</summary>
    public TextAnalysis Analysis { get; }

    /// <summary>What was learnt from the alternates; null when the pack has too little to learn from.</summary>
    public Voter? Voter { get; }

    /// <summary>What was learnt from the examples of risk signals; null when the pack has none.</summary>
    public Voter? SignalVoter { get; }

    /// <summary>The passages of raw documents.</summary>
    public PassageIndex Passages { get; }

    /// <summary>Asks the indexes and the voter.</summary>
    public SignalReader Signals { get; }

    /// <summary>Builds the indexes in memory and teaches the voters, side by side.</summary>
    public static SearchSnapshot Build(KnowledgePack pack)
    {
        var analysis = new TextAnalysis(new Glossary(pack.Glossary));
        using var remembering = analysis.RememberTexts();
        analysis.Prepare(TrainingSet.Texts(pack));
        var learning = Task.Run(() => pack.Cases.Count > MostCasesVoted ? null : VoterTraining.Learn(TrainingSet.Of(pack, analysis)));
        var signalsLearning = Task.Run(() => VoterTraining.Learn(SignalTrainingSet.Of(pack, analysis)));
        var (cases, alternates) = Write(pack, analysis);
        var signalVoter = signalsLearning.GetAwaiter().GetResult();
        return new SearchSnapshot(pack, analysis, cases, alternates, learning.GetAwaiter().GetResult(), signalVoter);
    }

    /// <summary>
    /// Builds the indexes in memory around the voters of an earlier state of the pack: ready in a fraction of the time, and
    /// nearly as good until the new voters are there.
    /// </summary>
    public static SearchSnapshot BuildAround(KnowledgePack pack, SearchSnapshot earlier)
    {
        var analysis = new TextAnalysis(new Glossary(pack.Glossary));
        var (cases, alternates) = Write(pack, analysis);
        return new SearchSnapshot(pack, analysis, cases, alternates, earlier.Voter, earlier.SignalVoter);
    }

    /// <summary>Opens indexes that were written before.</summary>
    public static SearchSnapshot Open(
        KnowledgePack pack, TextAnalysis analysis, LuceneDirectory cases, LuceneDirectory alternates, Voter? voter, Voter? signalVoter) =>
        new(pack, analysis, cases, alternates, voter, signalVoter);

    /// <summary>Copies both indexes to folders on disk.</summary>
    public void CopyTo(string casesFolder, string alternatesFolder)
    {
        Copy(_cases, casesFolder);
        Copy(_alternates, alternatesFolder);
    }

    private static (LuceneDirectory Cases, LuceneDirectory Alternates) Write(KnowledgePack pack, TextAnalysis analysis)
    {
        var documents = new CaseDocuments(analysis);
        var cases = new RAMDirectory();
        var alternates = new RAMDirectory();
        LuceneIndexes.Write(cases, pack.Cases.Where(@case => @case.Published).Select(documents.Of).Concat(pack.Redirects.Select(documents.Of)));
        LuceneIndexes.Write(alternates, Alternates(pack, documents));
        return (cases, alternates);
    }

    private static void Copy(LuceneDirectory from, string folder)
    {
        using var disk = new NIOFSDirectory(folder);
        foreach (var file in from.ListAll())
        {
            from.Copy(disk, file, file, IOContext.DEFAULT);
        }
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
