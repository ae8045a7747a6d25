using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams;

/// <summary>What the Teams door says. Codes, counts and times; never a text, a token, a name or anything else that came with a request.</summary>
internal static partial class TeamsLog
{
    [LoggerMessage(100, LogLevel.Warning, "A request was refused with {Status}: {Reason}")]
    public static partial void RequestRefused(this ILogger log, int status, string reason);

    [LoggerMessage(101, LogLevel.Error, "A request failed")]
    public static partial void RequestFailed(this ILogger log, Exception error);

    [LoggerMessage(102, LogLevel.Warning, "An invoke came that nobody here handles")]
    public static partial void InvokeUnknown(this ILogger log);

    [LoggerMessage(103, LogLevel.Warning, "An answer inside the request took longer than {Limit}")]
    public static partial void AnswerTooLate(this ILogger log, TimeSpan limit);

    [LoggerMessage(104, LogLevel.Error, "An answer inside the request failed")]
    public static partial void AnswerFailed(this ILogger log, Exception error);

    [LoggerMessage(105, LogLevel.Information, "Feedback came that could not be read")]
    public static partial void FeedbackUnreadable(this ILogger log);

    [LoggerMessage(110, LogLevel.Information, "The signing keys were fetched: {Keys}")]
    public static partial void KeysFetched(this ILogger log, int keys);

    [LoggerMessage(111, LogLevel.Warning, "The signing keys could not be fetched ({Error}); older ones serve on: {HaveOlder}")]
    public static partial void KeysNotFetched(this ILogger log, string error, bool haveOlder);

    [LoggerMessage(120, LogLevel.Warning, "No token for calls to {Service}: {Reason}")]
    public static partial void NoToken(this ILogger log, string service, string reason);

    [LoggerMessage(121, LogLevel.Warning, "{Service} refused a {Method}: {Reason} ({Correlation})")]
    public static partial void CallRefused(this ILogger log, string service, string method, string reason, string correlation);

    [LoggerMessage(122, LogLevel.Warning, "Groups could not be looked up: {Reason}. Not asked again for {Rest}; who was looked up shortly before keeps that answer, all others count as no members.")]
    public static partial void GroupsNotAnswered(this ILogger log, string reason, TimeSpan rest);

    [LoggerMessage(123, LogLevel.Warning, "Groups may not be looked up: {Reason}. Everybody counts as no member; is GroupMember.Read.All granted? Not asked again for {Rest}.")]
    public static partial void GroupsRefused(this ILogger log, string reason, TimeSpan rest);

    [LoggerMessage(124, LogLevel.Warning, "The directory knows not the person who was looked up, or not the group {Group}")]
    public static partial void GroupNotFound(this ILogger log, Guid group);

    [LoggerMessage(130, LogLevel.Warning, "LOCAL MODE: Teams is served without any authentication, for this machine only. Never use it for people.")]
    public static partial void LocalMode(this ILogger log);

    [LoggerMessage(131, LogLevel.Critical, "LOCAL MODE, but the host listens on {Address}, which others can reach: it stops.")]
    public static partial void LocalModeReachable(this ILogger log, string address);

    [LoggerMessage(132, LogLevel.Information, "Teams is not configured: /api/messages is not there")]
    public static partial void NotConfigured(this ILogger log);
}
