using CoachBot.Infrastructure.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Storage;

/// <summary>What holds on both databases: derive once from it, and from that once for each of them.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private readonly TestStore _store;
    private readonly TestStore[] _others;

    private protected StoreContract(TestStore store, params TestStore[] others)
    {
        _store = store;
        _others = others;
    }

    /// <summary>A Tuesday morning.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    private protected Database Database { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Database = await _store.OpenAsync(Time);
        Begin();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var store in _others.Prepend(_store))
        {
            await store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes what is tested, when the store is there.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>The same store as another process sees it.</summary>
    private protected Task<Database> AgainAsync() => _store.ConnectAsync(Time);
}
