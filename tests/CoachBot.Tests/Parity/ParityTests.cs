using System.Text.Json;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.TestSupport;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Parity;

/// <summary>Thirty conversations, held in Teams, in Slack and at the command line: the same case, outcome, order and words everywhere.</summary>
public sealed class ParityTests(RepositoryPack repository)
{
    private static readonly string[] Avoidance = ["dont", "instead", "why"];
    private static readonly string[] HandOver = ["when", "to", "within"];

    [Fact]
    public async Task Conversations_InTeamsSlackAndTheTerminal_AreTheSame()
    {
        await using var house = await ParityHouse.StartAsync(repository.Index);
        var terminal = await TerminalAsync();
        var held = await Task.WhenAll(Conversations.All.Select((conversation, at) => HoldAsync(house, conversation, at)));

        Assert.Equal(30, Conversations.All.Count);
        var wrong = Conversations.All.SelectMany((conversation, at) => Compare(conversation, held[at], terminal[at])).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(["answered", "choose", "none", "redirect"], terminal.SelectMany(answers => answers).Select(answer => answer?.GetProperty("outcome").GetString()).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    // Every step's answer as JSON; null for a step that the command line has nothing like.
    private static async Task<List<List<JsonElement?>>> TerminalAsync()
    {
        using var data = new TemporaryFolder();
        var lines = Conversations.All.SelectMany(conversation => conversation.Steps.Select(Typed).OfType<string>().Append("/new")).ToList();
        var run = await CoachBotProcess.RunAsync(["chat", "--json", "--data", data.Path], RepositoryRoot.Path, string.Join('\n', lines) + "\n");
        Assert.True(run.ExitCode == 0 && run.Lines.Count == lines.Count, run.Errors);
        var answers = new Queue<string>(run.Lines);
        var all = new List<List<JsonElement?>>();
        foreach (var conversation in Conversations.All)
        {
            all.Add([.. conversation.Steps.Select(step => Typed(step) is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(answers.Dequeue()))]);
            answers.Dequeue();
        }

        return all;
    }

    private static string? Typed(Step step) => step is Step.Say say ? say.Text : ((Step.Press)step).Typed;

    private static async Task<List<(Seen Teams, Seen Slack)>> HoldAsync(ParityHouse house, Conversation conversation, int at)
    {
        var teams = new TeamsPerson(house, $"a:{at}");
        var slack = new SlackPerson(house, $"D{at}", $"U{at}");
        var seen = new List<(Seen, Seen)>();
        foreach (var step in conversation.Steps)
        {
            seen.Add((await teams.DoAsync(step), await slack.DoAsync(step)));
        }

        return seen;
    }

    private static IEnumerable<string> Compare(Conversation conversation, List<(Seen Teams, Seen Slack)> held, List<JsonElement?> terminal)
    {
        for (var at = 0; at < held.Count; at++)
        {
            var (teams, slack) = held[at];
            var where = $"{conversation}, step {at + 1}";
            if (!teams.Lines.SequenceEqual(slack.Lines))
            {
                yield return $"{where}: Teams reads\n  {string.Join("\n  ", teams.Lines)}\nSlack reads\n  {string.Join("\n  ", slack.Lines)}";
            }

            if (!teams.Actions.SequenceEqual(slack.Actions))
            {
                yield return $"{where}: Teams offers {string.Join(" | ", teams.Actions)}\nSlack offers {string.Join(" | ", slack.Actions)}";
            }

            foreach (var problem in terminal[at] is { } answer ? AgainstTerminal(slack, answer) : [])
            {
                yield return $"{where}: {problem}\n  {string.Join("\n  ", slack.Lines)}";
            }
        }
    }

    private static IEnumerable<string> AgainstTerminal(Seen seen, JsonElement answer)
    {
        var expected = Expected(answer).ToList();
        if (OutcomeOf(seen, answer) is var outcome && outcome != answer.GetProperty("outcome").GetString())
        {
            yield return $"outcome {outcome}, at the command line {answer.GetProperty("outcome")}";
        }

        var card = answer.GetProperty("card");
        if (card.ValueKind == JsonValueKind.Object && seen.Case is { } shown && shown != card.GetProperty("id").GetString())
        {
            yield return $"case {shown}, at the command line {card.GetProperty("id")}";
        }

        // A follow-up shows a part of the card; what it shows stands in the card's order and in its words.
        var place = 0;
        foreach (var text in expected)
        {
            var found = seen.Lines.Skip(place).TakeWhile(line => !line.Contains(text, StringComparison.Ordinal)).Count() + place;
            if (found < seen.Lines.Count)
            {
                place = found;
            }
            else if (IsWhole(seen, answer))
            {
                yield return $"'{text}' is missing or out of order";
            }
        }
    }

    private static bool IsWhole(Seen seen, JsonElement answer) =>
        answer.GetProperty("card").ValueKind != JsonValueKind.Object
        || (seen.Lines.Any(line => Label(line, "SayFirst")) && seen.Lines.Any(line => Label(line, "Why")));

    private static string OutcomeOf(Seen seen, JsonElement answer) =>
        seen.Lines.Any(line => Label(line, "Choose")) ? "choose"
        : seen.Lines.Any(line => Label(line, "NotCoaching")) ? "redirect"
        : seen.Lines.Any(line => Label(line, "NothingFits")) ? "none"
        : seen.Case is not null ? "answered"
        : answer.GetProperty("matches").GetArrayLength() == 0 && seen.Buttons.Count == 0 ? "none" : "nothing that can be told";

    private static bool Label(string line, string name) => Enum.GetValues<AnswerLanguage>().Any(language => line == CardTexts.Get(name, language));

    private static IEnumerable<string> Expected(JsonElement answer)
    {
        var alerts = answer.GetProperty("alerts").EnumerateArray().Select(alert => Text(alert, "text"));
        var matches = answer.GetProperty("matches").EnumerateArray().Where(match => Text(match, "kind") != "passage").Select(match => Text(match, "title"));
        return alerts.Concat(answer.GetProperty("outcome").GetString() switch
        {
            "answered" => OfCard(answer.GetProperty("card")),
            "choose" => matches.Take(2),
            "redirect" => [Text(answer.GetProperty("redirect"), "title"), Text(answer.GetProperty("redirect"), "line"), Text(answer.GetProperty("redirect"), "to")],
            _ => matches.Take(3),
        });
    }

    private static IEnumerable<string> OfCard(JsonElement card) =>
    [
        Text(card, "title"),
        .. card.GetProperty("say").EnumerateArray().Select(line => line.GetString()!),
        .. card.GetProperty("do").EnumerateArray().Select(line => line.GetString()!),
        .. card.GetProperty("avoid").EnumerateArray().SelectMany(item => Avoidance.Select(name => item.GetProperty(name).GetString()).OfType<string>()),
        .. card.GetProperty("escalate").EnumerateArray().SelectMany(item => HandOver.Select(name => Text(item, name))),
        Text(card, "why"),
        .. card.GetProperty("sources").EnumerateArray().Select(line => line.GetString()!),
    ];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
