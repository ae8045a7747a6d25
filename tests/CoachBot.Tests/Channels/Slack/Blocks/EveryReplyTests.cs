using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Slack;
using CoachBot.Infrastructure.Search.Keyword;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Channels.Slack.Blocks;

/// <summary>All cases in all languages and outcomes, at every place a message can stand.</summary>
public sealed class EveryReplyTests(RepositoryPack repository)
{
    private static readonly SlackPlace[] Places =
    [
        new(ChatScope.Personal, OnlyAsker: false, "U1"), new(ChatScope.Channel, OnlyAsker: false, "U1"), new(ChatScope.Channel, OnlyAsker: true, "U1"),
        new(ChatScope.Channel, OnlyAsker: false, null),
    ];

    private readonly SlackBlocks _blocks = new();
    private readonly Lazy<LuceneKeywordSearch> _keywords = new(() => new(repository.Pack, []));

    public static TheoryData<string> Languages => new(SampleReplies.Languages.Select(language => language.Code()));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_EveryCaseAndOutcome_IsWithinEveryLimit(string code)
    {
        var language = SampleReplies.Languages.First(one => one.Code() == code);
        var pack = repository.Pack;
        var replies = pack.Cases.SelectMany(one => SampleReplies.Of(one, pack, language))
            .Concat(SampleReplies.Others(pack, language))
            .Concat(SampleReplies.Found(_keywords.Value, language))
            .ToList();

        Assert.True(replies.Count > 2500, $"{replies.Count} replies");
        Assert.All(replies, reply => Assert.All(Places, place =>
        {
            var message = _blocks.Render(reply, place);
            var texts = message.Blocks is null ? SlackParts.Of(message.Text) : [message.Text];
            Assert.All(texts, text => Assert.Empty(BlockKit.OfMessage(text, message.Blocks)));
        }));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void C079_EveryMessageWithBlocks_HasTextHoldingTheEssence(string code)
    {
        var language = SampleReplies.Languages.First(one => one.Code() == code);
        foreach (var one in repository.Pack.Cases.Where(one => one.Published))
        {
            var reply = SampleReplies.Of(one, repository.Pack, language).OfType<Reply.Answered>().First();
            var message = _blocks.Render(reply, Places[0]);
            var card = reply.Answer.Card!;

            Assert.Contains(Mrkdwn.Escape(card.Title), message.Text, StringComparison.Ordinal);
            Assert.All(card.Say, line => Assert.Contains(Mrkdwn.Escape(line.Text), message.Text, StringComparison.Ordinal));
            Assert.All(card.Do, line => Assert.Contains(Mrkdwn.Escape(line.Text), message.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Render_ButtonsOfEveryReply_CanBeReadBack()
    {
        var pack = repository.Pack;
        var verbs = typeof(CardVerbs).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        var seen = new HashSet<string>();
        var replies = pack.Cases.Take(30).SelectMany(one => SampleReplies.Of(one, pack, AnswerLanguage.Zh))
            .Concat(SampleReplies.Others(pack, AnswerLanguage.Zh)).Concat(SampleReplies.Found(_keywords.Value, AnswerLanguage.Zh));
        foreach (var message in replies.SelectMany(reply => Places.Select(place => _blocks.Render(reply, place))))
        {
            foreach (var button in BlockKitText.Buttons(message.Blocks))
            {
                var read = ButtonValue.Read(button["value"]!.GetValue<string>());
                Assert.NotNull(read);
                Assert.Contains(read.Value.Action.Verb, verbs);
                Assert.StartsWith(ButtonValue.ActionName + "/", button["action_id"]!.GetValue<string>(), StringComparison.Ordinal);
                seen.Add(read.Value.Action.Verb);
            }
        }

        Assert.Equal(verbs.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }
}
