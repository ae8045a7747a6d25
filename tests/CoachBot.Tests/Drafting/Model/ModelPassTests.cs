using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CoachBot.Core.Coaching;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Models;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Drafting.Model;

[Collection(TimedTests.Name)]
public sealed class ModelPassTests(RepositoryPack pack)
{
    private static readonly string[] ThirdSentence = ["say.3"];
    private const string Question = "customer says ATM gave fake notes";

    public static TheoryData<string, FakeReply> Troubles => new()
    {
        { "down", FakeReply.Refuses(503) },
        { "rate limit", FakeReply.Refuses(429) },
        { "refused", FakeReply.Refuses(401) },
        { "filtered", FakeReply.Refuses(400) },
        { "empty", FakeReply.Says("") },
        { "prose", FakeReply.Says("Sure! Here is your card: call the police.") },
        { "another shape", FakeReply.Says("""{"say":"call the police","do":{"a":1}}""") },
        { "nulls", FakeReply.Says("""{"say":[null,{"text":null,"from":null},{"text":"x","from":[null]}],"do":null}""") },
        { "deep", FakeReply.Says(new string('[', 5000)) },
        { "long", FakeReply.Says("""{"say":[{"text":"TEXT","from":["say.1"]}],"do":[]}""".Replace("TEXT", new string('a', 200_000), StringComparison.Ordinal)) },
        { "not JSON", new FakeReply { Raw = "<html>gateway</html>" } },
        { "no choices", new FakeReply { Raw = """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[]}""" } },
        { "unknown line", FakeReply.Says("""{"say":[{"text":"Pay him now.","from":["say.77"]}],"do":[{"text":"Pay him now.","from":["do.0"]}]}""") },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task ImproveAsync_ModelInTrouble_CardIsThatOfTheCase(string trouble, FakeReply reply)
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index);
        model.Azure.Chat = _ => reply;

        var answer = await model.AskAsync(Question);

        Assert.NotNull(answer.Card);
        Assert.Equal(Json(model.Coach.Answer(Question)), Json(answer));
        Assert.False(model.Azure.Received.IsEmpty, trouble);
    }

    [Fact]
    public async Task ImproveAsync_ModelNeverAnswers_PlainCardWithinTheBudget()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index, options => options.TimeBudget = TimeSpan.FromMilliseconds(500));
        model.Azure.Chat = _ => FakeReply.Says("{}") with { Delay = TimeSpan.FromSeconds(30) };
        var watch = Stopwatch.StartNew();

        var answer = await model.AskAsync(Question);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2.5), watch.Elapsed.ToString());
        Assert.Equal(Json(model.Coach.Answer(Question)), Json(answer));
    }

    [Fact]
    public async Task ImproveAsync_NobodyListens_PlainCard()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index, options => options.Endpoint = "http://127.0.0.1:9");

        Assert.Equal(Json(model.Coach.Answer(Question)), Json(await model.AskAsync(Question)));
    }

    [Fact]
    public async Task ImproveAsync_ModelKeepsFailing_IsLeftAlone()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index);
        model.Azure.Chat = _ => FakeReply.Refuses(500);

        for (var i = 0; i < 20; i++)
        {
            await model.AskAsync(Question);
        }

        Assert.InRange(model.Azure.Received.Count, 4, 8);
    }

    [Fact]
    public async Task ImproveAsync_GoodProposal_FitsTheCard()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index);
        var plain = model.Coach.Answer(Question).Card!;
        model.Azure.Chat = _ => FakeReply.Says(JsonSerializer.Serialize(new { say = new[] { new { text = plain.Say[2].Text, from = ThirdSentence } }, @do = Array.Empty<object>() }));

        var fitted = (await model.AskAsync(Question)).Card!;

        Assert.Equal(plain.Say[2], fitted.Say[0]);
        Assert.Equal(plain.Say.Count, fitted.Say.Count);
        Assert.Equal(plain.Escalate, fitted.Escalate);
    }

    [Fact]
    public async Task ImproveAsync_LongStory_IsCondensedForTheSearch()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index, options => options.CondenseFrom = 60);
        model.Azure.Chat = data => data.Contains("\"lines\"", StringComparison.Ordinal) ? FakeReply.Says("{}") : FakeReply.Says("""{"question":"customer says our ATM paid out counterfeit notes"}""");
        const string story = "well it was my third day and grandma was on the phone and the weather was so bad, then the parking, the umbrella, my shoes, the lift and the cake";

        var answer = await model.AskAsync(story);

        Assert.NotEqual(Outcome.Answered, model.Coach.Answer(story).Outcome);
        Assert.Equal("atm-dispensed-counterfeit-notes", answer.Card?.Id);
        Assert.Equal(story, answer.Question);
    }

    [Fact]
    public async Task ImproveAsync_PersonsBudgetUsedUp_NothingIsSent()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index, options => options.QuestionsPerPersonAndDay = 2);
        var person = new PersonKey("teams", "tenant", "ann");
        var answer = model.Coach.Answer(Question);

        for (var i = 0; i < 5; i++)
        {
            await model.Pass.ImproveAsync(answer, person, CancellationToken.None);
        }

        Assert.Equal(2, model.Azure.Received.Count);
        await model.Pass.ImproveAsync(answer, person with { Id = "bob" }, CancellationToken.None);
        Assert.Equal(3, model.Azure.Received.Count);
    }

    [Fact]
    public async Task ImproveAsync_Azure_UsesDeploymentAndKey()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index);
        await model.AskAsync(Question);

        Assert.Equal(("/openai/deployments/chat/chat/completions", "test-key"), model.Azure.Calls.Single());
    }

    [Fact]
    public async Task ImproveAsync_CompatibleEndpoint_UsesItsPathAndBearerKey()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index, options =>
        {
            options.Api = Infrastructure.Drafting.ModelApi.OpenAI;
            options.Endpoint += "/v1";
        });
        await model.AskAsync(Question);

        Assert.Equal(("/v1/chat/completions", "Bearer test-key"), model.Azure.Calls.Single());
    }

    [Fact]
    public async Task ImproveAsync_TwoHundredInventions_NoneReachesTheCard()
    {
        var reached = new List<string>();
        var cases = pack.Pack.Cases.Where(@case => @case.Published && @case.Zh.Say.Count > 0 && @case.Zh.Do.Count > 1).Take(10).ToList();
        var tried = 0;
        foreach (var @case in cases)
        {
            foreach (var language in new[] { Core.Language.AnswerLanguage.Zh, Core.Language.AnswerLanguage.En })
            {
                var card = new Core.Drafting.TemplateDrafter().Draft(@case, pack.Pack, language);
                foreach (var invention in Inventions.Of(card))
                {
                    tried++;
                    var rewrite = new Core.Drafting.Fitting.Rewrite([new(invention, ["say.1"])], [new(invention, ["do.1"])]);
                    var fitted = Core.Drafting.Fitting.CardFitting.Apply(card, rewrite, pack.Pack.Forbidden);
                    if (Json(fitted) != Json(card))
                    {
                        reached.Add(string.Create(CultureInfo.InvariantCulture, $"{@case.Id} {language}: {invention}"));
                    }
                }
            }
        }

        Assert.Equal(200, tried);
        Assert.Empty(reached);
        await Task.CompletedTask;
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
