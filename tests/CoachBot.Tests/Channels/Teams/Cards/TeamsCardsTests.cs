using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Teams.Cards;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Search.Keyword;
using CoachBot.TestSupport.Teams;
using CoachBot.Tests.Documents;
using CoachBot.Tests.Search;
using NJsonSchema;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Cards;

/// <summary>What people see in Teams: every kind of card, from every case, in every language.</summary>
public sealed class TeamsCardsTests(RepositoryPack repository)
{
    private static readonly TeamsCards Cards = new();

    [Fact]
    [TeamsCheck(133)]
    public void Render_EveryCaseInEveryLanguage_StaysUnder28Kilobytes()
    {
        var sizes = All().Select(sample => (sample.Name, Size: Size(Cards.Render(sample.Reply, ChatScope.Personal)))).ToList();

        Assert.True(sizes.Count > 200 * 3 * 10, $"{sizes.Count} cards");
        Assert.All(sizes, sample => Assert.True(sample.Size <= CardRoom.MostBytes, $"{sample.Name}: {sample.Size} bytes"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{sizes.Count} messages, largest {sizes.MaxBy(sample => sample.Size)}");
    }

    [Fact]
    public void Render_TextsWithoutEnd_AreCutUntilTheMessageFits()
    {
        var endless = new string('长', 40_000);
        var content = CoachBot.TestSupport.Some.Card();
        content = content with
        {
            Title = endless,
            Say = [.. Enumerable.Repeat(content.Say[0] with { Text = endless }, 8)],
            Do = [.. Enumerable.Repeat(content.Do[0] with { Text = endless }, 12)],
            Avoid = [.. Enumerable.Repeat(content.Avoid[0] with { Dont = endless }, 12)],
        };
        var answer = CardSamples.Answered(repository.Pack.Cases[0], repository.Pack, AnswerLanguage.En) with { Card = content };
        Reply[] replies = [new Reply.Answered(answer, CardSamples.Question, Brief: false, [endless], endless), new Reply.ExpertAnswered(endless, endless, endless, AnswerLanguage.Zh)];

        Assert.All(replies, reply => Assert.InRange(Size(Cards.Render(reply, ChatScope.Personal)), 1_000, CardRoom.MostBytes));
    }

    [Fact]
    public void Render_EveryCaseAsked_ShowsEveryLineOfIt() => Assert.All(
        All().Where(sample => sample.Name.EndsWith("-whole", StringComparison.Ordinal)), sample =>
        {
            var card = ((Reply.Answered)sample.Reply).Answer.Card!;
            var shown = Strings(JsonNode.Parse(TeamsCards.Card(sample.Reply, CardPlace.Message).Utf8.Span)!).ToHashSet(StringComparer.Ordinal);
            Assert.All(card.Do.Select(line => line.Text).Concat(card.Avoid.Select(item => item.Dont)).Append(card.Why), text => Assert.Contains(text, shown));
        });

    [Fact]
    [TeamsCheck(133)]
    public void Render_EveryCard_HasSummaryFallbackAndVersion() => Assert.All(All().Where(sample => sample.Reply is not Reply.Notice), sample =>
    {
        var message = Cards.Render(sample.Reply, ChatScope.Personal);
        var card = Parse(message);
        Assert.False(string.IsNullOrWhiteSpace(message.Summary), sample.Name);
        Assert.False(string.IsNullOrWhiteSpace((string?)card["fallbackText"]), sample.Name);
        Assert.Equal("1.5", (string?)card["version"]);
        Assert.Null(message.Text);
        Assert.Single(message.Attachments!);
    });

    [Fact]
    [TeamsCheck(132)]
    public async Task Render_EveryKindOfCard_FitsTheSchema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(SharedFolder.Path, "schemas", "adaptive-card-1.5.schema.json"), TestContext.Current.CancellationToken);
        var samples = Some().Where(sample => sample.Reply is not Reply.Notice).ToList();

        Assert.True(samples.Count > 100);
        Assert.All(samples, sample => Assert.Empty(schema.Validate(Json(Cards.Render(sample.Reply, ChatScope.Personal))).Select(error => $"{sample.Name}: {error}")));
    }

