using System.Data.Common;

namespace CoachBot.Infrastructure.Storage;

/// <summary>A transaction that is open.</summary>
internal interface ISession
{
    /// <summary>Runs a statement; the number of rows it touched.</summary>
    Task<int> ExecuteAsync(Statement statement, CancellationToken cancel);

    /// <summary>Runs a query, or a statement with <c>RETURNING</c>; every row in the shape given.</summary>
    Task<List<T>> QueryAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel);
}
