using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CoachBot.Infrastructure.Storage.Sqlite;

/// <summary>A connection with its prepared statements. Used by one thread at a time; SQLite itself never waits for anything but the disk.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : ISession, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>The connection.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>Runs a statement; the number of rows it touched.</summary>
    public int Execute(Statement statement) => Bound(statement).ExecuteNonQuery();

    /// <summary>Runs a text that is not worth preparing.</summary>
    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a query.</summary>
    public List<T> Query<T>(Statement statement, Func<DbDataReader, T> row)
    {
        using var reader = Bound(statement).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    Task<int> ISession.ExecuteAsync(Statement statement, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Execute(statement));
    }

    Task<List<T>> ISession.QueryAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Query(statement, row));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Bound(Statement statement)
    {
        if (!_prepared.TryGetValue(statement.Sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = statement.Sql;
            for (var at = 1; at <= statement.Values.Length; at++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + at });
            }

            _prepared.Add(statement.Sql, command);
        }

        for (var at = 0; at < statement.Values.Length; at++)
        {
            command.Parameters[at].Value = statement.Values[at] ?? DBNull.Value;
        }

        return command;
    }
}
