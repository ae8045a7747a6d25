using CoachBot.Infrastructure.Storage.Migrations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Storage;

/// <summary>Brings the store to this version before anything else starts.</summary>
internal sealed class StorageStart(Database database, TimeProvider time, ILogger<StorageStart> log) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken) =>
        log.Opened(database.Dialect.Name, await Migrator.RunAsync(database, time, cancellationToken));

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
