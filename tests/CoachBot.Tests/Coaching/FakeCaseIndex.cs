using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;

namespace CoachBot.Tests.Coaching;

/// <summary>Finds what the test says, and collects what it was asked.</summary>
internal sealed class FakeCaseIndex(KnowledgePack pack) : ICaseIndex
{
    public KnowledgePack Pack { get; set; } = pack;

    public Findings Finds { get; set; } = Findings.None;

    public Dictionary<string, double>? Senses { get; set; }

    public List<CaseQuery> Asked { get; } = [];

    public Findings Find(CaseQuery query)
    {
        Asked.Add(query);
        return Finds;
    }

    public IReadOnlyDictionary<string, double>? SenseSignals(string text) => Senses;

    public FakeCaseIndex Finding(params (string Id, double Score)[] hits)
    {
        Finds = new Findings(hits.Select(hit => new CaseHit(hit.Id, hit.Score)).ToList(), null);
        return this;
    }
}
