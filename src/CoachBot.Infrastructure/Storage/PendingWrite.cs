namespace CoachBot.Infrastructure.Storage;

/// <summary>Statements that wait for the next commit: all or none of them.</summary>
internal sealed class PendingWrite(Statement[] statements) : TaskCompletionSource<int[]>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>The statements.</summary>
    public Statement[] Statements { get; } = statements;
}
