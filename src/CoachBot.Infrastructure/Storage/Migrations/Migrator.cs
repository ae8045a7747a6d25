using System.Data.Common;

namespace CoachBot.Infrastructure.Storage.Migrations;

/// <summary>Brings a database to this version of the program; machines that start together wait for each other and do it once.</summary>
internal static class Migrator
{
    /// <summary>Runs the steps that are missing, all or none.</summary>
    /// <returns>How many steps were run.</returns>
    /// <exception cref="StorageException">The database does not answer, or was made by a newer version of the program.</exception>
    public static async Task<int> RunAsync(Database database, TimeProvider time, CancellationToken cancel)
    {
        try
        {
            return await RunAsync(database, MigrationSteps.For(database.Dialect), time, cancel);
        }
        catch (DbException e)
        {
            throw new StorageException(StorageTexts.Format("NoAnswer", e.Message), e);
        }
    }

    /// <summary>Runs those of the given steps that are missing.</summary>
    public static Task<int> RunAsync(Database database, IReadOnlyList<MigrationStep> steps, TimeProvider time, CancellationToken cancel) =>
        database.MigrateAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    new("CREATE TABLE IF NOT EXISTS schema_steps (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, run_at BIGINT NOT NULL)"), cancel);
                var done = (await session.QueryAsync(new("SELECT number FROM schema_steps"), row => row.GetInt64(0), cancel)).ToHashSet();
                if (done.Count > 0 && done.Max() is var newest && newest > steps.Count)
                {
                    throw new StorageException(StorageTexts.Format("Newer", newest, steps.Count));
                }

                var missing = steps.Where(step => !done.Contains(step.Number)).ToList();
                foreach (var step in missing)
                {
                    foreach (var statement in step.Statements)
                    {
                        await session.ExecuteAsync(new(statement), cancel);
                    }

                    await session.ExecuteAsync(new("INSERT INTO schema_steps (number, name, run_at) VALUES ($1, $2, $3)", step.Number, step.Name, time.GetUtcNow()), cancel);
                }

                return missing.Count;
            },
            cancel);
}
