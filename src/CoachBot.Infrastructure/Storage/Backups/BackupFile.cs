using System.Data.Common;
using CoachBot.Infrastructure.Storage.Migrations;
using CoachBot.Infrastructure.Storage.Postgres;
using CoachBot.Infrastructure.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CoachBot.Infrastructure.Storage.Backups;

/// <summary>
/// A backup is a SQLite file with the tables of the store, whichever database it was made from, so that each can read the other's. Tables that
/// only one database has (Quartz's clock) are made anew by the program and are not in it.
/// </summary>
internal static class BackupFile
{
    private const int ValuesAtOnce = 500;

    /// <summary>Writes a backup while the store is in use, as it was at one moment. The file appears when it is whole.</summary>
    /// <returns>How many rows it holds.</returns>
    public static async Task<long> WriteAsync(Database database, string file, TimeProvider time, CancellationToken cancel)
    {
        var whole = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        var half = whole + ".part";
        File.Delete(half);
        try
        {
            await FillAsync(database, half, time, cancel);
            Close(half);
            var rows = await CountAsync(half, cancel);
            File.Move(half, whole, overwrite: true);
            return rows;
        }
        finally
        {
            foreach (var left in new[] { half, half + "-wal", half + "-shm" })
            {
                File.Delete(left);
            }
        }
    }

    /// <summary>Puts the rows of a backup in place of everything the store holds, all or nothing.</summary>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="StorageException">The file is no backup, damaged, or of a newer version; or the store is not empty and may not be replaced.</exception>
    public static async Task<long> ReadAsync(Database database, string file, bool replace, TimeProvider time, CancellationToken cancel)
    {
        var copy = Path.Combine(Directory.CreateTempSubdirectory("coachbot-restore-").FullName, "backup.db");
        try
        {
            File.Copy(file, copy);
            Check(copy, file);
            await using var source = new SqliteDatabase(copy);
            await Migrator.RunAsync(source, time, cancel);
            var tables = await TablesAsync(source, cancel);
            return await database.TransactAsync(session => ReplaceAsync(session, source, tables, replace, cancel), cancel);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }

    private static async Task FillAsync(Database database, string file, TimeProvider time, CancellationToken cancel)
    {
        if (database is SqliteDatabase sqlite)
        {
            await sqlite.CopyAsync(file, cancel);
            return;
        }

        await using var target = new SqliteDatabase(file);
        await Migrator.RunAsync(target, time, cancel);
        var tables = await TablesAsync(target, cancel);
        await ((PostgresDatabase)database).SnapshotAsync(
            async source =>
            {
                foreach (var table in tables)
                {
                    var rows = new RowBatch(table);
                    var full = new List<Statement>();
                    await source.QueryAsync(
                        new(table.Select),
                        row =>
                        {
                            full.AddRange(rows.Add(row));
                            return true;
                        },
                        cancel);
                    await target.CommitAsync(cancel, [.. full, .. rows.Rest()]);
                }

                return true;
            },
            cancel);
    }

    private static async Task<long> ReplaceAsync(ISession session, SqliteDatabase source, List<Table> tables, bool replace, CancellationToken cancel)
    {
        var written = 0L;
        foreach (var table in tables)
        {
            var before = (await session.QueryAsync(new($"SELECT count(*) FROM {table.Name}"), row => row.GetInt64(0), cancel))[0];
            if (before > 0 && !replace)
            {
                throw new StorageException(StorageTexts.Format("NotEmpty", table.Name, before));
            }

            await session.ExecuteAsync(new($"DELETE FROM {table.Name}"), cancel);
            var rows = new RowBatch(table);
            var statements = (await source.ReadAsync(new(table.Select), row => rows.Add(row).ToList(), cancel)).SelectMany(full => full).Concat(rows.Rest());
            foreach (var statement in statements)
            {
                written += await session.ExecuteAsync(statement, cancel);
            }
        }

        return written;
    }

    private static async Task<List<Table>> TablesAsync(Database sqlite, CancellationToken cancel)
    {
        var tables = new List<Table>();
        foreach (var name in await sqlite.ReadAsync(
            new("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'qrtz%' AND name <> 'schema_steps' ORDER BY name"),
            row => row.GetString(0),
            cancel))
        {
            tables.Add(new(name, await sqlite.ReadAsync(new("SELECT name FROM pragma_table_info($1) ORDER BY cid", name), row => row.GetString(0), cancel)));
        }

        return tables;
    }

    private static async Task<long> CountAsync(string file, CancellationToken cancel)
    {
        await using var database = new SqliteDatabase(file);
        var rows = 0L;
        foreach (var table in await TablesAsync(database, cancel))
        {
            rows += await database.ReadFirstAsync(new($"SELECT count(*) FROM {table.Name}"), row => row.GetInt64(0), cancel);
        }

        return rows;
    }

    // One file, no log beside it, every page checked.
    private static void Close(string file)
    {
        using var connection = Connect(file);
        Ask(connection, "PRAGMA journal_mode=DELETE");
    }

    private static void Check(string copy, string file)
    {
        try
        {
            using var connection = Connect(copy);
            if (Ask(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'schema_steps'") is not 1L)
            {
                throw new StorageException(StorageTexts.Format("NoBackup", file));
            }

            if (Ask(connection, "PRAGMA integrity_check") is not "ok")
            {
                throw new StorageException(StorageTexts.Format("Damaged", file));
            }
        }
        catch (SqliteException e)
        {
            throw new StorageException(StorageTexts.Format("NoBackup", file), e);
        }
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private sealed record Table(string Name, IReadOnlyList<string> Columns)
    {
        public string Select => $"SELECT {string.Join(", ", Columns)} FROM {Name}";
    }

    /// <summary>Gathers rows into statements of many rows each.</summary>
    private sealed class RowBatch(Table table)
    {
        private readonly int _rowsAtOnce = Math.Max(1, ValuesAtOnce / table.Columns.Count);
        private List<object?> _values = [];

        public IEnumerable<Statement> Add(DbDataReader row)
        {
            for (var at = 0; at < table.Columns.Count; at++)
            {
                _values.Add(row.IsDBNull(at) ? null : row.GetValue(at));
            }

            return _values.Count >= _rowsAtOnce * table.Columns.Count ? Rest() : [];
        }

        public IEnumerable<Statement> Rest()
        {
            if (_values.Count == 0)
            {
                return [];
            }

            var values = _values;
            _values = [];
            var rows = Enumerable.Range(0, values.Count / table.Columns.Count)
                .Select(row => $"({string.Join(", ", Enumerable.Range(1, table.Columns.Count).Select(column => $"${(row * table.Columns.Count) + column}"))})");
            return [new Statement($"INSERT INTO {table.Name} ({string.Join(", ", table.Columns)}) VALUES {string.Join(", ", rows)}", values.ToArray())];
        }
    }
}
