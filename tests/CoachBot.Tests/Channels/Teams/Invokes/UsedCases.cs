using CoachBot.Core.Questions;
using Moq;

namespace CoachBot.Tests.Channels.Teams.Invokes;

/// <summary>A question log that knows which cases were used most, and nothing else.</summary>
internal static class UsedCases
{
    public static IQuestionLog Of(params string[] ids)
    {
        var log = new Mock<IQuestionLog>(MockBehavior.Strict);
        log.Setup(one => one.MostUsedCasesAsync(It.IsAny<DateTimeOffset>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(ids);
        return log.Object;
    }
}
