using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Modals;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Search.Keyword;
using CoachBot.TestSupport;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Channels.Slack.Blocks;

/// <summary>Slack's own types judge every shape that our messages and views can have.</summary>
public sealed class OfficialTypesTests(RepositoryPack repository)
{
    private static readonly SlackPlace Whispered = new(ChatScope.Channel, OnlyAsker: true, "U1");

    [Fact]
    public async Task EveryShape_OfMessagesAndViews_IsOneSlackKnows()
    {
        Need();
        var pack = repository.Pack;
        var keywords = new LuceneKeywordSearch(pack, []);
        var shapes = new Dictionary<string, JsonObject>();
        foreach (var language in SampleReplies.Languages)
        {
            // Shapes do not depend on the language: each case in one of them.
            var replies = pack.Cases.Where((_, at) => at % SampleReplies.Languages.Count == (int)language).SelectMany(one => SampleReplies.Of(one, pack, language))
                .Concat(SampleReplies.Others(pack, language)).Concat(SampleReplies.Found(keywords, language));
            foreach (var reply in replies)
            {
                Add(shapes, new JsonObject { ["name"] = reply.GetType().Name, ["blocks"] = new SlackBlocks().Render(reply, Whispered).Blocks?.DeepClone() ?? new JsonArray() });
            }
        }

        foreach (var view in Views(keywords))
        {
            Add(shapes, new JsonObject { ["name"] = view["callback_id"]?.GetValue<string>() ?? "home", ["view"] = view });
        }

        Assert.True(shapes.Count > 50, $"{shapes.Count} shapes");
        Assert.EndsWith($"{shapes.Count} payloads, 0 problems", (await JudgeAsync(shapes.Values)).TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"type":"header","text":{"type":"mrkdwn","text":"a"}}]""")]
    [InlineData("""[{"type":"carousel"}]""")]
    [InlineData("""[{"type":"section","text":{"type":"plain_text","text":"a"},"accesory":{}}]""")]
    public async Task Judge_ShapesThatSlackDoesNotKnow_AreFound(string blocks)
    {
        Need();

        Assert.DoesNotContain(" 0 problems", await JudgeAsync([new JsonObject { ["name"] = "wrong", ["blocks"] = JsonNode.Parse(blocks) }]), StringComparison.Ordinal);
    }

    private IEnumerable<JsonObject> Views(LuceneKeywordSearch keywords)
    {
        foreach (var language in SampleReplies.Languages)
        {
            yield return AskWindow.View(language);
            var empty = SearchState.New(language);
            yield return SearchWindow.View(empty, null, repository.Pack);
            foreach (var text in (string[])["atm", "客户", "nothingatall"])
            {
                var state = SearchState.New(language, text) with { Filters = new Dictionary<string, string> { ["role"] = "teller", ["tag"] = "atm", ["lang"] = language.Code() } };
                yield return SearchWindow.View(state, keywords.Search(KeywordQueryParser.Parse(text, 2, 8, language)), repository.Pack);
            }

            foreach (var one in repository.Pack.Cases.Take(40))
            {
                foreach (var reply in SampleReplies.Of(one, repository.Pack, language))
                {
                    yield return CardWindow.View(reply);
                }
            }
        }
    }

    // Texts do not matter to types: one payload a shape is enough.
    private static void Add(Dictionary<string, JsonObject> shapes, JsonObject payload) => shapes.TryAdd(ShapeOf(payload), payload);

    private static string ShapeOf(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.Select(member => member.Key + ":" + (member.Key is "type" or "style" ? member.Value!.ToJsonString() : ShapeOf(member.Value)))) + "}",
        JsonArray entries => "[" + string.Join(',', entries.Select(ShapeOf).Distinct()) + "]",
        null => "null",
        _ => node.GetValueKind().ToString(),
    };

    private static async Task<string> JudgeAsync(IEnumerable<JsonObject> payloads)
    {
        await using var judge = NodeClient.Start("slack/blocks.mjs");
        foreach (var payload in payloads)
        {
            await judge.WriteAsync(payload.ToJsonString());
        }

        return await judge.FinishAsync();
    }

    private static void Need()
    {
        if ((NodeClient.Missing("@slack/types") ?? NodeClient.Missing("typescript")) is { } missing)
        {
            Assert.Skip(missing);
        }
    }
}
