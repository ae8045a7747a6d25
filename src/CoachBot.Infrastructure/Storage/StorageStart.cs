using CoachBot.Infrastructure.Storage.Migrations;
using Microsoft.Extensions.Hosting;

namespace CoachBot.Infrastructure.Storage;

/// <summary>Brings the store to this version before anything else starts.</summary>
internal sealed class StorageStart(Database database, TimeProvider time) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Migrator.RunAsync(database, time, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
