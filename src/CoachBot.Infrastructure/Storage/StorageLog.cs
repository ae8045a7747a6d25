using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Storage;

/// <summary>What the store says.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(200, LogLevel.Information, "The store is open: {Kind}, {Steps} steps brought it to this version")]
    public static partial void Opened(this ILogger log, string kind, int steps);

    [LoggerMessage(201, LogLevel.Information, "{Rows} rows were past their time and are deleted")]
    public static partial void Swept(this ILogger log, long rows);

    [LoggerMessage(202, LogLevel.Warning, "What is past its time could not be deleted; tried again tomorrow")]
    public static partial void NotSwept(this ILogger log, Exception error);
}
