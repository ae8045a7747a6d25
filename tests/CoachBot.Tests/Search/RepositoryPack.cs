using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.Infrastructure.Search;
using CoachBot.TestSupport;
using CoachBot.Tests.Search;
using Xunit;

[assembly: AssemblyFixture(typeof(RepositoryPack))]

namespace CoachBot.Tests.Search;

/// <summary>The pack of the repository, read and indexed once for all tests that ask it.</summary>
public sealed class RepositoryPack : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly Lazy<CaseSearch> _search;

    public RepositoryPack() => _search = new Lazy<CaseSearch>(() =>
        CaseSearch.Open(new KnowledgeOptions { Folder = RepositoryRoot.Knowledge, DataFolder = _data.Path }));

    public KnowledgeReading Reading { get; } = new KnowledgeFolder(RepositoryRoot.Knowledge).Read();

    public KnowledgePack Pack => Reading.Pack;

    public ICaseIndex Index => _search.Value.Index;

    public void Dispose() => _data.Dispose();
}
