namespace CoachBot.Channels.Teams.Connector;

/// <summary>When the other side wants to be asked again.</summary>
internal static class RetryAfter
{
    /// <summary>The wait that the header tells, in seconds or as a date; at most an hour; null when there is none that can be read.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var told = response.Headers.RetryAfter;
        var wait = told?.Delta ?? (told?.Date is { } date ? date - now : null);
        return wait is not { } given ? null : given < TimeSpan.Zero ? TimeSpan.Zero : given > TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : given;
    }
}
