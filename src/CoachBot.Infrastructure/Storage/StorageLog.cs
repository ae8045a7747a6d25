using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Storage;

/// <summary>What the store says.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(200, LogLevel.Information, "The store is open: {Kind}, {Steps} steps brought it to this version")]
    public static partial void Opened(this ILogger log, string kind, int steps);

    [LoggerMessage(201, LogLevel.Information, "{Rows} rows were past their time and are deleted")]
    public static partial void Swept(this ILogger log, long rows);

    [LoggerMessage(203, LogLevel.Information, "Revision {Number} of the knowledge is ours: {Cases} cases")]
    public static partial void RevisionTold(this ILogger log, long number, int cases);

    [LoggerMessage(204, LogLevel.Information, "Revision {Number} of the knowledge is taken over: {Cases} cases are live")]
    public static partial void RevisionTakenOver(this ILogger log, long number, int cases);

    [LoggerMessage(205, LogLevel.Warning, "Revision {Number} of the knowledge can't be taken over; the own folder serves on")]
    public static partial void RevisionUnusable(this ILogger log, Exception error, long number);

    [LoggerMessage(206, LogLevel.Warning, "The revisions of the knowledge could not be read this time")]
    public static partial void RevisionsUnreadable(this ILogger log, Exception error);

    [LoggerMessage(202, LogLevel.Warning, "What is past its time could not be deleted; tried again tomorrow")]
    public static partial void NotSwept(this ILogger log, Exception error);
}
