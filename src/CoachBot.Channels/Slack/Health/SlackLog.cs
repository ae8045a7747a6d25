using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Slack.Health;

/// <summary>What Slack's side says: codes, ids and counts; never texts, tokens, signatures or response addresses.</summary>
internal static partial class SlackLog
{
    [LoggerMessage(301, LogLevel.Warning, "A request to Slack's address was not Slack's (or a clock is wrong): refused")]
    public static partial void Refused(this ILogger log);

    [LoggerMessage(302, LogLevel.Debug, "Slack event {EventType} dropped: {Reason}")]
    public static partial void Dropped(this ILogger log, string eventType, string reason);

    [LoggerMessage(303, LogLevel.Warning, "Slack delivers no events this minute: above its ceiling of 30,000 an hour for a workspace")]
    public static partial void EventsLimited(this ILogger log);

    [LoggerMessage(304, LogLevel.Warning, "Slack {Type} under the unknown name {Name}: acknowledged, nothing done")]
    public static partial void NobodyAnswers(this ILogger log, string type, string name);

    [LoggerMessage(305, LogLevel.Error, "Slack {Type} {Name} failed")]
    public static partial void AnswerFailed(this ILogger log, Exception e, string type, string name);

    [LoggerMessage(306, LogLevel.Error, "What was to be done after a Slack response failed")]
    public static partial void FollowUpFailed(this ILogger log, Exception e);

    [LoggerMessage(307, LogLevel.Warning, "Slack {Method}: {Error} (needed {Needed}, provided {Provided}) {Messages}")]
    public static partial void CallFailed(this ILogger log, string method, string error, string? needed, string? provided, string messages);

    [LoggerMessage(308, LogLevel.Warning, "Slack {Method}: {Reason}")]
    public static partial void CallInDoubt(this ILogger log, string method, string reason);

    [LoggerMessage(309, LogLevel.Error, "Slack refuses the token of {Tenant}: {Error}. Nothing is sent there until the app is installed anew")]
    public static partial void TokenDead(this ILogger log, string tenant, string error);

    [LoggerMessage(310, LogLevel.Information, "Slack installation of {Tenant} removed: {Reason}")]
    public static partial void Uninstalled(this ILogger log, string tenant, string reason);

    [LoggerMessage(311, LogLevel.Information, "Slack installation of {Tenant} saved")]
    public static partial void Installed(this ILogger log, string tenant);

    [LoggerMessage(312, LogLevel.Information, "Slack token of {Tenant} renewed")]
    public static partial void Renewed(this ILogger log, string tenant);

    [LoggerMessage(313, LogLevel.Information, "Slack workspace {Tenant} is served")]
    public static partial void Served(this ILogger log, string tenant);

    [LoggerMessage(314, LogLevel.Error, "Slack cannot be served: {Error}")]
    public static partial void Unserved(this ILogger log, string error);

    [LoggerMessage(315, LogLevel.Information, "Slack socket {Number} is up; {Open} open")]
    public static partial void SocketUp(this ILogger log, int number, long open);

    [LoggerMessage(316, LogLevel.Debug, "Slack socket {Number} ended: {Reason}")]
    public static partial void SocketEnded(this ILogger log, int number, string reason);

    [LoggerMessage(317, LogLevel.Warning, "Slack socket {Number} could not be opened ({Reason}); again in {Wait}")]
    public static partial void SocketRefused(this ILogger log, int number, string reason, TimeSpan wait);

    [LoggerMessage(318, LogLevel.Warning, "A frame on Slack socket {Number} was not understood: {Reason}")]
    public static partial void FrameIgnored(this ILogger log, int number, string reason);

    [LoggerMessage(319, LogLevel.Warning, "A Slack installation was refused: {Reason}")]
    public static partial void InstallRefused(this ILogger log, string reason);

    [LoggerMessage(320, LogLevel.Error, "Taking a Slack delivery failed; Slack will bring it again")]
    public static partial void TakeFailed(this ILogger log, Exception e);
}
