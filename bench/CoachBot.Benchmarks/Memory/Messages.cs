using CoachBot.Core.Turns;

namespace CoachBot.Benchmarks.Memory;

/// <summary>Messages of many people.</summary>
internal static class Messages
{
    public static IncomingMessage Of(long number, string text, long people) => new()
    {
        Id = $"teams/1f0e5d3a-bench/{number}/{Guid.NewGuid():N}",
        Address = new(
            new("teams", "1f0e5d3a-6c1b-4f6e-9f4c-0e1d2c3b4a59", $"a:1-chat-of-{number % people}"),
            """{"serviceUrl":"https://smba.trafficmanager.net/apac/","botId":"28:7c9e6679-7425-40de-944b-e07fc1f90ae7"}"""),
        From = new(new("teams", "1f0e5d3a-6c1b-4f6e-9f4c-0e1d2c3b4a59", $"person-{number % people}"), null),
        Scope = ChatScope.Personal,
        Content = new MessageContent.Said(text),
        ReceivedAt = DateTimeOffset.UtcNow,
        Locale = "zh-CN",
    };
}
