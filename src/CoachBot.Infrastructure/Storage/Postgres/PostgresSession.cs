using System.Data.Common;
using Npgsql;

namespace CoachBot.Infrastructure.Storage.Postgres;

/// <summary>An open transaction on a connection.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, NpgsqlTransaction? transaction) : ISession
{
    /// <inheritdoc />
    public async Task<int> ExecuteAsync(Statement statement, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(statement.Sql, connection, transaction);
        Bind(command.Parameters, statement);
        return Math.Max(0, await command.ExecuteNonQueryAsync(cancel));
    }

    /// <inheritdoc />
    public async Task<List<T>> QueryAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(statement.Sql, connection, transaction);
        Bind(command.Parameters, statement);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>Gives a command its values.</summary>
    public static void Bind(NpgsqlParameterCollection parameters, Statement statement)
    {
        foreach (var value in statement.Values)
        {
            parameters.Add(value switch
            {
                string text => new NpgsqlParameter<string> { TypedValue = text },
                long number => new NpgsqlParameter<long> { TypedValue = number },
                double number => new NpgsqlParameter<double> { TypedValue = number },
                _ => new NpgsqlParameter { Value = value ?? DBNull.Value },
            });
        }
    }
}
