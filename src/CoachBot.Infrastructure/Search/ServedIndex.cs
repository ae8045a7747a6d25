using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;

namespace CoachBot.Infrastructure.Search;

/// <summary>The index that answers at this moment: whoever holds it keeps it when the knowledge outgrows one kind of index and moves to another.</summary>
internal sealed class ServedIndex(ICaseIndex first) : ICaseIndex
{
    private volatile ICaseIndex _now = first;

    /// <summary>The index behind it.</summary>
    public ICaseIndex Now
    {
        get => _now;
        set => _now = value;
    }

    /// <inheritdoc />
    public KnowledgePack Pack => _now.Pack;

    /// <inheritdoc />
    public Case? Published(string id) => _now.Published(id);

    /// <inheritdoc />
    public Findings Find(CaseQuery query) => _now.Find(query);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, double>? SenseSignals(string text) => _now.SenseSignals(text);
}
