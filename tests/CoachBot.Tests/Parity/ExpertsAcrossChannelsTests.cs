using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Core.Experts;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Slack;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Parity;

/// <summary>A question asked on one channel and answered by a person on the other.</summary>
public sealed class ExpertsAcrossChannelsTests(RepositoryPack repository)
{
    private const string Question = "zebra stripes on the moon";
    private const string Answer = "Call the observatory & <smile>.";
    private const string TeamsExperts = "19:experts@thread.tacv2";
    private const string Tenant = "22222222-2222-2222-2222-222222222222";

    [Fact]
    public async Task AskedInTeams_AnsweredInASlackThread_ReachesTheAskerInTeams()
    {
        await using var house = await ParityHouse.StartAsync(
            repository.Index, ("Experts:Channels:0:Channel", "slack"), ("Experts:Channels:0:Tenant", FakeSlack.Team), ("Experts:Channels:0:Conversation", "C9"));
        await house.SlackAsync(
            "/slack/events",
            CoachBot.Tests.Channels.Slack.SlackPayloads.Envelope($$"""{"type":"member_joined_channel","user":"{{FakeSlack.BotUser}}","channel":"C9","channel_type":"C","team":"T1"}""", "EvJoin").ToJsonString(),
            "application/json");
        await house.Slack.WaitForAsync("chat.postMessage");

        var asker = new TeamsPerson(house, "a:asker");
        await asker.DoAsync(new Step.Say(Question));
        var told = await asker.DoAsync(new Step.Press(CardVerbs.Expert, null));
        var wanted = (await house.Slack.WaitForAsync("chat.postMessage", 2))[1];

        Assert.Contains("The experts have your question", Assert.Single(told.Lines), StringComparison.Ordinal);
        Assert.Equal("C9", wanted["channel"]);
        Assert.Contains(Question, Seen.InSlack(wanted).Lines);

        await house.SlackSaysAsync(Mrkdwn(Answer), "C9", "UEXPERT", await ThreadAsync(house, wanted));
        var answered = Seen.InTeams((await house.PostedAsync("a:asker", 1))[0]);

        Assert.Contains(Answer, answered.Lines);
        Assert.Contains($"You asked: {Question}", answered.Lines);
    }

    [Fact]
    public async Task AskedInSlack_AnsweredInATeamsThread_ReachesTheAskerInSlack()
    {
        await using var house = await ParityHouse.StartAsync(
            repository.Index, ("Experts:Channels:0:Channel", "teams"), ("Experts:Channels:0:Tenant", Tenant), ("Experts:Channels:0:Conversation", TeamsExperts));
        await house.TeamsAsync("installationUpdate", TeamsExperts, new JsonObject { ["action"] = "add" }, channel: true);
        await house.PostedAsync(TeamsExperts, 1);

        var asker = new SlackPerson(house, "D7", "U7");
        await asker.DoAsync(new Step.Say(Question));
        var told = await asker.DoAsync(new Step.Press(CardVerbs.Expert, null));
        var wanted = (await house.PostedAsync(TeamsExperts, 2))[1];

        Assert.Contains("The experts have your question", Assert.Single(told.Lines), StringComparison.Ordinal);
        Assert.Contains(Question, Seen.InTeams(wanted).Lines);

        var thread = $"{TeamsExperts};messageid={wanted["id"]!.GetValue<string>()}";
        await house.TeamsAsync("message", thread, new JsonObject { ["text"] = Answer, ["textFormat"] = "plain" }, "29:expert", channel: true);
        var answered = Seen.InSlack(await asker.NextAsync());

        Assert.Contains(Answer, answered.Lines);
        Assert.Contains($"You asked: {Question}", answered.Lines);
    }

    // The fake numbers its messages; which one it was, the experts' threads know.
    private static async Task<string> ThreadAsync(ParityHouse house, SlackCall wanted)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            foreach (var second in (long[])[0, 1])
            {
                var ts = string.Create(CultureInfo.InvariantCulture, $"{wanted.At.ToUnixTimeSeconds() + second}.{1 + (tries % 30):000000}");
                var key = new ConversationKey(ChannelNames.Slack, FakeSlack.Team, "C9", $"C9:{ts}");
                if (await house.Get<IExpertThreads>().FindByThreadAsync(key, TestContext.Current.CancellationToken) is not null)
                {
                    return ts;
                }
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The thread of the experts was not noted.");
    }

    private static string Mrkdwn(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