    [Fact]
    [TeamsCheck(132)]
    public void Render_EveryCard_HasNoIdTwiceAndNoImageWithoutAddress() => Assert.All(Some(), sample =>
    {
        var elements = Objects(JsonNode.Parse(TeamsCards.Card(sample.Reply, CardPlace.Message).Utf8.Span)!).ToList();
        var ids = elements.Select(element => element["id"]).OfType<JsonValue>().Select(id => (string)id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(elements, element => (string?)element["type"] == "Image" && element["url"] is null);
    });

    [Fact]
    public void Render_EveryButton_CarriesItsVerbAndFallsBackToASubmitOfTheSame() => Assert.All(Some(), sample =>
    {
        var card = JsonNode.Parse(TeamsCards.Card(sample.Reply, CardPlace.Message).Utf8.Span)!;
        foreach (var button in Objects(card).Where(element => (string?)element["type"] == "Action.Execute"))
        {
            var fallback = button["fallback"]!;
            Assert.Equal("Action.Submit", (string?)fallback["type"]);
            Assert.Equal((string?)button["verb"], (string?)fallback["data"]!["verb"]);
            Assert.Equal(button["data"]!.AsObject().Count + 1, fallback["data"]!.AsObject().Count);
            Assert.False(string.IsNullOrWhiteSpace((string?)button["title"]));
        }
    });

    [Fact]
    [TeamsCheck(141)]
    public void Render_HostileText_StandsOnlyWhereNoClientReadsMarkup()
    {
        const string hostile = "<script>alert(1)</script> **bold** [x](javascript:alert(1)) <at>Ada</at> \ud800";
        var content = CoachBot.TestSupport.Some.Card();
        content = content with
        {
            Title = hostile,
            Say = [content.Say[0] with { Text = hostile }],
            Do = [content.Do[0] with { Text = hostile }],
            Avoid = [content.Avoid[0] with { Dont = hostile, Instead = hostile }],
            Why = hostile,
        };
        var answer = CardSamples.Answered(repository.Pack.Cases[0], repository.Pack, AnswerLanguage.En);
        var matches = answer.Matches.Select(match => match with { Title = hostile, Cue = hostile }).ToList();
        Reply[] replies =
        [
            new Reply.Answered(answer with { Card = content, Matches = matches }, CardSamples.Question, Brief: false, [hostile], hostile),
            new Reply.Answered(answer with { Outcome = CoachBot.Core.Coaching.Outcome.None, Card = null, Matches = matches }, CardSamples.Question, Brief: false, [], hostile),
            new Reply.ExpertAnswered(hostile, hostile, hostile, AnswerLanguage.En),
            new Reply.Large("case", [hostile], AnswerLanguage.En),
        ];

        foreach (var reply in replies)
        {
            var elements = Objects(JsonNode.Parse(TeamsCards.Card(reply, CardPlace.Message).Utf8.Span)!).ToList();
            Assert.DoesNotContain(elements, element => (string?)element["type"] == "TextBlock" && ((string)element["text"]!).Contains("script", StringComparison.Ordinal));
            Assert.DoesNotContain(elements, element => (string?)element["type"] is "Action.OpenUrl" or "Image" || element["msteams"] is not null);
            Assert.Contains(elements.SelectMany(Strings), text => text.Contains("<script>alert(1)</script> **bold** [x](javascript:alert(1)) <at>Ada</at> \ufffd", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Card_InADialog_HasOnlySubmittedButtons() => Assert.All(Some(), sample => Assert.DoesNotContain(
        Objects(JsonNode.Parse(TeamsCards.Card(sample.Reply, CardPlace.Dialog).Utf8.Span)!),
        element => (string?)element["type"] == "Action.Execute" || element["msteams"] is not null));

    [Fact]
    public void Render_Order_IsAlertsSayDoAvoidHandOverWhy()
    {
        var @case = repository.Pack.Cases.First(one => one is { Published: true, En: { Say.Count: > 0, Do.Count: > 0, Avoid.Count: > 0, Escalate.Count: > 0 } });
        var whole = CardSamples.OfCase(@case, repository.Pack, AnswerLanguage.En).First(sample => sample.Name == "whole").Reply;
        var json = Encoding.UTF8.GetString(TeamsCards.Card(whole, CardPlace.Message).Utf8.Span);
        json = json[json.IndexOf("\"body\"", StringComparison.Ordinal)..];
        string[] order = ["Alert", @case.En.Title, "Say this first", @case.En.Say[0], "\"Do\"", @case.En.Do[0], "Do not say", @case.En.Avoid[0].Dont, "Hand over if", "\"Why\"", "Not yet verified"];
        var places = order.Select(text => json.IndexOf(text.Replace("\"", "\\\"", StringComparison.Ordinal) is var escaped && text.StartsWith('"') ? text : escaped, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Objects(member.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Strings(member.Value)),
        JsonArray many => many.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static int Size(OutgoingActivity message)
    {
        var json = JsonSerializer.Serialize(message, WritingJson.Relaxed.OutgoingActivity);
        return CardRoom.Size(Encoding.UTF8.GetBytes(json));
    }

    private static string Json(OutgoingActivity message) => Encoding.UTF8.GetString(message.Attachments![0].Content.Utf8.Span);

    private static JsonObject Parse(OutgoingActivity message) => JsonNode.Parse(message.Attachments![0].Content.Utf8.Span)!.AsObject();

    private IEnumerable<(string Name, Reply Reply)> All() =>
        OfCases(repository.Pack.Cases.Where(@case => @case.Published)).Concat(OfNoCase());

    // The fullest case of each kind stands for the others.
    private IEnumerable<(string Name, Reply Reply)> Some() =>
        OfCases(repository.Pack.Cases.Where(@case => @case.Published).GroupBy(@case => @case.Kind).Select(kind => kind.MaxBy(@case => @case.En.Do.Count + @case.En.Avoid.Count)!))
            .Concat(OfNoCase());

    private IEnumerable<(string Name, Reply Reply)> OfCases(IEnumerable<CoachBot.Core.Knowledge.Case> cases) =>
        from @case in cases
        from language in CardSamples.Languages
        from sample in CardSamples.OfCase(@case, repository.Pack, language)
        select ($"{@case.Id}-{language.Code()}-{sample.Name}", sample.Reply);

    private IEnumerable<(string Name, Reply Reply)> OfNoCase()
    {
        var search = new LuceneKeywordSearch(repository.Pack);
        return from language in CardSamples.Languages
               from sample in CardSamples.OfNoCase(repository.Pack, search, language)
               select ($"{language.Code()}-{sample.Name}", sample.Reply);
    }
}
